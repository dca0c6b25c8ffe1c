import { describe, expect, test } from "vitest";
import { limits } from "../../generator/diagnostics/limits.js";
import { parsePattern } from "../../generator/patterns/parse-pattern.js";
import {
  costOfPattern,
  type PatternCost,
} from "../../generator/patterns/pattern-risk.js";
import { isQuick, quickMatch } from "../../generator/patterns/quick-match.js";
import { exponential, linear, superlinear } from "./known-patterns.js";

function costOf(
  pattern: string,
  steps: number = limits.patternSteps.usual,
): PatternCost {
  const parsed = parsePattern(pattern);
  if ("reason" in parsed) throw new Error(parsed.reason);
  return costOfPattern(parsed, steps);
}

describe("the cost of a pattern is what recheck finds", () => {
  test.each(exponential)("exponential: %s", (pattern) => {
    expect(costOf(pattern)).toBe("exponential");
  });
  test.each(superlinear)("%s takes the power of %i", (pattern, power) => {
    expect(costOf(pattern)).toBe(power);
  });
  test.each(linear)("linear: %s", (pattern) => {
    expect(costOf(pattern)).toBe(1);
  });
});

describe("a pattern that can be slow is slow", () => {
  const steps = (run: () => unknown): number => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  test.each(["^(a+)+$", "^(a|a)*$", "^(\\w+\\s?)*$", "^(?:(?:a+)b?)*$"])(
    "%s doubles its time with each character",
    (pattern) => {
      const expression = new RegExp(pattern, "u");
      const time = (length: number): number =>
        steps(() => expression.test(`${"a".repeat(length)}!`));
      time(10);
      expect(time(24)).toBeGreaterThan(time(14) * 20);
    },
  );
});

describe("a fixed number of characters is found in one way", () => {
  test.each(["^[0-9a-f]{40}([0-9a-f]{24})?$", "^\\d{64}$", "^[a-z]{20}\\w*$"])(
    "%s",
    (pattern) => {
      expect(costOf(pattern)).toBe(1);
    },
  );
});

test("many loops with at least a number of rounds are slow before they are met", () => {
  expect(costOf("(.*a){20}")).toBe("exponential");
});

describe("looking for it stops at the limit", () => {
  test.each([
    `^(${"a?".repeat(2000)}b|${"c*".repeat(2000)}d)*$`,
    `^(?:${"ab|".repeat(7000)}c)*$`,
    `${"a*".repeat(500)}b`,
    `${"(".repeat(300)}a${")*".repeat(300)}$`,
    `${"(?:a|b)*c?".repeat(200)}$`,
  ])("%.30s…", (pattern) => {
    expect(["unknown", "exponential"]).toContain(costOf(pattern));
  });
  test("which can be raised", () => {
    const pattern = `^(?:${"ab|".repeat(300)}c)*d$`;
    expect(costOf(pattern, 1000)).toBe("unknown");
    expect(costOf(pattern, 10_000_000)).toBe("exponential");
  });
});

describe("while code is generated, no slow match is tried", () => {
  test.each(["^(a+)+$", "^(a|a)*$", `${"a*".repeat(9)}b`, "(.*a){20}"])(
    "%s",
    (pattern) => {
      expect(isQuick(pattern, 30)).toBe(false);
      expect(quickMatch(pattern, `${"a".repeat(100)}!`)).toBeUndefined();
    },
  );
  test("but what is quick is", () => {
    expect(quickMatch("^a+$", "a".repeat(500_000))).toBe(true);
    expect(quickMatch("a+b", "a".repeat(500))).toBe(false);
    expect(quickMatch("a+b", "a".repeat(5000))).toBeUndefined();
    expect(quickMatch("^(a+)+$", "aaa")).toBe(true);
  });
});
