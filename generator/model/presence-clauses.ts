import { ClauseSolver, type Clause } from "./clause-solver.js";
import { statesThat, type MemberStates } from "./member-states.js";
import type { Presence } from "./presence-formula.js";

/** The members of which formulas speak, with their states. */
export type StatesByName = ReadonlyMap<string, MemberStates>;

/** What takes more clauses than this is not worked out. */
const mostClauses = 2000;

/** Clauses are made as strong as they can be only where they are few, have few names in all, and stay few. */
const mostToResolve = 60;
const mostNamesToResolve = 1000;
const mostResolved = 200;

/**
 * The clauses that have to hold together for the condition to be met: each as short as it can be, none implied by the
 * others. Undefined if there are too many. A single empty clause means that nothing meets the condition.
 */
export function minimalClauses(
  presence: Presence,
  states: StatesByName,
): Clause[] | undefined {
  const written = clausesOf(presence, false, states);
  if (written === undefined) return undefined;
  return irredundant(resolved(written, states), written, states);
}

/** The shortest lists of names, one of which has to be given so that each of the lists has one that is. */
export function impliedBy(
  lists: readonly (readonly string[])[],
): readonly (readonly string[])[] | undefined {
  const product = lists.reduce<readonly Clause[] | undefined>(
    (found, list) => {
      if (found === undefined || found.length * list.length > mostClauses) {
        return undefined;
      }
      return shortest(
        found.flatMap((clause) =>
          list.map((name) => new Map([...clause, [name, 1n]])),
        ),
      );
    },
    [new Map()],
  );
  return product?.map((clause) => [...clause.keys()]);
}

/** @param isNegated whether the clauses are of the opposite of the condition */
function clausesOf(
  presence: Presence,
  isNegated: boolean,
  states: StatesByName,
): Clause[] | undefined {
  switch (presence.kind) {
    case "not":
      return clausesOf(presence.part, !isNegated, states);
    case "all":
    case "any": {
      const parts = presence.parts.map((part) =>
        clausesOf(part, isNegated, states),
      );
      return (presence.kind === "all") === isNegated
        ? disjunction(parts, states)
        : conjunction(parts);
    }
    case "one":
      return oneOf(presence.parts, isNegated, states);
    default: {
      const { name } = presence;
      const own = states.get(name);
      if (own === undefined) return undefined;
      const set = statesThat(presence, own);
      const clause = isNegated ? own.all & ~set : set;
      if (clause === own.all) return [];
      return [clause === 0n ? new Map() : new Map([[name, clause]])];
    }
  }
}

/** Exactly one: at least one, and no two. */
function oneOf(
  parts: readonly Presence[],
  isNegated: boolean,
  states: StatesByName,
): Clause[] | undefined {
  if ((parts.length * (parts.length - 1)) / 2 > mostClauses) return undefined;
  const pairs = parts.flatMap((a, index) =>
    parts
      .slice(index + 1)
      .map((b): Presence => ({ kind: "all", parts: [a, b] })),
  );
  const exactlyOne: Presence = {
    kind: "all",
    parts: [
      { kind: "any", parts },
      ...pairs.map((part): Presence => ({ kind: "not", part })),
    ],
  };
  return clausesOf(exactlyOne, isNegated, states);
}

function conjunction(
  parts: readonly (readonly Clause[] | undefined)[],
): Clause[] | undefined {
  const found: Clause[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const added of part) found.push(added);
  }
  return found.length > mostClauses ? undefined : shortest(found);
}

function disjunction(
  parts: readonly (readonly Clause[] | undefined)[],
  states: StatesByName,
): Clause[] | undefined {
  let found: Clause[] = [new Map()];
  for (const part of joinSingles(parts, states)) {
    if (part === undefined || found.length * part.length > mostClauses) {
      return undefined;
    }
    found = shortest(
      found.flatMap((one) =>
        part.flatMap((other) => eitherOf([one, other], states) ?? []),
      ),
    );
  }
  return found;
}

/** The parts of a disjunction, those of one clause that follow each other joined: so long lists are copied once. */
function joinSingles<T extends readonly Clause[] | undefined>(
  parts: readonly T[],
  states: StatesByName,
): (T | readonly Clause[])[] {
  const joined: (T | readonly Clause[])[] = [];
  let single: Clause[] = [];
  const join = (): void => {
    if (single.length > 0) {
      const clause = eitherOf(single, states);
      joined.push(clause === undefined ? [] : [clause]);
    }
    single = [];
  };
  for (const part of parts) {
    if (part?.length === 1) {
      for (const added of part) single.push(added);
      continue;
    }
    join();
    joined.push(part);
  }
  join();
  return joined;
}

