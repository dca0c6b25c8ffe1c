import type { OperationInfo } from "./operation.js";
import { type HttpRequest, isStream } from "./request.js";
import { sleep } from "./sleep.js";

/** What an attempt led to: a response, or what `fetch` rejected with. */
export type Outcome =
  | { readonly response: Response; readonly error?: undefined }
  | { readonly response?: undefined; readonly error: unknown };

/** Sends a request once, or again if that failed. What `send` rejects with was no attempt, and is passed on. */
export type Retry = (call: {
  /** Makes an attempt. The headers are added unless the request has them. */
  readonly send: (
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Outcome>;
  readonly operation: OperationInfo;
  readonly request: HttpRequest;
  readonly signal: AbortSignal | undefined;
}) => Promise<Outcome>;

/** An attempt that may be repeated. */
export type FailedAttempt = Outcome & {
  readonly operation: OperationInfo;
  /** 1 for the first. */
  readonly attempt: number;
  /** Whether sending again is safe: the method is idempotent (RFC 9110 §9.2.2), or there is an idempotency key. */
  readonly isIdempotent: boolean;
};

export interface RetryPolicy {
  /** How often a request is sent again; 2 if absent. */
  readonly limit?: number;
  /** Statuses that are temporary; 429, 502, 503 and 504 if absent. */
  readonly statuses?: readonly number[];
  /** Decides in place of `statuses` and the method; asked after every response and network error. */
  readonly when?: (failed: FailedAttempt) => boolean | Promise<boolean>;
  /** Called before each wait, in milliseconds. */
  readonly onRetry?: (failed: FailedAttempt, wait: number) => void;
  /** Milliseconds; an answer whose `Retry-After` asks for more is not repeated, and back-off is cut. 60,000 if absent. */
  readonly longestWait?: number;
  /**
   * A header such as `Idempotency-Key`, by which the server recognizes a request that it has had: it has the same
   * random value in all attempts of a call, and all methods are repeated. A value of the caller's comes before it.
   */
  readonly idempotencyKey?: string;
}

/**
 * For `retry` of a client or a call: sends again what failed, with exponential back-off or after `Retry-After`.
 * Repeats idempotent methods, after network errors and temporary statuses. A body that is a stream cannot be repeated.
 * @param policy a number is its `limit`
 */
export function retries(policy: number | RetryPolicy = {}): Retry {
  const {
    limit = 2,
    statuses = [429, 502, 503, 504],
    when,
    onRetry,
    longestWait = 60_000,
    idempotencyKey,
  } = typeof policy === "number" ? { limit: policy } : policy;
  return async ({ send, operation, request, signal }) => {
    const headers =
      idempotencyKey === undefined ? {} : { [idempotencyKey]: randomKey() };
    const isIdempotent =
      idempotencyKey !== undefined ||
      /^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE|QUERY)$/.test(request.method);
    const isTemporary = ({ response }: FailedAttempt): boolean =>
      isIdempotent &&
      (response === undefined || statuses.includes(response.status));
    for (let attempt = 1; ; attempt++) {
      const outcome = await send(headers);
      const isLast = attempt > limit || signal?.aborted === true;
      if (isLast || isStream(request.body)) return outcome;
      const failed = { ...outcome, operation, attempt, isIdempotent };
      if (!(await (when ?? isTemporary)(failed))) return outcome;
      const backOff = 125 * 2 ** attempt * (1 + Math.random());
      const wait =
        retryAfter(outcome.response) ?? Math.min(backOff, longestWait);
      if (wait > longestWait) return outcome;
      onRetry?.(failed, wait);
      await outcome.response?.body?.cancel();
      await sleep(wait, signal);
    }
  };
}

function randomKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}

/** Milliseconds that `Retry-After` asks for, in seconds or as a date (RFC 9110 §10.2.3). */
function retryAfter(response: Response | undefined): number | undefined {
  const text = response?.headers.get("retry-after") ?? "";
  const wait = text.includes(":")
    ? Date.parse(text) - Date.now()
    : parseFloat(text) * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(wait, 0);
}
