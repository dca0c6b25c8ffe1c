import { type Operation, allOperations } from "../../model/api.js";
import type { Side, Sides } from "../side.js";

/** Which operation of the new description is which of the old one. */
export interface OperationPairs {
  readonly same: readonly (readonly [Operation, Operation])[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

type KeyOf = (operation: Operation, side: Side) => string | undefined;

/** By what operations are recognised, the surest first. */
const keys: readonly KeyOf[] = [
  ({ kind, method, path, callback }) =>
    JSON.stringify([kind, method, path, callback?.name, callback?.operation]),
  // The names of path parameters are no part of the URL.
  ({ kind, method, pathParts }) =>
    kind === "path"
      ? JSON.stringify([
          method,
          pathParts.map((part) => (part.kind === "literal" ? part.text : 0)),
        ])
      : undefined,
  ({ kind, method, path, callback }) =>
    kind === "callback"
      ? JSON.stringify([method, path, callback?.name])
      : undefined,
  ({ kind, id }) => (id === undefined ? undefined : JSON.stringify([kind, id])),
];

/** Finds which operation is which: by method and path, by the path without names of parameters, by `operationId`. */
export function matchOperations(sides: Sides): OperationPairs {
  const same: (readonly [Operation, Operation])[] = [];
  let removed = allOperations(sides.old.api);
  let added = allOperations(sides.new.api);
  for (const keyOf of keys) {
    const byKey = new Map<string, Operation>();
    for (const operation of added) {
      const key = keyOf(operation, sides.new);
      if (key !== undefined && !byKey.has(key)) byKey.set(key, operation);
    }
    const found = new Set<Operation>();
    removed = removed.filter((operation) => {
      const key = keyOf(operation, sides.old);
      const other = key === undefined ? undefined : byKey.get(key);
      if (other === undefined || found.has(other)) return true;
      same.push([operation, other]);
      found.add(other);
      return false;
    });
    added = added.filter((operation) => !found.has(operation));
  }
  return { same, removed, added };
}
