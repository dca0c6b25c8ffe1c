import { allOperations, type Api } from "../../model/api.js";
import type { Deviations } from "../claims.js";
import type { Names } from "../names.js";
import type { LockedNames, NameLock } from "./name-lock.js";
import { methodText } from "./method-text.js";
import { keyOf, placeOf, shapeOf, type NamePlan } from "./plan-names.js";

/** Base names by identity: pointers of operations, ids of definitions. */
export type BaseNames = ReadonlyMap<string, string>;

/**
 * The lock that goes with chosen names: an entry for each operation and schema that there is. Entries of what is gone
 * are dropped.
 * @param deviations where names are not what is made of base names
 */
export function nextLock(
  api: Api,
  names: Names,
  bases: BaseNames,
  deviations: Deviations,
  { was }: NamePlan,
): NameLock {
  const entryOf = (
    identity: string,
  ): LockedNames & { was?: readonly LockedNames[] } => {
    const name = bases.get(identity) ?? "";
    const old = was.get(identity) ?? [];
    const isOld = (wanted: string): boolean =>
      old.some(({ others = {} }) => Object.hasOwn(others, wanted));
    const others = Object.entries(deviations.get(identity) ?? {}).filter(
      ([wanted, chosen]) => chosen !== name && !isOld(wanted),
    );
    return {
      name,
      ...(others.length === 0 ? {} : { others: Object.fromEntries(others) }),
      ...(old.length === 0 ? {} : { was: old }),
    };
  };
  return {
    operations: new Map(
      allOperations(api).map((operation) => {
        const { id, pointer } = operation;
        const method = names.operations.get(pointer)?.method;
        const { was: old, ...own } = entryOf(pointer);
        return [
          placeOf(operation),
          {
            ...(id === undefined ? {} : { id }),
            ...own,
            ...(method === undefined ? {} : { method: methodText(method) }),
            ...(old === undefined ? {} : { was: old }),
          },
        ] as const;
      }),
    ),
    schemas: new Map(
      Object.entries(api.definitions).map(([id, { schema }]) => {
        const { was: old, ...own } = entryOf(id);
        const shape = shapeOf(id, schema);
        return [
          keyOf(id, api),
          { ...own, shape, ...(old === undefined ? {} : { was: old }) },
        ] as const;
      }),
    ),
    emitters: new Map(
      [...names.emitters].map(([key, { name }]) => [key, name]),
    ),
  };
}
