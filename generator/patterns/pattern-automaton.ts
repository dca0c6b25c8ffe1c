import type { AST } from "@eslint-community/regexpp";

/** A repetition of so many times or more is as slow as one without end. */
const manyTimes = 20;

/** Thrown when an analysis takes more steps than it may. */
export class TooManySteps extends Error {}

/** Counts the steps of an analysis. */
export class StepCounter {
  readonly #most: number;
  #steps = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @throws TooManySteps */
  add(steps: number): void {
    this.#steps += steps;
    if (this.#steps > this.#most) throw new TooManySteps();
  }
}

/**
 * A pattern as an automaton without empty transitions (Glushkov): its states are the places where the pattern takes a
 * character. Assertions take none and count as met, so that it has every way that a matcher can go, and some more.
 */
export interface Automaton {
  /** For each state, the letters that it takes, as a set of bits. A letter stands for characters that no class tells apart. */
  readonly letters: readonly bigint[];
  /** All letters, those that no state takes among them. */
  readonly alphabet: bigint;
  /** The states that can come after a state. */
  readonly next: readonly (readonly number[])[];
  /** The states that more than one way leads to from a state, by the state. */
  readonly several: readonly ReadonlySet<number>[];
  /** The states after which the pattern has matched, whatever follows. */
  readonly matched: ReadonlySet<number>;
  /** The states after which the text may end. */
  readonly ends: ReadonlySet<number>;
  /** The states that a text can begin with. */
  readonly first: readonly number[];
  readonly matchesEmpty: boolean;
}

/** What a part of a pattern adds to the whole. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** In how many ways it matches the empty text: none, one, or several. */
  readonly empty: 0 | 1 | 2;
}

const nothing: Part = { first: [], last: [], empty: 1 };

/** @param isSearched whether the match may begin anywhere in the text */
export function automatonOf(
  alternatives: readonly AST.Alternative[],
  isSearched: boolean,
  steps: StepCounter,
): Automaton {
  return new AutomatonBuilder(steps).build(alternatives, isSearched);
}

class AutomatonBuilder {
  readonly #steps: StepCounter;
  readonly #classes: string[] = [];
  readonly #next: Set<number>[] = [];
  readonly #several: Set<number>[] = [];
  /** States of a repetition with so many at least that a few are not enough. */
  readonly #counted = new Set<number>();
  /** Characters in which classes of the pattern may differ. */
  readonly #samples = new Set<string>(sampleCharacters);

  constructor(steps: StepCounter) {
    this.#steps = steps;
  }

  build(
    alternatives: readonly AST.Alternative[],
    isSearched: boolean,
  ): Automaton {
    const before = isSearched ? this.#repeat(this.#state("[^]")) : nothing;
    const body = this.#alternatives(alternatives);
    const { first, last, empty } = this.#sequence(before, body);
    const ends = this.#classes.flatMap((text, index) =>
      text === endOfText ? [index] : [],
    );
    const { letters, alphabet } = lettersOf(this.#classes, [...this.#samples]);
    const isEnd = new Set(ends);
    const matched = new Set(
      last.filter((state) => !isEnd.has(state) && !this.#counted.has(state)),
    );
    const mayEnd = this.#next.flatMap((next, state) =>
      matched.has(state) || ends.some((end) => next.has(end)) ? [state] : [],
    );
    return {
      letters,
      alphabet,
      next: this.#next.map((states) => [...states]),
      several: this.#several,
      matched,
      ends: new Set(mayEnd),
      first,
      matchesEmpty: empty > 0 || first.some((state) => isEnd.has(state)),
    };
  }

