import type { CodeSymbol } from "./symbol.js";
import { quoteString } from "./quote.js";

/**
 * A piece of TypeScript that is known to be code: made by the `code` template (or by one of the few functions
 * beside it), never by concatenating text. This is the only way from the spec's text to code, and on that way
 * a string is always quoted.
 */
export class Code {
  /** Pieces of pieces: putting code together copies nothing, whatever is nested in what. */
  #pieces: readonly Piece[];
  #isFlat = false;

  private constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** For this folder alone: takes text as code. Everybody else writes `code`. */
  static fromTrustedParts(pieces: readonly Piece[]): Code {
    return new Code(pieces);
  }

  /**
   * Text that is code already, and symbols, whose import is found when the file is printed, in order. Texts that
   * follow each other are one part. Worked out at the first call.
   */
  get parts(): readonly (string | CodeSymbol)[] {
    if (!this.#isFlat) {
      const parts: (string | CodeSymbol)[] = [];
      Code.#append(this.#pieces, parts);
      this.#pieces = parts;
      this.#isFlat = true;
    }
    return this.#pieces as readonly (string | CodeSymbol)[];
  }

  /** True where there is no text at all. Puts nothing together to find out. */
  get isEmpty(): boolean {
    return this.#pieces.every((piece) =>
      piece instanceof Code ? piece.isEmpty : piece === "",
    );
  }

  /** True where one of the texts that it is made of matches. Puts nothing together to find out. */
  hasText(pattern: RegExp): boolean {
    return this.#pieces.some((piece) =>
      piece instanceof Code
        ? piece.hasText(pattern)
        : typeof piece === "string" && pattern.test(piece),
    );
  }

  static #append(
    pieces: readonly Piece[],
    parts: (string | CodeSymbol)[],
  ): void {
    // By index: no other loop goes round as often, and most of a run is over before it is compiled.
    for (let index = 0; index < pieces.length; index += 1) {
      const piece = pieces[index] as Piece;
      if (piece instanceof Code) {
        Code.#append(piece.#pieces, parts);
      } else if (typeof piece === "string") {
        const last = parts.length - 1;
        const text = parts[last];
        if (typeof text === "string") parts[last] = text + piece;
        else parts.push(piece);
      } else {
        parts.push(piece);
      }
    }
  }
}

/** Text, a symbol, or code that is made of such pieces itself. */
type Piece = string | CodeSymbol | Code;

/** What may stand in a `code` template. A string becomes a quoted literal; a list is put together without a separator. */
export type CodeValue =
  | Code
  | CodeSymbol
  | string
  | number
  | boolean
  | null
  | readonly (Code | CodeSymbol)[];

/** Makes code out of a template: its fixed text is taken as it is, every value by its type (see `CodeValue`). */
export function code(
  strings: TemplateStringsArray,
  ...values: readonly CodeValue[]
): Code {
  if (values.length === 0) return fixedCode(strings);
  let size = values.length;
  for (let index = 0; index < strings.length; index += 1) {
    if (strings[index] !== "") size += 1;
  }
  // A list that grows takes room for far more than the few pieces that most code has.
  const pieces = new Array<Piece>(size);
  let next = 0;
  for (let index = 0; index < strings.length; index += 1) {
    const text = strings[index] as string;
    if (text !== "") pieces[next++] = text;
    if (index < values.length) {
      pieces[next++] = pieceOf(values[index] as CodeValue);
    }
  }
  return Code.fromTrustedParts(pieces);
}

/** The code of templates without values, by template. */
const fixed = new Map<TemplateStringsArray, Code>();

function fixedCode(strings: TemplateStringsArray): Code {
  let known = fixed.get(strings);
  if (known === undefined) {
    known = Code.fromTrustedParts(strings.filter((text) => text !== ""));
    fixed.set(strings, known);
  }
  return known;
}

/** No code at all. */
export const nothing: Code = code``;

const lineEnd: Code = code`\n`;

/** Puts pieces together with a separator of fixed text, for example `joinCode(items, code`, `)`. */
export function joinCode(
  pieces: readonly (Code | CodeSymbol)[],
  separator: Code,
): Code {
  const joined = new Array<Piece>(Math.max(0, pieces.length * 2 - 1));
  for (let index = 0; index < pieces.length; index += 1) {
    if (index > 0) joined[index * 2 - 1] = separator;
    joined[index * 2] = pieces[index] as Piece;
  }
  return Code.fromTrustedParts(joined);
}

/** Statements or members, each on a line of its own. */
export function lines(pieces: readonly (Code | CodeSymbol)[]): Code {
  return joinCode(pieces, lineEnd);
}

/** True where the code has no text at all. */
export function isEmpty(piece: Code): boolean {
  return piece.isEmpty;
}

function pieceOf(value: CodeValue): Piece {
  if (value instanceof Code) return value;
  if (typeof value === "string") return quoteString(value);
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean" || value === null) return String(value);
  return isList(value) ? Code.fromTrustedParts([...value]) : value;
}

function isList(
  value: CodeSymbol | readonly (Code | CodeSymbol)[],
): value is readonly (Code | CodeSymbol)[] {
  return Array.isArray(value);
}

/** JSON knows one zero: what is written `-0` is 0, and nothing depends on the sign. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) {
    throw new RangeError(`${value} is not a number of JSON`);
  }
  return String(value);
}
