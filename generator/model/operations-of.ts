import type { Api, Operation } from "./api.js";

type Requests = Pick<Api, "operations" | "webhooks" | "callbacks">;

/** The requests that the API sends and the user receives: callbacks, then webhooks. */
export function receivedOperations({
  callbacks,
  webhooks,
}: Omit<Requests, "operations">): readonly Operation[] {
  return [...callbacks, ...webhooks];
}

/** All operations: those of paths, of callbacks and of webhooks. */
export function allOperations(api: Requests): readonly Operation[] {
  return [...api.operations, ...receivedOperations(api)];
}
