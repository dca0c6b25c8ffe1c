import { authorize, type SecurityUse } from "./security.js";

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
  /** The description's first server, its variables at their defaults. */
  readonly server?: string;
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

/** What turns a request into one that can be sent. */
export type RequestOptions<Auth> = {
  /** Where the API is; the description's first server where absent. */
  readonly baseUrl?: string | URL;
  /** Further headers; those of the request come before them. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
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
 * Makes a standard `Request`. Throws a `TypeError` where the base URL is not absolute (in a browser, relative to
 * the page) or has a query or credentials, or where no security alternative has all its credentials.
 */
export function toRequest<Result, Auth>(
  request: HttpRequest<Result, Auth>,
  options: RequestOptions<Auth>,
): Request {
  const { url, headers } = authorize(request, options.auth);
  const all = new Headers(options.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  const init: RequestInit & { duplex: "half" } = {
    method: request.method,
    headers: all,
    body: request.body ?? null,
    signal: options.signal ?? null,
    // Streams are sent while they are read.
    duplex: "half",
  };
  return new Request(
    joinUrl(options.baseUrl ?? request.server ?? "", url),
    init,
  );
}

/** Appends path and query to a server URL, with one slash between. No error shows the query, which may have a key. */
function joinUrl(baseUrl: string | URL, url: string): string {
  const { href } = new URL(baseUrl, globalThis.location?.href);
  if (/[?#]|\/\/[^/]*@/.test(href))
    throw new TypeError("the base URL has a query or credentials");
  return (url.startsWith("/") ? href.replace(/\/+$/, "") : href) + url;
}
