import { valueSymbol, type CodeSymbol } from "../../code/symbol.js";

/** A format that the runtime can test. */
export interface KnownFormat {
  /** The values that it speaks of; all others pass. */
  readonly kind: "number" | "string";
  /** The function of the runtime: from a value of that kind to a boolean. */
  readonly test: CodeSymbol;
  /** What is expected, for the message. */
  readonly words: string;
}

type Row = readonly [name: string, test: string, words: string];

const texts: { readonly [module: string]: readonly Row[] } = {
  "format-time": [
    ["date-time", "isDateTime", "a date and time with offset (RFC 3339)"],
    ["date", "isDate", "a date (RFC 3339)"],
    ["time", "isTime", "a time with offset (RFC 3339)"],
    ["date-time-local", "isDateTimeLocal", "a date and time without offset"],
    ["time-local", "isTimeLocal", "a time without offset"],
    ["duration", "isDuration", "a duration (ISO 8601)"],
    ["http-date", "isHttpDate", "a date of HTTP (RFC 9110)"],
  ],
  "format-email": [
    ["email", "isEmail", "an e-mail address"],
    ["idn-email", "isIdnEmail", "an e-mail address"],
  ],
  "format-ip": [
    ["ipv4", "isIpv4", "an IPv4 address"],
    ["ipv6", "isIpv6", "an IPv6 address"],
  ],
  "format-host": [
    ["hostname", "isHostname", "a host name"],
    ["idn-hostname", "isIdnHostname", "an internationalized host name"],
  ],
  "format-uri": [
    ["uri", "isUri", "a URI (RFC 3986)"],
    ["uri-reference", "isUriReference", "a URI reference (RFC 3986)"],
  ],
  "format-iri": [
    ["iri", "isIri", "an IRI (RFC 3987)"],
    ["iri-reference", "isIriReference", "an IRI reference (RFC 3987)"],
  ],
  "format-text": [
    ["uri-template", "isUriTemplate", "a URI template (RFC 6570)"],
    ["uuid", "isUuid", "a UUID"],
    ["json-pointer", "isJsonPointer", "a JSON Pointer"],
    [
      "relative-json-pointer",
      "isRelativeJsonPointer",
      "a relative JSON Pointer",
    ],
    ["regex", "isRegex", "a regular expression (ECMA-262)"],
    ["byte", "isBase64", "base64"],
    ["base64url", "isBase64Url", "base64url"],
    ["char", "isChar", "one character"],
    ["decimal", "isDecimal", "a decimal number"],
    ["decimal128", "isDecimal", "a decimal number"],
    ["media-range", "isMediaRange", "a media range (RFC 9110)"],
  ],
  "format-structured-field": [
    ["sf-binary", "isSfBinary", "a byte sequence (RFC 9651)"],
    ["sf-boolean", "isSfBoolean", "a boolean (RFC 9651)"],
    ["sf-decimal", "isSfDecimal", "a decimal (RFC 9651)"],
    ["sf-integer", "isSfInteger", "an integer (RFC 9651)"],
    ["sf-string", "isSfString", "a string (RFC 9651)"],
    ["sf-token", "isSfToken", "a token (RFC 9651)"],
  ],
};

const numbers: readonly Row[] = [
  ["int8", "isInt8", "an integer of 8 bits"],
  ["int16", "isInt16", "an integer of 16 bits"],
  ["int32", "isInt32", "an integer of 32 bits"],
  ["int64", "isInt64", "an integer of 64 bits"],
  ["uint8", "isUint8", "an unsigned integer of 8 bits"],
  ["uint16", "isUint16", "an unsigned integer of 16 bits"],
  ["uint32", "isUint32", "an unsigned integer of 32 bits"],
  ["uint64", "isUint64", "an unsigned integer of 64 bits"],
  ["double-int", "isDoubleInt", "an integer that a double holds exactly"],
  ["float", "isFloat", "a number in the range of a 32-bit float"],
];

/**
 * Every format of JSON Schema 2020-12 (Validation §7.3) and of the OpenAPI Format Registry that asserts
 * something, by name. An unknown format asserts nothing.
 */
export const formats: ReadonlyMap<string, KnownFormat> = new Map([
  ...Object.entries(texts).flatMap(([module, rows]) =>
    rows.map((row) => entry("string", module, row)),
  ),
  ...numbers.map((row) => entry("number", "format-number", row)),
]);

function entry(
  kind: "number" | "string",
  module: string,
  [name, test, words]: Row,
): [string, KnownFormat] {
  const symbol = valueSymbol(test, `runtime/${module}.ts`);
  return [name, { kind, test: symbol, words }];
}
