import { describe, expect, test } from "vitest";
import { parsePattern } from "../../generator/patterns/parse-pattern.js";
import { findPatternRisk } from "../../generator/patterns/pattern-risk.js";

function riskOf(pattern: string): string | undefined {
  const parsed = parsePattern(pattern);
  if ("reason" in parsed) throw new Error(parsed.reason);
  return findPatternRisk(parsed);
}

describe("patterns that can take exponential time", () => {
  test.each([
    "^(a+)+$",
    "^(a*)*$",
    "(a|a)*b",
    "^(a|aa)+$",
    "^(ab|abab)*$",
    "(.*)*x",
    "^([a-zA-Z]+)*$",
    "^(\\w+\\s?)*$",
    "^(\\w|\\d)*$",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "(x+x+)+y",
    "(.*a){20}",
    "^\\w+([.-]?\\w+)*@\\w+$",
    "^(?<word>[^ ]+ ?)*$",
    "^(?:(?:a+)b?)*$",
  ])("%s", (pattern) => {
    expect(riskOf(pattern)).toBe(
      "a repeated group can match the same text in more than one way",
    );
  });
});

describe("patterns of which each text is matched in one way", () => {
  test.each([
    "^a+$",
    "^([a-z]+-)*[a-z]+$",
    "^(\\d{1,3}\\.){3}\\d{1,3}$",
    "^[A-Z]{2}(,[A-Z]{2})*$",
    "^(https?:\\/\\/)?[\\w.-]+$",
    "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==)?$",
    "^(?:foo|bar)+$",
    '^"(?:[^"\\\\]|\\\\.)*"$',
    "^(\\/[\\w.-]*)*$",
    "^(?:\\s*,\\s*\\w+)*$",
    "^[a-f\\d]{8}(-[a-f\\d]{4}){3}-[a-f\\d]{12}$",
    "^(?=.*\\d)(?=.*[a-z]).{8,}$",
    "[)]*]+",
    "^(\\p{L}+, )*$",
  ])("%s", (pattern) => {
    expect(riskOf(pattern)).toBeUndefined();
  });
});

test("looking for it takes no long time itself", () => {
  const long = `^(${"a?".repeat(2000)}b|${"c*".repeat(2000)}d)*$`;
  const start = performance.now();
  riskOf(long);
  expect(performance.now() - start).toBeLessThan(5000);
});
