import { ClauseSolver, type Clause } from "./clause-solver.js";
import type { Presence } from "./presence.js";

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
export function minimalClauses(presence: Presence): Clause[] | undefined {
  const written = clausesOf(presence, false);
  if (written === undefined) return undefined;
  return irredundant(resolved(written), written);
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
        found.flatMap(({ needed }) =>
          list.map((name) => ({
            given: [],
            needed: needed.includes(name) ? needed : [...needed, name],
          })),
        ),
      );
    },
    [{ given: [], needed: [] }],
  );
  return product?.map(({ needed }) => needed);
}

/** @param isNegated whether the clauses are of the opposite of the condition */
function clausesOf(
  presence: Presence,
  isNegated: boolean,
): Clause[] | undefined {
  switch (presence.kind) {
    case "given":
      return isNegated
        ? [{ given: [presence.name], needed: [] }]
        : [{ given: [], needed: [presence.name] }];
    case "not":
      return clausesOf(presence.part, !isNegated);
    case "all":
    case "any": {
      const parts = presence.parts.map((part) => clausesOf(part, isNegated));
      return (presence.kind === "all") === isNegated
        ? disjunction(parts)
        : conjunction(parts);
    }
    case "one":
      return oneOf(presence.parts, isNegated);
  }
}

/** Exactly one: at least one, and no two. */
function oneOf(
  parts: readonly Presence[],
  isNegated: boolean,
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
  return clausesOf(exactlyOne, isNegated);
}

function conjunction(
  parts: readonly (readonly Clause[] | undefined)[],
): Clause[] | undefined {
  const found: Clause[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    found.push(...part);
  }
  return found.length > mostClauses ? undefined : shortest(found);
}

function disjunction(
  parts: readonly (readonly Clause[] | undefined)[],
): Clause[] | undefined {
  let found: Clause[] = [{ given: [], needed: [] }];
  for (const part of joinSingles(parts)) {
    if (part === undefined || found.length * part.length > mostClauses) {
      return undefined;
    }
    found = shortest(
      found.flatMap((one) => part.map((other) => eitherOf([one, other]))),
    );
  }
  return found;
}

/** The parts of a disjunction, those of one clause that follow each other joined: so long lists are copied once. */
function joinSingles<T extends readonly Clause[] | undefined>(
  parts: readonly T[],
): (T | readonly Clause[])[] {
  const joined: (T | readonly Clause[])[] = [];
  let single: Clause[] = [];
  const join = (): void => {
    if (single.length > 0) joined.push([eitherOf(single)]);
    single = [];
  };
  for (const part of parts) {
    if (part?.length === 1) {
      single.push(...part);
      continue;
    }
    join();
    joined.push(part);
  }
  join();
  return joined;
}

function eitherOf(clauses: readonly Clause[]): Clause {
  return {
    given: union(clauses.map(({ given }) => given)),
    needed: union(clauses.map(({ needed }) => needed)),
  };
}

function union(lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}

/** The clauses but for those that say nothing, and those of which another one says more. */
function shortest(clauses: readonly Clause[]): Clause[] {
  const literals = new Map(
    clauses.map((clause) => [clause, literalsOf(clause)]),
  );
  const uses = new Map<string, number>();
  for (const clause of literals.values()) {
    for (const literal of clause) {
      uses.set(literal, (uses.get(literal) ?? 0) + 1);
    }
  }
  const kept = new Set<Clause>();
  // A clause lies within another one only if all of its names do: it is looked up by the rarest.
  const keptByRarest = new Map<string | undefined, ReadonlySet<string>[]>();
  const inOrder = [...literals].sort(([, a], [, b]) => a.size - b.size);
  for (const [clause, own] of inOrder) {
    const isEmpty = clause.given.some((name) => own.has(neededLiteral(name)));
    const isWithin = [undefined, ...own].some((literal) =>
      keptByRarest
        .get(literal)
        ?.some((other) => [...other].every((one) => own.has(one))),
    );
    if (isEmpty || isWithin) continue;
    kept.add(clause);
    const rarest = rarestOf(own, uses);
    const sharing = keptByRarest.get(rarest);
    if (sharing === undefined) keptByRarest.set(rarest, [own]);
    else sharing.push(own);
  }
  // The order of the description is the order of the words.
  return clauses.filter((clause) => kept.has(clause));
}

function literalsOf({ given, needed }: Clause): ReadonlySet<string> {
  return new Set([
    ...given.map((name) => `-${name}`),
    ...needed.map(neededLiteral),
  ]);
}

function neededLiteral(name: string): string {
  return `+${name}`;
}

function rarestOf(
  literals: ReadonlySet<string>,
  uses: ReadonlyMap<string, number>,
): string | undefined {
  let rarest: string | undefined;
  for (const literal of literals) {
    const least = rarest === undefined ? Infinity : (uses.get(rarest) ?? 0);
    if ((uses.get(literal) ?? 0) < least) rarest = literal;
  }
  return rarest;
}

function sizeOf({ given, needed }: Clause): number {
  return given.length + needed.length;
}

/** The clauses with all that follow from two of them, the shortest of these alone (resolution). */
function resolved(written: readonly Clause[]): readonly Clause[] {
  let clauses = [...written];
  const names = clauses.reduce((sum, clause) => sum + sizeOf(clause), 0);
  if (clauses.length > mostToResolve || names > mostNamesToResolve) {
    return clauses;
  }
  for (let isChanged = true; isChanged;) {
    const found = clauses.flatMap((a) =>
      clauses.flatMap((b) => resolvent(a, b) ?? []),
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

/** What follows where one clause needs the only thing that another one needs to be given. */
function resolvent(a: Clause, b: Clause): Clause | undefined {
  const common = a.needed.filter((name) => b.given.includes(name));
  const [name, ...others] = common;
  if (name === undefined || others.length > 0) return undefined;
  const clause: Clause = {
    given: union([a.given, b.given.filter((one) => one !== name)]),
    needed: union([a.needed.filter((one) => one !== name), b.needed]),
  };
  return clause.given.some((one) => clause.needed.includes(one))
    ? undefined
    : clause;
}

/** Leaves out what follows from the rest: first what nobody has written, and of that the longest. */
function irredundant(
  clauses: readonly Clause[],
  written: readonly Clause[],
): Clause[] {
  const solver = new ClauseSolver(clauses);
  const isWritten = new Set(written);
  const candidates = [...clauses.entries()].sort(
    ([, a], [, b]) =>
      Number(isWritten.has(a)) - Number(isWritten.has(b)) ||
      sizeOf(b) - sizeOf(a),
  );
  const left = new Set(clauses);
  for (const [index, clause] of candidates) {
    if (!solver.follows(index)) continue;
    solver.remove(index);
    left.delete(clause);
  }
  return [...left];
}
