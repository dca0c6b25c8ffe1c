import { parsePattern } from "../patterns/parse-pattern.js";
import { findPatternRisk } from "../patterns/pattern-risk.js";
import { shorten } from "../diagnostics/shorten.js";
import { visible } from "../diagnostics/visible.js";
import type { BuildContext } from "./build-context.js";
import { placeOf, type Source } from "./source.js";

/**
 * Reads a pattern (JSON Schema Core §6.4) as it is matched, with the flag `u`. Reports a pattern that is no regular
 * expression; it is then not checked.
 * @param where the pattern, or the member whose key it is
 */
export function readPattern(
  pattern: string,
  where: Source,
  at: "key" | "value",
  context: BuildContext,
): string | undefined {
  const result = parsePattern(pattern);
  const place = placeOf(where, at);
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
  const risk = findPatternRisk(result);
  if (risk !== undefined) {
    context.reporter.add(
      "pattern-slow",
      place,
      `Matching the pattern can take exponential time, because ${risk}.`,
      "Write it so that a text can be matched in one way only, or bound the length with maxLength, which is checked first.",
    );
  }
  return result.source;
}
