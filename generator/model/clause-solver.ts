/** If all of `given` are there, at least one of `needed` is. Without `needed`, not all of `given` are there. */
export interface Clause {
  readonly given: readonly string[];
  readonly needed: readonly string[];
}

/** After so many looks at clauses, what has not been shown to follow counts as what does not. */
const mostSteps = 200_000;

/** What is known of members, and the clauses that this has made shorter. */
interface State {
  readonly known: ReadonlySet<number>;
  readonly touched: ReadonlySet<number>;
}

/** A clause as the literals of which one has to be true: an even number for an absent member, an odd one for a given one. */
type Literals = readonly number[];

/**
 * Tells which clauses follow from others. Only the clauses that share names with the one in question are looked at.
 */
export class ClauseSolver {
  readonly #names = new Map<string, number>();
  readonly #clauses: readonly Literals[];
  /** The indices of the clauses with a literal, by the literal. */
  readonly #having: number[][] = [];
  readonly #removed = new Set<number>();
  #steps = 0;

  constructor(clauses: readonly Clause[]) {
    this.#clauses = clauses.map(({ given, needed }) => [
      ...given.map((name) => this.#numberOf(name) * 2),
      ...needed.map((name) => this.#numberOf(name) * 2 + 1),
    ]);
    this.#clauses.forEach((literals, index) => {
      for (const literal of literals)
        (this.#having[literal] ??= []).push(index);
    });
  }

  /** How many clauses have been looked at so far. */
  get steps(): number {
    return this.#steps;
  }

  /** Leaves a clause out of what the others follow from. */
  remove(index: number): void {
    this.#removed.add(index);
  }

  /** True if no object keeps the other clauses and breaks this one; false as well where that takes too many steps to show. */
  follows(index: number): boolean {
    const falsified = this.#clauses[index]?.map(opposite) ?? [];
    return !this.#canBeMet(
      falsified,
      { known: new Set(), touched: new Set() },
      index,
    );
  }

  /**
   * True if the clauses can hold where these literals are true (unit propagation, then a split). Clauses of which no
   * literal is known are left alone: they can hold or not, whatever the others say.
   */
  #canBeMet(
    literals: readonly number[],
    before: State,
    without: number,
  ): boolean {
    const known = new Set(before.known);
    const touched = new Set(before.touched);
    this.#steps += known.size + touched.size;
    const open = [...literals];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (known.has(opposite(next))) return false;
      known.add(next);
      for (const index of this.#having[opposite(next)] ?? []) {
        if (index === without || this.#removed.has(index)) continue;
        const left = this.#leftOf(index, known);
        if (left === undefined) continue;
        const [only] = left;
        if (only === undefined) return false;
        if (left.length === 1) open.push(only);
        else touched.add(index);
      }
    }
    for (const index of touched) {
      touched.delete(index);
      const [literal] = this.#leftOf(index, known) ?? [];
      if (literal === undefined) continue;
      return [literal, opposite(literal)].some(
        (one) =>
          this.#steps > mostSteps ||
          this.#canBeMet(
            [one],
            { known, touched: new Set([...touched, index]) },
            without,
          ),
      );
    }
    return true;
  }

  /** The literals of a clause of which nothing is known; undefined if one is true. */
  #leftOf(index: number, known: ReadonlySet<number>): Literals | undefined {
    const literals = this.#clauses[index] ?? [];
    this.#steps += literals.length;
    if (literals.some((literal) => known.has(literal))) return undefined;
    return literals.filter((literal) => !known.has(opposite(literal)));
  }

  #numberOf(name: string): number {
    const number = this.#names.get(name) ?? this.#names.size;
    this.#names.set(name, number);
    return number;
  }
}

function opposite(literal: number): number {
  return literal ^ 1;
}
