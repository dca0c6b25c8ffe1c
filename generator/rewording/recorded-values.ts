import type { CodeSymbol } from "../code/symbol.js";
import type { UnitRecord } from "../known-units.js";

/** Says that something was read which the last run has not read. */
export class UnknownRead extends Error {}

/** What the reads of the last run gave, as far as the cache keeps it. */
export class RecordedValues {
  readonly #record: UnitRecord;
  readonly #lines: readonly string[];
  /** By kind and id: the places in the record. */
  readonly #places = new Map<string, Map<string, number>>();
  readonly #values = new Map<number, unknown>();
  readonly #symbols = new Map<string, CodeSymbol>();

  /** @param lines the JSON of what the reads gave, in the order of the record */
  constructor(record: UnitRecord, lines: readonly string[]) {
    this.#record = record;
    this.#lines = lines;
    record.reads.forEach(([kind, id], place) => {
      const ofKind = this.#ofKind(record.texts[kind] ?? "");
      ofKind.set(record.texts[id] ?? "", place);
    });
  }

  #ofKind(kind: string): Map<string, number> {
    const known = this.#places.get(kind) ?? new Map<string, number>();
    this.#places.set(kind, known);
    return known;
  }

  ids(kind: string): readonly string[] {
    return [...this.#ofKind(kind).keys()];
  }

  /** The place of a read in the record; undefined where there was none. */
  placeOf(kind: string, id: string): number | undefined {
    return this.#places.get(kind)?.get(id);
  }

  /** @throws UnknownRead */
  hashOf(kind: string, id: string): string {
    return this.#record.reads[this.#known(kind, id)]?.[2] ?? "";
  }

  /**
   * What a read gave. Symbols that were one object are one again.
   * @throws UnknownRead
   */
  valueOf(kind: string, id: string): unknown {
    const place = this.#known(kind, id);
    if (this.#values.has(place)) return this.#values.get(place);
    const text = this.#lines[place] ?? "";
    const value = text === "undefined" ? undefined : this.#parse(text);
    this.#values.set(place, value);
    return value;
  }

  #parse(text: string): unknown {
    return JSON.parse(text, (_, value: unknown) =>
      isSymbol(value) ? this.#symbol(value) : value,
    ) as unknown;
  }

  #known(kind: string, id: string): number {
    const place = this.placeOf(kind, id);
    if (place === undefined) throw new UnknownRead(`${kind} ${id}`);
    return place;
  }

  #symbol(symbol: CodeSymbol): CodeSymbol {
    const key = `${symbol.module} ${symbol.name} ${symbol.isType}`;
    const known = this.#symbols.get(key) ?? symbol;
    this.#symbols.set(key, known);
    return known;
  }
}

function isSymbol(value: unknown): value is CodeSymbol {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === "symbol"
  );
}
