import { fieldValue } from "./header.js";
import { percentEncode, textOf } from "./text.js";

/** How the credential of a security scheme goes on the wire. */
export interface SecurityUse {
  /** That of the security scheme. */
  readonly name: string;
  /** `basic` and `http` are the header `Authorization`. */
  readonly kind: "basic" | "http" | "header" | "query" | "cookie";
  /** The authentication scheme, for `http`: `Bearer`. */
  readonly scheme?: string;
  /** The name of the header, query parameter or cookie. */
  readonly parameter?: string;
}

/** Credentials of HTTP Basic authentication (RFC 7617). The user name has no colon. */
export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}

/** In place of the value of a cookie: the browser has it and sends it, no script can read it (`HttpOnly`). */
export const browserCookie: unique symbol = Symbol("browserCookie");

/** The value of a cookie, or that the browser has it. */
export type CookieCredential = string | typeof browserCookie;

/**
 * Path, query and headers of a request, with the credentials of the first security alternative that has all of
 * its own. Throws a `TypeError` that names the schemes, never a credential, where none has.
 */
export function authorize(
  {
    url,
    headers: described,
    security = [],
  }: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly security?: readonly (readonly SecurityUse[])[];
  },
  auth: unknown,
): {
  url: string;
  headers: Record<string, string>;
  /** Whether the browser has to add a cookie. */
  isInBrowser: boolean;
} {
  const credentials = new Map<string, unknown>(Object.entries(auth ?? {}));
  const headers = { ...described };
  let isInBrowser = false;
  const uses = security.find((all) =>
    all.every(({ name }) => credentials.get(name) !== undefined),
  );
  if (uses === undefined && security.length > 0) {
    const names = security.map((all) =>
      all.map(({ name }) => name).join(" and "),
    );
    throw new TypeError(`credentials are missing: ${names.join(" or ")}`);
  }
  for (const use of uses ?? []) {
    const { name, kind, scheme = "", parameter = "authorization" } = use;
    const credential = credentials.get(name);
    if (kind === "cookie" && credential === browserCookie) {
      isInBrowser = true;
      continue;
    }
    const text =
      kind === "basic"
        ? basicToken(name, credential as BasicCredentials)
        : textOf(name, credential);
    const pair = `${percentEncode(parameter)}=${percentEncode(text)}`;
    if (kind === "query") url += (url.includes("?") ? "&" : "?") + pair;
    else if (kind === "cookie")
      headers["cookie"] = [headers["cookie"] ?? [], pair].flat().join("; ");
    else
      headers[parameter.toLowerCase()] = fieldValue(name, `${scheme} ${text}`);
  }
  return { url, headers, isInBrowser };
}

/** `Basic` and what stands for user name and password: their UTF-8 in base64. */
function basicToken(
  name: string,
  { username, password }: BasicCredentials,
): string {
  const user = textOf(name, username);
  if (user.includes(":"))
    throw new TypeError(`the user of "${name}" has a colon`);
  const bytes = new TextEncoder().encode(`${user}:${textOf(name, password)}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
