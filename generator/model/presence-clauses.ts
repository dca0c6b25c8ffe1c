import type { Presence } from "./presence.js";

/** If all of `given` are there, at least one of `needed` is. Without `needed`, not all of `given` are there. */
export interface Clause {
  readonly given: readonly string[];
  readonly needed: readonly string[];
}

/** What takes more clauses than this is not worked out. */
const mostClauses = 2000;

/** Clauses are made as strong as they can be only where they are few. */
const mostToResolve = 60;

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
      if (found === undefined) return undefined;
      const next = found.flatMap(({ needed }) =>
        list.map((name) => ({
          given: [],
          needed: needed.includes(name) ? needed : [...needed, name],
        })),
      );
      return next.length > mostClauses ? undefined : shortest(next);
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
  return pairs.length > mostClauses
    ? undefined
    : clausesOf(exactlyOne, isNegated);
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
  for (const part of parts) {
    if (part === undefined || found.length * part.length > mostClauses) {
      return undefined;
    }
    found = shortest(
      found.flatMap((one) => part.map((other) => either(one, other))),
    );
  }
  return found;
}

function either(a: Clause, b: Clause): Clause {
  return {
    given: union(a.given, b.given),
    needed: union(a.needed, b.needed),
  };
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}

/** The clauses but for those that say nothing, and those of which another one says more. */
function shortest(clauses: readonly Clause[]): Clause[] {
  const kept: Clause[] = [];
  const inOrder = [...clauses].sort((a, b) => sizeOf(a) - sizeOf(b));
  for (const clause of inOrder) {
    const isEmpty = clause.given.some((name) => clause.needed.includes(name));
    if (isEmpty || kept.some((other) => isWithin(other, clause))) continue;
    kept.push(clause);
  }
  // The order of the description is the order of the words.
  return clauses.filter((clause) => kept.includes(clause));
}

function sizeOf({ given, needed }: Clause): number {
  return given.length + needed.length;
}

function isWithin(a: Clause, b: Clause): boolean {
  return (
    a.given.every((name) => b.given.includes(name)) &&
    a.needed.every((name) => b.needed.includes(name))
  );
}

/** The clauses with all that follow from two of them, the shortest of these alone (resolution). */
function resolved(written: readonly Clause[]): readonly Clause[] {
  let clauses = [...written];
  if (clauses.length > mostToResolve) return clauses;
  for (let isChanged = true; isChanged;) {
    const found = clauses.flatMap((a) =>
      clauses.flatMap((b) => resolvent(a, b) ?? []),
    );
    const next = shortest([...clauses, ...found]);
    if (next.length > mostClauses) return clauses;
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
    given: union(
      a.given,
      b.given.filter((one) => one !== name),
    ),
    needed: union(
      a.needed.filter((one) => one !== name),
      b.needed,
    ),
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
  const candidates = [...clauses].sort(
    (a, b) =>
      Number(written.includes(a)) - Number(written.includes(b)) ||
      sizeOf(b) - sizeOf(a),
  );
  let kept = [...clauses];
  for (const clause of candidates) {
    const others = kept.filter((other) => other !== clause);
    if (follows(clause, others)) kept = others;
  }
  return kept;
}

/** True if no object keeps the clauses and breaks the one. */
function follows(
  { given, needed }: Clause,
  clauses: readonly Clause[],
): boolean {
  const known = new Map<string, boolean>([
    ...given.map((name) => [name, true] as const),
    ...needed.map((name) => [name, false] as const),
  ]);
  return !canBeMet(clauses, known);
}

/** True if the clauses can hold for an object of whose members some are known (unit propagation, then a split). */
function canBeMet(
  clauses: readonly Clause[],
  before: ReadonlyMap<string, boolean>,
): boolean {
  const known = new Map(before);
  let open: readonly Clause[] = clauses;
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    const left: Clause[] = [];
    for (const { given, needed } of open) {
      if (
        given.some((name) => known.get(name) === false) ||
        needed.some((name) => known.get(name) === true)
      ) {
        continue;
      }
      const rest: Clause = {
        given: given.filter((name) => !known.has(name)),
        needed: needed.filter((name) => !known.has(name)),
      };
      const [absent] = rest.given;
      const [present] = rest.needed;
      if (sizeOf(rest) === 0) return false;
      if (sizeOf(rest) > 1) {
        left.push(rest);
        continue;
      }
      if (absent !== undefined) known.set(absent, false);
      else if (present !== undefined) known.set(present, true);
      isChanged = true;
    }
    open = left;
  }
  const name = open[0]?.given[0] ?? open[0]?.needed[0];
  if (name === undefined) return true;
  return [true, false].some((value) =>
    canBeMet(open, new Map([[name, value]])),
  );
}
