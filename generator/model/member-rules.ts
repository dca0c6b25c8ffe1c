import type { Api } from "./api.js";
import type { Clause } from "./clause-solver.js";
import { besideNull } from "./or-null.js";
import { impliedBy, minimalClauses } from "./presence-clauses.js";
import { presencesWithin, takesObjects, type Presence } from "./presence.js";
import type { Schema } from "./schema.js";

/** A rule about which members an object has, in the form in which people say it. */
export type MemberRule =
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

/**
 * The rules of a schema about which members an object has, made of its meaning: each of `anyOf`, `oneOf`, `allOf`,
 * `not`, `if`, `dependentRequired`, `dependentSchemas` and `required` counts as far as it speaks of presence alone.
 * Names that `required` lists are left out: types and tables show them.
 */
export function memberRules(
  schema: Schema,
  api: Pick<Api, "definitions">,
): readonly MemberRule[] {
  if (schema.kind !== "keywords") return [];
  const isOnlyRequired = schema.keywords.every(
    ({ kind }) => kind === "required" || !speaking.has(kind),
  );
  if (isOnlyRequired || !takesObjects(schema, api)) return [];
  const required = new Set(listedAsRequired(schema));
  return memberRulesOf(presencesWithin(schema, api)).flatMap((rule) => {
    if (rule.kind !== "needed" || rule.when.length > 0) return [rule];
    const [names = [], ...others] = rule.options;
    if (others.length > 0) return [rule];
    const left = names.filter((name) => !required.has(name));
    return left.length === 0 ? [] : [{ ...rule, options: [left] }];
  });
}

/** The rules that say together what the conditions say; none if that would take too many. */
export function memberRulesOf(
  parts: readonly Presence[],
): readonly MemberRule[] {
  const clauses = minimalClauses({ kind: "all", parts });
  return clauses === undefined ? [] : grouped(clauses);
}

/** True if an object with these members keeps the rule. */
export function isKept(
  rule: MemberRule,
  members: ReadonlySet<string>,
): boolean {
  const has = (name: string): boolean => members.has(name);
  switch (rule.kind) {
    case "needed":
      return (
        !rule.when.every(has) || rule.options.some((names) => names.every(has))
      );
    case "absent":
      return !rule.names.some(has);
    case "excluded":
      return !rule.names.every(has);
    case "exactlyOne":
      return rule.names.filter(has).length === 1;
    case "atMostOne":
      return rule.names.filter(has).length <= 1;
    case "nothing":
      return false;
  }
}

const speaking: ReadonlySet<string> = new Set([
  "required",
  "properties",
  "dependentRequired",
  "dependentSchemas",
  "allOf",
  "anyOf",
  "oneOf",
  "not",
  "conditional",
]);

/** The names in `required` of the schema and of its parts that are written in place and have to fit. */
function listedAsRequired(schema: Schema): readonly string[] {
  if (schema.kind !== "keywords") return [];
  return schema.keywords.flatMap((keyword) => {
    switch (keyword.kind) {
      case "required":
        return keyword.names;
      case "allOf":
        return keyword.schemas.flatMap(listedAsRequired);
      default: {
        const branch = besideNull(keyword);
        return branch === undefined ? [] : listedAsRequired(branch);
      }
    }
  });
}

function grouped(clauses: readonly Clause[]): readonly MemberRule[] {
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
  const rules: MemberRule[] = [];
  const needs = new Map<string, Clause[]>();
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
  for (const group of needs.values()) rules.push(...neededRules(group));
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
function neededRules(clauses: readonly Clause[]): MemberRule[] {
  const when = clauses[0]?.given ?? [];
  const single = clauses.filter(({ needed }) => needed.length === 1);
  const several = clauses.filter(({ needed }) => needed.length > 1);
  const needed = (options: readonly (readonly string[])[]): MemberRule => ({
    kind: "needed",
    when,
    options,
  });
  const rules: MemberRule[] = [];
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
