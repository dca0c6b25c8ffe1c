import type { Server } from "../../model/api.js";

/**
 * Whether a URL is below one of the servers of a description. A variable with an `enum` has those values. Another one
 * has its default, or, where it is a part of a host name or of the path, any text without a separator: a description
 * cannot open every host by `https://{host}`.
 * @param base the URL of the description, which relative server URLs are resolved against; undefined if it is a file
 */
export function isBelowServer(
  target: URL,
  servers: readonly Server[],
  base?: string,
): boolean {
  const address = target.origin + target.pathname;
  return servers.some((server) =>
    beginnings(server).some((url) => {
      const pattern = serverPattern(server, absolute(url, base));
      return pattern?.test(address) === true;
    }),
  );
}

/** The URL of a server, for each value of a variable that it begins with: of a scheme, or of all up to the path. */
function beginnings({ url, variables }: Server): readonly string[] {
  const [first, name = ""] = /^\{([^{}]*)\}/u.exec(url) ?? [];
  if (first === undefined) return [url];
  const variable = variables.find((each) => each.name === name);
  const values = [...(variable?.enum ?? []), variable?.default ?? ""];
  return values.map((value) => value + url.slice(first.length));
}

function serverPattern(server: Server, template: string): RegExp | undefined {
  const parts = /^(https?):\/\/([^/?#]*)([^?#]*)/iu.exec(template);
  if (parts === null) return undefined;
  const [, scheme = "", authority = "", path = ""] = parts;
  if (authority.includes("@")) return undefined;
  const host = expression(server, authority.toLowerCase(), (before, after) =>
    // A whole host name, or its end, would be any server there is.
    /^[^:{}]*\.[^.:{}]+\.[^.:{}]+/u.test(after)
      ? "[a-z0-9-]+"
      : /:$/u.test(before)
        ? "\\d+"
        : undefined,
  );
  const folder = expression(server, path.replace(/\/+$/u, ""), () => "[^/]+");
  if (host === undefined || folder === undefined) return undefined;
  const port = defaultPorts[scheme.toLowerCase()] ?? "";
  const bare = host.replace(new RegExp(`:${port}$`, "u"), "");
  return new RegExp(`^${scheme.toLowerCase()}://${bare}${folder}(?:/|$)`, "u");
}

const defaultPorts: Readonly<Record<string, string>> = {
  http: "80",
  https: "443",
};

function absolute(url: string, base: string | undefined): string {
  if (base === undefined || /^[a-z][a-z\d+.-]*:/iu.test(url)) return url;
  if (url.includes("{")) return url;
  return URL.canParse(url, base) ? new URL(url, base).href : url;
}

/**
 * A part of a template as a regular expression; undefined if a variable has no value.
 * @param free the expression of a variable without `enum`, by the text before and after it; undefined for its default
 */
function expression(
  { variables }: Server,
  template: string,
  free: (before: string, after: string) => string | undefined,
): string | undefined {
  let source = "";
  let end = 0;
  for (const match of template.matchAll(/\{([^{}]*)\}/gu)) {
    const [whole, name = ""] = match;
    const before = template.slice(0, match.index);
    const after = template.slice(match.index + whole.length);
    const variable = variables.find(
      (each) => each.name.toLowerCase() === name.toLowerCase(),
    );
    const given = variable?.default === undefined ? [] : [variable.default];
    const values = (variable?.enum ?? given).map(escapeSource);
    const any = variable?.enum === undefined ? free(before, after) : undefined;
    const choices = any === undefined ? values : [any, ...values];
    if (choices.length === 0) return undefined;
    source += `${escapeSource(template.slice(end, match.index))}(?:${choices.join("|")})`;
    end = match.index + whole.length;
  }
  return source + escapeSource(template.slice(end));
}

function escapeSource(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
}
