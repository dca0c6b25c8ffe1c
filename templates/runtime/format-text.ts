import { codePoints } from "./data.js";

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const token = "[\\w!#$%&'*+.^`|~-]+";
const mediaRangeStart = new RegExp(`(?:\\*/\\*|${token}/${token})`, "y");
const mediaParameter = new RegExp(
  `[\\t ]*;[\\t ]*${token}=(?:${token}|")`,
  "y",
);
const quotedText = /(?:[\t !#-[\]-~\x80-\xff]|\\[\t -~\x80-\xff]){1,1000}/y;
const pointerEscape = /~(?![01])/;
const notOfTemplate = /[\0-\x20"<>\\^`|}\x7f-\x9f]|%(?![\da-f]{2})/i;
const notOfVariable = /[^\w.%]|%(?![\da-f]{2})|^\.|\.\.|\.$|^$/i;

/** A URI template (RFC 6570 §2). */
export function isUriTemplate(text: string): boolean {
  return text.split("{").every((part, index) => {
    if (index === 0) return !notOfTemplate.test(part);
    const end = part.indexOf("}");
    return (
      end > 0 &&
      part
        .slice(/^[+#./;?&=,!@|]/.test(part) ? 1 : 0, end)
        .split(",")
        .every(isVariable) &&
      !notOfTemplate.test(part.slice(end + 1))
    );
  });
}

/** A variable with its modifier (RFC 6570 §2.3, §2.4). */
function isVariable(text: string): boolean {
  return !notOfVariable.test(text.replace(/(?::[1-9]\d{0,3}|\*)$/, ""));
}

/** A UUID in text form (RFC 9562 §4). */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** A JSON Pointer (RFC 6901 §3). */
export function isJsonPointer(text: string): boolean {
  return /^(?:\/|$)/.test(text) && !pointerEscape.test(text);
}

/** A relative JSON Pointer (draft-bhutton-relative-json-pointer-00 §3). */
export function isRelativeJsonPointer(text: string): boolean {
  return /^(?:0|[1-9]\d*)(?:#?$|\/)/.test(text) && !pointerEscape.test(text);
}

/** A regular expression of ECMA-262, with the `u` flag. */
export function isRegex(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}

/** Base64 (RFC 4648 §4), padded. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}

/** Base64 for URLs (RFC 4648 §5), padded or not. */
export function isBase64Url(text: string): boolean {
  const digits = text.replace(/={1,2}$/, "");
  return (
    digits.length % 4 !== 1 &&
    (digits === text || text.length % 4 === 0) &&
    /^[\w-]*$/.test(digits)
  );
}

/** One character. */
export function isChar(text: string): boolean {
  return text.length < 3 && codePoints(text) === 1;
}

/** A decimal number, with or without an exponent. */
export function isDecimal(text: string): boolean {
  return decimal.test(text);
}

/** A media range (RFC 9110 §12.5.1). */
export function isMediaRange(text: string): boolean {
  let at = skip(text, 0, mediaRangeStart, 1);
  for (let before = 0; at > before;) {
    before = at;
    at = skip(text, before, mediaParameter, 1);
    if (at === before || text[at - 1] !== '"') continue;
    at = skip(text, at, quotedText);
    if (text[at++] !== '"') return false;
  }
  return at > 0 && at === text.length;
}

/** Where a text goes on after what a sticky pattern matches, once or again and again; where it was if nothing is there. */
export function skip(
  text: string,
  from: number,
  pattern: RegExp,
  most?: number,
): number {
  let at = from;
  pattern.lastIndex = from;
  for (let times = 0; times !== most && pattern.test(text); times++) {
    at = pattern.lastIndex;
  }
  return at;
}
