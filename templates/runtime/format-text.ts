import { codePoints } from "./data.js";

const uriTemplate =
  /^(?:[^\0-\x20"%<>\\^`{|}\x7f-\x9f]|%[\da-f]{2}|\{[+#./;?&=,!@|]?(?:\w|%[\da-f]{2})+(?:\.(?:\w|%[\da-f]{2})+)*(?::[1-9]\d{0,3}|\*)?(?:,(?:\w|%[\da-f]{2})+(?:\.(?:\w|%[\da-f]{2})+)*(?::[1-9]\d{0,3}|\*)?)*\})*$/i;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const jsonPointer = /^(?:\/(?:[^/~]|~[01])*)*$/;
const relativeJsonPointer = /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^/~]|~[01])*)*)$/;
const base64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;
const base64Url = /^(?:[\w-]{4})*(?:[\w-]{2}(?:==)?|[\w-]{3}=?)?$/;
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const mediaRange =
  /^(?:\*\/\*|[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+)(?:[\t ]*;[\t ]*[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"(?:[\t !#-[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"))*$/;

/** A URI template (RFC 6570 §2). */
export function isUriTemplate(text: string): boolean {
  return uriTemplate.test(text);
}

/** A UUID in text form (RFC 9562 §4). */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** A JSON Pointer (RFC 6901 §3). */
export function isJsonPointer(text: string): boolean {
  return jsonPointer.test(text);
}

/** A relative JSON Pointer (draft-bhutton-relative-json-pointer-00 §3). */
export function isRelativeJsonPointer(text: string): boolean {
  return relativeJsonPointer.test(text);
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
  return base64.test(text);
}

/** Base64 for URLs (RFC 4648 §5), padded or not. */
export function isBase64Url(text: string): boolean {
  return base64Url.test(text);
}

/** One character. */
export function isChar(text: string): boolean {
  return codePoints(text) === 1;
}

/** A decimal number, with or without an exponent. */
export function isDecimal(text: string): boolean {
  return decimal.test(text);
}

/** A media range (RFC 9110 §12.5.1). */
export function isMediaRange(text: string): boolean {
  return mediaRange.test(text);
}
