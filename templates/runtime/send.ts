import { type HttpRequest, type RequestOptions, toRequest } from "./request.js";
import type { Retry } from "./retry.js";

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
 * With credentials, redirects are followed where that sends no body again, and to another origin without the
 * credentials.
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
  ];
  const signal = AbortSignal.any(signals.flat());
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
    next =
      auth === undefined || hops === 20
        ? undefined
        : redirected(sent, response);
    if (next === undefined) return response;
    await response.body?.cancel();
  }
}

/**
 * The request that follows a redirect, where that sends no body again; to another origin, without any header that
 * could hold a secret. Browsers do not let scripts see where a redirect leads: there it is an error.
 */
function redirected(
  { method, url, headers, signal }: Request,
  response: Response,
): Request | undefined {
  if (response.type === "opaqueredirect")
    throw new TypeError("the server redirects");
  const location = response.headers.get("location");
  const isFollowed = /^(303 .*|30[12] (GET|HEAD|POST)|30[78] (GET|HEAD))$/.test(
    `${response.status} ${method}`,
  );
  if (location === null || !isFollowed || !URL.canParse(location, url))
    return undefined;
  const to = new URL(location, url);
  const kept = new Headers(
    to.origin === new URL(url).origin
      ? headers
      : { accept: headers.get("accept") ?? "*/*" },
  );
  kept.delete("content-type");
  return new Request(to, {
    method: method === "HEAD" ? method : "GET",
    headers: kept,
    signal,
  });
}
