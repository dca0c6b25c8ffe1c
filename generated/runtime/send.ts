import { type HttpRequest, type RequestOptions, toRequest } from "./request.js";

/** How a request is sent and its response read. */
export type SendOptions<Result, Auth> = RequestOptions<Auth> & {
  /** The reader of the operation; without one, the response is given as it is. */
  readonly read?: (response: Response) => Promise<Result>;
  /** What sends, in place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Milliseconds until the response must be there and read; of a stream, until it must be over. */
  readonly timeout?: number;
  /** How often a request is sent again that failed and is idempotent (RFC 9110 §9.2.2). 0 where absent. */
  readonly retries?: number;
  readonly hooks?: {
    /** Is given each request before it is sent, and may give another one. */
    readonly before?: (
      request: Request,
    ) => Request | undefined | Promise<Request | undefined>;
    /** Is given each response before it is read. */
    readonly after?: (
      response: Response,
      request: Request,
    ) => void | Promise<void>;
  };
};

const idempotent = /^(?:GET|HEAD|PUT|DELETE|OPTIONS|TRACE|QUERY)$/;
const retried = new Set([429, 502, 503, 504]);
const redirects = new Set([301, 302, 307, 308]);
const longestWait = 60_000;

/**
 * Sends a request with `fetch` and reads the response. An answer of any status is a result; it rejects where none
 * came: with the error of `fetch`, with the signal's reason, or with a `TimeoutError`.
 *
 * Retries come after network errors and 429, 502, 503 and 504, with back-off or as `Retry-After` says.
 * With credentials, redirects are followed where that
 * sends no body again, and to another origin without the credentials.
 */
export function send<Result, Auth>(
  request: HttpRequest<Result, Auth>,
  options: SendOptions<Result, Auth> & {
    readonly read: (response: Response) => Promise<Result>;
  },
): Promise<Result>;
export function send<Result, Auth>(
  request: HttpRequest<Result, Auth>,
  options: SendOptions<Result, Auth>,
): Promise<Response>;
export async function send<Result, Auth>(
  request: HttpRequest<Result, Auth>,
  options: SendOptions<Result, Auth>,
): Promise<Result | Response> {
  const { read, timeout, signal } = options;
  const signals = [
    signal ?? [],
    timeout === undefined ? [] : AbortSignal.timeout(timeout),
  ].flat();
  const response = await sendAgain(
    request,
    options as SendOptions<unknown, unknown>,
    AbortSignal.any(signals),
  );
  return read === undefined ? response : read(response);
}

async function sendAgain(
  request: HttpRequest,
  options: SendOptions<unknown, unknown>,
  signal: AbortSignal,
): Promise<Response> {
  const isRepeatable =
    idempotent.test(request.method) &&
    !(request.body instanceof ReadableStream);
  const retries = isRepeatable ? (options.retries ?? 0) : 0;
  for (let attempt = 0; ; attempt++) {
    let wait = 500 * 2 ** attempt * (0.5 + Math.random() / 2);
    try {
      const response = await sendOnce(request, { ...options, signal });
      if (attempt >= retries || !retried.has(response.status)) return response;
      wait = retryAfter(response) ?? wait;
      if (wait > longestWait) return response;
      await response.body?.cancel();
    } catch (error) {
      if (attempt >= retries || signal.aborted) throw error;
    }
    await sleep(wait, signal);
  }
}

async function sendOnce(
  request: HttpRequest,
  options: SendOptions<unknown, unknown>,
): Promise<Response> {
  const { auth, fetch = globalThis.fetch, hooks } = options;
  let next = toRequest(request, options);
  if (auth !== undefined) next = new Request(next, { redirect: "manual" });
  for (let hops = 0; ; hops++) {
    const sent = (await hooks?.before?.(next)) ?? next;
    const response = await fetch(sent);
    await hooks?.after?.(response, sent);
    const following =
      auth === undefined ? undefined : redirected(sent, response);
    if (following === undefined || hops === 20) return response;
    await response.body?.cancel();
    next = following;
  }
}

/**
 * The request that follows a redirect, where that sends no body again; to another origin, without any header that
 * could hold a secret. Browsers do not let scripts see where a redirect leads: there it is an error.
 */
function redirected(sent: Request, response: Response): Request | undefined {
  if (response.type === "opaqueredirect")
    throw new TypeError("the server redirects");
  const { status } = response;
  const { method, url, signal } = sent;
  const location = response.headers.get("location");
  const isSafe = /^(?:GET|HEAD)$/.test(method);
  const becomesGet =
    status === 303 || ((status === 301 || status === 302) && method === "POST");
  const isFollowed = becomesGet || (isSafe && redirects.has(status));
  if (location === null || !isFollowed) return undefined;
  const to = new URL(location, url);
  const headers = new Headers(
    to.origin === new URL(url).origin ? sent.headers : {},
  );
  headers.set("accept", sent.headers.get("accept") ?? "*/*");
  headers.delete("content-type");
  return new Request(to, {
    method: isSafe ? method : "GET",
    headers,
    signal,
    redirect: "manual",
  });
}

/** Milliseconds that `Retry-After` asks for, in seconds or as a date (RFC 9110 §10.2.3). */
function retryAfter(response: Response): number | undefined {
  const text = response.headers.get("retry-after");
  if (text === null) return undefined;
  const wait = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });
}
