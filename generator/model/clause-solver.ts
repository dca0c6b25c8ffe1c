/** For each member a set of states, as bits: at least one of the members is in one of its states. */
export type Clause = ReadonlyMap<string, bigint>;

/** After so many looks at clauses, what has not been shown to follow counts as what does not. */
const mostSteps = 200_000;

/** The states that members can still have, where not all, and the clauses that this has made shorter. */
interface State {
  readonly left: ReadonlyMap<string, bigint>;
  readonly touched: ReadonlySet<number>;
}

/** A member and the states that one literal of a clause allows it. */
type Literal = readonly [name: string, states: bigint];

/**
 * Tells which clauses follow from others. Only the clauses that share names with the one in question are looked at.
 */
export class ClauseSolver {
  readonly #clauses: readonly (readonly Literal[])[];
  readonly #statesOf: (name: string) => bigint;
  /** The indices of the clauses with a member, by its name. */
  readonly #having = new Map<string, number[]>();
  readonly #removed = new Set<number>();
  #steps = 0;

  /** @param statesOf all states of a member */
  constructor(clauses: readonly Clause[], statesOf: (name: string) => bigint) {
    this.#clauses = clauses.map((clause) => [...clause]);
    this.#statesOf = statesOf;
    this.#clauses.forEach((literals, index) => {
      for (const [name] of literals) {
        const having = this.#having.get(name);
        if (having === undefined) this.#having.set(name, [index]);
        else having.push(index);
      }
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
    const falsified = (this.#clauses[index] ?? []).map(
      ([name, states]): Literal => [name, this.#statesOf(name) & ~states],
    );
    return !this.#canBeMet(
      falsified,
      { left: new Map(), touched: new Set() },
      index,
    );
  }

  /**
   * True if the clauses can hold where members are in these states (unit propagation, then a split). Clauses of whose
   * members nothing is known are left alone: they can hold or not, whatever the others say.
   */
  #canBeMet(
    literals: readonly Literal[],
    before: State,
    without: number,
  ): boolean {
    const left = new Map(before.left);
    const touched = new Set(before.touched);
    this.#steps += left.size + touched.size;
    const open = [...literals];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [name, states] = next;
      const known = left.get(name) ?? this.#statesOf(name);
      const now = known & states;
      if (now === 0n) return false;
      if (now === known) continue;
      left.set(name, now);
      for (const index of this.#having.get(name) ?? []) {
        if (index === without || this.#removed.has(index)) continue;
        const rest = this.#restOf(index, left);
        if (rest === undefined) continue;
        const [only] = rest;
        if (only === undefined) return false;
        if (rest.length === 1) open.push(only);
        else touched.add(index);
      }
    }
    for (const index of touched) {
      touched.delete(index);
      const [literal] = this.#restOf(index, left) ?? [];
      if (literal === undefined) continue;
      const [name, states] = literal;
      return [states, this.#statesOf(name) & ~states].some(
        (some) =>
          this.#steps > mostSteps ||
          this.#canBeMet(
            [[name, some]],
            { left, touched: new Set([...touched, index]) },
            without,
          ),
      );
    }
    return true;
  }

  /** The literals of a clause that can be true and are not known to be; undefined if one is true. */
  #restOf(
    index: number,
    left: ReadonlyMap<string, bigint>,
  ): readonly Literal[] | undefined {
    const literals = this.#clauses[index] ?? [];
    this.#steps += literals.length;
    const rest: Literal[] = [];
    for (const literal of literals) {
      const [name, states] = literal;
      const known = left.get(name) ?? this.#statesOf(name);
      if ((known & ~states) === 0n) return undefined;
      if ((known & states) !== 0n) rest.push(literal);
    }
    return rest;
  }
}
