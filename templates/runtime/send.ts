import {
  type HttpBody,
  type HttpRequest,
  type RequestOptions,
  toRequest,
} from "./request.js";
import type { Retry } from "./retry.js";
import { parseUrl } from "./url.js";

/** How a request is sent and its response read. */
export type SendOptions<Result, Auth> = RequestOptions<Auth> & {
  /** The reader of the operation; without one, the response is given as it is. */
  readonly read?: (response: Response) => Promise<Result>;
  /** What sends, in place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Milliseconds until the response must be there and read; of a stream, until it must be over. */
  readonly timeout?: number;
  /** Sends again what failed: `retries(2)` of `retry.ts`. Where absent, nothing is sent again. */
  readonly retry?: Retry;
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

/**
 * Sends a request with `fetch` and reads the response. An answer of any status is a result; it rejects where none
 * came: with the error of `fetch`, with the signal's reason, or with a `TimeoutError`.
 *
 * Redirects are answers where the operation describes some. Else they are followed; with credentials, to another
 * origin without them and without a body.
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
  const { read, retry, timeout } = options;
  const signals = [
    options.signal ?? [],
    timeout === undefined ? [] : AbortSignal.timeout(timeout),
  ].flat();
  const [only = new AbortController().signal] = signals;
  const signal = signals.length > 1 ? AbortSignal.any(signals) : only;
  const sendOnce = (): Promise<Response> =>
    sendWith(request, {
      ...(options as SendOptions<unknown, unknown>),
      signal,
    });
  const response = await (retry ?? sendOnce)(sendOnce, request, signal);
  return read === undefined ? response : read(response);
}

/** Sends a request, and follows where it is redirected to if it has credentials: `fetch` would take them along. */
async function sendWith(
  request: HttpRequest,
  options: SendOptions<unknown, unknown>,
): Promise<Response> {
  const { auth, fetch = globalThis.fetch, hooks } = options;
  let next: Request | undefined = toRequest(request, options);
  for (let hops = 0; ; hops++) {
    let sent: Request = (await hooks?.before?.(next)) ?? next;
    if (auth !== undefined) sent = new Request(sent, { redirect: "manual" });
    const response = await fetch(sent);
    await hooks?.after?.(response, sent);
    if (response.type === "opaqueredirect")
      throw new TypeError("the server redirects, and a browser hides where to");
    next =
      auth === undefined || request.redirect !== undefined || hops === 20
        ? undefined
        : redirected(sent, response, request.body);
    if (next === undefined) return response;
    await response.body?.cancel();
  }
}

/**
 * The request that follows a redirect (RFC 9110 §15.4): on the same origin with the method and, after 307 and 308,
 * the body; to another origin without a body and without any header that could hold a secret. Undefined where that
 * cannot be done. Throws a `TypeError` where a URL is not of HTTP, or leads from https to http.
 */
function redirected(
  { method, url, headers, signal }: Request,
  response: Response,
  body: HttpBody | undefined,
): Request | undefined {
  const location = response.headers.get("location");
  const to = location === null ? undefined : parseUrl(location, url);
  if (to === undefined) return undefined;
  const from = new URL(url);
  const isSame = to.origin === from.origin;
  const becomesGet = /^(303 .*|30[12] (GET|HEAD|POST)|30[78] (GET|HEAD))$/.test(
    `${response.status} ${method}`,
  );
  const isRepeated =
    /^30[78]$/.test(String(response.status)) &&
    isSame &&
    !(body instanceof ReadableStream);
  if (!becomesGet && !isRepeated) return undefined;
  if (to.protocol !== "https:" && to.protocol !== from.protocol)
    throw new TypeError("the server redirects to an insecure URL");
  const kept = new Headers(
    isSame ? headers : { accept: headers.get("accept") ?? "*/*" },
  );
  if (becomesGet) kept.delete("content-type");
  return new Request(to, {
    method: becomesGet && method !== "HEAD" ? "GET" : method,
    headers: kept,
    body: (becomesGet ? undefined : body) ?? null,
    signal,
  });
}
