import { skip } from "./format-text.js";

const quotedText = /(?:[ !#-[\]-~]|\\["\\]){1,1000}/y;

/** A byte sequence: `:aGVsbG8=:`. */
export function isSfBinary(text: string): boolean {
  return /^:[A-Za-z\d+/=]*:$/.test(text);
}

/** A boolean: `?1`. */
export function isSfBoolean(text: string): boolean {
  return /^\?[01]$/.test(text);
}

/** A decimal: `4.5`. */
export function isSfDecimal(text: string): boolean {
  return /^-?\d{1,12}\.\d{1,3}$/.test(text);
}

/** An integer: `42`. */
export function isSfInteger(text: string): boolean {
  return /^-?\d{1,15}$/.test(text);
}

/** A string: `"hello"`. */
export function isSfString(text: string): boolean {
  const end = text.length - 1;
  return (
    text[0] === '"' && skip(text, 1, quotedText) === end && text[end] === '"'
  );
}

/** A token: `foo123/456`. */
export function isSfToken(text: string): boolean {
  return /^[A-Za-z*][\w!#$%&'*+.^`|~:/-]*$/.test(text);
}
