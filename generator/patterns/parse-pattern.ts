import { RegExpParser, type AST } from "@eslint-community/regexpp";
import { readForeign } from "./other-flavours.js";
import { type PatternFault, withFlagU } from "./with-flag-u.js";
import { withFlags } from "./with-flags.js";

/** A pattern as it is matched: with the flag `u`, by code points. */
export interface ParsedPattern {
  /** Compiles with the flag `u`. Differs from the description's where that does not. */
  readonly source: string;
  readonly tree: AST.Pattern;
  /** Set if the description's pattern is written in the syntax of other regular expressions. */
  readonly isForeign?: true;
}

/**
 * The edition of ECMA-262 whose regular expressions count: that of the output's `target`, whatever the engine
 * at hand understands besides.
 */
const parser = new RegExpParser({ ecmaVersion: 2022 });

const parsed = new Map<string, ParsedPattern | PatternFault>();

/**
 * Reads a pattern of JSON Schema (Core §6.4): a regular expression of ECMA-262 with the flag `u`. One that is
 * legal only without that flag is written anew, so that it says the same with it, and so is one in the syntax of
 * other regular expressions that has one meaning.
 */
export function parsePattern(pattern: string): ParsedPattern | PatternFault {
  let result = parsed.get(pattern);
  if (result === undefined) {
    result = read(pattern);
    parsed.set(pattern, result);
  }
  return result;
}

/**
 * The syntax tree of a pattern that has been read before.
 * @throws SyntaxError where it does not compile with the flag `u`
 */
export function patternTree(source: string): AST.Pattern {
  const result = parsePattern(source);
  if ("reason" in result) throw new SyntaxError(result.reason);
  return result.tree;
}

function read(pattern: string): ParsedPattern | PatternFault {
  const own = readOwn(pattern);
  const foreign = readForeign(pattern);
  if (!("reason" in own) && foreign.hasPosixClass === undefined) return own;
  const read = readOwn(foreign.pattern);
  if ("reason" in read) return own;
  const source = withFlags(read.tree, foreign.flags);
  if (source === undefined) return own;
  const tree = tryParse(source, true);
  return "reason" in tree ? own : { source, tree, isForeign: true };
}

function readOwn(pattern: string): ParsedPattern | PatternFault {
  const strict = tryParse(pattern, true);
  if (!("reason" in strict)) return { source: pattern, tree: strict };
  const loose = tryParse(pattern, false);
  if ("reason" in loose) return loose;
  const source = withFlagU(loose);
  if (typeof source !== "string") return source;
  const tree = tryParse(source, true);
  return "reason" in tree ? strict : { source, tree };
}

function tryParse(
  source: string,
  unicode: boolean,
): AST.Pattern | PatternFault {
  try {
    new RegExp(source, unicode ? "u" : "");
    return parser.parsePattern(source, 0, source.length, { unicode });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      reason: message
        .replace(/^Invalid regular expression: /, "")
        .replace(`/${source}/${unicode ? "u" : ""}: `, "")
        .slice(0, 120),
      hint: "Write it in the syntax of ECMA-262; inline flags such as (?i) and possessive quantifiers are not part of it.",
    };
  }
}
