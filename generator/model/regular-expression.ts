import type { BuildContext } from "./build-context.js";
import { findRegexRisk } from "./regex-risk.js";
import type { RegularExpression } from "./schema.js";
import { placeOf, type Source } from "./source.js";

type Compiled = RegularExpression | { readonly reason: string };

const compiled = new Map<string, Compiled>();

/**
 * Finds the flags under which a pattern is a regular expression (ECMA-262, JSON Schema Core §6.4). Reports a
 * pattern that is none; it is then left out.
 * @param where the pattern, or the member whose key it is
 */
export function readPattern(
  source: string,
  where: Source,
  at: "key" | "value",
  context: BuildContext,
): RegularExpression | undefined {
  const result = compile(source);
  const place = placeOf(where, at);
  if ("reason" in result) {
    context.reporter.add(
      "pattern-invalid",
      place,
      `The pattern is no regular expression of ECMAScript: ${result.reason}.`,
      "Write it in the syntax of ECMA-262; inline flags such as (?i) and possessive quantifiers are not part of it.",
    );
    return undefined;
  }
  if (result.flags === "") {
    context.reporter.add(
      "pattern-without-u",
      place,
      "The pattern is legal only without the flag u; it is matched by UTF-16 code units.",
      "Escape only what needs an escape, so that it compiles with the flag u.",
    );
  }
  const risk = findRegexRisk(source);
  if (risk !== undefined) {
    context.reporter.add(
      "pattern-slow",
      place,
      `Matching the pattern can take exponential time, because ${risk}.`,
      "Write it so that a text can be matched in one way only, or bound the length with maxLength, which is checked first.",
    );
  }
  return result;
}

function compile(source: string): Compiled {
  let result = compiled.get(source);
  if (result === undefined) {
    result = tryFlags(source);
    compiled.set(source, result);
  }
  return result;
}

function tryFlags(source: string): Compiled {
  try {
    new RegExp(source, "u");
    return { source, flags: "u" };
  } catch (withFlag) {
    try {
      new RegExp(source);
      return { source, flags: "" };
    } catch {
      return { reason: reasonOf(withFlag, source) };
    }
  }
}

/** The engine's words without the pattern, which can be long. */
function reasonOf(error: unknown, source: string): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(`/${source}/u: `, "")
    .replace("Invalid regular expression: ", "")
    .slice(0, 120);
}
