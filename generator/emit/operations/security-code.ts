import { code, joinCode, type Code } from "../../code/code.js";
import { jsonLiteral, propertyKey } from "../../code/literals.js";
import type { Api, Operation, SecurityScheme } from "../../model/api.js";
import type { JsonObject } from "../../model/json.js";
import { runtimeType } from "../runtime-symbols.js";

/**
 * The request's `security`: how each alternative's credentials go on the wire. One without credentials comes last, or
 * given ones would never be sent. Undefined where none are asked for.
 */
export function securityCode(operation: Operation, api: Api): Code | undefined {
  const alternatives = schemesOf(operation, api).map((schemes) =>
    schemes.flatMap((scheme) => {
      const use = useOf(scheme);
      return use === undefined ? [] : [{ name: scheme.name, ...use }];
    }),
  );
  if (alternatives.length === 0) return undefined;
  return jsonLiteral([
    ...alternatives.filter((uses) => uses.length > 0),
    ...alternatives.filter((uses) => uses.length === 0),
  ]);
}

/**
 * A type that may not fit on a line is spread over lines from the start: prettier lays out a signature by whether the
 * object type in it is.
 */
const longestName = 40;

/**
 * The type of the credentials: an object with a member for each scheme, one such type for each alternative;
 * `undefined` among them where none are needed, `unknown` where none are ever used.
 */
export function credentialsType(operation: Operation, api: Api): Code {
  const alternatives = schemesOf(operation, api);
  if (alternatives.length === 0) return code`unknown`;
  const types = alternatives.map((schemes) => {
    const members = schemes.flatMap((scheme) => {
      const type = credentialType(scheme);
      return type === undefined
        ? []
        : [code`readonly ${propertyKey(scheme.name)}: ${type}`];
    });
    if (members.length === 0) return code`undefined`;
    const names = schemes.reduce((length, { name }) => length + name.length, 0);
    return members.length > 1 || names > longestName
      ? code`{\n${joinCode(members, code`;\n`)}\n}`
      : code`{ ${joinCode(members, code`; `)} }`;
  });
  return joinCode(types, code` | `);
}

/** The alternatives with their schemes; one that names an unknown scheme has been reported and is left out. */
export function schemesOf(
  { security }: Operation,
  { securitySchemes }: Api,
): SecurityScheme[][] {
  const byName = new Map(securitySchemes.map((one) => [one.name, one]));
  return security.flatMap(({ schemes }) => {
    const found = schemes.flatMap(({ name }) => byName.get(name) ?? []);
    return found.length === schemes.length ? [found] : [];
  });
}

/** Undefined where nothing goes into the request: mutual TLS is the connection's. */
function useOf(scheme: SecurityScheme): JsonObject | undefined {
  switch (scheme.kind) {
    case "apiKey":
      return { kind: scheme.in, parameter: scheme.parameter };
    case "http":
      return /^basic$/iu.test(scheme.scheme)
        ? { kind: "basic" }
        : { kind: "http", scheme: schemeName(scheme.scheme) };
    case "oauth2":
    case "openIdConnect":
      return { kind: "http", scheme: "Bearer" };
    case "mutualTLS":
      return undefined;
  }
}

/** The type of a scheme's credential; undefined if the request has none. */
export function credentialType(scheme: SecurityScheme): Code | undefined {
  const use = useOf(scheme);
  if (use === undefined) return undefined;
  if (use["kind"] === "basic") return code`${runtimeType.BasicCredentials}`;
  return use["kind"] === "cookie"
    ? code`${runtimeType.CookieCredential}`
    : code`string`;
}

/** Schemes are compared without regard to case (RFC 9110 §11.1); `Bearer` is how the registry writes it. */
function schemeName(scheme: string): string {
  return /^bearer$/iu.test(scheme) ? "Bearer" : scheme;
}
