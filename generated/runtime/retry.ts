import type { HttpRequest } from "./request.js";

/** Sends a request once, or again where that failed. */
export type Retry = (
  sendOnce: () => Promise<Response>,
  request: HttpRequest,
  signal: AbortSignal,
) => Promise<Response>;

const longestWait = 60_000;

/**
 * For `retry` of `send`: sends a request again, at most so many times, where it is idempotent (RFC 9110 §9.2.2) and
 * its body no stream. After network errors and 429, 502, 503 and 504, with back-off or as `Retry-After` says; an
 * answer that asks for more than a minute is given as it is.
 */
export function retries(most: number): Retry {
  return async (sendOnce, { method, body }, signal) => {
    const isRepeatable =
      /^(GET|HEAD|PUT|DELETE|OPTIONS|TRACE|QUERY)$/.test(method) &&
      !(body instanceof ReadableStream);
    for (let attempt = isRepeatable ? 0 : most; ; attempt++) {
      let wait = 500 * 2 ** attempt * (0.5 + Math.random() / 2);
      try {
        const response = await sendOnce();
        const isBusy = [429, 502, 503, 504].includes(response.status);
        if (attempt >= most || !isBusy) return response;
        wait = retryAfter(response) ?? wait;
        if (wait > longestWait) return response;
        await response.body?.cancel();
      } catch (error) {
        if (attempt >= most || signal.aborted) throw error;
      }
      await sleep(wait, signal);
    }
  };
}

/** Milliseconds that `Retry-After` asks for, in seconds or as a date (RFC 9110 §10.2.3). */
function retryAfter({ headers }: Response): number | undefined {
  const text = headers.get("retry-after") ?? "";
  const wait = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - Date.now();
  return Number.isNaN(wait) ? undefined : wait;
}

/** Rejects with the signal's reason where it aborts; no timer is left behind then. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
