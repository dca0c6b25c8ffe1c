import { type Collect, type Place, report } from "./places.js";

/** What a `contentEncoding` is called, which text is well-formed in it, and the bytes of such text, a character each. */
export type ContentEncoding = readonly [
  name: string,
  test: ((text: string) => boolean) | undefined,
  decode: ((text: string) => string) | undefined,
];

const base16 = /^(?:[\dA-Fa-f]{2})*$/;
const base32 =
  /^(?:[A-Z2-7]{8})*(?:[A-Z2-7]{2}={6}|[A-Z2-7]{4}={4}|[A-Z2-7]{5}={3}|[A-Z2-7]{7}=)?$/;
const base32Hex =
  /^(?:[\dA-V]{8})*(?:[\dA-V]{2}={6}|[\dA-V]{4}={4}|[\dA-V]{5}={3}|[\dA-V]{7}=)?$/;
const quotedPrintable = /^(?:[\t !-<>-~]|=[\dA-F]{2}|=?\r\n)*$/;
const blankAtEnd = /[\t ](?:\r\n|$)/;
const sevenBit = /^[\x01-\x7f]*$/;

/** Base 16 (RFC 4648 §8), in either case. */
export function isBase16(text: string): boolean {
  return base16.test(text);
}

/** Base 32 (RFC 4648 §6), padded. */
export function isBase32(text: string): boolean {
  return base32.test(text);
}

/** Base 32 with the extended hexadecimal alphabet (RFC 4648 §7), padded. */
export function isBase32Hex(text: string): boolean {
  return base32Hex.test(text);
}

/** Quoted-printable (RFC 2045 §6.7), lines of any length. */
export function isQuotedPrintable(text: string): boolean {
  return quotedPrintable.test(text) && !blankAtEnd.test(text);
}

/** `7bit` (RFC 2045 §2.7), lines of any length. */
export function isSevenBit(text: string): boolean {
  return sevenBit.test(text);
}

/** The bytes of `base64` and `base64url`. As all that follow, throws or gives anything for text that is not well-formed. */
export function bytesOfBase64(text: string): string {
  return atob(text.replace(/-/g, "+").replace(/_/g, "/"));
}

export function bytesOfBase16(text: string): string {
  return text.replace(/../g, (pair) => character(pair, 16));
}

export function bytesOfBase32(text: string): string {
  return bytesOfDigits(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
}

export function bytesOfBase32Hex(text: string): string {
  return bytesOfDigits(text, "0123456789ABCDEFGHIJKLMNOPQRSTUV");
}

export function bytesOfQuotedPrintable(text: string): string {
  return text
    .replace(/=\r\n/g, "")
    .replace(/=(..)/g, (_, pair: string) => character(pair, 16));
}

/**
 * Whether text is JSON once it is decoded, and fits.
 * @param fits what its value has to be; anything where absent
 */
export function holdsJson(
  text: string,
  decode?: (text: string) => string,
  fits?: (content: unknown) => boolean,
): boolean {
  const content = jsonOf(text, decode);
  return content !== undefined && (fits?.(content.value) ?? true);
}

/**
 * Adds the issues of a text whose content is not what it should be. They point at the text: what lies within it has
 * no place in the data, and is named in words.
 */
export function contentIssues(
  at: Place,
  text: string,
  encoding: ContentEncoding | undefined,
  mediaType?: string,
  collect?: Collect,
): void {
  const [name, test, decode] = encoding ?? [];
  if (test?.(text) === false) {
    report(at, "contentEncoding", { encoding: name }, `expected ${name}`);
    return;
  }
  if (mediaType === undefined) return;
  const content = jsonOf(text, decode);
  if (content === undefined) {
    const message = `expected ${mediaType} in the text`;
    report(at, "contentMediaType", { mediaType }, message);
    return;
  }
  const inside: Place = { ...at, issues: [], pointer: "" };
  collect?.(content.value, { ...inside, schema: `${at.schema}/contentSchema` });
  for (const issue of inside.issues) {
    const where = issue.pointer === "" ? "" : ` at ${issue.pointer}`;
    const message = `in the text${where}: ${issue.message}`;
    at.issues.push({ ...issue, pointer: at.pointer, message });
  }
}

function jsonOf(
  text: string,
  decode: ((text: string) => string) | undefined,
): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(decode ? utf8(decode(text)) : text) };
  } catch {
    return undefined;
  }
}

/** Throws a `TypeError` where the bytes are not UTF-8. */
function utf8(bytes: string): string {
  const list = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(list);
}

function bytesOfDigits(text: string, alphabet: string): string {
  const bits = text
    .replace(/=+$/, "")
    .replace(/./g, (digit) =>
      alphabet.indexOf(digit).toString(2).padStart(5, "0"),
    );
  return (bits.match(/.{8}/g) ?? []).map((byte) => character(byte, 2)).join("");
}

function character(digits: string, base: number): string {
  return String.fromCharCode(parseInt(digits, base));
}
