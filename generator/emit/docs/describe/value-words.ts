import type { JsonValue } from "../../../model/json.js";
import { valueText } from "../../member-words.js";
import { code, enumerate, type Words } from "../text/words.js";

/** A value of JSON as code; a string without its quotes where it cannot be mistaken. */
export function valueWords(value: JsonValue): Words {
  return [code(valueText(value))];
}

const formats: Readonly<Record<string, string>> = {
  date: "a date, as in 2026-03-31 (RFC 3339)",
  "date-time": "a date and time, as in 2026-03-31T12:30:00Z (RFC 3339)",
  time: "a time, as in 12:30:00Z (RFC 3339)",
  duration: "a duration, as in P3DT12H (ISO 8601)",
  email: "an email address",
  hostname: "a host name",
  ipv4: "an IPv4 address",
  ipv6: "an IPv6 address",
  uri: "an absolute URI",
  "uri-reference": "a URI, absolute or relative",
  uuid: "a UUID",
  regex: "a regular expression (ECMA-262)",
  "json-pointer": "a JSON Pointer (RFC 6901)",
  byte: "bytes in base64",
  int32: "a signed 32-bit integer",
  int64: "a signed 64-bit integer",
  float: "a single-precision number",
  double: "a double-precision number",
  password: "a secret: hidden on input",
};

/** What a format asks for, or its bare name where it is not a registered one. */
export function formatWords(format: string): string {
  return Object.hasOwn(formats, format) ? (formats[format] as string) : format;
}

/** Values, joined. */
export function valuesWords(
  values: readonly JsonValue[],
  conjunction: "and" | "or",
): Words {
  return enumerate(values.map(valueWords), conjunction);
}