  #alternatives(alternatives: readonly AST.Alternative[]): Part {
    const parts = alternatives.map(({ elements }) => this.#elements(elements));
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      empty: atMostTwo(parts.reduce((sum, { empty }) => sum + empty, 0)),
    };
  }

  #elements(elements: readonly AST.Element[]): Part {
    return elements.reduce<Part>(
      (before, element) => this.#sequence(before, this.#element(element)),
      nothing,
    );
  }

  #element(element: AST.Element): Part {
    switch (element.type) {
      case "Assertion":
        return element.kind === "end" ? this.#state(endOfText) : nothing;
      case "Backreference":
        return nothing;
      case "Group":
      case "CapturingGroup":
        return this.#alternatives(element.alternatives);
      case "Quantifier":
        return this.#quantifier(element);
      case "Character":
        this.#samples.add(String.fromCodePoint(element.value));
        return this.#state(element.raw);
      case "CharacterClass":
        this.#sampleClass(element);
        return this.#state(element.raw);
      case "CharacterSet":
      case "ExpressionCharacterClass":
        return this.#state(element.raw);
    }
  }

  #quantifier({ element, min, max }: AST.Quantifier): Part {
    if (max === 0) return nothing;
    const start = this.#classes.length;
    let whole = nothing;
    // So many characters, no more and no fewer, are found in one way.
    const isFixed = min === max && isCharacter(element);
    const isOpen = max >= manyTimes && !isFixed;
    const copies = isOpen || isFixed ? Math.max(1, Math.min(min, 2)) : max;
    for (let copy = 1; copy <= copies; copy++) {
      let part = this.#element(element);
      if (isOpen && copy === copies) part = this.#repeat(part);
      if (copy > min) part = { ...part, empty: 1 };
      whole = this.#sequence(whole, part);
    }
    for (let state = start; min >= manyTimes && state < this.#classes.length;)
      this.#counted.add(state++);
    return whole;
  }

  /** The part once or more. */
  #repeat(part: Part): Part {
    for (const state of part.last) this.#follow(state, part.first);
    return part;
  }

  #sequence(before: Part, after: Part): Part {
    for (const state of before.last) this.#follow(state, after.first);
    return {
      first: this.#joined(before.first, after.first, before.empty),
      last: this.#joined(after.last, before.last, after.empty),
      empty: atMostTwo(before.empty * after.empty),
    };
  }

  /** The states with others that are reached in so many ways; a state that several ways lead to is there twice. */
  #joined(
    states: readonly number[],
    others: readonly number[],
    ways: Part["empty"],
  ): readonly number[] {
    if (ways === 0) return states;
    const all = [...states, ...others, ...(ways === 2 ? others : [])];
    this.#steps.add(all.length);
    const counts = new Map<number, number>();
    return all.filter((state) => {
      const count = (counts.get(state) ?? 0) + 1;
      counts.set(state, count);
      return count <= 2;
    });
  }

  #follow(state: number, next: readonly number[]): void {
    this.#steps.add(next.length);
    const known = this.#next[state];
    for (const each of next) {
      if (known?.has(each) === true) this.#several[state]?.add(each);
      known?.add(each);
    }
  }

  #state(text: string): Part {
    this.#steps.add(1);
    const state = this.#classes.length;
    this.#classes.push(text);
    this.#next.push(new Set());
    this.#several.push(new Set());
    return { first: [state], last: [state], empty: 0 };
  }

  #sampleClass(characters: AST.CharacterClass): void {
    const add = (code: number): void => {
      if (code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)) {
        this.#samples.add(String.fromCodePoint(code));
      }
    };
    for (const element of characters.elements) {
      if (element.type === "Character") add(element.value);
      if (element.type !== "CharacterClassRange") continue;
      for (const code of [element.min.value, element.max.value]) {
        for (const near of [code - 1, code, code + 1]) add(near);
      }
    }
  }
}

function isCharacter({ type }: AST.Element): boolean {
  return (
    type === "Character" || type === "CharacterClass" || type === "CharacterSet"
  );
}

/** The place of a `$`: a class that holds no character. */
const endOfText = "[]";

const sampleCharacters = [
  ...Array.from({ length: 96 }, (_, index) => String.fromCharCode(index + 32)),
  "\t",
  "\n",
  "\r",
  "\u2028",
  "é",
  "中",
  "٣",
  "💡",
];

function atMostTwo(count: number): 0 | 1 | 2 {
  return count > 1 ? 2 : count === 1 ? 1 : 0;
}

/** The sets of letters of classes, in bits. Two characters are the same letter if every class takes both or none. */
function lettersOf(
  classes: readonly string[],
  samples: readonly string[],
): Pick<Automaton, "letters" | "alphabet"> {
  const distinct = [...new Set(classes)];
  const members = distinct.map((text) => {
    if (text === endOfText) return samples.map(() => false);
    const expression = new RegExp(`^(?:${text})$`, "u");
    return samples.map((character) => expression.test(character));
  });
  const letters = new Map<string, number>();
  const letterOf = samples.map((_, index) => {
    const key = members.map((each) => (each[index] ? "1" : "0")).join("");
    const letter = letters.get(key) ?? letters.size;
    letters.set(key, letter);
    return letter;
  });
  const bits = new Map(
    distinct.map((text, index) => {
      let set = 0n;
      letterOf.forEach((letter, sample) => {
        if (members[index]?.[sample]) set |= 1n << BigInt(letter);
      });
      return [text, set];
    }),
  );
  return {
    letters: classes.map((text) => bits.get(text) ?? 0n),
    alphabet: (1n << BigInt(letters.size)) - 1n,
  };
}
