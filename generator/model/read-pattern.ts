import type { SourceLocation } from "../diagnostics/collector.js";
import { parsePattern, type ParsedPattern } from "../patterns/parse-pattern.js";
import { costOfPattern } from "../patterns/pattern-risk.js";
import { shorten, visible } from "../diagnostics/shown-text.js";
import type { ModelContext } from "./model-context.js";
import {
  member,
  sourceLocation,
  type ObjectSource,
  type Source,
} from "./source.js";

/**
 * Reads a pattern (JSON Schema Core §6.4) as it is matched, with the flag `u`. Reports a pattern that is no regular
 * expression; it is then not checked.
 * @param where the pattern, or the member whose key it is
 * @param longest the length of the longest text that is matched
 */
export function readPattern(
  pattern: string,
  where: Source,
  at: "key" | "value",
  context: ModelContext,
  longest = Infinity,
): string | undefined {
  const result = parsePattern(pattern);
  const place = sourceLocation(where, at);
  if ("reason" in result) {
    context.reporter.add(
      "pattern-invalid",
      place,
      `The pattern is no regular expression of ECMAScript and is not checked: ${result.reason}.`,
      result.hint,
    );
    return undefined;
  }
  if (result.isForeign) {
    context.reporter.add(
      "pattern-flavour",
      place,
      `The pattern uses syntax of other regular expressions; it is matched as ${visible(shorten(result.source, 200))}.`,
      "Write it in the syntax of ECMA-262.",
    );
  } else if (result.source !== pattern) {
    context.reporter.add(
      "pattern-without-u",
      place,
      `The pattern is legal only without the flag u; it is matched as ${visible(shorten(result.source, 200))}.`,
      "Escape what the flag u wants to be escaped, and nothing else.",
    );
  }
  reportCost(result, place, longest, context);
  return result.source;
}

/** The length that a schema allows the texts that its pattern is matched against. */
export function longestText(schema: ObjectSource): number {
  const value = member(schema, "maxLength")?.value;
  return typeof value === "number" ? value : Infinity;
}

/** So many steps of a matcher take less than a tenth of a second. */
const mostSteps = 10_000_000;

/** Reports a pattern for which a backtracking matcher can take far longer than the text is long. */
function reportCost(
  pattern: ParsedPattern,
  place: SourceLocation,
  longest: number,
  { reporter }: ModelContext,
): void {
  const { patternSteps } = reporter.limits;
  const cost = costOfPattern(pattern, patternSteps);
  if (cost === "exponential") {
    reporter.add(
      "pattern-slow",
      place,
      "Matching the pattern can take exponential time, because a repeated group can match the same text in more than one way.",
      "Write it so that a text can be matched in one way only, or bound the length with maxLength, which is checked first.",
    );
  } else if (cost === "unknown") {
    reporter.addExceeded(
      "patternSteps",
      place,
      `Whether the pattern can match slowly was not found out in ${patternSteps} steps.`,
      "Write it shorter, or bound the length with maxLength, which is checked first.",
    );
  } else if (cost > 1 && longest ** cost > mostSteps) {
    reporter.add(
      "pattern-superlinear",
      place,
      `Matching the pattern can take time with the ${powerWords[cost] ?? `power of ${cost}`} of the text's length: ${cost} of its repetitions can share a text in many ways${longest === Infinity ? "" : `, and maxLength is ${longest}`}.`,
      `Bound the length with a maxLength of up to ${Math.floor(mostSteps ** (1 / cost))}, which is checked first, or begin the pattern with ^ and let neighbours have no character in common.`,
    );
  }
}

const powerWords: Readonly<Record<number, string>> = {
  2: "square",
  3: "cube",
};
