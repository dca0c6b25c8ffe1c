/** The methods that have a field of their own in the Path Item Object, as the field is called. */
export function isFixedMethod(field: string): boolean {
  return fixedMethods.has(field);
}

const fixedMethods: ReadonlySet<string> = new Set(
  "get put post delete options head patch trace query".split(" "),
);

/** Whether HTTP gives a request body no meaning under the method (RFC 9110 §9.3), and `fetch` sends none. */
export function hasNoBody(method: string): boolean {
  return /^(?:GET|HEAD|TRACE)$/u.test(method);
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const tokenAlone = new RegExp(`^${token}$`, "u");

/** True for a token of HTTP (RFC 9110 §5.6.2), such as a method. */
export function isToken(text: string): boolean {
  return tokenAlone.test(text);
}

/** Why a key of `paths` is no path template that requests can be sent to; undefined for one that is. */
export function pathProblem(path: string): string | undefined {
  if (!path.startsWith("/")) return "does not begin with a slash";
  if (path.startsWith("//")) return "begins with two slashes, which is a host";
  const literal = path.replace(/#.*$/su, "").replace(/\{[^{}]*\}/gu, "");
  if (/[{}]/u.test(literal)) return "has a brace without its partner";
  if (/[\p{Cc}\s"<>\\^`|]/u.test(literal)) {
    return "has a character that must be percent-encoded";
  }
  const dots = path
    .split("/")
    .some((segment) => /^(?:\.|%2e){1,2}$/iu.test(segment));
  return dots ? "has a dot segment, which clients fold away" : undefined;
}

/**
 * The status code, range or `default` that a key of `responses` names: text after a code is left out, `200-299` is
 * `2XX`, the letter case of ranges and of `default` does not count. Undefined for a key that begins with none of them.
 */
export function readStatus(key: string): string | undefined {
  const range = /^\s*([1-5])00\s*[-\u2013]\s*\1(?:99)\s*$/u.exec(key)?.[1];
  if (range !== undefined) return `${range}XX`;
  const match = /^\s*([1-5](?:\d\d|XX))(?![\dX])/iu.exec(key);
  if (match !== null) return match[1]?.toUpperCase();
  return /^\s*default\s*$/iu.test(key) ? "default" : undefined;
}

const typeName = `${token}/${token}`;
const parameter = `${token}=(?:${token}|"[^"\\\\]*")`;
const mediaType = new RegExp(
  `^${typeName}(?:[ \\t]*;[ \\t]*(?:${parameter})?)*$`,
  "u",
);
const wellFormed = new RegExp(`^(${typeName})\\s*(?:;|$)`, "u");
const parameters = new RegExp(`;[ \\t]*(${parameter})`, "gu");

/**
 * The media types that a key of `content` names: a media type as it is written; of one with malformed parameters what
 * is well-formed; each of several with commas between. None for a key without a type and a subtype.
 */
export function readMediaTypes(key: string): readonly string[] {
  if (mediaType.test(key)) return [key];
  const parts = key.split(",").map((part) => part.trim());
  return parts.flatMap((part) => {
    const type = wellFormed.exec(part)?.[1];
    if (type === undefined) return [];
    const kept = [...part.matchAll(parameters)].map((match) => match[1] ?? "");
    return [[type, ...kept].join("; ")];
  });
}
