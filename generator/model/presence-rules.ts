import { impliedBy } from "./presence-clauses.js";

/** A rule about which members an object has, in the form in which people say it. */
export type PresenceRule =
  /** If all of `when` are given, all members of at least one option are. */
  | {
      readonly kind: "needed";
      readonly when: readonly string[];
      readonly options: readonly (readonly string[])[];
    }
  /** None of these is given. */
  | { readonly kind: "absent"; readonly names: readonly string[] }
  /** Not all of these are given. */
  | { readonly kind: "excluded"; readonly names: readonly string[] }
  | { readonly kind: "exactlyOne"; readonly names: readonly string[] }
  | { readonly kind: "atMostOne"; readonly names: readonly string[] }
  /** No object is valid. */
  | { readonly kind: "nothing" };

/** If all of `given` are there, at least one of `needed` is. Without `needed`, not all of `given` are there. */
export interface NameClause {
  readonly given: readonly string[];
  readonly needed: readonly string[];
}

/** The rules that say together what the clauses say. */
export function presenceRules(
  clauses: readonly NameClause[],
): readonly PresenceRule[] {
  if (clauses.some(({ given, needed }) => given.length + needed.length === 0)) {
    return [{ kind: "nothing" }];
  }
  const pairs = new Map<string, boolean>();
  const excluding = new Map<string, string[]>();
  const pairOf = (a: string, b: string): string =>
    JSON.stringify(a < b ? [a, b] : [b, a]);
  for (const { given, needed } of clauses) {
    const [a, b] = given;
    if (needed.length > 0 || given.length !== 2) continue;
    if (a === undefined || b === undefined) continue;
    pairs.set(pairOf(a, b), false);
    addTo(excluding, a, b);
    addTo(excluding, b, a);
  }
  const places = new Map<string, number>();
  for (const name of clauses.flatMap((one) => one.given)) {
    if (!places.has(name)) places.set(name, places.size);
  }
  const excludeEachOther = (names: readonly string[]): boolean =>
    names.every((a, index) =>
      names.slice(index + 1).every((b) => pairs.has(pairOf(a, b))),
    );
  const say = (names: readonly string[]): void => {
    names.forEach((a, index) => {
      for (const b of names.slice(index + 1)) pairs.set(pairOf(a, b), true);
    });
  };
  const rules: PresenceRule[] = [];
  const needs = new Map<string, NameClause[]>();
  for (const clause of clauses) {
    const { given, needed } = clause;
    if (needed.length === 0) continue;
    if (given.length === 0 && needed.length > 1 && excludeEachOther(needed)) {
      rules.push({ kind: "exactlyOne", names: needed });
      say(needed);
      continue;
    }
    addTo(needs, JSON.stringify(given), clause);
  }
  for (const group of needs.values())
    for (const added of neededRules(group)) rules.push(added);
  const absent = clauses.flatMap(({ given, needed }) =>
    given.length === 1 && needed.length === 0 ? given : [],
  );
  if (absent.length > 0) rules.push({ kind: "absent", names: absent });
  for (const { given, needed } of clauses) {
    if (needed.length > 0 || given.length === 1) continue;
    const [a, b] = given;
    if (given.length !== 2 || a === undefined || b === undefined) {
      rules.push({ kind: "excluded", names: given });
    } else if (pairs.get(pairOf(a, b)) === false) {
      const names = [a, b];
      const [fewer = []] = [
        excluding.get(a) ?? [],
        excluding.get(b) ?? [],
      ].sort((left, right) => left.length - right.length);
      for (const name of inOrder(fewer, places)) {
        if (!names.includes(name) && excludeEachOther([...names, name])) {
          names.push(name);
        }
      }
      say(names);
      rules.push(
        names.length > 2
          ? { kind: "atMostOne", names }
          : { kind: "excluded", names },
      );
    }
  }
  return rules;
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function inOrder(
  names: readonly string[],
  places: ReadonlyMap<string, number>,
): readonly string[] {
  return [...names].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** What the same members need: one rule of alternatives where that is no longer than a rule for each clause. */
function neededRules(clauses: readonly NameClause[]): PresenceRule[] {
  const when = clauses[0]?.given ?? [];
  const single = clauses.filter(({ needed }) => needed.length === 1);
  const several = clauses.filter(({ needed }) => needed.length > 1);
  const needed = (options: readonly (readonly string[])[]): PresenceRule => ({
    kind: "needed",
    when,
    options,
  });
  const rules: PresenceRule[] = [];
  if (single.length > 0) {
    rules.push(needed([single.flatMap((clause) => clause.needed)]));
  }
  if (several.length === 0) return rules;
  const lists = several.map((clause) => clause.needed);
  const options = impliedBy(lists);
  const isShorter =
    options !== undefined && options.flat().length <= lists.flat().length;
  if (isShorter) rules.push(needed(options));
  else for (const list of lists) rules.push(needed(list.map((name) => [name])));
  return rules;
}
