import {
  exploded,
  isPresent,
  joined,
  jsonText,
  percentEncode,
  textOf,
} from "./text.js";

/** The headers that have a value. */
export function presentHeaders(
  headers: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const present = Object.entries(headers).filter((entry) =>
    isPresent(entry[1]),
  );
  return Object.fromEntries(present) as Record<string, string>;
}

/** The header `Accept`: the chosen media type before those of errors, or all of them. */
export function acceptHeader(
  chosen: string | undefined,
  all: string,
  errors = "",
): string {
  const others = errors
    .split(", ")
    .filter((type) => type !== "" && type !== chosen);
  return chosen === undefined ? all : [chosen, ...others].join(", ");
}

/** Style `simple` of a header: nothing is encoded. Throws a `TypeError` for what no header can carry. */
export function headerValue(
  name: string,
  value: unknown,
  explode = false,
): string | undefined {
  const text = joined(name, value, ",", explode ? "=" : ",", String);
  return text === undefined ? undefined : fieldValue(name, text);
}

/** A header as JSON (a parameter described by `content`); what is not ASCII is escaped. */
export function headerJson(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return jsonText(name, value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Passes a field value on, without blanks at its ends, which belong to no value (RFC 9110 §5.5). Throws a `TypeError` that names the header, never its value, for line
 * ends, other control characters, and what lies beyond Latin-1, which `fetch` cannot send.
 */
export function fieldValue(name: string, text: string): string {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(text)) {
    throw new TypeError(`"${name}" cannot go into a header`);
  }
  return text.replace(/^[\t ]+|[\t ]+$/g, "");
}

/** The `Cookie` header. Undefined where no cookie has a value. */
export function cookieHeader(
  ...cookies: readonly string[]
): string | undefined {
  return cookies.filter((cookie) => cookie !== "").join("; ") || undefined;
}

/** Style `form` of a cookie, exploded: percent-encoded, one cookie for each value. */
export function cookieForm(
  name: string,
  value: unknown,
  encode: (text: string) => string = percentEncode,
): string {
  return exploded(name, value, "; ", encode);
}

/** Style `form` of a cookie, not exploded: `name=a,b`, percent-encoded. */
export function cookieList(
  name: string,
  value: unknown,
  encode: (text: string) => string = percentEncode,
): string {
  const text = joined(name, value, ",", ",", encode);
  return text === undefined ? "" : `${percentEncode(name)}=${text}`;
}

/** Style `cookie` (OpenAPI 3.2): as given. Throws a `TypeError` for what would end the cookie or the header. */
export function cookieRaw(
  name: string,
  value: unknown,
  explode: boolean,
): string {
  const check = (text: string): string => cookieText(name, text);
  if (explode) return exploded(name, value, "; ", check, check);
  const text = joined(name, value, ",", ",", check);
  return text === undefined ? "" : `${name}=${text}`;
}

/** A cookie as JSON (a parameter described by `content`), percent-encoded. */
export function cookieJson(name: string, value: unknown): string {
  return value === undefined
    ? ""
    : `${percentEncode(name)}=${percentEncode(jsonText(name, value))}`;
}

/** A cookie as text of a media type of its own, as given. */
export function cookieContent(name: string, value: unknown): string {
  return isPresent(value)
    ? `${percentEncode(name)}=${cookieText(name, textOf(name, value))}`
    : "";
}

/** `allowReserved` in a cookie: reserved characters stay, but the one that ends the cookie. */
export function keepReservedInCookie(text: string): string {
  return text.replace(
    /(%[\dA-Fa-f]{2})|[^\w\-.~:/?#@![\]$&'()*+,=]/gu,
    (character, triple?: string) =>
      triple ?? (character === ";" ? "%3B" : encodeURIComponent(character)),
  );
}

function cookieText(name: string, text: string): string {
  if (/[^\x20-\x7e]|;/.test(text)) {
    throw new TypeError(`"${name}" cannot go into a cookie`);
  }
  return text;
}
