import { type HttpBody, isStream } from "./request.js";
import { parseUrl } from "./url.js";

/**
 * The request that follows a redirect (RFC 9110 §15.4): on the same origin with the method and, after 307 and 308,
 * the body; to another origin without a body and without any header that could hold a secret. Undefined if that
 * cannot be done. Throws a `TypeError` if a URL is not of HTTP, or leads from https to http.
 */
export function redirected(
  { method, url, headers, signal }: Request,
  response: Response,
  body: HttpBody | undefined,
): Request | undefined {
  const location = response.headers.get("location");
  const to = location === null ? undefined : parseUrl(location, url);
  if (to === undefined) return undefined;
  const from = new URL(url);
  const isSame = to.origin === from.origin;
  const kind = `${response.status} ${method}`;
  const becomesGet = /^(303 .*|30[12] (GET|HEAD|POST)|30[78] (GET|HEAD))$/.test(
    kind,
  );
  const isRepeated = /^30[78]/.test(kind) && isSame && !isStream(body);
  if (!becomesGet && !isRepeated) return undefined;
  if (to.protocol !== "https:" && to.protocol !== from.protocol)
    throw new TypeError("the server redirects to an insecure URL");
  const kept = new Headers(
    isSame ? headers : { accept: headers.get("accept") ?? "*/*" },
  );
  if (becomesGet) kept.delete("content-type");
  return new Request(to.href, {
    method: becomesGet && method !== "HEAD" ? "GET" : method,
    headers: kept,
    body: (becomesGet ? undefined : body) ?? null,
    signal,
  });
}
