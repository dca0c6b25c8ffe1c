import { type HttpRequest, type RequestOptions, toRequest } from "./request.js";

/** How a request is sent and its response read. */
export type SendOptions<Result, Auth> = RequestOptions<Auth> & {
  /** The reader of the operation; without one, the response is given as it is. */
  readonly read?: (response: Response) => Promise<Result>;
  /** What sends, in place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Milliseconds until the response must be there and read. Of a stream: until it begins. */
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
const redirects = new Set([301, 302, 303, 307, 308]);
const longestWait = 60_000;

/**
 * Sends a request with `fetch` and reads the response. An answer of any status is a result; it rejects where none
 * came: with the error of `fetch`, with the signal's reason, or with a `TimeoutError`.
 *
 * Retries come after network errors and 429, 502, 503 and 504, with back-off or as `Retry-After` says.
 * Redirects are followed, and credentials do not go along to another origin.
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
  const controller = new AbortController();
  const timer =
    timeout === undefined
      ? undefined
      : setTimeout(() => {
          controller.abort(
            new DOMException("The request took too long", "TimeoutError"),
          );
        }, timeout);
  const signals =
    signal === undefined
      ? controller.signal
      : AbortSignal.any([controller.signal, signal]);
  try {
    const response = await sendAgain(
      request,
      options as SendOptions<unknown, unknown>,
      signals,
    );
    return read === undefined ? response : await read(response);
  } finally {
    clearTimeout(timer);
  }
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
  const { fetch = globalThis.fetch, hooks } = options;
  const hasSecret =
    request.security !== undefined && options.auth !== undefined;
  let [current, from]: [HttpRequest, RequestOptions<unknown>] = [
    request,
    options,
  ];
  for (let hops = 0; ; hops++) {
    const made = toRequest(current, from);
    const next = hasSecret ? new Request(made, { redirect: "manual" }) : made;
    const sent = (await hooks?.before?.(next)) ?? next;
    const response = await fetch(sent);
    await hooks?.after?.(response, sent);
    if (response.type === "opaqueredirect") {
      throw new TypeError(
        "the server redirects, and a browser cannot keep credentials from where it leads",
      );
    }
    const location = response.headers.get("location");
    if (!hasSecret || location === null || !redirects.has(response.status))
      return response;
    if (hops === 20) throw new TypeError("the server redirects too often");
    await response.body?.cancel();
    [current, from] = redirect(
      current,
      from,
      response.status,
      new URL(sent.url),
      new URL(location, sent.url),
    );
  }
}

/** What follows a redirect (Fetch, "HTTP-redirect fetch"): without credentials where it leads to another origin. */
function redirect(
  request: HttpRequest,
  options: RequestOptions<unknown>,
  status: number,
  from: URL,
  to: URL,
): [HttpRequest, RequestOptions<unknown>] {
  const {
    body,
    method,
    security = [],
    headers: { cookie, "content-type": contentType, ...headers },
  } = request;
  const becomesGet =
    status === 303 ? method !== "HEAD" : status < 303 && method === "POST";
  if (!becomesGet && body instanceof ReadableStream) {
    throw new TypeError(
      "the server redirects, and a stream can be sent only once",
    );
  }
  const isSame = from.origin === to.origin;
  const { headers: _headers, ...others } = options;
  return [
    {
      method: becomesGet ? "GET" : method,
      url: to.pathname + to.search,
      headers: {
        ...headers,
        ...(cookie !== undefined && isSame ? { cookie } : {}),
        ...(contentType !== undefined && !becomesGet
          ? { "content-type": contentType }
          : {}),
      },
      body: becomesGet ? undefined : body,
      // The server has chosen the query: a key in it is not added again.
      security: isSame
        ? security.map((uses) => uses.filter(({ kind }) => kind !== "query"))
        : [],
    },
    {
      ...(isSame ? options : others),
      baseUrl: to.origin,
    },
  ];
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
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
