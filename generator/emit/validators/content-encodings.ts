import { valueSymbol, type CodeSymbol } from "../../code/symbol.js";

/** A `contentEncoding` that the runtime can read. */
export interface KnownEncoding {
  /** The function that says whether text is well-formed in it; undefined where all text is. */
  readonly test?: CodeSymbol;
  /** The function that gives the bytes; undefined where they are the text's own. */
  readonly decode?: CodeSymbol;
}

const own = "runtime/content.ts";
const texts = "runtime/format-text.ts";

function encoding(
  decode?: string,
  test?: string,
  module: string = own,
): KnownEncoding {
  return {
    ...(decode === undefined ? {} : { decode: valueSymbol(decode, own) }),
    ...(test === undefined ? {} : { test: valueSymbol(test, module) }),
  };
}

/**
 * The encodings that JSON Schema names (Validation §8.3: those of RFC 4648 and RFC 2045), in lower case. An unknown one
 * asserts nothing, and neither does the content behind it.
 */
export const contentEncodings: ReadonlyMap<string, KnownEncoding> = new Map([
  ["base64", encoding("bytesOfBase64", "isBase64", texts)],
  ["base64url", encoding("bytesOfBase64", "isBase64Url", texts)],
  ["base32", encoding("bytesOfBase32", "isBase32")],
  ["base32hex", encoding("bytesOfBase32Hex", "isBase32Hex")],
  ["base16", encoding("bytesOfBase16", "isBase16")],
  ["hex", encoding("bytesOfBase16", "isBase16")],
  ["quoted-printable", encoding("bytesOfQuotedPrintable", "isQuotedPrintable")],
  ["7bit", encoding(undefined, "isSevenBit")],
  ["8bit", encoding()],
  ["binary", encoding()],
]);
