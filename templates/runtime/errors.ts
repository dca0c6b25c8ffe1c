import type { Issue } from "./issues.js";
import type { Operation, OperationInfo } from "./operation.js";
import type { HttpRequest } from "./request.js";

/** What every answer has, whatever the operation. */
export interface AnyAnswer {
  readonly kind: "described" | "undescribed" | "unreadable";
  readonly ok: boolean;
  readonly status: number;
  readonly contentType: string | null | undefined;
  readonly headers: object;
  readonly body: unknown;
  readonly issues: readonly Issue[];
  readonly response: Response;
}

/** The body of a described success. */
export type SuccessBody<Result> = Result extends {
  readonly ok: true;
  readonly body: infer Body;
}
  ? Body
  : never;

/** The errors that `orThrow()` can throw for an answer, one for each branch of the result. */
export type ErrorOf<Result> = Result extends { readonly ok: true }
  ? never
  : Result extends AnyAnswer
    ? AnswerError<Result>
    : never;

/**
 * Thrown by `orThrow()` for every answer that is not a described success. The message and the enumerable members
 * hold nothing of the bodies, headers or credentials, so that the error can be logged.
 */
export class AnswerError<Answer extends AnyAnswer = AnyAnswer> extends Error {
  override readonly name: string = "AnswerError";
  readonly status: Answer["status"];
  readonly kind: Answer["kind"];
  readonly operation: OperationInfo;
  // Not enumerable: what was sent and received stays out of logs.
  /** The answer itself. */
  readonly answer!: Answer;
  readonly headers!: Answer["headers"];
  readonly body!: Answer["body"];
  readonly issues!: readonly Issue[];
  readonly response!: Response;
  /** The request as it was built: without credentials. */
  readonly request!: HttpRequest;

  constructor(answer: Answer, operation: OperationInfo, request: HttpRequest) {
    const { id, method, path, tags } = operation;
    const { kind, status, headers, body, issues, response } = answer;
    const why = kind === "described" ? "" : ` (${kind})`;
    super(`${method} ${path} answered ${status}${why}`);
    this.status = status;
    this.kind = kind;
    this.operation = { id, method, path, tags };
    const hidden = { answer, headers, body, issues, response, request };
    for (const [name, value] of Object.entries(hidden))
      Object.defineProperty(this, name, { value, enumerable: false });
  }
}

/** True if the error was thrown by `orThrow()` of this operation; its `status` then selects the type of its `body`. */
export function isErrorOf<Input, Result>(
  operation: Operation<Input, Result>,
  error: unknown,
): error is ErrorOf<Result> {
  return error instanceof AnswerError && error.operation.id === operation.id;
}

/** The input of a call that its validator refused. Nothing was sent. */
export class InputError extends TypeError {
  override readonly name: string = "InputError";
  readonly operation: OperationInfo;
  readonly issues: readonly Issue[];

  constructor(operation: OperationInfo, issues: readonly Issue[]) {
    const { id, method, path, tags } = operation;
    const lines = issues.map(({ pointer, message }) => `${pointer} ${message}`);
    super(`the input of ${id} is invalid:\n${lines.join("\n")}`);
    this.operation = { id, method, path, tags };
    this.issues = issues;
  }
}
