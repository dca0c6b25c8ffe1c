/** A piece of a pattern that is matched as a whole: a character class or a group of alternatives. */
type Atom =
  | { readonly kind: "characters"; readonly text: string }
  | { readonly kind: "group"; readonly alternatives: readonly Sequence[] }
  | { readonly kind: "empty" };

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
export function findRegexRisk(pattern: string): string | undefined {
  if (!/[)][*+{]/u.test(pattern)) return undefined;
  const reader = new PatternReader(pattern);
  return riskOf(reader.alternatives());
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
  if (a.kind === "empty" || b.kind === "empty") return true;
  const left = charactersOf(a);
  const right = charactersOf(b);
  return left.some((one) => right.some((other) => overlap(one, other)));
}

/** The classes that an atom can begin with. */
function charactersOf(atom: Atom): string[] {
  if (atom.kind === "characters") return [atom.text];
  if (atom.kind === "empty") return [];
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
    const expression = compileClass(text);
    found = alphabet.map((character) => expression?.test(character) ?? false);
    members.set(text, found);
  }
  return found;
}

function compileClass(text: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(`^(?:${text})$`, flags);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Reads as much of the syntax of patterns as the question needs. */
class PatternReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  alternatives(): Sequence[] {
    const found: Sequence[] = [];
    let sequence: Piece[] = [];
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? "";
      if (character === ")") break;
      if (character === "|") {
        this.#at += 1;
        found.push(sequence);
        sequence = [];
        continue;
      }
      const atom = this.#atom(character);
      const { min, max } = this.#quantifier();
      if (atom.kind === "empty") continue;
      const only = atom.kind === "group" ? atom.alternatives : [];
      if (only.length === 1 && min === 1 && max === 1) {
        // A group that only groups is what stands in it.
        sequence.push(...(only[0] ?? []));
        continue;
      }
      sequence.push({
        atom,
        optional: min === 0,
        unbounded: max >= manyTimes,
      });
    }
    found.push(sequence);
    return found;
  }

  #atom(character: string): Atom {
    if (character === "(") return this.#group();
    if (character === "[") return this.#characters(/\[(?:\\.|[^\]\\])*\]/suy);
    if (character === "^" || character === "$") {
      this.#at += 1;
      return { kind: "empty" };
    }
    if (character === "\\") {
      const next = this.#text[this.#at + 1];
      if (next === "b" || next === "B") {
        this.#at += 2;
        return { kind: "empty" };
      }
      return this.#characters(
        /\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|.)/suy,
      );
    }
    return this.#characters(/./suy);
  }

  #group(): Atom {
    const opening = /\((?:\?(?:<[^=!>][^>]*>|<?[=!]|:))?/uy;
    opening.lastIndex = this.#at;
    const text = opening.exec(this.#text)?.[0] ?? "(";
    this.#at += text.length;
    const alternatives = this.alternatives();
    this.#at += 1;
    return /[=!]$/u.test(text)
      ? { kind: "empty" }
      : { kind: "group", alternatives };
  }

  #characters(expression: RegExp): Atom {
    expression.lastIndex = this.#at;
    const text = expression.exec(this.#text)?.[0] ?? this.#text[this.#at] ?? "";
    this.#at += Math.max(text.length, 1);
    return { kind: "characters", text };
  }

  #quantifier(): { min: number; max: number } {
    const expression = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/uy;
    expression.lastIndex = this.#at;
    const match = expression.exec(this.#text);
    if (match === null) return { min: 1, max: 1 };
    this.#at += match[0].length;
    if (match[0].startsWith("*")) return { min: 0, max: Infinity };
    if (match[0].startsWith("+")) return { min: 1, max: Infinity };
    if (match[0].startsWith("?")) return { min: 0, max: 1 };
    const min = Number(match[1]);
    if (match[2] === "") return { min, max: min };
    return { min, max: match[3] === "" ? Infinity : Number(match[3]) };
  }
}
