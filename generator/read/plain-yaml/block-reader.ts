import type { JsonValue } from "../../model/json.js";
import { readBlockScalar } from "./block-scalar.js";
import { FlowReader } from "./flow-reader.js";
import {
  colon,
  dash,
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
import { trimEndSpaces } from "./trim-spaces.js";
import { uncertain } from "./uncertain.js";

const bar = 0x7c;
const greater = 0x3e;
const question = 0x3f;

/** Reads block collections and what stands in them (YAML 1.2.2 §8). */
export class BlockReader {
  readonly #reader: Reader;
  readonly #flow: FlowReader;
  /** The start of the value that was read last; undefined for an empty one. */
  #valueStart: number | undefined;
  /** The indentation of the value that was read last where it was a block that has been passed over. */
  #passed: number | undefined;
  /** Whether the values of the members are wanted. */
  #passesOver = false;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.#flow = new FlowReader(reader);
  }

  /** Reads the whole document: one block map or list. */
  document(): JsonValue {
    this.#skipMarker();
    const value = this.#block(this.#reader.nextLine(), -1);
    if (typeof value !== "object" || value === null) throw uncertain;
    if (this.#reader.nextLine() >= 0) throw uncertain;
    return value;
  }

  /** Where the block of a document begins that could be read. */
  documentStart(): { start: number; indent: number } {
    this.#skipMarker();
    const indent = this.#reader.nextLine();
    return { start: this.#reader.offset, indent };
  }

  /** Reads one block of a document that could be read, without what stands in its members. */
  blockAt(start: number, indent: number): JsonValue {
    this.#reader.offset = start;
    this.#passesOver = true;
    return this.#isIndicator(dash)
      ? this.#listMembers(indent)
      : this.#mapMembers(indent);
  }

  /** Moves over the mark that may begin a document. */
  #skipMarker(): void {
    const reader = this.#reader;
    if (/^(?:[ \t]*(?:#.*)?\n)*---[ \t]*\n/.test(reader.text)) {
      reader.offset = reader.text.indexOf("---") + 3;
    }
  }

  /** Reads a block that begins at the offset, which is the first text of its line. */
  #block(indent: number, parentIndent: number): JsonValue {
    if (this.#isIndicator(dash)) return this.#list(indent);
    if (this.#isMapStart()) return this.#map(indent);
    return this.#inline(parentIndent);
  }

  #list(indent: number): JsonValue {
    return this.#passesOver
      ? this.#pass(indent, indent + 1)
      : this.#listMembers(indent);
  }

  #listMembers(indent: number): JsonValue {
    const reader = this.#reader;
    const list: JsonValue[] = [];
    const listStart = reader.offset;
    reader.nested(list, listStart, () => {
      do {
        const dashStart = reader.offset;
        this.#skipIndicator();
        const { offset } = reader;
        const value = this.#entry(indent, indent + offset - dashStart);
        reader.addElement(
          list,
          value,
          this.#valueStart ?? offset,
          this.#passed,
        );
      } while (this.#continues(indent, true));
    });
    this.#valueStart = listStart;
    this.#passed = undefined;
    return list;
  }

  /** What stands after a dash: on its line, or deeper below. */
  #entry(indent: number, column: number): JsonValue {
    if (this.#isAtLineEnd()) return this.#below(indent, false);
    this.#valueStart = this.#reader.offset;
    if (this.#isIndicator(dash) || this.#isMapStart()) {
      return this.#block(column, indent);
    }
    return this.#inline(indent);
  }

  #map(indent: number): JsonValue {
    return this.#passesOver
      ? this.#pass(indent, indent)
      : this.#mapMembers(indent);
  }

  #mapMembers(indent: number): JsonValue {
    const reader = this.#reader;
    const map: Record<string, JsonValue> = {};
    const mapStart = reader.offset;
    reader.nested(map, mapStart, () => {
      do {
        const isExplicit = this.#isIndicator(question);
        if (isExplicit) this.#skipIndicator();
        const keyStart = reader.offset;
        const key = isExplicit ? this.#explicitKey(indent) : this.#key();
        const colonStart = reader.offset;
        this.#skipIndicator();
        const value = isExplicit
          ? this.#entry(indent, indent + reader.offset - colonStart)
          : this.#isAtLineEnd()
            ? this.#below(indent, true)
            : this.#inline(indent);
        reader.addMember(
          map,
          key,
          value,
          keyStart,
          this.#valueStart ?? keyStart,
          this.#passed,
        );
      } while (this.#continues(indent, false));
    });
    this.#valueStart = mapStart;
    this.#passed = undefined;
    return map;
  }

  /** What stands on the lines below a key or a dash. A list may stand right below its key. */
  #below(indent: number, isInMap: boolean): JsonValue {
    const reader = this.#reader;
    reader.endLine();
    const next = this.#reader.peekLine();
    if (next > indent) {
      this.#reader.nextLine();
      this.#valueStart = reader.offset;
      return this.#block(next, indent);
    }
    if (isInMap && next === indent) {
      const { offset } = reader;
      this.#reader.nextLine();
      if (this.#isIndicator(dash)) return this.#list(indent);
      reader.offset = offset;
    }
    this.#valueStart = undefined;
    this.#passed = undefined;
    return null;
  }

  /**
   * Moves over a block, or over a scalar, that begins at the offset.
   * @param indent of the block; absent for a scalar
   * @param deepest the indentation from which lines belong to it; at that of a list its dashes do as well
   */
  #pass(indent: number | undefined, deepest: number): JsonValue {
    const reader = this.#reader;
    const start = reader.offset;
    let end: number;
    let next: number;
    do {
      end = reader.lineEnd();
      reader.offset = end;
      next = this.#reader.nextLine();
    } while (
      next >= deepest ||
      (next >= 0 && next === indent && this.#isIndicator(dash))
    );
    reader.offset = end;
    this.#valueStart = start;
    this.#passed = indent;
    return null;
  }

  /** True where a sibling follows, to whose first text it moves; uncertain where the indentation fits nothing. */
  #continues(indent: number, isList: boolean): boolean {
    const reader = this.#reader;
    const { offset } = reader;
    const next = this.#reader.nextLine();
    if (next > indent) throw uncertain;
    if (next === indent && this.#isIndicator(dash) === isList) {
      if (!isList && !this.#isMapStart()) throw uncertain;
      return true;
    }
    if (next === indent && !isList) throw uncertain;
    reader.offset = offset;
    return false;
  }

  /** Reads a key that stands alone after its `?`, and moves to the colon on the line below. */
  #explicitKey(indent: number): string {
    const reader = this.#reader;
    const key = this.#inlineValue(indent);
    const { text } = reader;
    const isPlain = typeof key === "string" && text[reader.offset] === "\n";
    const isColon =
      this.#reader.nextLine() === indent && this.#isIndicator(colon);
    if (!isPlain || isOddKey(key) || !isColon) throw uncertain;
    return key;
  }

  /** Moves over an indicator and the spaces after it. */
  #skipIndicator(): void {
    this.#reader.offset += 1;
    this.#reader.skipSpaces();
  }

  #key(): string {
    const reader = this.#reader;
    const end = this.#keyEnd();
    if (end < 0) throw uncertain;
    const { unit } = reader;
    if (unit === doubleQuote || unit === singleQuote) {
      const key = reader.quoted(0);
      reader.offset = end;
      return key;
    }
    const key = trimEndSpaces(reader.text.slice(reader.offset, end));
    if (isOddKey(key) || key.length > 1000) throw uncertain;
    reader.offset = end;
    return key;
  }

  /** Where the colon of an implicit key stands that begins at the offset; -1 where none does. */
  #keyEnd(): number {
    const reader = this.#reader;
    const { text } = reader;
    const { unit, offset } = reader;
    const lineEnd = reader.lineEnd();
    if (unit === doubleQuote || unit === singleQuote) {
      reader.quoted(0);
      const isOneLine = reader.offset <= lineEnd;
      reader.skipSpaces();
      const end = reader.offset;
      reader.offset = offset;
      const isKey =
        isOneLine && text.charCodeAt(end) === colon && isBlank(text, end + 1);
      return isKey ? end : -1;
    }
    if (!isPlainStart(text, offset)) return -1;
    for (let end = offset; end < lineEnd; end += 1) {
      const found = text.charCodeAt(end);
      if (found === colon && isBlank(text, end + 1)) return end;
      if (found === hash && text.charCodeAt(end - 1) === space) return -1;
    }
    return -1;
  }

  /** Reads a value that begins at the offset: a scalar or a flow collection. */
  #inline(parentIndent: number): JsonValue {
    const { unit } = this.#reader;
    const isFlow = unit === openBracket || unit === openBrace;
    return this.#passesOver && !isFlow
      ? this.#pass(undefined, parentIndent + 1)
      : this.#inlineValue(parentIndent);
  }

  #inlineValue(parentIndent: number): JsonValue {
    const reader = this.#reader;
    const { unit } = reader;
    const start = reader.offset;
    let value: JsonValue;
    if (unit === bar || unit === greater) {
      value = readBlockScalar(reader, parentIndent);
    } else if (unit === doubleQuote || unit === singleQuote) {
      value = reader.quoted(parentIndent);
      reader.endLine();
    } else if (unit === openBracket || unit === openBrace) {
      value = this.#flow.read(parentIndent);
      reader.endLine();
    } else {
      value = this.#plain(parentIndent);
    }
    this.#valueStart = start;
    this.#passed = undefined;
    return value;
  }

  #plain(parentIndent: number): JsonValue {
    const reader = this.#reader;
    if (!isPlainStart(reader.text, reader.offset)) throw uncertain;
    const start = reader.offset;
    const first = this.#plainLine();
    if (first.hasComment) {
      if (this.#reader.peekLine() > parentIndent) throw uncertain;
      return reader.plain(start, first.end);
    }
    let text: string | undefined;
    for (;;) {
      const lines = this.#continuation(parentIndent);
      if (lines === 0) break;
      const from = reader.offset;
      const { end, hasComment } = this.#plainLine();
      text ??= reader.text.slice(start, first.end);
      text += lines === 1 ? " " : "\n".repeat(lines - 1);
      text += reader.text.slice(from, end);
      if (hasComment) {
        if (this.#reader.peekLine() > parentIndent) throw uncertain;
        break;
      }
    }
    return text ?? reader.plain(start, first.end);
  }

  /** Moves to the next line of a plain scalar; gives how many line ends were passed, 0 where it ends. */
  #continuation(parentIndent: number): number {
    const reader = this.#reader;
    const { offset } = reader;
    let lines = 0;
    while (reader.unit === newline) {
      lines += 1;
      reader.offset += 1;
      const lineStart = reader.offset;
      reader.skipSpaces();
      if (reader.unit === newline) continue;
      const indent = reader.offset - lineStart;
      if (Number.isNaN(reader.unit) || indent <= parentIndent) break;
      if (reader.unit === hash || indent === 0) throw uncertain;
      return lines;
    }
    reader.offset = offset;
    return 0;
  }

  /** Moves to the end of a line of a plain scalar; gives where its text ends. */
  #plainLine(): { end: number; hasComment: boolean } {
    const reader = this.#reader;
    const { text } = reader;
    const lineEnd = reader.lineEnd();
    let end = lineEnd;
    let hasComment = false;
    for (let offset = reader.offset; offset < lineEnd; offset += 1) {
      const unit = text.charCodeAt(offset);
      if (unit === colon && isBlank(text, offset + 1)) throw uncertain;
      if (unit === hash && text.charCodeAt(offset - 1) === space) {
        end = offset;
        hasComment = true;
        break;
      }
    }
    while (text.charCodeAt(end - 1) === space) end -= 1;
    reader.offset = lineEnd;
    return { end, hasComment };
  }

  #isMapStart(): boolean {
    return this.#keyEnd() >= 0 || this.#isIndicator(question);
  }

  /** True where this indicator stands alone at the offset, before a blank. */
  #isIndicator(indicator: number): boolean {
    const { text, offset } = this.#reader;
    return text.charCodeAt(offset) === indicator && isBlank(text, offset + 1);
  }

  #isAtLineEnd(): boolean {
    const { unit } = this.#reader;
    return unit === newline || unit === hash || Number.isNaN(unit);
  }
}

function isBlank(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit === space || unit === newline || Number.isNaN(unit);
}

/** True where a plain scalar may begin, by the characters that surely begin one. */
function isPlainStart(text: string, offset: number): boolean {
  return plainStart.test(text.slice(offset, offset + 2));
}

const plainStart = /^(?:[\w/.$+~<^(=\\;]|[^\0-\x7f]|-[^\s])/;
