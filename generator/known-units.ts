import type { Read } from "./emit/reads.js";
import type { ReadHash } from "./emit/read-values.js";
import type { FinishedFile } from "./finished-file.js";

/** A unit of the output that was made: what it read, and what came of it. */
export interface MadeUnit {
  readonly name: string;
  readonly reads: readonly Read[];
  readonly files: readonly FinishedFile[];
}

/** Units as the cache keeps them. Thousands of reads share kinds and ids, so that each text stands once. */
export interface UnitRecord {
  /** Kinds and ids of reads, and modules of the runtime. */
  readonly texts: readonly string[];
  /** Everything that was read: kind and id, by their places in `texts`, and hash. */
  readonly reads: readonly (readonly [
    kind: number,
    id: number,
    hash: string,
  ])[];
  /** In their order: name, the places of a unit's reads in `reads`, and its files. */
  readonly units: readonly (readonly [
    name: string,
    reads: readonly number[],
    files: readonly FileRecord[],
  ])[];
}

/** What a module imports of the runtime is a place in `texts` each. */
type FileRecord = readonly [
  path: string,
  sha256: string,
  exports?: readonly string[],
  runtime?: readonly number[],
];

/** The units of an earlier run, of which those are of use whose reads would give the same today. */
export class KnownUnits {
  readonly #record: UnitRecord;
  readonly #hashOf: ReadHash;
  readonly #places: ReadonlyMap<string, number>;
  readonly #isUnchanged: (boolean | undefined)[] = [];
  readonly #reads: (Read | undefined)[] = [];

  /** @param hashOf of what a read gives today */
  constructor(record: UnitRecord, hashOf: ReadHash) {
    this.#record = record;
    this.#hashOf = hashOf;
    this.#places = new Map(record.units.map(([name], place) => [name, place]));
  }

  /** The unit as it was made, if making it would give the same again. */
  find(name: string): MadeUnit | undefined {
    const unit = this.#record.units[this.#places.get(name) ?? -1];
    if (unit === undefined) return undefined;
    const [, reads, files] = unit;
    if (!reads.every((place) => this.#isRead(place))) return undefined;
    return {
      name,
      reads: reads.map((place) => this.#read(place)),
      files: files.map(([path, sha256, exports = [], runtime = []]) => ({
        path,
        sha256,
        exports,
        runtime: runtime.map((place) => this.#text(place)),
      })),
    };
  }

  #isRead(place: number): boolean {
    const known = this.#isUnchanged[place];
    if (known !== undefined) return known;
    const hash = this.#record.reads[place]?.[2];
    const isUnchanged = this.#hashOf(this.#read(place)) === hash;
    this.#isUnchanged[place] = isUnchanged;
    return isUnchanged;
  }

  #read(place: number): Read {
    const known = this.#reads[place];
    if (known !== undefined) return known;
    const [kind = -1, id = -1] = this.#record.reads[place] ?? [];
    const read = { kind: this.#text(kind), id: this.#text(id) };
    this.#reads[place] = read;
    return read;
  }

  #text(place: number): string {
    return this.#record.texts[place] ?? "";
  }
}

/** The record of a run's units. */
export function recordUnits(
  units: readonly MadeUnit[],
  hashOf: ReadHash,
): UnitRecord {
  const texts = new Places();
  const reads: (readonly [number, number, string])[] = [];
  const byRead = new Map<Read, number>();
  const byName = new Places();
  const placeOf = (read: Read): number => {
    const known = byRead.get(read);
    if (known !== undefined) return known;
    // Reads of this run and those of the record are not the same objects.
    const kind = texts.of(read.kind);
    const id = texts.of(read.id);
    const place = byName.of(`${kind} ${id}`);
    if (place === reads.length) reads.push([kind, id, hashOf(read)]);
    byRead.set(read, place);
    return place;
  };
  const recordFile = (file: FinishedFile): FileRecord => {
    const { path, sha256, exports, runtime } = file;
    if (exports.length + runtime.length === 0) return [path, sha256];
    return [path, sha256, exports, runtime.map((module) => texts.of(module))];
  };
  const recorded = units.map(
    ({ name, reads: own, files }) =>
      [name, own.map(placeOf), files.map(recordFile)] as const,
  );
  return { texts: texts.all(), reads, units: recorded };
}

/** Numbers what is met, in its order. */
class Places {
  readonly #places = new Map<string, number>();

  of(item: string): number {
    const known = this.#places.get(item);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(item, place);
    return place;
  }

  all(): readonly string[] {
    return [...this.#places.keys()];
  }
}
