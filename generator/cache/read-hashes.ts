import type { EmitContext } from "../emit/context.js";
import type { Api } from "../model/api.js";
import { fingerprint } from "../tracking/fingerprint.js";
import type { Queries, Query } from "../tracking/query.js";
import type { Read } from "../tracking/reads.js";

/** Gives the hash of what a read gives: the same in two runs where the read would give the same. */
export type ReadHash = (read: Read) => string;

/**
 * The hashes of what can be read of a context, each worked out at the first question. The result throws a `RangeError`
 * for a read of a kind that is not known.
 */
export function readHashes(context: EmitContext, queries: Queries): ReadHash {
  const kinds = readersOf(context, queries);
  const known = new Map<string, Map<string, string>>();
  return ({ kind, id }) => {
    const ofKind = known.get(kind) ?? new Map<string, string>();
    known.set(kind, ofKind);
    const found = ofKind.get(id);
    if (found !== undefined) return found;
    const read = kinds.get(kind);
    if (read === undefined) throw new RangeError(`unknown read: ${kind}`);
    const hash = fingerprint(read(id));
    ofKind.set(id, hash);
    return hash;
  };
}

type Reader = (id: string) => unknown;

function readersOf(
  context: EmitContext,
  queries: Queries,
): ReadonlyMap<string, Reader> {
  const { api, views, mappings, names } = context;
  const { schemas, operations, emitters } = names;
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
    ...maps("emitter-names", emitters),
    ...queries.context.map((query) => reader(query, context)),
    ...queries.api.map((query) => reader(query, api)),
    ...queries.names.map((query) => reader(query, names)),
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
  query: Query<Source, unknown>,
  source: Source,
): [string, Reader] {
  return [query.kind, (id) => query.of(source, id)];
}
