import type { Findings } from "./member-clauses.js";
import type { ConditionalRule, MemberRule } from "./member-rule.js";
import type { MemberState } from "./member-states.js";
import { presenceRules, type NameClause } from "./presence-rules.js";
import type { Clause } from "./clause-solver.js";

/** A clause as a condition, and what holds under it. */
interface Said {
  readonly where: readonly MemberState[];
  readonly unless: ConditionalRule["unless"];
  /** A clause of names, or the state of a member. */
  readonly then: NameClause | MemberState;
}

/** The rules that say clauses about the values of members. */
export function valueRules(
  clauses: readonly Clause[],
  findings: Findings,
): {
  readonly rules: readonly MemberRule[];
  /** False if words could not say one of the clauses, which is left out. */
  readonly isWhole: boolean;
} {
  const said = clauses.flatMap((clause) => saidOf(clause, findings) ?? []);
  return {
    rules: inOrder(withSameCondition(withSameEnd(said)), findings).flatMap(
      rulesOfGroup,
    ),
    isWhole: said.length === clauses.length,
  };
}

function rulesOfGroup(group: Group): readonly MemberRule[] {
  const [{ where, unless }] = group;
  const ofNames: readonly MemberRule[] = presenceRules(
    group.flatMap(({ then }) => ("given" in then ? [then] : [])),
  );
  const ofStates = group.flatMap(({ then }): MemberRule[] =>
    "given" in then ? [] : [{ kind: "state", state: then }],
  );
  if (where.length + unless.length === 0) return [...ofNames, ...ofStates];
  const under = (...rules: readonly MemberRule[]): ConditionalRule => ({
    kind: "conditional",
    where,
    unless,
    rules,
  });
  const isLong = (rule: MemberRule): boolean =>
    rule.kind === "needed" && (rule.options.length > 1 || rule.when.length > 0);
  const short = [...ofNames.filter((rule) => !isLong(rule)), ...ofStates];
  return [
    ...(short.length > 0 ? [under(...short)] : []),
    ...ofNames.filter(isLong).map((rule) => under(rule)),
  ];
}

function saidOf(clause: Clause, findings: Findings): Said | undefined {
  const { describe, others } = findings.wordsFor(clause);
  const literals = [...clause].map(([name, set]) => ({
    name,
    is: describe(name, set),
    isNot: describe(name, others(name, set)),
  }));
  type Literal = (typeof literals)[number];
  const isGiven = ({ is }: Literal): boolean =>
    is?.kind === "any" && is.orAbsent !== true;
  const isMissing = ({ is }: Literal): boolean => is?.kind === "none";
  const needed = literals.filter(isGiven);
  const given = literals.filter(isMissing);
  const valued = literals.filter((one) => !isGiven(one) && !isMissing(one));
  // Conditions come first: what a description asks for under them is the last of a clause.
  const last = literals.at(-1);
  const end =
    needed.length > 0 || (last !== undefined && isMissing(last))
      ? undefined
      : (valued.filter(({ is }) => isPositive(is)).at(-1) ??
        (given.length > 0 ? undefined : valued.at(-1)));
  const where: MemberState[] = [];
  const unless: MemberState[] = [];
  for (const literal of valued) {
    if (literal === end) continue;
    const { is, isNot } = literal;
    if (isNot !== undefined && isEasier(isNot, is)) where.push(isNot);
    else if (is !== undefined) unless.push(is);
    else return undefined;
  }
  const condition = { where, unless: unless.length === 0 ? [] : [unless] };
  if (end === undefined) {
    const names = (some: readonly Literal[]) => some.map(({ name }) => name);
    return {
      ...condition,
      then: { given: names(given), needed: names(needed) },
    };
  }
  if (end.is === undefined) return undefined;
  const present = given.flatMap(({ isNot }) => isNot ?? []);
  return { ...condition, where: [...present, ...where], then: end.is };
}

type Group = readonly [Said, ...Said[]];

/** First what holds in any case; what holds for one value of a member comes in the order of its values. */
function inOrder(
  groups: readonly Group[],
  { rankOf }: Findings,
): readonly Group[] {
  const isFree = ([{ where, unless }]: Group): boolean =>
    where.length + unless.length === 0;
  const selecting = ([{ where, unless }]: Group): MemberState | undefined => {
    const [state, ...others] = where;
    return state?.kind === "values" && others.length + unless.length === 0
      ? state
      : undefined;
  };
  const ofName = (name: string): Group[] =>
    groups
      .filter((group) => selecting(group)?.name === name)
      .sort((a, b) => rankOf(selecting(a)) - rankOf(selecting(b)));
  const sorted = new Map<string, Group[]>();
  return [
    ...groups.filter(isFree),
    ...groups
      .filter((group) => !isFree(group))
      .map((group) => {
        const name = selecting(group)?.name;
        if (name === undefined) return group;
        const left = sorted.get(name) ?? ofName(name);
        sorted.set(name, left);
        return left.shift() ?? group;
      }),
  ];
}

/** True if the state says what a value is. */
function isPositive(state: MemberState | undefined): boolean {
  return (
    state?.kind === "any" ||
    state?.kind === "values" ||
    (state?.kind === "tests" && state.tests.every(({ isPassed }) => isPassed))
  );
}

/** True if "where it is not so" is said more easily than "unless it is so". */
function isEasier(isNot: MemberState, is: MemberState | undefined): boolean {
  if (!isPositive(isNot)) return !isPositive(is) || is?.orAbsent === true;
  return (
    !isPositive(is) ||
    (isNot.kind === "values" &&
      is?.kind === "values" &&
      isNot.values.length <= is.values.length)
  );
}

/** Joins what holds unless one or the other is so: then it holds unless both are. */
function withSameEnd(said: readonly Said[]): readonly Said[] {
  const groups = new Map<string, Said>();
  for (const one of said) {
    const isSingle = one.unless.length === 1 && one.unless[0]?.length === 1;
    const key = JSON.stringify(
      isSingle ? [one.where, one.then] : [groups.size],
    );
    const known = groups.get(key);
    groups.set(
      key,
      known === undefined
        ? one
        : { ...known, unless: [...known.unless, ...one.unless] },
    );
  }
  return [...groups.values()];
}

function withSameCondition(said: readonly Said[]): readonly Group[] {
  const groups = new Map<string, [Said, ...Said[]]>();
  for (const one of said) {
    const key = JSON.stringify([one.where, one.unless]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()];
}
