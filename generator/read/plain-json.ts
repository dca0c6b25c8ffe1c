import type { JsonValue } from "../model/json.js";
import { stringEnd } from "./find-in-json.js";

/**
 * True where well-formed JSON text surely has no key twice, no number beyond a double, no half surrogate
 * pair and no deep nesting: one quick pass over the text, in which members are counted against `value`,
 * what `JSON.parse` made of it. False asks for a closer look.
 */
export function isPlainJson(
  text: string,
  value: JsonValue,
  deepest: number,
): boolean {
  if (surrogateEscape.test(text)) return false;
  const written = countMembers(text, deepest);
  return written !== undefined && written === countKept(value);
}

const surrogateEscape = /\\u[dD][89a-fA-F]/;

/** The number of `:` outside of strings; undefined where something needs a closer look. */
function countMembers(text: string, deepest: number): number | undefined {
  let members = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === quote) {
      index = stringEnd(text, index) - 1;
    } else if (unit === colon) {
      members += 1;
    } else if (unit === openBrace || unit === openBracket) {
      depth += 1;
      if (depth > deepest) return undefined;
    } else if (unit === closeBrace || unit === closeBracket) {
      depth -= 1;
    } else if (unit >= zero && unit <= nine) {
      const end = numberEnd(text, index);
      if (end === undefined) return undefined;
      index = end - 1;
    }
  }
  return members;
}

const quote = 0x22;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const zero = 0x30;
const nine = 0x39;

/** The index after a number; undefined where it has an exponent or many digits. */
function numberEnd(text: string, start: number): number | undefined {
  let end = start;
  for (; ; end += 1) {
    const unit = text.charCodeAt(end);
    if (unit === 0x65 || unit === 0x45) return undefined;
    if (!(unit >= zero && unit <= nine) && unit !== 0x2e) break;
  }
  return end - start < 16 ? end : undefined;
}

function countKept(root: JsonValue): number {
  let members = 0;
  const open: JsonValue[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) {
      for (const element of value as readonly JsonValue[]) open.push(element);
    } else {
      for (const member of Object.values(value)) {
        members += 1;
        open.push(member as JsonValue);
      }
    }
  }
  return members;
}
