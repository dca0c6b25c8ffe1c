import { describeStates, statesOf, type MemberState } from "./member-states.js";
import type { Clause } from "./clause-solver.js";
import { minimalClauses, type StatesByName } from "./presence-clauses.js";
import { atomsOf, simplified, type Presence } from "./presence-formula.js";
import type { NameClause } from "./presence-rules.js";

/** Clauses with what is needed to say them. */
export interface Findings {
  readonly clauses: readonly Clause[];
  /** False if a part was left out. */
  readonly isWhole: boolean;
  readonly wordsFor: (clause: Clause) => StateWords;
  /** Where the first value of a state stands among the values of its member. */
  readonly rankOf: (state: MemberState | undefined) => number;
}

/** Says sets of states, of which it is known which are possible at all. */
export interface StateWords {
  /** A set of states of a member in words; undefined where words do not say it. */
  readonly describe: (name: string, set: bigint) => MemberState | undefined;
  /** The states that the member can be in and that are none of these. */
  readonly others: (name: string, set: bigint) => bigint;
  /** The clause as one of names, if it speaks of nothing but which members are given. */
  readonly namesOf: (clause: Clause) => NameClause | undefined;
}

/** The clauses that the parts say beyond the facts; undefined if there are too many. */
export function clausesOf(
  parts: readonly Presence[],
  facts: readonly Presence[],
): Findings | undefined {
  const states = statesWithin(facts, statesOf([...parts, ...facts]));
  const told = parts.filter((part) =>
    [...atomsOf(part)].every(({ name }) => states.has(name)),
  );
  const clauses = minimalClauses(simplified("all", told), states);
  if (clauses === undefined) return undefined;
  // What a clause says of one member alone is no bound of what it can be.
  const alone = stateWords(new Map(), states);
  const joint = stateWords(possibleStates(clauses, states), states);
  return {
    clauses,
    isWhole: told.length === parts.length,
    wordsFor: (clause) => (clause.size === 1 ? alone : joint),
    rankOf: (state) => {
      const [first] = state?.values ?? [];
      const values = states.get(state?.name ?? "")?.values ?? [];
      return values.findIndex((value) => value === first);
    },
  };
}

/** The states of members that facts, each of one member, leave to them. */
function statesWithin(
  facts: readonly Presence[],
  states: StatesByName,
): StatesByName {
  const certain = minimalClauses(simplified("all", facts), states) ?? [];
  const possible = possibleStates(certain, states);
  return new Map(
    [...states].map(([name, own]) => [
      name,
      // Facts that contradict each other are no facts.
      { ...own, all: possible.get(name) || own.all },
    ]),
  );
}

function stateWords(
  possible: ReadonlyMap<string, bigint>,
  states: StatesByName,
): StateWords {
  const describe = (name: string, set: bigint): MemberState | undefined => {
    const own = states.get(name);
    return own && describeStates(name, set, possible.get(name) ?? own.all, own);
  };
  return {
    describe,
    others: (name, set) =>
      (possible.get(name) ?? states.get(name)?.all ?? 0n) & ~set,
    namesOf: (clause) => {
      const given: string[] = [];
      const needed: string[] = [];
      for (const [name, set] of clause) {
        const state = describe(name, set);
        if (state?.kind === "none") given.push(name);
        else if (state?.kind === "any" && state.orAbsent !== true) {
          needed.push(name);
        } else return undefined;
      }
      return { given, needed };
    },
  };
}

/** The states that clauses of one member leave to it. */
function possibleStates(
  clauses: readonly Clause[],
  states: StatesByName,
): ReadonlyMap<string, bigint> {
  const possible = new Map<string, bigint>();
  for (const clause of clauses) {
    const [literal, ...others] = clause;
    if (literal === undefined || others.length > 0) continue;
    const [name, set] = literal;
    const before = possible.get(name) ?? states.get(name)?.all ?? set;
    possible.set(name, before & set);
  }
  return possible;
}
