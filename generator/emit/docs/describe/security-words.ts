import type { Api, Operation, SecurityScheme } from "../../../model/api.js";
import type { JsonValue } from "../../../model/json.js";
import { isObject } from "../../../model/matches.js";
import { code, enumerate, link, say, type Words } from "../text/words.js";

type SchemeByKind = {
  readonly [K in SecurityScheme["kind"]]: Extract<SecurityScheme, { kind: K }>;
};

/** How the credentials of a scheme are sent, in one phrase. */
export function schemeWords(scheme: SecurityScheme): Words {
  const print = schemePrinters[scheme.kind] as (
    scheme: SecurityScheme,
  ) => Words;
  return print(scheme);
}

const schemePrinters: {
  readonly [K in SecurityScheme["kind"]]: (scheme: SchemeByKind[K]) => Words;
} = {
  apiKey: (scheme) => {
    const places = {
      query: "the query parameter",
      header: "the header",
      cookie: "the cookie",
    };
    return say`an API key in ${places[scheme.in]} ${code(scheme.parameter)}`;
  },
  http: (scheme) => {
    const name = scheme.scheme.toLowerCase();
    if (name === "basic")
      return say`HTTP Basic authentication: a user name and a password in the header ${code("Authorization")}`;
    if (name === "bearer") {
      const format =
        scheme.bearerFormat === undefined ? "" : ` (${scheme.bearerFormat})`;
      return say`a bearer token${format} in the header ${code("Authorization")}`;
    }
    return say`the HTTP authentication scheme ${code(scheme.scheme)} in the header ${code("Authorization")}`;
  },
  oauth2: (scheme) => {
    const flows = Object.keys(scheme.flows).map((flow) => [code(flow)]);
    const by = flows.length === 0 ? [] : say` by ${enumerate(flows, "or")}`;
    return say`an OAuth 2 access token${by}, sent as a bearer token`;
  },
  openIdConnect: () => say`an OpenID Connect token, sent as a bearer token`,
  mutualTLS: () => say`a client certificate (mutual TLS)`,
};

/**
 * The credentials of an operation on one line: alternatives with their schemes by name, each linked to its
 * description on the index. Undefined if the description does not speak of credentials.
 */
export function credentialWords(
  { security, isPublic }: Pick<Operation, "security" | "isPublic">,
  api: Api,
): Words | undefined {
  if (isPublic === true) return say`none needed`;
  if (security.length === 0) return undefined;
  const known = new Map(api.securitySchemes.map((one) => [one.name, one]));
  const alternatives = security.map(({ schemes }) => {
    if (schemes.length === 0) return say`none`;
    const byName = [...schemes].sort((a, b) => (a.name < b.name ? -1 : 1));
    return enumerate(
      byName.map(({ name, scopes }) => {
        const scheme = known.get(name);
        const kind =
          scheme === undefined ? "" : shortNames[scheme.kind](scheme);
        return say`${kind}${link(name, authentication)}${scopeWords(scopes)}`;
      }),
      "and",
    );
  });
  return enumerate(alternatives, "or");
}

const authentication = {
  kind: "page",
  page: "index",
  anchor: "section-authentication",
} as const;

function scopeWords(scopes: readonly string[]): Words {
  if (scopes.length === 0) return [];
  const list = enumerate(
    scopes.map((scope) => [code(scope)]),
    "and",
  );
  return say` with ${scopes.length > 1 ? "scopes" : "scope"} ${list}`;
}

/** What kind of credentials a scheme asks for, before its name. */
const shortNames: {
  readonly [K in SecurityScheme["kind"]]: (scheme: SecurityScheme) => string;
} = {
  apiKey: () => "API key ",
  http: (scheme) =>
    scheme.kind === "http" && scheme.scheme.toLowerCase() === "basic"
      ? "HTTP Basic "
      : scheme.kind === "http" && scheme.scheme.toLowerCase() === "bearer"
        ? "bearer token "
        : "HTTP authentication ",
  oauth2: () => "OAuth 2 ",
  openIdConnect: () => "OpenID Connect ",
  mutualTLS: () => "client certificate ",
};

/** Addresses and scopes of the flows of a scheme. */
export function flowWords(scheme: SecurityScheme): readonly Words[] {
  if (scheme.kind === "openIdConnect")
    return [say`Discovery: ${code(scheme.url)}`];
  if (scheme.kind !== "oauth2") return [];
  return Object.entries(scheme.flows).flatMap(([flow, settings]) => {
    if (!isObject(settings)) return [];
    const lines: Words[] = [];
    for (const [key, label] of flowAddresses) {
      const url = settings[key];
      if (typeof url === "string")
        lines.push(say`${code(flow)}: ${label} ${code(url)}`);
    }
    for (const [scope, meaning] of scopesOf(settings["scopes"]))
      lines.push(say`${code(flow)}: scope ${code(scope)}${meaning}`);
    return lines;
  });
}

const flowAddresses = [
  ["authorizationUrl", "authorisation at"],
  ["tokenUrl", "tokens from"],
  ["refreshUrl", "renewal at"],
  ["deviceAuthorizationUrl", "device authorisation at"],
] as const;

function scopesOf(scopes: JsonValue | undefined): [string, string][] {
  if (!isObject(scopes)) return [];
  return Object.entries(scopes)
    .slice(0, 200)
    .map(([scope, meaning]) => [
      scope,
      typeof meaning === "string" && meaning !== "" ? `: ${meaning}` : "",
    ]);
}
