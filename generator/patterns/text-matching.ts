import type { AST } from "@eslint-community/regexpp";
import { patternTree } from "./parse-pattern.js";
import { quickMatch } from "./quick-match.js";

const maximumLength = 512;
const maximumRepetition = 256;
/** So much of a range of characters is offered. */
const widestRange = 64;

/**
 * A text that the pattern matches, with a length in the bounds, in code points; undefined where none is found.
 * @param pattern compiles with the flag `u`
 */
export function textMatching(
  pattern: string,
  minLength: number,
  maxLength: number,
): string | undefined {
  const tree = patternTree(pattern);
  const wanted = new Set([0, 1, 2, 3, 7, minLength, minLength - 1]);
  for (const extra of wanted) {
    if (extra < 0 || extra > maximumLength) continue;
    const text = new Writer(extra).first(tree.alternatives);
    const padded = pad(text, pattern, minLength);
    for (const candidate of new Set([text, padded])) {
      const length = [...candidate].length;
      if (length < minLength || length > maxLength) continue;
      if (quickMatch(pattern, candidate) === true) return candidate;
    }
  }
  return undefined;
}

/** Where the pattern is open at its end, anything may follow. */
function pad(text: string, pattern: string, minLength: number): string {
  const missing = Math.min(minLength, maximumLength) - [...text].length;
  return missing > 0 && !pattern.endsWith("$")
    ? text + "a".repeat(missing)
    : text;
}

class Writer {
  /** Repetitions beyond the least that open repeats may still make. */
  #extra: number;
  #turn = 0;
  readonly #choices = new Map<AST.Element, readonly string[]>();

  constructor(extra: number) {
    this.#extra = extra;
  }

  first([alternative]: readonly AST.Alternative[]): string {
    return (alternative?.elements ?? [])
      .map((element) => this.#write(element))
      .join("");
  }

  #write(element: AST.Element): string {
    switch (element.type) {
      case "Assertion":
      case "Backreference":
        return "";
      case "Group":
      case "CapturingGroup":
        return this.first(element.alternatives);
      case "Quantifier":
        return this.#repeat(element);
      case "Character":
      case "CharacterClass":
      case "CharacterSet":
      case "ExpressionCharacterClass":
        return this.#pick(element);
    }
  }

  #repeat({ element, min, max }: AST.Quantifier): string {
    const room = Math.min(max, min + this.#extra, maximumRepetition);
    const count = Math.max(min, room);
    this.#extra -= count - min;
    let text = "";
    for (let index = 0; index < count && text.length < maximumLength; index++)
      text += this.#write(element);
    return text;
  }

  /** Turning through the choices makes `[a-z]{3}` read `abc`. */
  #pick(element: ClassElement): string {
    let choices = this.#choices.get(element);
    if (choices === undefined) {
      choices = charactersOf(element);
      this.#choices.set(element, choices);
    }
    return choices[this.#turn++ % choices.length] ?? "";
  }
}

type ClassElement =
  | AST.Character
  | AST.CharacterClass
  | AST.CharacterSet
  | AST.ExpressionCharacterClass;

const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const digits = [..."0123456789"];

/** Characters that stand for an element, the readable ones of many. */
function charactersOf(
  element: ClassElement | AST.CharacterClassElement,
): readonly string[] {
  switch (element.type) {
    case "Character":
      return [String.fromCodePoint(element.value)];
    case "CharacterClassRange":
      return rangeOf(element.min.value, element.max.value);
    case "CharacterSet":
      return charactersOfSet(element);
    case "CharacterClass":
      return element.negate
        ? charactersOutside(element)
        : [...new Set(element.elements.flatMap(charactersOf))];
    case "ExpressionCharacterClass":
    case "ClassStringDisjunction":
      // Of the flag v, which patterns never have.
      return [];
  }
}

function charactersOfSet(set: AST.CharacterSet): readonly string[] {
  switch (set.kind) {
    case "any":
      return letters;
    case "digit":
      return set.negate ? letters : digits;
    case "space":
      return set.negate ? letters : [" "];
    case "word":
      return set.negate ? ["-"] : letters;
    case "property":
      return set.value?.startsWith("N") === true ? digits : letters;
  }
}

function rangeOf(first: number, last: number): readonly string[] {
  const length = Math.min(last - first + 1, widestRange);
  return Array.from({ length }, (_, index) =>
    String.fromCodePoint(first + index),
  );
}

function charactersOutside({
  elements,
}: AST.CharacterClass): readonly string[] {
  const inside = new Set(elements.flatMap(charactersOf));
  return [...letters, ...digits, "_", "-", " "].filter(
    (character) => !inside.has(character),
  );
}
