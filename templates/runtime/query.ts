import {
  type Encode,
  exploded,
  isPresent,
  isRecord,
  joined,
  nestedEntries,
  jsonText,
  percentEncode,
  textOf,
} from "./text.js";

/** Puts the parts of a query together, `?` included. Empty parts are parameters without a value. */
export function queryString(...parts: readonly string[]): string {
  const text = parts.filter((part) => part !== "").join("&");
  return text && `?${text}`;
}

/** Style `form`, exploded (RFC 6570 §3.2.8): `name=a&name=b`; of an object `k=v&k=v`. */
export function queryForm(
  name: string,
  value: unknown,
  encode: Encode = percentEncode,
): string {
  return exploded(name, value, "&", encode);
}

/** Styles `form`, `spaceDelimited` and `pipeDelimited`, not exploded: `name=a,b`; of an object `name=k,v`. */
export function queryList(
  name: string,
  value: unknown,
  delimiter = ",",
  encode: Encode = percentEncode,
): string {
  const text = joined(name, value, delimiter, delimiter, encode);
  return text === undefined ? "" : `${percentEncode(name)}=${text}`;
}

/** Style `deepObject`: `name[k]=v`, the brackets percent-encoded. Values within values are refused. */
export function queryDeepObject(
  name: string,
  value: unknown,
  encode: Encode = percentEncode,
): string {
  if (!isPresent(value)) return "";
  if (!isRecord(value)) throw new TypeError(`"${name}" is not an object`);
  return Object.entries(value)
    .filter(([, member]) => isPresent(member))
    .map(
      ([key, member]) =>
        `${percentEncode(textOf(name, `${name}[${key}]`))}=${encode(textOf(name, member))}`,
    )
    .join("&");
}

/**
 * `deepObject` for values within values, as `qs` and PHP read it: `name[k][0]=v`.
 * @param item what stands for the index of an item of a list: `[]` as Rack reads it, or nothing
 */
export function queryNested(
  name: string,
  value: unknown,
  encode: Encode = percentEncode,
  item?: string,
): string {
  return nestedEntries(name, value, item)
    .map(([key, text]) => `${percentEncode(key)}=${encode(text)}`)
    .join("&");
}

/** A value as JSON (a parameter described by `content`): `name={"a":1}`, percent-encoded. */
export function queryJson(name: string, value: unknown): string {
  return value === undefined
    ? ""
    : `${percentEncode(name)}=${percentEncode(jsonText(name, value))}`;
}

/** The whole query as JSON (OpenAPI 3.2, `in: querystring`). */
export function wholeQueryJson(name: string, value: unknown): string {
  return value === undefined ? "" : percentEncode(jsonText(name, value));
}

/** The whole query as text (OpenAPI 3.2, `in: querystring`). */
export function wholeQuery(
  name: string,
  value: unknown,
  encode: Encode = percentEncode,
): string {
  return isPresent(value) ? encode(textOf(name, value)) : "";
}
