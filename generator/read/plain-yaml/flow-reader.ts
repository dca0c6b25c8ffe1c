import type { JsonValue } from "../../model/json.js";
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  doubleQuote,
  hash,
  isOddKey,
  newline,
  openBrace,
  openBracket,
  singleQuote,
  space,
  type Reader,
} from "./reader.js";
import { uncertain } from "./uncertain.js";

/** Reads flow collections (YAML 1.2.2 §7.4) that hold no comments, properties, empty values or single pairs. */
export class FlowReader {
  readonly #reader: Reader;
  #parentIndent = 0;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Reads the collection that begins at the offset, inside of a block with this indentation. */
  read(parentIndent: number): JsonValue {
    this.#parentIndent = parentIndent;
    return this.#collection();
  }

  #collection(): JsonValue {
    const reader = this.#reader;
    const start = reader.offset;
    const isList = reader.unit === openBracket;
    reader.offset += 1;
    if (isList) {
      const list: JsonValue[] = [];
      return reader.nested(list, start, () =>
        this.#items(closeBracket, () => this.#element(list)),
      );
    }
    const map: Record<string, JsonValue> = {};
    return reader.nested(map, start, () =>
      this.#items(closeBrace, () => this.#pair(map)),
    );
  }

  #items(end: number, readItem: () => void): void {
    const reader = this.#reader;
    this.#skipBlanks();
    while (reader.unit !== end) {
      readItem();
      this.#skipBlanks();
      if (reader.unit === comma) {
        reader.offset += 1;
        this.#skipBlanks();
      } else if (reader.unit !== end) {
        throw uncertain;
      }
    }
    reader.offset += 1;
  }

  #element(list: JsonValue[]): void {
    const start = this.#reader.offset;
    this.#reader.addElement(list, this.#value(), start);
  }

  #pair(map: Record<string, JsonValue>): void {
    const reader = this.#reader;
    const keyStart = reader.offset;
    const key = this.#key();
    if (reader.unit !== colon) throw uncertain;
    const next = reader.text.charCodeAt(reader.offset + 1);
    if (next !== space && next !== newline) throw uncertain;
    reader.offset += 1;
    this.#skipBlanks();
    const start = reader.offset;
    reader.addMember(map, key, this.#value(), keyStart, start);
  }

  #key(): string {
    const reader = this.#reader;
    if (reader.unit === doubleQuote || reader.unit === singleQuote) {
      const line = reader.lineEnd();
      const key = reader.quoted(this.#parentIndent);
      if (reader.offset > line) throw uncertain;
      reader.skipSpaces();
      return key;
    }
    const start = reader.offset;
    const end = this.#plainEnd();
    const key = reader.text.slice(start, end);
    if (isOddKey(key)) throw uncertain;
    return key;
  }

  #value(): JsonValue {
    const reader = this.#reader;
    const { unit } = reader;
    if (unit === openBracket || unit === openBrace) return this.#collection();
    if (unit === doubleQuote || unit === singleQuote) {
      return reader.quoted(this.#parentIndent);
    }
    const start = reader.offset;
    return reader.plain(start, this.#plainEnd());
  }

  /** Moves to the end of a plain scalar on this line; gives where its text ends. */
  #plainEnd(): number {
    const reader = this.#reader;
    const { text } = reader;
    const start = reader.offset;
    if (!/[\w/.$+~<^(=\\;-]|[^\0-\x7f]/.test(text[start] ?? ""))
      throw uncertain;
    if (/^-(?:[\s,[\]{}]|$)/.test(text.slice(start, start + 2)))
      throw uncertain;
    let end = start;
    for (let offset = start; ; offset += 1) {
      const unit = text.charCodeAt(offset);
      if (unit === openBracket || unit === openBrace || Number.isNaN(unit)) {
        throw uncertain;
      }
      if (unit === comma || unit === closeBracket || unit === closeBrace) {
        reader.offset = offset;
        break;
      }
      if (unit === newline) {
        reader.offset = offset;
        this.#skipBlanks();
        const next = reader.unit;
        if (next !== comma && next !== closeBracket && next !== closeBrace) {
          throw uncertain;
        }
        break;
      }
      if (unit === colon) {
        const next = text.charCodeAt(offset + 1);
        if (next === space || next === newline) {
          reader.offset = offset;
          break;
        }
        if (flowIndicators.includes(next)) throw uncertain;
      }
      if (unit === hash && text.charCodeAt(offset - 1) === space) {
        throw uncertain;
      }
      if (unit !== space) end = offset + 1;
    }
    return end;
  }

  /** Skips blanks and line ends; the lines inside of a flow collection are indented deeper than its block. */
  #skipBlanks(): void {
    const reader = this.#reader;
    for (;;) {
      reader.skipSpaces();
      if (reader.unit === hash) throw uncertain;
      if (reader.unit !== newline) return;
      reader.offset += 1;
      const lineStart = reader.offset;
      reader.skipSpaces();
      const indent = reader.offset - lineStart;
      if (
        reader.unit !== newline &&
        indent <= Math.max(this.#parentIndent, 0)
      ) {
        throw uncertain;
      }
    }
  }
}

const flowIndicators = [
  comma,
  openBracket,
  closeBracket,
  openBrace,
  closeBrace,
];
