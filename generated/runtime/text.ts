/** Turns text into what may stand at one place of a request. */
export type Encode = (text: string) => string;

/**
 * The text of a primitive value: a `Date` as RFC 3339, a number as JavaScript writes it.
 * Throws a `TypeError` that names the place for everything that has no exact text: `NaN`, an invalid date,
 * a lone surrogate, an object, nothing at all.
 */
export function textOf(name: string, value: unknown): string {
  const isExact =
    typeof value === "string"
      ? !/\p{Cs}/u.test(value)
      : typeof value === "boolean" ||
        typeof value === "bigint" ||
        Number.isFinite(value);
  if (isExact) return String(value);
  if (isDate(value)) return value.toISOString();
  throw new TypeError(`"${name}" has no text`);
}

/** The text of a full date (RFC 3339 §5.6): the UTC day of a `Date`, anything else as `textOf` has it. */
export function dateOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dateOf);
  return isDate(value) ? value.toISOString().slice(0, 10) : value;
}

function isDate(value: unknown): value is Date {
  return value instanceof Date && Number.isFinite(value.getTime());
}

/** Percent-encodes all but the unreserved characters of RFC 3986 §2.3. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `allowReserved` in a query: reserved characters but `#`, and `%` with two hexadecimal digits, stay as they are. */
export function keepReserved(text: string): string {
  return text.replace(
    /(%[\dA-Fa-f]{2})|[^\w\-.~:/?@![\]$&'()*+,;=]/gu,
    (character, triple?: string) => triple ?? encodeURIComponent(character),
  );
}

/**
 * The primitive values within a value, each with its way there in brackets: `name[key][0]`.
 * @param item what stands for the index of an item of a list: `[]` or nothing
 */
export function nestedEntries(
  name: string,
  value: unknown,
  item?: string,
): [key: string, text: string][] {
  if (!isPresent(value)) return [];
  if (!Array.isArray(value) && !isRecord(value)) {
    return [[textOf(name, name), textOf(name, value)]];
  }
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, member]) =>
    nestedEntries(
      name + (isList && item !== undefined ? item : `[${key}]`),
      member,
      item,
    ),
  );
}

/**
 * The values that a parameter consists of, each with its key where it is a member of an object. What is null
 * or undefined is left out (RFC 6570 §2.3). A value within a value, of which no style says how it is written, is
 * JSON.
 */
export function entriesOf(
  name: string,
  value: unknown,
): [key: string | undefined, text: string][] {
  if (!isPresent(value)) return [];
  if (Array.isArray(value)) {
    return value
      .filter(isPresent)
      .map((item) => [undefined, itemText(name, item)]);
  }
  if (!isRecord(value)) return [[undefined, textOf(name, value)]];
  return Object.entries(value)
    .filter(([, member]) => isPresent(member))
    .map(([key, member]) => [
      textOf(name, key),
      itemText(`${name}.${key}`, member),
    ]);
}

/** The text of a value by itself: a primitive as `textOf` has it, a list or an object as JSON. */
export function itemText(name: string, value: unknown): string {
  return Array.isArray(value) || isRecord(value)
    ? jsonText(name, value)
    : textOf(name, value);
}

/** `a,b` or, of an object, `k,v,k,v` (`k=v,k=v` where exploded). Undefined where there is no value. */
export function joined(
  name: string,
  value: unknown,
  delimiter: string,
  assign: string,
  encode: Encode,
): string | undefined {
  const entries = entriesOf(name, value).map(([key, text]) =>
    key === undefined ? encode(text) : encode(key) + assign + encode(text),
  );
  return entries.length === 0 ? undefined : entries.join(delimiter);
}

/** `name=a&name=b` or, of an object, `k=v&k=v`, with the delimiter given. Empty where there is no value. */
export function exploded(
  name: string,
  value: unknown,
  delimiter: string,
  encode: Encode,
  encodeName: Encode = percentEncode,
): string {
  return entriesOf(name, value)
    .map(([key = name, text]) => `${encodeName(key)}=${encode(text)}`)
    .join(delimiter);
}

/** JSON text. Throws a `TypeError` for what JSON cannot say, instead of sending `null`. */
export function jsonText(name: string, value: unknown): string {
  return JSON.stringify(
    value,
    function (this: Record<string, unknown>, key: string, member: unknown) {
      const source = this[key];
      if (typeof source === "number" || source instanceof Date)
        textOf(key || name, source);
      return member;
    },
  );
}

/** True for an object of named members: not null, not a list, not a `Date`, `Blob`, `URL` or `Map`. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** A member of the caller's object itself, for names such as `constructor` that every object has. */
export function ownValue(values: object | undefined, name: string): unknown {
  return new Map<string, unknown>(Object.entries(values ?? {})).get(name);
}

/** Passes the members of a body on. Throws a `TypeError` where it is no object of named members. */
export function recordOf(body: unknown): Record<string, unknown> {
  if (!isRecord(body)) throw new TypeError("the body is not an object");
  return body;
}

export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}
