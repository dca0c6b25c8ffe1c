import { pointerKeys } from "./json-pointer.js";

/**
 * The offset of what a pointer names in sound JSON text, or of its nearest ancestor that exists: the same that
 * `findOffset` finds in the outline, without making one. It passes over the text once up to the place.
 */
export function findInJson(
  text: string,
  pointer: string,
  at: "key" | "value",
): number {
  let start = skipBlanks(text, 0);
  let keyStart = start;
  for (const key of pointerKeys(pointer)) {
    const child =
      text[start] === "{"
        ? findMember(text, start, key)
        : text[start] === "["
          ? findElement(text, start, key)
          : undefined;
    if (child === undefined) return keyStart;
    start = child.start;
    keyStart = child.keyStart;
  }
  return at === "key" ? keyStart : start;
}

interface Found {
  readonly keyStart: number;
  readonly start: number;
}

function findMember(
  text: string,
  object: number,
  key: string,
): Found | undefined {
  let keyStart = skipBlanks(text, object + 1);
  while (text.charCodeAt(keyStart) === quote) {
    const keyEnd = stringEnd(text, keyStart);
    const start = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
    if (JSON.parse(text.slice(keyStart, keyEnd)) === key) {
      return { keyStart, start };
    }
    const next = skipBlanks(text, valueEnd(text, start));
    if (text[next] !== ",") return undefined;
    keyStart = skipBlanks(text, next + 1);
  }
  return undefined;
}

function findElement(
  text: string,
  list: number,
  key: string,
): Found | undefined {
  let start = skipBlanks(text, list + 1);
  if (text[start] === "]") return undefined;
  for (let index = 0; ; index += 1) {
    if (String(index) === key) return { keyStart: start, start };
    const next = skipBlanks(text, valueEnd(text, start));
    if (text[next] !== ",") return undefined;
    start = skipBlanks(text, next + 1);
  }
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
    else if (unit === closeBrace || unit === closeBracket) {
      if (depth === 0) return index;
      depth -= 1;
      if (depth === 0) return index + 1;
    } else if (Number.isNaN(unit) || (depth === 0 && unit === comma)) {
      return index;
    }
    index += 1;
  }
}

/** The offset after the string that begins there. */
function stringEnd(text: string, start: number): number {
  let index = start + 1;
  for (;;) {
    const unit = text.charCodeAt(index);
    if (unit === quote || Number.isNaN(unit)) return index + 1;
    index += unit === backslash ? 2 : 1;
  }
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
