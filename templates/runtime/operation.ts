import type { ValidationResult } from "./issues.js";
import type { HttpRequest } from "./request.js";
import type { ReadOptions } from "./response.js";

/** What identifies an operation: in hooks, errors and logs. */
export interface OperationInfo {
  /** `operationId`; if the description has none, a name made from method and path. */
  readonly id: string;
  readonly method: string;
  /** The path template: `/orders/{id}`. */
  readonly path: string;
  readonly tags: readonly string[];
}

/** An operation as a client calls it. */
export interface Operation<Input, Result> extends OperationInfo {
  readonly build: (input: Input) => HttpRequest<Result>;
  readonly read: (response: Response, options?: ReadOptions) => Promise<Result>;
  /** Checks the input before the request is built: `{ ...getOrderOperation, validate: validateGetOrder }`. */
  readonly validate?: (input: unknown) => ValidationResult<Input>;
}
