import type { JsonType } from "../../../model/schema.js";
import type { KeywordSet } from "../describe/keywords-by-kind.js";
import { typesOf } from "../describe/type-words.js";
import { namedExample } from "./named-example.js";
import { quickMatch } from "../../../patterns/quick-match.js";
import { textMatching } from "../../../patterns/text-matching.js";

const formatExamples: Readonly<Record<string, string>> = {
  date: "2026-03-31",
  "date-time": "2026-03-31T12:30:00Z",
  time: "12:30:00Z",
  duration: "P3D",
  email: "person@example.com",
  "idn-email": "person@example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/",
  url: "https://example.com/",
  "uri-reference": "/path",
  iri: "https://example.com/",
  "uri-template": "/things/{id}",
  uuid: "123e4567-e89b-42d3-a456-426614174000",
  "json-pointer": "/name",
  regex: "^[a-z]+$",
  byte: "ZXhhbXBsZQ==",
  base64url: "ZXhhbXBsZQ",
  char: "a",
  int64: "1",
  decimal: "1.5",
  decimal128: "1.5",
  "date-time-local": "2026-03-31T12:30:00",
  "time-local": "12:30:00",
  "http-date": "Tue, 31 Mar 2026 12:30:00 GMT",
  "idn-hostname": "example.com",
  "iri-reference": "/path",
  "relative-json-pointer": "0/name",
  "media-range": "text/plain",
  "sf-binary": ":ZXhhbXBsZQ==:",
  "sf-boolean": "?1",
  "sf-decimal": "1.5",
  "sf-integer": "1",
  "sf-string": '"text"',
  "sf-token": "token",
};

/**
 * A string in the bounds of its keywords, of its format where that is known, else by its name; undefined where none is
 * found.
 * @param name the name of the field, the parameter or the schema
 */
export function stringExample(
  keywords: KeywordSet,
  name: string,
): string | undefined {
  const min = keywords.minLength?.value ?? 0;
  const max = keywords.maxLength?.value ?? Infinity;
  const format = keywords.format?.format ?? "";
  const pattern = keywords.pattern?.pattern;
  const known = Object.hasOwn(formatExamples, format)
    ? formatExamples[format]
    : undefined;
  if (
    known !== undefined &&
    (pattern === undefined || quickMatch(pattern, known) === true)
  )
    return known;
  if (pattern !== undefined) return textMatching(pattern, min, max);
  if (min > 512) return undefined;
  const named = namedExample(name);
  const isFitting = named.length >= min && named.length <= max;
  return isFitting
    ? named
    : "example".slice(0, Math.max(min, Math.min(7, max))).padEnd(min, "a");
}

/** Numbers that may be in the bounds of the keywords, the likeliest first. */
export function* numberExamples(
  keywords: KeywordSet,
  type: "integer" | "number",
): Generator<number> {
  const step = keywords.multipleOf?.value ?? 1;
  const low = keywords.minimum?.value ?? keywords.exclusiveMinimum?.value;
  const high = keywords.maximum?.value ?? keywords.exclusiveMaximum?.value;
  const bases = [low, high, 1, 0].filter((base) => base !== undefined);
  for (const base of bases) {
    for (const shift of [0, 1, -1]) {
      const value = (Math.round(base / step) + shift) * step;
      yield Number(value.toPrecision(12));
    }
    yield base;
  }
  if (type === "number" && low !== undefined && high !== undefined)
    yield (low + high) / 2;
}

/** The types of a schema, null last; where it names none, those that its keywords speak of. */
export function likelyTypes(keywords: KeywordSet): readonly JsonType[] {
  const types = [...typesOf(keywords)].sort(
    (a, b) => Number(a === "null") - Number(b === "null"),
  );
  return types.length > 0 ? types : guessTypes(keywords);
}

function guessTypes(keywords: KeywordSet): readonly JsonType[] {
  if (keywords.properties !== undefined || keywords.required !== undefined)
    return ["object"];
  if (keywords.items !== undefined) return ["array"];
  if (
    keywords.minimum !== undefined ||
    keywords.maximum !== undefined ||
    keywords.multipleOf !== undefined
  )
    return ["number"];
  if (keywords.allOf ?? keywords.anyOf ?? keywords.oneOf ?? keywords.reference)
    return [];
  return ["string"];
}
