import { sample, stringMatching, type Arbitrary } from "fast-check";
import { textMatching } from "../../generator/patterns/text-matching.js";
import type { JsonValue } from "../../generator/model/json.js";
import type { Keyword } from "../../generator/model/schema.js";
import type { Choices } from "../../test/validators/choices.js";
import { least, most } from "./keyword-bounds.js";

/**
 * A text that is meant to be valid under keywords.
 * @param examples values that the description gives, taken where nothing else fits a pattern
 */
export function sampleText(
  keywords: readonly Keyword[],
  examples: readonly JsonValue[],
  choices: Choices,
): string {
  const min = most(keywords, "minLength", 0);
  const max = least(keywords, "maxLength", Infinity);
  const patterns = keywords.flatMap((keyword) =>
    keyword.kind === "pattern" ? [keyword.pattern] : [],
  );
  const matches = (text: string): boolean => {
    const { length } = [...text];
    return (
      length >= min &&
      length <= max &&
      patterns.every((pattern) => new RegExp(pattern, "u").test(text))
    );
  };
  for (const pattern of patterns) {
    const text = textOf(pattern, min, max, choices, matches);
    if (text !== undefined) return text;
  }
  if (patterns.length > 0) {
    const given = examples.filter((value) => typeof value === "string");
    const text = given.find(matches);
    if (text !== undefined) return text;
  }
  const format = keywords.find((keyword) => keyword.kind === "format")?.format;
  const known = format === undefined ? undefined : textsOfFormats[format];
  const text = choices.pick(known ?? texts).padEnd(min, "x");
  return [...text].slice(0, max).join("");
}

function textOf(
  pattern: string,
  min: number,
  max: number,
  choices: Choices,
  matches: (text: string) => boolean,
): string | undefined {
  const plain = [
    textMatching(pattern, min + choices.below(3), max),
    textMatching(pattern, min, max),
  ];
  return (
    plain.find((text) => text !== undefined && matches(text)) ??
    drawn(pattern, choices).find(matches)
  );
}

const arbitraries = new Map<string, Arbitrary<string> | undefined>();

/** Texts that another reading of the pattern draws; none where it cannot read it. */
function drawn(pattern: string, choices: Choices): readonly string[] {
  if (!arbitraries.has(pattern)) {
    arbitraries.set(pattern, arbitraryOf(new RegExp(pattern, "u")));
  }
  const arbitrary = arbitraries.get(pattern);
  if (arbitrary === undefined) return [];
  return sample(arbitrary, { seed: choices.below(2 ** 31), numRuns: 10 });
}

function arbitraryOf(pattern: RegExp): Arbitrary<string> | undefined {
  try {
    return stringMatching(pattern);
  } catch {
    return undefined;
  }
}

const texts = ["", "a", "text", "Straße 😀", "0", "x y/z", "2020-01-01", "A1"];

const textsOfFormats: Readonly<Record<string, readonly string[]>> = {
  "date-time": ["2026-03-03T09:30:00Z", "2024-02-29T23:59:59.123+02:00"],
  date: ["2026-03-03", "2024-02-29"],
  time: ["09:30:00Z", "23:59:59+01:00"],
  uuid: ["0b2bd3f0-5f3c-4ad4-8fd0-000000000010"],
  uri: ["https://example.com/a?b=c#d", "urn:example:a"],
  "uri-reference": ["../a", "https://example.com/"],
  url: ["https://example.com/"],
  email: ["user@example.com"],
  hostname: ["example.com"],
  ipv4: ["192.0.2.1"],
  ipv6: ["2001:db8::1"],
  byte: ["", "aGVsbG8="],
};
