import { isAssertedName } from "../config/asserts.js";
import type { AssertSettings } from "../config/config.js";

function names(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/** Every format that says something which can be tested (Validation §7.3, OpenAPI Format Registry). */
export const assertingFormats: ReadonlySet<string> = names(
  "date-time date time date-time-local time-local duration http-date email idn-email ipv4 ipv6 hostname idn-hostname " +
    "uri uri-reference iri iri-reference uri-template uuid json-pointer relative-json-pointer regex byte base64url char " +
    "decimal decimal128 media-range sf-binary sf-boolean sf-decimal sf-integer sf-string sf-token " +
    "int8 int16 int32 int64 uint8 uint16 uint32 uint64 double-int float",
);

/** Every content encoding that not all text is well-formed in (Validation §8.3). */
export const assertingEncodings: ReadonlySet<string> = names(
  "base64 base64url base32 base32hex base16 hex quoted-printable 7bit",
);

const identityEncodings: ReadonlySet<string> = names("8bit binary");

/** Whether a format asserts under the settings; the reason where it does not. */
export function formatReason(
  format: string,
  settings: AssertSettings,
): string | undefined {
  if (!assertingFormats.has(format)) {
    return "says how a value is shown or stored, or is in no registry";
  }
  return isSwitchedOn(format, settings)
    ? undefined
    : "switched off by the configuration";
}

/** What the content keywords of a schema say. */
export interface Content {
  readonly encoding: string | undefined;
  readonly mediaType: string | undefined;
}

/** Whether a content keyword asserts under the settings; the reason where it does not. */
export function contentReason(
  keyword: string,
  { encoding, mediaType }: Content,
  settings: AssertSettings,
): string | undefined {
  if (settings.assert === "nowhere") {
    return "an annotation, as JSON Schema has it; the configuration can make it assert";
  }
  const name = encoding?.toLowerCase() ?? "";
  if (keyword === "contentEncoding") {
    if (!assertingEncodings.has(name)) return "no encoding that can be checked";
    return isSwitchedOn(name, settings)
      ? undefined
      : "switched off by the configuration";
  }
  const type = (mediaType?.split(";")[0] ?? "").trim().toLowerCase();
  const isReadable =
    encoding === undefined ||
    assertingEncodings.has(name) ||
    identityEncodings.has(name);
  if (!isReadable || !/[/+]json$/.test(type)) {
    return "nothing but JSON in a known encoding is looked into";
  }
  return isSwitchedOn(type, settings)
    ? undefined
    : "switched off by the configuration";
}

function isSwitchedOn(name: string, settings: AssertSettings): boolean {
  return settings.assert !== "nowhere" && isAssertedName(name, settings);
}
