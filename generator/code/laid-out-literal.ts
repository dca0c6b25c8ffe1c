import type { JsonObject, JsonValue } from "../model/json.js";
import { Code } from "./code.js";
import { isPlainName } from "./literals.js";
import { quoteString } from "./quote.js";

/** Where a literal stands. */
export interface LiteralPlace {
  /** How far the line is indented on which it begins. */
  readonly indent: number;
  /** The column at which it begins. */
  readonly column: number;
  /** How many letters follow its end on the same line. */
  readonly after: number;
}

const lineWidth = 80;

/**
 * A value of JSON as an expression in the layout that prettier gives it. Tests hold it against the layout of other
 * modules. Undefined where that depends on something that is not known here for sure, above all on how wide a letter
 * is.
 */
export function laidOutLiteral(
  value: JsonValue,
  place: LiteralPlace,
): Code | undefined {
  const text = layOut(value, place.indent, place.column, place.after);
  return text === undefined ? undefined : Code.fromTrustedParts([text]);
}

/** What a line begins with that is indented so far. */
export function marginCode(indent: number): Code {
  return Code.fromTrustedParts([" ".repeat(indent)]);
}

function layOut(
  value: JsonValue,
  indent: number,
  column: number,
  after: number,
): string | undefined {
  if (!isCompound(value)) return scalarText(value);
  const flat = flatText(value, lineWidth - column - after);
  if (flat !== tooLong) return flat;
  // What opens has to fit on its line; where it does not, what stands before it may be laid out otherwise.
  const isOpened = column < lineWidth && Object.keys(value).length > 0;
  if (!isOpened) return undefined;
  return isList(value)
    ? brokenList(value, indent)
    : brokenObject(value, indent);
}

/** One element a line, but for numbers, as many a line as there is room for. */
function brokenList(
  list: readonly JsonValue[],
  indent: number,
): string | undefined {
  const inner = indent + 2;
  const isFilled =
    list.length > 1 && list.every((element) => typeof element === "number");
  let text = "";
  let column = lineWidth;
  for (const element of list) {
    const part = layOut(element, inner, inner, 1);
    if (part === undefined) return undefined;
    if (isFilled && column + 1 + part.length < lineWidth) {
      text += ` ${part},`;
      column += part.length + 2;
    } else {
      text += `\n${" ".repeat(inner)}${part},`;
      column = inner + part.length + 1;
    }
  }
  return `[${text}\n${" ".repeat(indent)}]`;
}

/** One member a line. A text that is too long for its line stands on the next, if its key is not very short. */
function brokenObject(object: JsonObject, indent: number): string | undefined {
  const inner = indent + 2;
  const margin = `\n${" ".repeat(inner)}`;
  let text = "";
  for (const name of Object.keys(object)) {
    const key = keyText(name);
    if (key === undefined) return undefined;
    const value = object[name] as JsonValue;
    const column = inner + key.length + 2;
    const part = layOut(value, inner, column, 1);
    if (part === undefined) return undefined;
    const isTooLong = !isCompound(value) && column + part.length >= lineWidth;
    if (!isTooLong || key.length <= longestShortKey) {
      text += `${margin}${key}: ${part},`;
    } else if (typeof value === "string") {
      text += `${margin}${key}:${margin}  ${part},`;
    } else {
      return undefined;
    }
  }
  return `{${text}\n${" ".repeat(indent)}}`;
}

/** After a key of so many letters a line break would win next to nothing, and prettier makes none. */
const longestShortKey = 4;

const tooLong = Symbol("too long");

/**
 * The value on one line.
 * @param room how many letters there are for it
 */
function flatText(
  value: JsonValue,
  room: number,
): string | typeof tooLong | undefined {
  if (!isCompound(value)) {
    const text = scalarText(value);
    return text !== undefined && text.length > room ? tooLong : text;
  }
  if (isList(value)) return flatList(value, room);
  let text = "";
  for (const name of Object.keys(value)) {
    const key = keyText(name);
    if (key === undefined) return undefined;
    text += `${text === "" ? "{" : ","} ${key}: `;
    const part = flatText(value[name] as JsonValue, room - text.length);
    if (typeof part !== "string") return part;
    text += part;
  }
  const whole = text === "" ? "{}" : `${text} }`;
  return whole.length > room ? tooLong : whole;
}

function flatList(
  list: readonly JsonValue[],
  room: number,
): string | typeof tooLong | undefined {
  if (isAlwaysBroken(list)) return tooLong;
  let text = "[";
  for (const element of list) {
    if (text !== "[") text += ", ";
    const part = flatText(element, room - text.length);
    if (typeof part !== "string") return part;
    text += part;
  }
  return text.length >= room ? tooLong : `${text}]`;
}

/** Several objects, or several lists, each of more than one entry, are never put on one line. */
function isAlwaysBroken(list: readonly JsonValue[]): boolean {
  const [first] = list;
  if (list.length < 2 || first === undefined || !isCompound(first)) {
    return false;
  }
  return list.every(
    (element) =>
      isCompound(element) &&
      isList(element) === isList(first) &&
      Object.keys(element).length > 1,
  );
}

function isCompound(
  value: JsonValue,
): value is JsonObject | readonly JsonValue[] {
  return typeof value === "object" && value !== null;
}

function isList(
  value: JsonObject | readonly JsonValue[],
): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function scalarText(
  value: Exclude<JsonValue, JsonObject | readonly JsonValue[]>,
): string | undefined {
  if (typeof value === "string") return stringText(value);
  if (typeof value !== "number") return String(value);
  if (!Number.isFinite(value)) {
    throw new RangeError(`${value} is not a number of JSON`);
  }
  return String(value).replace("e+", "e");
}

/** Whether a name of letters beyond ASCII needs quotes is left open. */
function keyText(name: string): string | undefined {
  if (name === "__proto__") return '["__proto__"]';
  if (isPlainName(name)) return name;
  return /[^ -~]/.test(name) ? undefined : stringText(name);
}

/** In the quotes of which fewer stand within, double ones if there are as many of both. */
function stringText(value: string): string | undefined {
  const double = quoteString(value);
  if (!hasKnownWidth.test(double)) return undefined;
  if (!value.includes('"')) return double;
  const doubles = value.split('"').length;
  const singles = value.split("'").length;
  if (doubles <= singles) return double;
  const inner = double
    .slice(1, -1)
    .replace(/\\.|'/g, (part) =>
      part === '\\"' ? '"' : part === "'" ? "\\'" : part,
    );
  return `'${inner}'`;
}

/** ASCII, letters of Latin scripts, dashes, quotation marks, bullets and ellipses: each takes one column. */
const hasKnownWidth =
  /^[ -~\u00c0-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*$/;
