import { visitRegExpAST, type AST } from "@eslint-community/regexpp";

/** What other dialects mean by a letter after a backslash, and how ECMA-262 says it. */
const otherDialects: Readonly<Record<string, string>> = {
  A: "Write ^ for the start of the text.",
  Z: "Write $ for the end of the text.",
  z: "Write $ for the end of the text.",
  p: "Write \\p with a property of Unicode, such as \\p{L}, \\p{Lu} or \\p{Script=Han}.",
  P: "Write \\P with a property of Unicode, such as \\P{L}, \\P{Lu} or \\P{Script=Han}.",
  h: "Write [ \\t] for white space within a line, or [0-9A-Fa-f] for hexadecimal digits.",
  x: "Write \\x with two hexadecimal digits, or \\u{…}.",
  u: "Write \\u with four hexadecimal digits, or \\u{…}.",
  Q: "Escape each character by itself; ECMA-262 has no quotation.",
  E: "Escape each character by itself; ECMA-262 has no quotation.",
};

/**
 * Writes a pattern that is legal only by Annex B of ECMA-262 so that it means the same with the flag `u`:
 * needless escapes go, lone brackets are escaped, octal escapes become hexadecimal ones. A letter that is escaped
 * without being an escape is a fault: Annex B takes it for the letter, and its author for something else.
 */
export function withFlagU(pattern: AST.Pattern): string | PatternFault {
  const replacements: Replacement[] = [];
  let fault: PatternFault | undefined;
  const replace = ({ start, end }: AST.Node, text: string): void => {
    replacements.push({ start, end, text });
  };
  visitRegExpAST(pattern, {
    onCharacterEnter(node) {
      const letter = escapedLetter(node);
      if (letter !== undefined) fault ??= meaningless(letter);
      const text = characterText(node);
      if (text !== node.raw) replace(node, text);
    },
    onQuantifierEnter({ element: { type, start, end } }) {
      if (type !== "Assertion") return;
      replacements.push({ start, end: start, text: "(?:" });
      replacements.push({ start: end, end, text: ")" });
    },
  });
  return fault ?? applyReplacements(pattern.raw, replacements);
}

/** The letter of an escape such as `\Z`, which Annex B reads as the letter. */
function escapedLetter({ raw, value }: AST.Character): string | undefined {
  const letter = /^\\([A-Za-z])$/.exec(raw)?.[1];
  return letter?.codePointAt(0) === value ? letter : undefined;
}

function meaningless(letter: string): PatternFault {
  return {
    reason:
      letter === "p" || letter === "P"
        ? `\\${letter} stands before no property that ECMA-262 knows`
        : `\\${letter} has no meaning in ECMA-262`,
    hint:
      otherDialects[letter] ??
      `Write ${letter} for the letter; ECMA-262 knows no escape of that name.`,
  };
}

/** A character with the escapes that the flag `u` wants, and no others. */
function characterText(node: AST.Character): string {
  const { raw, value, parent } = node;
  const isInClass =
    parent.type !== "Alternative" && parent.type !== "Quantifier";
  if (!raw.startsWith("\\")) {
    if (!isInClass) return /^[{}\]]$/.test(raw) ? `\\${raw}` : raw;
    return raw === "-" && isBetween(node) ? "\\-" : raw;
  }
  if (
    /^\\(?:[tnvfr^$\\.*+?()[\]{}|/]|c[A-Za-z]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|0)$/.test(
      raw,
    )
  )
    return raw;
  if (isInClass && /^\\[-b]$/.test(raw)) return raw;
  if (raw === "\\") return "\\\\";
  if (/^\\[0-7]|^\\c/.test(raw))
    return `\\x${value.toString(16).padStart(2, "0")}`;
  return raw.slice(1);
}

/** Whether a character of a class has others on both sides. */
function isBetween({ start, end, parent }: AST.Character): boolean {
  return (
    parent.type === "CharacterClass" &&
    start > parent.start + (parent.negate ? 2 : 1) &&
    end < parent.end - 1
  );
}

/** A part of a text, and what is to stand in its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Puts replacements, which do not overlap, into a text. */
export function applyReplacements(
  text: string,
  replacements: readonly Replacement[],
): string {
  let result = "";
  let position = 0;
  for (const { start, end, text: replacement } of [...replacements].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    result += text.slice(position, start) + replacement;
    position = end;
  }
  return result + text.slice(position);
}

/** Why a pattern is no regular expression, in words, and what to write instead. */
export interface PatternFault {
  readonly reason: string;
  readonly hint: string;
}
