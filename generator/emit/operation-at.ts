import type { Api, Operation } from "../model/api.js";
import { Query } from "../cache/query.js";
import { allOperations } from "../model/operations-of.js";

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
