import {
  type Encode,
  entriesOf,
  jsonText,
  joined,
  percentEncode,
  textOf,
} from "./text.js";

/**
 * A primitive value as a whole segment of the path (style `simple`). Throws a `TypeError` that names the
 * parameter where the segment would be empty or a dot segment, which would lead to another route.
 */
export function pathSegment(name: string, value: unknown): string {
  return segment(name, percentEncode(textOf(name, value)));
}

/**
 * A text as several segments of the path (RFC 6570 §3.2.3, narrowed): its slashes stay, all else is encoded as in one
 * segment. Throws a `TypeError` where a segment would be a dot segment, or the first one empty.
 */
export function pathSegments(name: string, value: unknown): string {
  return textOf(name, value)
    .split("/")
    .map((text, index) =>
      index > 0 && text === "" ? "" : pathSegment(name, text),
    )
    .join("/");
}

/** Style `simple` (RFC 6570 §3.2.2): a primitive, a list or an object. Throws where there is no value. */
export function pathSimple(
  name: string,
  value: unknown,
  explode: boolean,
  encode: Encode = percentEncode,
): string {
  return required(name, joined(name, value, ",", explode ? "=" : ",", encode));
}

/** Style `label` (RFC 6570 §3.2.5): `.a,b`, exploded `.a.b`. Throws where there is no value. */
export function pathLabel(
  name: string,
  value: unknown,
  explode: boolean,
  encode: Encode = percentEncode,
): string {
  const delimiter = explode ? "." : ",";
  const text = joined(name, value, delimiter, explode ? "=" : ",", encode);
  return `.${text ?? required(name, text)}`;
}

/** Style `matrix` (RFC 6570 §3.2.7): `;name=a,b`, exploded `;name=a;name=b`. Throws where there is no value. */
export function pathMatrix(
  name: string,
  value: unknown,
  explode: boolean,
  encode: Encode = percentEncode,
): string {
  const pairs: [key: string, text: string][] = explode
    ? entriesOf(name, value).map(([key = name, text]) => [key, encode(text)])
    : [[name, joined(name, value, ",", ",", encode) ?? required(name, "")]];
  const text = pairs.map(
    ([key, item]) => `;${percentEncode(key)}${item && "="}${item}`,
  );
  return required(name, text.join(""));
}

/** A value as JSON (a parameter described by `content`). Throws where there is no value. */
export function pathJson(name: string, value: unknown): string {
  return percentEncode(required(name, jsonText(name, value)));
}

/** `allowReserved` in a path: as in a query, but what ends the segment or the path (`/`, `?`) is encoded. */
export function keepReservedInPath(text: string): string {
  return text.replace(
    /(%[\dA-Fa-f]{2})|[^\w\-.~:@![\]$&'()*+,;=]/gu,
    (character, triple?: string) => triple ?? encodeURIComponent(character),
  );
}

/** Passes a whole segment of the path on. Throws where it is empty or a dot segment (RFC 3986 §3.3). */
export function segment(name: string, text: string): string {
  if (/^(\.|%2e){0,2}$/i.test(text)) {
    throw new TypeError(`"${name}" would change the route`);
  }
  return text;
}

function required(name: string, text: string | undefined): string {
  if (!text)
    throw new TypeError(`"${name}" has no value, and a path needs one`);
  return text;
}
