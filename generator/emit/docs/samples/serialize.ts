import type { NestedObjects } from "../../../config/config.js";
import type { ParameterStyle, Serialization } from "../../../model/api.js";
import type { JsonValue } from "../../../model/json.js";
import { isObject } from "../../../model/matches.js";
import { percentEncode } from "./percent-encode.js";

/** For `allowReserved`: reserved characters and percent-encoded triples pass. */
function encodeReserved(text: string): string {
  return text.replace(
    /%[\dA-Fa-f]{2}|[^A-Za-z0-9\-._~:/?[\]@!$&'()*+,;=]+/gu,
    (part) => (/^%[\dA-Fa-f]{2}$/.test(part) ? part : percentEncode(part)),
  );
}

type Encode = (text: string) => string;

/** A value in the path (RFC 6570, OpenAPI style table). */
export function pathText(
  name: string,
  value: JsonValue,
  serialization: Serialization,
): string {
  if (serialization.kind === "content")
    return percentEncode(contentText(value, serialization.mediaType));
  const { style, explode, hasSegments } = serialization;
  if (hasSegments && typeof value === "string")
    return value.split("/").map(percentEncode).join("/");
  if (style === "label") {
    const separator = explode ? "." : ",";
    return `.${listed(value, explode, percentEncode).join(separator)}`;
  }
  if (style === "matrix") return matrixText(name, value, explode);
  return listed(value, explode, percentEncode).join(",");
}

function matrixText(name: string, value: JsonValue, explode: boolean): string {
  const key = percentEncode(name);
  const pair = (text: string) => (text === "" ? `;${key}` : `;${key}=${text}`);
  if (!explode) return pair(listed(value, false, percentEncode).join(","));
  if (isObject(value))
    return listed(value, true, percentEncode)
      .map((text) => `;${text}`)
      .join("");
  return listed(value, true, percentEncode).map(pair).join("");
}

/** The pairs of a query parameter, encoded; also those of a form field that is serialized by style. */
export function queryPairs(
  name: string,
  value: JsonValue,
  serialization: Serialization,
): readonly string[] {
  const key = percentEncode(name);
  if (serialization.kind === "content")
    return [
      `${key}=${percentEncode(contentText(value, serialization.mediaType))}`,
    ];
  const { style, explode, allowReserved } = serialization;
  const encode = allowReserved ? encodeReserved : percentEncode;
  if (style === "deepObject") {
    return nestedPairs(name, value, serialization.nested).map(
      ([path, text]) => `${percentEncode(path)}=${encode(text)}`,
    );
  }
  const delimiter = delimiters[style] ?? ",";
  if (!explode || delimiter !== ",")
    return isEmpty(value)
      ? []
      : [`${key}=${listed(value, false, encode).join(delimiter)}`];
  if (isObject(value)) return listed(value, true, encode);
  return listed(value, true, encode).map((text) => `${key}=${text}`);
}

/** The primitives of a value in the style `deepObject`, each with its name in brackets. */
function nestedPairs(
  name: string,
  value: JsonValue,
  nested: NestedObjects | undefined,
): [path: string, text: string][] {
  if (value === null) return [];
  if (typeof value !== "object") return [[name, scalarText(value)]];
  const withoutIndex = { rack: "[]", repeated: "", brackets: undefined };
  const item =
    Array.isArray(value) && nested !== undefined && nested !== "refuse"
      ? withoutIndex[nested]
      : undefined;
  return Object.entries(value).flatMap(([key, member]) =>
    nestedPairs(name + (item ?? `[${key}]`), member, nested),
  );
}

const delimiters: { readonly [K in ParameterStyle]?: string } = {
  spaceDelimited: "%20",
  pipeDelimited: "%7C",
};

/** The value of a header, which is never encoded. */
export function headerText(
  value: JsonValue,
  serialization: Serialization,
): string {
  if (serialization.kind === "content")
    return contentText(value, serialization.mediaType);
  return listed(value, serialization.explode, (text) => text).join(",");
}

/** The pairs of a cookie. */
export function cookiePairs(
  name: string,
  value: JsonValue,
  serialization: Serialization,
): readonly string[] {
  if (serialization.kind === "style" && serialization.style === "cookie")
    return [`${name}=${listed(value, false, (text) => text).join(",")}`];
  return queryPairs(name, value, serialization);
}

/** A whole query string given as one value (3.2's `in: querystring`). */
export function queryStringText(value: JsonValue, mediaType: string): string {
  if (!/urlencoded/i.test(mediaType) || !isObject(value))
    return percentEncode(contentText(value, mediaType));
  return Object.entries(value)
    .map(
      ([name, member]) =>
        `${percentEncode(name)}=${percentEncode(scalarText(member))}`,
    )
    .join("&");
}

/** Items, or `key,value` and `key=value` of members; null members vanish. */
function listed(
  value: JsonValue,
  explode: boolean,
  encode: Encode,
): readonly string[] {
  if (Array.isArray(value))
    return value
      .filter((item) => item !== null)
      .map((item) => encode(scalarText(item as JsonValue)));
  if (!isObject(value)) return [encode(scalarText(value))];
  return Object.entries(value)
    .filter(([, member]) => member !== null)
    .flatMap(([name, member]) => {
      const key =
        encode === encodeReserved ? percentEncode(name) : encode(name);
      const text = encode(scalarText(member));
      return explode ? [`${key}=${text}`] : [key, text];
    });
}

function isEmpty(value: JsonValue): boolean {
  return (
    value === null ||
    (Array.isArray(value) && value.length === 0) ||
    (isObject(value) && Object.keys(value).length === 0)
  );
}

/** A scalar as text; what is none, as JSON. */
export function scalarText(value: JsonValue): string {
  if (typeof value === "string") return value;
  return value === null ? "" : JSON.stringify(value);
}

function contentText(value: JsonValue, mediaType: string): string {
  const isText =
    /^text\/(?!json)/i.test(mediaType) && typeof value === "string";
  return isText ? value : JSON.stringify(value);
}
