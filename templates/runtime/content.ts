import {
  addIssues,
  type Collect,
  type InstanceLocation,
  report,
} from "./locations.js";

/** What a `contentEncoding` is called, which text is well-formed in it, and the bytes of such text. */
export type ContentEncoding = readonly [
  name: string,
  test: ((text: string) => boolean) | undefined,
  decode: ((text: string) => Uint8Array) | undefined,
];

const notQuotedPrintable =
  /[^\t\r\n -~]|=(?![\dA-F]{2}|\r\n)|\r(?!\n)|(?<!\r)\n|[\t ](?:\r\n|$)/;

// No format repeats a group without bound: each round would take room on the stack of the engine.

/** Base 16 (RFC 4648 §8), in either case. */
export function isBase16(text: string): boolean {
  return text.length % 2 === 0 && /^[\dA-Fa-f]*$/.test(text);
}

/** Base 32 (RFC 4648 §6), padded. */
export function isBase32(text: string): boolean {
  return isPadded32(text) && /^[A-Z2-7]*=*$/.test(text);
}

/** Base 32 with the extended hexadecimal alphabet (RFC 4648 §7), padded. */
export function isBase32Hex(text: string): boolean {
  return isPadded32(text) && /^[\dA-V]*=*$/.test(text);
}

/** Whether eight characters stand for five bytes each, and the last for fewer. */
function isPadded32(text: string): boolean {
  return (
    text.length % 8 === 0 &&
    /(?:^|[^=])(?:={3,4}|={6}|=?)$/.test(text.slice(-8))
  );
}

/** Quoted-printable (RFC 2045 §6.7), lines of any length. */
export function isQuotedPrintable(text: string): boolean {
  return !notQuotedPrintable.test(text);
}

/** `7bit` (RFC 2045 §2.7), lines of any length. */
export function isSevenBit(text: string): boolean {
  return /^[\x01-\x7f]*$/.test(text);
}

/** The bytes of `base64` and `base64url`. As all that follow, throws or gives anything for text that is not well-formed. */
export function bytesOfBase64(text: string): Uint8Array {
  return latin1(atob(text.replace(/-/g, "+").replace(/_/g, "/")));
}

export function bytesOfBase16(text: string): Uint8Array {
  return bytesOfDigits(text, "0123456789abcdef", 4);
}

export function bytesOfBase32(text: string): Uint8Array {
  return bytesOfDigits(text, "abcdefghijklmnopqrstuvwxyz234567", 5);
}

export function bytesOfBase32Hex(text: string): Uint8Array {
  return bytesOfDigits(text, "0123456789abcdefghijklmnopqrstuv", 5);
}

export function bytesOfQuotedPrintable(text: string): Uint8Array {
  return latin1(
    text
      .replace(/=\r\n/g, "")
      .replace(/=(..)/g, (_, pair: string) =>
        String.fromCharCode(parseInt(pair, 16)),
      ),
  );
}

/**
 * Whether text is JSON once it is decoded, and fits.
 * @param fits what its value has to be; anything where absent
 */
export function holdsJson(
  text: string,
  decode?: (text: string) => Uint8Array,
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
  at: InstanceLocation,
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
  const inside: InstanceLocation = { ...at, issues: [], pointer: "" };
  collect?.(content.value, { ...inside, schema: `${at.schema}/contentSchema` });
  const issues = inside.issues.map((issue) => {
    const where = issue.pointer === "" ? "" : ` at ${issue.pointer}`;
    const message = `in the text${where}: ${issue.message}`;
    return { ...issue, pointer: at.pointer, message };
  });
  addIssues(at.issues, issues);
}

function jsonOf(
  text: string,
  decode: ((text: string) => Uint8Array) | undefined,
): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(decode ? utf8(decode(text)) : text) };
  } catch {
    return undefined;
  }
}

/** Throws a `TypeError` where the bytes are not UTF-8. */
function utf8(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(
    bytes,
  );
}

/** The bytes that a text has a character each for. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at),
  );
}

/** The bytes of digits with so many bits each; bits that fill no byte are padding. */
function bytesOfDigits(
  text: string,
  alphabet: string,
  bitsOfDigit: number,
): Uint8Array {
  const digits = text.toLowerCase().replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((digits.length * bitsOfDigit) / 8));
  let bits = 0;
  let count = 0;
  let size = 0;
  for (let at = 0; at < digits.length; at++) {
    bits =
      ((bits << bitsOfDigit) | alphabet.indexOf(digits.charAt(at))) & 0xfff;
    count += bitsOfDigit;
    if (count < 8) continue;
    count -= 8;
    bytes[size++] = bits >> count;
  }
  return bytes;
}