/** One of the clauses; undefined if that is so in any case. */
function eitherOf(
  clauses: readonly Clause[],
  states: StatesByName,
): Clause | undefined {
  const joined = new Map<string, bigint>();
  for (const clause of clauses) {
    for (const [name, set] of clause) {
      const both = (joined.get(name) ?? 0n) | set;
      if (both === states.get(name)?.all) return undefined;
      joined.set(name, both);
    }
  }
  return joined;
}

/** The clauses but for those of which another one says more. */
function shortest(clauses: readonly Clause[]): Clause[] {
  const uses = new Map<string, number>();
  for (const clause of clauses) {
    for (const name of clause.keys()) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const kept = new Set<Clause>();
  // A clause lies within another one only if all of its names do: it is looked up by the rarest.
  const keptByRarest = new Map<string | undefined, Set<Clause>>();
  const inOrder = [...clauses].sort(
    (a, b) => a.size - b.size || statesIn(a) - statesIn(b),
  );
  for (const clause of inOrder) {
    const isSaid = [undefined, ...clause.keys()].some((name) =>
      [...(keptByRarest.get(name) ?? [])].some((other) =>
        isWithin(other, clause),
      ),
    );
    if (isSaid) continue;
    kept.add(clause);
    const rarest = rarestOf(clause, uses);
    const sharing = keptByRarest.get(rarest);
    if (sharing === undefined) keptByRarest.set(rarest, new Set([clause]));
    else sharing.add(clause);
  }
  // The order of the description is the order of the words.
  return clauses.filter((clause) => kept.has(clause));
}

/** How many states the literals of a clause allow: of as many literals, fewer states can say more. */
function statesIn(clause: Clause): number {
  let count = 0;
  for (const set of clause.values()) {
    for (let rest = set; rest !== 0n; rest &= rest - 1n) count += 1;
  }
  return count;
}

function rarestOf(
  clause: Clause,
  uses: ReadonlyMap<string, number>,
): string | undefined {
  let rarest: string | undefined;
  for (const name of clause.keys()) {
    const least = rarest === undefined ? Infinity : (uses.get(rarest) ?? 0);
    if ((uses.get(name) ?? 0) < least) rarest = name;
  }
  return rarest;
}

function isWithin(a: Clause, b: Clause): boolean {
  for (const [name, set] of a) {
    if ((set & ~(b.get(name) ?? 0n)) !== 0n) return false;
  }
  return true;
}

/** The clauses with all that follow from two of them, the shortest of these alone (resolution). */
function resolved(
  written: readonly Clause[],
  states: StatesByName,
): readonly Clause[] {
  let clauses = [...written];
  const names = clauses.reduce((sum, clause) => sum + clause.size, 0);
  if (clauses.length > mostToResolve || names > mostNamesToResolve) {
    return clauses;
  }
  for (let isChanged = true; isChanged;) {
    const found = clauses.flatMap((a, index) =>
      clauses.flatMap((b, other) => resolvents(a, b, index < other, states)),
    );
    const next = shortest([...clauses, ...found]);
    if (next.length > mostResolved) return clauses;
    isChanged =
      next.length !== clauses.length ||
      next.some((clause) => !clauses.includes(clause));
    clauses = next;
  }
  return clauses;
}

/** What follows from two clauses that both name a member: it is in a state of both, or another member is in its. */
function resolvents(
  a: Clause,
  b: Clause,
  isInOrder: boolean,
  states: StatesByName,
): Clause[] {
  if (a === b) return [];
  const found: Clause[] = [];
  for (const [name, set] of a) {
    const other = b.get(name);
    if (other === undefined) continue;
    const both = set & other;
    if (both === set || both === other) continue;
    // Each pair is met twice; of one that needs the member and one that forbids it, the former comes first.
    if (((set ^ other) & 1n) === 0n ? !isInOrder : (set & 1n) === 1n) continue;
    const first = both === 0n ? without(a, name) : new Map(a).set(name, both);
    const clause = eitherOf([first, without(b, name)], states);
    if (clause !== undefined) found.push(clause);
  }
  return found;
}

/** The clause but for what it says of that member. */
function without(clause: Clause, name: string): Clause {
  const rest = new Map(clause);
  rest.delete(name);
  return rest;
}

/** Leaves out what follows from the rest: first what nobody has written, and of that the longest. */
function irredundant(
  clauses: readonly Clause[],
  written: readonly Clause[],
  states: StatesByName,
): Clause[] {
  const solver = new ClauseSolver(
    clauses,
    (name) => states.get(name)?.all ?? 0n,
  );
  const isWritten = new Set(written);
  const candidates = [...clauses.entries()].sort(
    ([, a], [, b]) =>
      Number(isWritten.has(a)) - Number(isWritten.has(b)) || b.size - a.size,
  );
  const left = new Set(clauses);
  for (const [index, clause] of candidates) {
    if (!solver.follows(index)) continue;
    solver.remove(index);
    left.delete(clause);
  }
  return [...left];
}
