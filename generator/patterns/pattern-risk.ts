import type { AST } from "@eslint-community/regexpp";
import type { ParsedPattern } from "./parse-pattern.js";

/** A piece of a pattern that is matched as a whole: a character class or a group of alternatives. */
type Atom =
  | { readonly kind: "characters"; readonly text: string }
  | { readonly kind: "group"; readonly alternatives: readonly Sequence[] };

interface Piece {
  readonly atom: Atom;
  /** Whether it can be left out. */
  readonly optional: boolean;
  /** Whether it can be repeated without bound, or so often that it makes no difference. */
  readonly unbounded: boolean;
}

type Sequence = readonly Piece[];

const manyTimes = 20;
const alphabet = [
  ...Array.from({ length: 96 }, (_, index) => String.fromCharCode(index + 32)),
  "\t",
  "\n",
  "é",
  "中",
  "💡",
];

/**
 * Why a backtracking engine can take exponential time for a pattern, in words; undefined where nothing of the
 * kind is seen. Finds repeated groups that can match the same text in more than one way: `(a+)+`, `(a|a)*`,
 * `(.*,)*`, and the like. Looks at the pattern only; nothing is matched against samples of it.
 */
export function findPatternRisk({
  source,
  tree,
}: ParsedPattern): string | undefined {
  if (!/[)][*+{]/u.test(source)) return undefined;
  return riskOf(tree.alternatives.map(sequenceOf));
}

function riskOf(alternatives: readonly Sequence[]): string | undefined {
  for (const piece of alternatives.flat()) {
    const { atom } = piece;
    if (atom.kind !== "group") continue;
    const inner = riskOf(atom.alternatives);
    if (inner !== undefined) return inner;
    if (piece.unbounded && isAmbiguous(atom.alternatives)) {
      return "a repeated group can match the same text in more than one way";
    }
  }
  return undefined;
}

/** Whether one text can be cut into repetitions of the group in several ways. */
function isAmbiguous(alternatives: readonly Sequence[]): boolean {
  if (alternatives.some((sequence) => isLooseRun(sequence))) return true;
  return alternatives.some((sequence, index) =>
    alternatives
      .slice(index + 1)
      .some((other) => repeats(sequence, other) || repeats(other, sequence)),
  );
}

/** Whether a text that one alternative matches can be several repetitions of another, or one of it. */
function repeats(short: Sequence, long: Sequence): boolean {
  if (short.length === 0 || long.length % short.length !== 0) return false;
  return long.every((piece, index) => {
    const other = short[index % short.length];
    return other !== undefined && overlapsAtom(piece.atom, other.atom);
  });
}

/**
 * Whether a sequence holds an unbounded piece that runs on over the end of the sequence into its next
 * repetition: everything between the two can be left out or is made of the same characters.
 */
function isLooseRun(sequence: Sequence): boolean {
  return sequence.some((piece, index) => {
    if (!piece.unbounded) return false;
    const around = [...sequence.slice(index + 1), ...sequence.slice(0, index)];
    return around.every(
      (other) => other.optional || overlapsAtom(piece.atom, other.atom),
    );
  });
}

function overlapsAtom(a: Atom, b: Atom): boolean {
  const left = charactersOf(a);
  const right = charactersOf(b);
  return left.some((one) => right.some((other) => overlap(one, other)));
}

/** The classes that an atom can begin with. */
function charactersOf(atom: Atom): string[] {
  if (atom.kind === "characters") return [atom.text];
  return atom.alternatives.flatMap((sequence) => {
    const [first] = sequence;
    return first === undefined ? [] : charactersOf(first.atom);
  });
}

function overlap(a: string, b: string): boolean {
  if (a === b) return true;
  const left = membersOf(a);
  const right = membersOf(b);
  return alphabet.some((_, index) => left[index] && right[index]);
}

const members = new Map<string, readonly boolean[]>();

/** Which characters of the sample alphabet a class holds. */
function membersOf(text: string): readonly boolean[] {
  let found = members.get(text);
  if (found === undefined) {
    const expression = new RegExp(`^(?:${text})$`, "u");
    found = alphabet.map((character) => expression.test(character));
    members.set(text, found);
  }
  return found;
}

function sequenceOf({ elements }: AST.Alternative): Sequence {
  return elements.flatMap((element): readonly Piece[] =>
    element.type === "Quantifier"
      ? piecesOf(element.element, element.min, element.max)
      : piecesOf(element, 1, 1),
  );
}

function piecesOf(
  element: AST.QuantifiableElement | AST.Assertion,
  min: number,
  max: number,
): readonly Piece[] {
  switch (element.type) {
    case "Assertion":
    case "Backreference":
      return [];
    case "Group":
    case "CapturingGroup": {
      const alternatives = element.alternatives.map(sequenceOf);
      const [only] = alternatives;
      // A group that only groups is what stands in it.
      if (
        alternatives.length === 1 &&
        only !== undefined &&
        max === 1 &&
        min === 1
      )
        return only;
      return [piece({ kind: "group", alternatives }, min, max)];
    }
    case "Character":
    case "CharacterClass":
    case "CharacterSet":
    case "ExpressionCharacterClass":
      return [piece({ kind: "characters", text: element.raw }, min, max)];
  }
}

function piece(atom: Atom, min: number, max: number): Piece {
  return { atom, optional: min === 0, unbounded: max >= manyTimes };
}
