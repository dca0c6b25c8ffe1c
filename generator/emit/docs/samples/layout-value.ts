import type { JsonObject, JsonValue } from "../../../model/json.js";
import { stringWidth } from "../text/string-width.js";
import { CodeWriter } from "./code-writer.js";

/** How a language spells what JSON spells otherwise. */
export interface Spelling {
  readonly key: (name: string) => string;
  readonly string: (text: string) => string;
  readonly trailingComma: boolean;
  /** Whether a string that does not fit goes to a line of its own below its key, unless the key is very short. */
  readonly breaksAfterKey: boolean;
  /** What stands for a value that the language has no literal of; looked up by identity. */
  readonly names?: ReadonlyMap<JsonValue, string>;
}

const jsonSpelling: Spelling = {
  key: (name) => JSON.stringify(name),
  string: (text) => JSON.stringify(text),
  trailingComma: false,
  breaksAfterKey: false,
};

const lineWidth = 80;
const longestShortKey = 4;

/** A value as JSON. */
export function jsonCode(value: JsonValue): string {
  const writer = new CodeWriter();
  layoutValue(value, jsonSpelling, writer);
  return writer.text;
}

/**
 * Writes a value of JSON as prettier lays it out when every object that is not empty is spread over lines: lists
 * stay on a line where they fit.
 * @param indent columns before the value's lines
 * @param column where the value begins on its first line
 */
export function layoutValue(
  value: JsonValue,
  spelling: Spelling,
  writer: CodeWriter,
  indent = 0,
  column = indent,
): void {
  const name = spelling.names?.get(value);
  if (name !== undefined) {
    const call = /^(.*?\()(.*)\)$/s.exec(name);
    const isLong = column + stringWidth(name) + 1 > lineWidth;
    const inner = " ".repeat(indent + 2);
    writer.plain(
      call !== null && isLong
        ? `${call[1]}\n${inner}${call[2]},\n${" ".repeat(indent)})`
        : name,
    );
  } else if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    writeArray(items, spelling, writer, indent, column);
  } else if (typeof value === "object" && value !== null) {
    writeObject(value as JsonObject, spelling, writer, indent);
  } else {
    writeScalar(value as Scalar, spelling, writer);
  }
}

type Scalar = string | number | boolean | null;

function writeScalar(
  value: Scalar,
  spelling: Spelling,
  writer: CodeWriter,
): void {
  writer.plain(scalarText(value, spelling));
}

function scalarText(value: Scalar, spelling: Spelling): string {
  if (typeof value === "string") return spelling.string(value);
  return typeof value === "number" ? numberText(value) : String(value);
}

/** As prettier spells it, in JSON and in TypeScript: without the plus of an exponent. */
function numberText(value: number): string {
  return String(value).replace("e+", "e");
}

function writeObject(
  value: JsonObject,
  spelling: Spelling,
  writer: CodeWriter,
  indent: number,
): void {
  const entries = Object.entries(value);
  if (entries.length === 0) {
    writer.plain("{}");
    return;
  }
  const inner = " ".repeat(indent + 2);
  writer.plain("{\n");
  entries.forEach(([name, member], index) => {
    const key = spelling.key(name);
    const keyWidth = stringWidth(key);
    const column = indent + 2 + keyWidth + 2;
    const isBroken =
      spelling.breaksAfterKey &&
      typeof member === "string" &&
      keyWidth > longestShortKey &&
      column + stringWidth(spelling.string(member)) + 1 > lineWidth;
    writer.plain(inner).plain(key);
    writer.plain(isBroken ? `:\n${inner}  ` : ": ");
    layoutValue(member, spelling, writer, indent + 2, column);
    writer.plain(comma(index, entries.length, spelling));
  });
  writer.plain(`${" ".repeat(indent)}}`);
}

function writeArray(
  items: readonly JsonValue[],
  spelling: Spelling,
  writer: CodeWriter,
  indent: number,
  column: number,
): void {
  if (items.length === 0) {
    writer.plain("[]");
    return;
  }
  // The comma that may follow counts, as it does for prettier where one does: only a root has none.
  const room = lineWidth - column - (indent > 0 ? 1 : 0);
  if (fitsOnLine(items, spelling, room)) {
    writeFlat(items, spelling, writer);
    return;
  }
  const inner = " ".repeat(indent + 2);
  writer.plain("[\n");
  if (items.length > 1 && items.every((item) => typeof item === "number")) {
    fillNumbers(items, spelling, writer, indent + 2);
  } else {
    items.forEach((item, index) => {
      writer.plain(inner);
      layoutValue(item, spelling, writer, indent + 2);
      writer.plain(comma(index, items.length, spelling));
    });
  }
  writer.plain(`${" ".repeat(indent)}]`);
}

function fitsOnLine(
  items: readonly JsonValue[],
  spelling: Spelling,
  room: number,
): boolean {
  if (items.length > room || isBroken(items)) return false;
  const flat = new CodeWriter();
  writeFlat(items, spelling, flat);
  return stringWidth(flat.text) <= room;
}

/** Whether a list is spread over lines whatever its length. */
function isBroken(items: readonly JsonValue[]): boolean {
  if (items.some(hasMembers)) return true;
  const areLists = items.every(
    (item) => Array.isArray(item) && item.length > 1,
  );
  return items.length > 1 && areLists;
}

function hasMembers(value: JsonValue): boolean {
  if (Array.isArray(value)) return isBroken(value as readonly JsonValue[]);
  return (
    typeof value === "object" && value !== null && Object.keys(value).length > 0
  );
}

function writeFlat(
  items: readonly JsonValue[],
  spelling: Spelling,
  writer: CodeWriter,
): void {
  writer.plain("[");
  items.forEach((item, index) => {
    if (index > 0) writer.plain(", ");
    const name = spelling.names?.get(item);
    if (name !== undefined) {
      writer.plain(name);
    } else if (Array.isArray(item)) {
      writeFlat(item as readonly JsonValue[], spelling, writer);
    } else if (typeof item === "object" && item !== null) {
      writer.plain("{}");
    } else {
      writeScalar(item as Scalar, spelling, writer);
    }
  });
  writer.plain("]");
}

/** Numbers fill their lines. */
function fillNumbers(
  items: readonly number[],
  spelling: Spelling,
  writer: CodeWriter,
  indent: number,
): void {
  let column = indent;
  writer.plain(" ".repeat(indent));
  items.forEach((item, index) => {
    const text = numberText(item);
    const isLast = index === items.length - 1;
    const width = text.length + (isLast && !spelling.trailingComma ? 0 : 1);
    if (index > 0) {
      const fits = column + 1 + width <= lineWidth;
      writer.plain(fits ? " " : `\n${" ".repeat(indent)}`);
      column = fits ? column + 1 : indent;
    }
    writer.plain(text);
    if (!isLast || spelling.trailingComma) writer.plain(",");
    column += width;
  });
  writer.plain("\n");
}

function comma(index: number, length: number, spelling: Spelling): string {
  return index < length - 1 || spelling.trailingComma ? ",\n" : "\n";
}
