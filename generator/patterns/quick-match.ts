import { patternTree } from "./parse-pattern.js";
import { costOfPattern, type PatternCost } from "./pattern-risk.js";

/** A match of any pattern that can be written down ends soon on a text of so few code units. */
const shortLength = 16;
/** So many steps of a matcher take some milliseconds. */
const mostSteps = 1_000_000;

/** A pattern that takes more steps to judge counts as slow here. */
const mostJudging = 200_000;

const known = new Map<string, PatternCost>();

/**
 * True if a pattern cannot take long on a text of this length, so that it can be tried while code is generated.
 * @param pattern compiles with the flag `u`
 */
export function isQuick(pattern: string, length: number): boolean {
  if (length <= shortLength) return true;
  let cost = known.get(pattern);
  if (cost === undefined) {
    const tree = patternTree(pattern);
    cost = costOfPattern({ tree }, mostJudging);
    known.set(pattern, cost);
  }
  return typeof cost === "number" && length ** cost <= mostSteps;
}

/** Whether a text matches a pattern; undefined if it could take long to find out. */
export function quickMatch(pattern: string, text: string): boolean | undefined {
  return isQuick(pattern, text.length)
    ? new RegExp(pattern, "u").test(text)
    : undefined;
}
