import { findOffset, type OutlineChild, type OutlineNode } from "./outline.js";

/** The offset of what a pointer names in sound JSON text, or of its nearest ancestor that exists. */
export function findInJson(
  text: string,
  pointer: string,
  at: "key" | "value",
): number {
  return findOffset(outlineJson(text), pointer, at);
}

/** The places of the values in sound JSON text (RFC 8259). Of a list or an object they are found when they are asked for. */
export function outlineJson(text: string): OutlineNode {
  return new JsonNode(text, skipBlanks(text, 0));
}

class JsonNode implements OutlineNode {
  readonly start: number;
  readonly #text: string;
  #children: ReadonlyMap<string, OutlineChild> | undefined;

  constructor(text: string, start: number) {
    this.#text = text;
    this.start = start;
  }

  get children(): ReadonlyMap<string, OutlineChild> | undefined {
    const first = this.#text.charCodeAt(this.start);
    if (first !== openBrace && first !== openBracket) return undefined;
    this.#children ??= childrenOf(this.#text, this.start);
    return this.#children;
  }
}

/** @param parent offset of a list or an object */
function childrenOf(
  text: string,
  parent: number,
): ReadonlyMap<string, OutlineChild> {
  const children = new Map<string, OutlineChild>();
  const isList = text.charCodeAt(parent) === openBracket;
  let keyStart = skipBlanks(text, parent + 1);
  if (isClosing(text.charCodeAt(keyStart))) return children;
  for (;;) {
    const keyEnd = isList ? keyStart : stringEnd(text, keyStart);
    const key = isList
      ? String(children.size)
      : (JSON.parse(text.slice(keyStart, keyEnd)) as string);
    const start = isList
      ? keyStart
      : skipBlanks(text, skipBlanks(text, keyEnd) + 1);
    children.set(key, { keyStart, node: new JsonNode(text, start) });
    const next = skipBlanks(text, valueEnd(text, start));
    if (text.charCodeAt(next) !== comma) return children;
    keyStart = skipBlanks(text, next + 1);
  }
}

function isClosing(unit: number): boolean {
  return unit === closeBrace || unit === closeBracket;
}

/** The offset after the value that begins there, in sound JSON text. */
export function valueEnd(text: string, start: number): number {
  let depth = 0;
  for (let index = start; ;) {
    const unit = text.charCodeAt(index);
    if (unit === quote) {
      index = stringEnd(text, index);
      if (depth === 0) return index;
      continue;
    }
    if (unit === openBrace || unit === openBracket) depth += 1;
    else if (isClosing(unit)) {
      if (depth === 0) return index;
      depth -= 1;
      if (depth === 0) return index + 1;
    } else if (Number.isNaN(unit) || (depth === 0 && unit === comma)) {
      return index;
    }
    index += 1;
  }
}

/** The offset after the string that begins there, in sound JSON text. */
export function stringEnd(text: string, start: number): number {
  let end = start;
  do end = text.indexOf('"', end + 1);
  while (end >= 0 && isEscaped(text, end));
  return end < 0 ? text.length : end + 1;
}

/** Whether an odd number of backslashes stands before a unit. */
function isEscaped(text: string, offset: number): boolean {
  let first = offset;
  while (text.charCodeAt(first - 1) === backslash) first -= 1;
  return (offset - first) % 2 === 1;
}

function skipBlanks(text: string, start: number): number {
  let index = start;
  for (;;) {
    const unit = text.charCodeAt(index);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) {
      return index;
    }
    index += 1;
  }
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
