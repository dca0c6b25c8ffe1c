import type { JsonValue } from "../../model/json.js";
import { setMember } from "../parsed.js";
import { doubleQuotedValue, plainValue, singleQuotedValue } from "./scalars.js";
import { leadingSpaces } from "./trim-spaces.js";
import { uncertain } from "./uncertain.js";

/** Where the members of a list or a map stand, by key or index. */
export interface Places {
  readonly start: number;
  readonly members: Map<string, MemberPlace>;
}

/** Where a value begins, and where its key does, which is the same for an element. */
export interface MemberPlace {
  readonly keyStart: number;
  readonly start: number;
  /** The indentation of the block list or map that has been passed over here. */
  readonly passed?: number | undefined;
}

export type Container = readonly JsonValue[] | Record<string, JsonValue>;

/** The text, how far it has been read, and what the block and the flow readers share. */
export class Reader {
  readonly text: string;
  /** By list or map; absent where places are not wanted. */
  readonly places: Map<Container, Places> | undefined;
  offset = 0;
  #depth = 0;

  readonly #deepest: number;

  /** @param deepest how many levels of lists and maps are read */
  constructor(
    text: string,
    places: Map<Container, Places> | undefined,
    deepest = Infinity,
  ) {
    this.#deepest = deepest;
    this.text = text;
    this.places = places;
  }

  /** The code unit at the offset; NaN at the end. */
  get unit(): number {
    return this.text.charCodeAt(this.offset);
  }

  skipSpaces(): void {
    while (this.unit === space) this.offset += 1;
  }

  /** Moves over blanks and a comment to the line's end; uncertain where something else stands there. */
  endLine(): void {
    const before = this.offset;
    this.skipSpaces();
    const { unit } = this;
    if (unit === hash) {
      if (this.offset === before && before > 0) throw uncertain;
      this.offset = this.lineEnd();
    } else if (unit !== newline && this.offset < this.text.length) {
      throw uncertain;
    }
  }

  /**
   * Moves to the first text of the next line that has any, from the end of a line or the start of the text.
   * Gives its indentation, -1 at the end of the text.
   */
  nextLine(): number {
    for (;;) {
      if (this.unit === newline) this.offset += 1;
      const lineStart = this.offset;
      this.skipSpaces();
      const { unit } = this;
      if (unit === hash) this.offset = this.lineEnd();
      else if (Number.isNaN(unit)) return -1;
      else if (unit !== newline) {
        const indent = this.offset - lineStart;
        if (indent === 0 && isMarker(this.text, lineStart)) throw uncertain;
        return indent;
      }
    }
  }

  /** The indentation of the next line with text, without moving. */
  peekLine(): number {
    const { offset } = this;
    const indent = this.nextLine();
    this.offset = offset;
    return indent;
  }

  lineEnd(): number {
    const end = this.text.indexOf("\n", this.offset);
    return end < 0 ? this.text.length : end;
  }

  /** Reads a quoted scalar; its lines after the first must be indented deeper than `parentIndent`. */
  quoted(parentIndent: number): string {
    const isDouble = this.unit === doubleQuote;
    const start = this.offset + 1;
    const end = isDouble ? this.#doubleEnd(start) : this.#singleEnd(start);
    const raw = this.text.slice(start, end);
    if (raw.includes("\n")) checkIndent(raw, parentIndent);
    this.offset = end + 1;
    return isDouble ? doubleQuotedValue(raw) : singleQuotedValue(raw);
  }

  plain(start: number, end: number): JsonValue {
    return plainValue(this.text.slice(start, end));
  }

  /** Reads the members of a list or a map one level down. */
  nested<T extends Container>(
    container: T,
    start: number,
    read: () => void,
  ): T {
    this.#depth += 1;
    if (this.#depth > this.#deepest) throw uncertain;
    this.places?.set(container, { start, members: new Map() });
    read();
    this.#depth -= 1;
    return container;
  }

  /** Adds a member to a map; a key that stands twice is left to `yaml`. */
  addMember(
    map: Record<string, JsonValue>,
    key: string,
    value: JsonValue,
    keyStart: number,
    start: number,
    passed?: number,
  ): void {
    if (Object.hasOwn(map, key)) throw uncertain;
    setMember(map, key, value);
    this.places?.get(map)?.members.set(key, { keyStart, start, passed });
  }

  addElement(
    list: JsonValue[],
    value: JsonValue,
    start: number,
    passed?: number,
  ): void {
    const place = { keyStart: start, start, passed };
    this.places?.get(list)?.members.set(String(list.length), place);
    list.push(value);
  }

  #doubleEnd(start: number): number {
    for (let end = start; ; end += 1) {
      const unit = this.text.charCodeAt(end);
      if (unit === doubleQuote) return end;
      if (unit === backslash) end += 1;
      else if (Number.isNaN(unit)) throw uncertain;
    }
  }

  #singleEnd(start: number): number {
    let end = this.text.indexOf("'", start);
    while (end >= 0 && this.text.charCodeAt(end + 1) === singleQuote) {
      end = this.text.indexOf("'", end + 2);
    }
    if (end < 0) throw uncertain;
    return end;
  }
}

/** The lines of a quoted scalar after the first, and its closing quote, stand deeper than their block. */
function checkIndent(raw: string, parentIndent: number): void {
  const [, ...lines] = raw.split("\n");
  lines.forEach((line, index) => {
    const indent = leadingSpaces(line);
    const isEmpty = indent === line.length && index < lines.length - 1;
    if (!isEmpty && indent <= Math.max(parentIndent, 0)) throw uncertain;
  });
}

function isMarker(text: string, lineStart: number): boolean {
  const start = text.slice(lineStart, lineStart + 3);
  return start === "---" || start === "..." || start.startsWith("%");
}

/** True for text that no key may be: what YAML takes for null, and the merge key. */
export function isOddKey(key: string): boolean {
  return key === "<<" || plainValue(key) === null;
}

export const space = 0x20;
export const newline = 0x0a;
export const hash = 0x23;
export const colon = 0x3a;
export const comma = 0x2c;
export const dash = 0x2d;
export const doubleQuote = 0x22;
export const singleQuote = 0x27;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
const backslash = 0x5c;
