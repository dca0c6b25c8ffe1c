import { visitRegExpAST, type AST } from "@eslint-community/regexpp";
import { applyReplacements, type Replacement } from "./with-flag-u.js";

/**
 * Writes a pattern so that it means without flags what it means with `i` and `s`: letters match in both cases, the
 * dot matches every character.
 * @param pattern compiles with the flag `u`
 * @returns undefined where it cannot be written: a backreference, or a property that is of one case
 */
export function withFlags(
  pattern: AST.Pattern,
  flags: ReadonlySet<string>,
): string | undefined {
  const replacements: Replacement[] = [];
  let isPossible = true;
  const replace = ({ start, end }: AST.Node, text: string): void => {
    replacements.push({ start, end, text });
  };
  const ignoresCase = flags.has("i");
  visitRegExpAST(pattern, {
    onCharacterEnter(node) {
      const { parent, raw, value } = node;
      if (!ignoresCase || parent.type === "CharacterClassRange") return;
      const variants = caseVariants(value);
      if (variants.length === 0) return;
      const text = raw + variants.map(characterOf).join("");
      replace(node, parent.type === "CharacterClass" ? text : `[${text}]`);
    },
    onCharacterClassRangeEnter(node) {
      if (!ignoresCase) return;
      const { min, max, raw } = node;
      replace(node, raw + variantsOfRange(min.value, max.value));
    },
    onCharacterSetEnter(node) {
      if (node.kind === "any" && flags.has("s")) replace(node, "[\\s\\S]");
      if (node.kind !== "property" || !ignoresCase) return;
      if (/^(?:L[ult]|(?:Upper|Lower|Title)case.*)$/u.test(nameOf(node))) {
        isPossible = false;
      }
    },
    onBackreferenceEnter() {
      if (ignoresCase) isPossible = false;
    },
  });
  return isPossible ? applyReplacements(pattern.raw, replacements) : undefined;
}

function nameOf(node: AST.UnicodePropertyCharacterSet): string {
  return node.value ?? node.key;
}

/** The other cases of a character. */
function caseVariants(value: number): number[] {
  const text = String.fromCodePoint(value);
  const upper = text.toUpperCase();
  const found = new Set<number>();
  for (const variant of [text.toLowerCase(), upper, upper.toLowerCase()]) {
    const point = variant.codePointAt(0);
    const isOne = point !== undefined && characterOf(point) === variant;
    if (isOne && point !== value) found.add(point);
  }
  return [...found];
}

/** No character beyond has cases. */
const lastCased = 0x1_e943;

function variantsOfRange(min: number, max: number): string {
  const found = new Set<number>();
  for (let value = min; value <= Math.min(max, lastCased); value += 1) {
    for (const variant of caseVariants(value)) {
      if (variant < min || variant > max) found.add(variant);
    }
  }
  const sorted = [...found].sort((a, b) => a - b);
  let text = "";
  for (let index = 0; index < sorted.length; index += 1) {
    const first = sorted[index] as number;
    let last = first;
    while (sorted[index + 1] === last + 1) {
      index += 1;
      last += 1;
    }
    text += characterOf(first);
    if (last > first)
      text += `${last > first + 1 ? "-" : ""}${characterOf(last)}`;
  }
  return text;
}

function characterOf(value: number): string {
  return String.fromCodePoint(value);
}
