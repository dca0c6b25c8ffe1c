import { cookieHeader, fieldValue } from "./header.js";
import type { HttpRequest } from "./request.js";
import { percentEncode, textOf } from "./text.js";

/** How the credential of a security scheme goes on the wire; `none` is nothing of the request's (mutual TLS). */
export type SecurityUse =
  | { readonly name: string; readonly kind: "basic" }
  | { readonly name: string; readonly kind: "none" }
  | { readonly name: string; readonly kind: "http"; readonly scheme: string }
  | {
      readonly name: string;
      readonly kind: "header" | "query" | "cookie";
      readonly parameter: string;
    };

/** Credentials of HTTP Basic authentication (RFC 7617). The user name has no colon. */
export interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}

/**
 * Path, query and headers of a request, with the credentials of the first security alternative that has all of
 * its own. Throws a `TypeError` that names the schemes, never a credential, where none has.
 */
export function authorize(
  request: HttpRequest,
  auth: unknown,
): { url: string; headers: Record<string, string> } {
  const credentials = new Map(Object.entries(auth ?? {}));
  const alternatives = request.security ?? [];
  const alternative = alternatives.find((uses) =>
    uses.every(
      ({ name, kind }) =>
        kind === "none" || credentials.get(name) !== undefined,
    ),
  );
  if (alternative === undefined && alternatives.length > 0) {
    const wanted = alternatives.map((uses) =>
      uses.map(({ name }) => name).join(" and "),
    );
    throw new TypeError(`credentials are missing: ${wanted.join(", or ")}`);
  }
  let { url } = request;
  const headers = { ...request.headers };
  for (const use of alternative ?? []) {
    const credential: unknown = credentials.get(use.name);
    if (use.kind === "none") continue;
    if (use.kind === "basic") {
      headers["authorization"] =
        `Basic ${basicToken(use.name, credential as BasicCredentials)}`;
      continue;
    }
    const text = textOf(use.name, credential);
    if (use.kind === "http") {
      headers["authorization"] = fieldValue(use.name, `${use.scheme} ${text}`);
    } else if (use.kind === "header") {
      headers[use.parameter.toLowerCase()] = fieldValue(use.name, text);
    } else {
      const pair = `${percentEncode(use.parameter)}=${percentEncode(text)}`;
      if (use.kind === "query") url += (url.includes("?") ? "&" : "?") + pair;
      else
        headers["cookie"] = cookieHeader(headers["cookie"] ?? "", pair) ?? pair;
    }
  }
  return { url, headers };
}

function basicToken(
  name: string,
  { username, password }: BasicCredentials,
): string {
  const user = textOf(name, username);
  if (user.includes(":"))
    throw new TypeError(`the user name of "${name}" has a colon`);
  const bytes = new TextEncoder().encode(`${user}:${textOf(name, password)}`);
  return btoa(String.fromCharCode(...bytes));
}
