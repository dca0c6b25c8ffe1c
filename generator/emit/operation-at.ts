import { type Api, type Operation, allOperations } from "../model/api.js";
import { Query } from "../tracking/query.js";

/** Operations, webhooks and callbacks by their pointers. */
export const operationAt = new Query<Api, Operation | undefined>(
  "operation",
  (api) => {
    const all = allOperations(api);
    const byPointer = new Map(
      all.map((operation) => [operation.pointer, operation]),
    );
    return (pointer) => byPointer.get(pointer);
  },
);

/**
 * The operation, webhook or callback at a pointer; undefined if there is none. A unit that asks for it has read this one
 * alone, and not the list of all.
 */
export function findOperation(
  api: Api,
  pointer: string,
): Operation | undefined {
  return operationAt.of(api, pointer);
}
