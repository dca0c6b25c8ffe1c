import { authorize, type SecurityUse } from "./security.js";
import { parseUrl } from "./url.js";

/**
 * A request as plain data, for any HTTP client.
 * @typeParam Result what the operation's reader makes of the response
 * @typeParam Auth the credentials that the operation asks for
 */
export interface HttpRequest<Result = unknown, Auth = unknown> {
  readonly method: string;
  /** Path and query, relative to the server. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: HttpBody | undefined;
  /** The first server of the operation, its variables at their defaults; `/` where absent. */
  readonly server?: string;
  /** Present where the description has redirects of the operation: they are answers, and are not followed. */
  readonly redirect?: "manual";
  /** Alternatives of security schemes that hold together; an empty one stands for no credentials. */
  readonly security?: readonly (readonly SecurityUse[])[];
  /** Never there: carries the types alone. */
  readonly "~types"?: { readonly result: Result; readonly auth: Auth };
}

export type HttpBody =
  | string
  | Uint8Array<ArrayBuffer>
  | ArrayBuffer
  | Blob
  | ReadableStream<Uint8Array<ArrayBuffer>>;

/** The options of `fetch` that are the platform's own, those of frameworks such as `next` and `cf` included. */
export type PlatformInit = Omit<
  RequestInit,
  "body" | "headers" | "method" | "signal"
>;

/** What turns a request into one that can be sent. */
export type RequestOptions<Auth> = {
  /**
   * Where the API is, whatever server the operation has; of a webhook or a callback, the URL of the subscriber.
   */
  readonly baseUrl?: string | URL;
  /** Other addresses of single servers, by the `server` of requests. `baseUrl` comes before them. */
  readonly servers?: Readonly<Record<string, string | URL>>;
  /** Further headers; those of the request come before them. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** What else the platform's `fetch` takes: `cache`, `credentials`, `keepalive`, `mode`, `redirect` … */
  readonly init?: PlatformInit;
  /** Makes what is sent of the body, at each attempt: `uploadProgress(report)` of `upload.ts`. */
  readonly upload?: (body: HttpBody) => HttpBody;
} & (undefined extends Auth
  ? {
      /** Credentials by the name of their security scheme. */
      readonly auth?: Auth;
    }
  : {
      /** Credentials by the name of their security scheme. */
      readonly auth: Auth;
    });

/**
 * Makes a standard `Request`. A `url` that is absolute (the next page, as a body or a `Link` header has it) is used as
 * it is, on the origin of the API alone.
 * @throws TypeError if the base URL is not absolute (in a browser, relative to the page), or has a query or
 * credentials; if a webhook has no `baseUrl`; if the `url` leads to another origin; if no security alternative has all
 * its credentials
 */
export function toRequest<Result, Auth>(
  request: HttpRequest<Result, Auth>,
  options: RequestOptions<Auth>,
): Request {
  const { url, headers, isInBrowser } = authorize(request, options.auth);
  const { body } = request;
  const all = new Headers(options.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  const init: RequestInit & { duplex: "half" } = {
    method: request.method,
    headers: all,
    body: (body && options.upload?.(body)) ?? body ?? null,
    signal: options.signal ?? null,
    // Streams are sent while they are read.
    duplex: "half",
    ...options.init,
    ...(request.redirect && { redirect: request.redirect }),
    ...(isInBrowser && { credentials: "include" }),
  };
  return new Request(targetOf(url, request, options), init);
}

/** True if the body can be read only once. */
export function isStream(body: HttpBody | undefined): boolean {
  return typeof body === "object" && "getReader" in body;
}

/** True for webhooks and callbacks, which have no path of their own: a subscriber receives them. */
export function isForReceiver({ url }: HttpRequest): boolean {
  return /^(\?|$)/.test(url);
}

/** The absolute URL of a request. No error shows its query, which may have a key. */
function targetOf(
  url: string,
  request: HttpRequest,
  { baseUrl, servers }: Pick<RequestOptions<unknown>, "baseUrl" | "servers">,
): string {
  const { server = "/" } = request;
  const isReceiver = isForReceiver(request);
  if (isReceiver && baseUrl === undefined)
    throw new TypeError("a webhook needs the URL of its subscriber: `baseUrl`");
  const base = (baseUrl ?? servers?.[server] ?? server) || "/";
  const missing = /\{(.*?)\}/.exec(String(base))?.[1];
  if (missing !== undefined)
    throw new TypeError(
      `the server needs a value for "${missing}": \`baseUrl\``,
    );
  // Only pages and their workers have a location, and only their types know of it.
  const location = Reflect.get(globalThis, "location") as
    { readonly href: string } | undefined;
  const { href, origin } = new URL(base, location?.href);
  if (/\/\/[^/?#]*@/.test(href) || (!isReceiver && /[?#]/.test(href)))
    throw new TypeError("the base URL has a query or credentials");
  if (isReceiver)
    return href + (href.includes("?") ? url.replace("?", "&") : url);
  if (url.startsWith("/")) return href.replace(/\/+$/, "") + url;
  if (parseUrl(url)?.origin !== origin)
    throw new TypeError("the URL leads to another origin");
  return url;
}
