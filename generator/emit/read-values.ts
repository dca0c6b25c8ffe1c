import type { Api } from "../model/api.js";
import type { EmitContext } from "./context.js";
import type { Derived } from "./derived.js";
import { derivedValues } from "./derived-values.js";
import { fingerprintOf, textOf } from "./fingerprint.js";
import { operationAt } from "./operation-at.js";
import type { Read } from "./reads.js";

/** Gives the hash of what a read gives: the same in two runs where the read would give the same. */
export type ReadHash = (read: Read) => string;

/** What can be read of a context, each worked out at the first question. */
export class ReadValues {
  readonly #kinds: ReadonlyMap<string, Reader>;
  readonly #known = new Map<string, Map<string, KnownValue>>();

  constructor(context: EmitContext) {
    this.#kinds = readersOf(context);
  }

  /** @throws RangeError for a read of a kind that is not known here */
  readonly hashOf: ReadHash = (read) => this.#valueOf(read).hash;

  /** The JSON of what a read gives; empty for the parts of the model, which can be built by themselves. */
  textOf(read: Read): string {
    return this.#valueOf(read).text;
  }

  #valueOf({ kind, id }: Read): KnownValue {
    const ofKind = this.#known.get(kind) ?? new Map<string, KnownValue>();
    this.#known.set(kind, ofKind);
    const found = ofKind.get(id);
    if (found !== undefined) return found;
    const read = this.#kinds.get(kind);
    if (read === undefined) throw new RangeError(`unknown read: ${kind}`);
    const text = textOf(read(id));
    const value = {
      hash: fingerprintOf(text),
      text: modelParts.has(kind) ? "" : text,
    };
    ofKind.set(id, value);
    return value;
  }
}

interface KnownValue {
  readonly hash: string;
  readonly text: string;
}

/** The kinds of reads that give parts of the model. */
export const modelParts: ReadonlySet<string> = new Set([
  "definition",
  operationAt.kind,
]);

type Reader = (id: string) => unknown;

function readersOf(context: EmitContext): ReadonlyMap<string, Reader> {
  const { api, views, mappings, names } = context;
  const { schemas, operations } = names;
  return new Map<string, Reader>([
    ["api", (field) => api[field as keyof Api]],
    ...records("info", api.info),
    ...records("definition", api.definitions),
    ...maps("view", views),
    ...maps("mapping", mappings.definitions),
    ["exact-number", (pointer) => mappings.exact.has(pointer)],
    ["exact-number-list", () => [...mappings.exact]],
    ...maps("schema-names", schemas),
    ...maps("operation-names", operations),
    ...derivedValues.context.map((derived) => reader(derived, context)),
    ...derivedValues.api.map((derived) => reader(derived, api)),
    ...derivedValues.names.map((derived) => reader(derived, names)),
  ]);
}

function records(kind: string, record: object): [string, Reader][] {
  return [
    [kind, (id) => record[id as never] as unknown],
    [`${kind}-list`, () => Object.keys(record)],
  ];
}

function maps(
  kind: string,
  map: ReadonlyMap<string, unknown>,
): [string, Reader][] {
  return [
    [kind, (id) => map.get(id)],
    [`${kind}-list`, () => [...map.keys()]],
  ];
}

function reader<Source extends object>(
  derived: Derived<Source, unknown>,
  source: Source,
): [string, Reader] {
  return [derived.kind, (id) => derived.of(source, id)];
}
