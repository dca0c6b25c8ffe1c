import { commonTypes } from "../../model/types-of.js";
import type { Schema } from "../../model/schema.js";
import type { Sides, Side } from "../side.js";
import { schemaText } from "./canonical-schema.js";
import { isSame, type Branch, type Conjunct, type Union } from "./conjunct.js";
import { listed, type Look } from "./look.js";

/** Compares `anyOf` and `oneOf`, branch by branch. */
export function compareUnions(look: Look): void {
  const { old, new: fresh } = look;
  if (old.unions.length === 0 && fresh.unions.length === 0) return;
  const shared = Math.max(old.unions.length, fresh.unions.length);
  for (let index = 0; index < shared; index += 1) {
    const before = old.unions[index];
    const after = fresh.unions[index];
    if (before !== undefined && after !== undefined) {
      compareUnion(before, after, look);
    } else if (before !== undefined) {
      compareWithout(before, "removed", look);
    } else if (after !== undefined) compareWithout(after, "added", look);
  }
}

/**
 * True if one of two schemas is a union and nothing else, and the other is none: then it counts as a union of one
 * branch, and is compared with the branches alone.
 */
export function isWrapped({ old, new: fresh }: Look): boolean {
  const [plain, union] = old.unions.length === 0 ? [old, fresh] : [fresh, old];
  return (
    plain.unions.length === 0 &&
    union.unions.length === 1 &&
    !isConstrained(union)
  );
}

/** A union on one side alone: the other side counts as a union of one branch, if it has no other rules. */
function compareWithout(
  union: Union,
  what: "added" | "removed",
  look: Look,
): void {
  const { old, new: fresh, at, sides, direction, report } = look;
  const isAdded = what === "added";
  const plain = isAdded ? old : fresh;
  const around = isAdded ? fresh : old;
  // Types that came or went have been reported as such.
  if (
    !haveSameTypes(old, fresh) &&
    isOnlyTypes(union, isAdded ? sides.new : sides.old)
  )
    return;
  if (around.unions.length > 1 || isConstrained(around)) {
    report({
      kind: isAdded ? "keyword-added" : "keyword-removed",
      old: isAdded ? at.old : union.at,
      new: isAdded ? union.at : at.new,
      layers: ["types"],
      ...(!isAdded && direction === "response"
        ? { verdict: "major" as const }
        : {}),
      reason: isAdded
        ? `A further keyword holds: "${union.keyword}".`
        : `The keyword "${union.keyword}" no longer holds.`,
    });
    return;
  }
  const single: Union = {
    keyword: union.keyword,
    branches: [{ schema: plain.sources[0] as Schema }],
    at: isAdded ? at.old : at.new,
  };
  if (isAdded) compareUnion(single, union, look);
  else compareUnion(union, single, look);
}

function haveSameTypes(a: Conjunct, b: Conjunct): boolean {
  const [before, after] = [a.types, b.types];
  return (
    before?.size === after?.size &&
    [...(before ?? [])].every((type) => after?.has(type) === true)
  );
}

/** True for a union of schemas that name nothing but a type. */
function isOnlyTypes({ branches }: Union, side: Side): boolean {
  return branches.every(({ schema }) => {
    const { parts, values, properties, unions } = side.conjuncts.of(schema);
    return (
      parts.length + unions.length + properties.size === 0 &&
      values === undefined
    );
  });
}

function isConstrained({
  parts,
  values,
  properties,
  required,
}: Conjunct): boolean {
  return (
    parts.length + properties.size + required.size > 0 || values !== undefined
  );
}

function compareUnion(before: Union, after: Union, look: Look): void {
  const { direction, report, within, sides } = look;
  const pairs = pairBranches(before, after, sides);
  for (const [a, b] of pairs.same) within(a.schema, b.schema);
  const place = { old: before.at, new: after.at };
  if (pairs.removed.length > 0) {
    report({
      kind: "union-branch-removed",
      ...place,
      reason: `The union no longer has ${namesOf(pairs.removed, sides.old)}.`,
    });
  }
  if (pairs.added.length > 0) {
    const isOpen =
      direction === "response" && before.discriminator?.isOpen === true;
    report({
      kind: "union-branch-added",
      ...place,
      ...(isOpen ? { verdict: "minor" as const } : {}),
      reason: `The union has ${namesOf(pairs.added, sides.new)} besides.`,
    });
  }
  compareKeywords(before, after, look);
  compareDiscriminators(before, after, pairs.same, look);
}

function compareKeywords(before: Union, after: Union, look: Look): void {
  const { direction, report, sides } = look;
  if (before.keyword === after.keyword) return;
  const isDisjoint =
    after.discriminator !== undefined ||
    before.branches.every(({ schema }, index) =>
      before.branches
        .slice(index + 1)
        .every((other) => exclude(schema, other.schema, sides.old)),
    );
  const isStricter = after.keyword === "oneOf";
  report({
    kind: "union-kind-changed",
    old: before.at,
    new: after.at,
    verdict: isDisjoint
      ? "patch"
      : isStricter && direction === "request"
        ? "major"
        : "minor",
    reason: `"${before.keyword}" is "${after.keyword}" now${isDisjoint ? ", and no value fits two branches" : ""}.`,
  });
}

/** True if no value can be valid under both schemas: by their types, or by a required property of other values. */
function exclude(a: Schema, b: Schema, { conjuncts }: Side): boolean {
  const [one, other] = [conjuncts.of(a), conjuncts.of(b)];
  if (commonTypes(one.types, other.types)?.size === 0) return true;
  if (
    one.values?.every(
      (value) => other.values?.some((each) => isSame(each, value)) === false,
    )
  ) {
    return true;
  }
  return [...one.required].some((name) => {
    const [mine, its] = [one.properties.get(name), other.properties.get(name)];
    if (mine === undefined || its === undefined || !other.required.has(name)) {
      return false;
    }
    const values = conjuncts.of(mine.schema).values;
    const others = conjuncts.of(its.schema).values;
    return (
      values !== undefined &&
      others !== undefined &&
      !values.some((value) => others.some((each) => isSame(each, value)))
    );
  });
}

function compareDiscriminators(
  before: Union,
  after: Union,
  same: readonly (readonly [Branch, Branch])[],
  { report }: Look,
): void {
  const was = before.discriminator?.property;
  const is = after.discriminator?.property;
  const place = { old: before.at, new: after.at };
  if (was !== is) {
    report({
      kind: "discriminator-changed",
      ...place,
      reason:
        was === undefined
          ? `"${is}" selects the branch of the union now.`
          : is === undefined
            ? `"${was}" no longer selects the branch of the union.`
            : `"${is}" selects the branch of the union now, in place of "${was}".`,
    });
    return;
  }
  for (const [a, b] of same) {
    const removed = without(a.tags, b.tags);
    const added = without(b.tags, a.tags);
    if (removed.length + added.length === 0) continue;
    report({
      kind: "discriminator-changed",
      ...place,
      verdict: removed.length > 0 ? "major" : "minor",
      reason:
        removed.length > 0
          ? `${listed(removed)} of "${is}" no longer selects its branch.`
          : `${listed(added)} of "${is}" selects a branch besides.`,
    });
  }
}

function without(
  tags: Branch["tags"] = [],
  others: Branch["tags"] = [],
): unknown[] {
  return tags.filter((tag) => !others.includes(tag));
}

interface Pairs {
  readonly same: readonly (readonly [Branch, Branch])[];
  readonly removed: readonly Branch[];
  readonly added: readonly Branch[];
}

/**
 * Finds which branch is which: by the name of the schema that it refers to, by its meaning, by a tag, by its title, by
 * its type, and by the properties that it shares.
 */
function pairBranches(before: Union, after: Union, sides: Sides): Pairs {
  const same: (readonly [Branch, Branch])[] = [];
  let old = [...before.branches];
  let fresh = [...after.branches];
  const pairBy = (
    keyOf: (branch: Branch, side: Side) => string | undefined,
  ): void => {
    const byKey = new Map<string, Branch>();
    for (const branch of fresh) {
      const key = keyOf(branch, sides.new);
      if (key !== undefined && !byKey.has(key)) byKey.set(key, branch);
    }
    old = old.filter((branch) => {
      const key = keyOf(branch, sides.old);
      const found = key === undefined ? undefined : byKey.get(key);
      if (key === undefined || found === undefined) return true;
      byKey.delete(key);
      same.push([branch, found]);
      fresh = fresh.filter((one) => one !== found);
      return false;
    });
  };
  pairBy(({ schema }, { names }) =>
    schema.kind === "ref"
      ? names.schemas.get(schema.target)?.type.name
      : undefined,
  );
  pairBy(({ schema }, side) => schemaText(schema, side));
  pairBy(({ tags }) =>
    tags === undefined ? undefined : JSON.stringify(tags[0]),
  );
  pairBy(({ schema }) => schema.annotations.title);
  pairBy(soleType);
  old = old.filter((branch) => {
    const found = mostAlike(branch, fresh, sides);
    if (found === undefined) return true;
    same.push([branch, found]);
    fresh = fresh.filter((one) => one !== found);
    return false;
  });
  return { same, removed: old, added: fresh };
}

/** The type of a branch that takes no objects. */
function soleType({ schema }: Branch, { conjuncts }: Side): string | undefined {
  const { types } = conjuncts.of(schema);
  const [only] = types ?? [];
  return types?.size === 1 && only !== "object" ? only : undefined;
}

/** The branch of the same types that shares the most properties with another one, and at least half of them. */
function mostAlike(
  branch: Branch,
  others: readonly Branch[],
  sides: Sides,
): Branch | undefined {
  const before = sides.old.conjuncts.of(branch.schema);
  const names = [...before.properties.keys()];
  let best: Branch | undefined;
  let least = 0.5;
  for (const other of others) {
    const after = sides.new.conjuncts.of(other.schema);
    if (!haveSameTypes(before, after)) continue;
    const shared = names.filter((name) => after.properties.has(name)).length;
    const all = Math.max(names.length, after.properties.size);
    const share = all === 0 ? 1 : shared / all;
    if (share < least || (share === least && best !== undefined)) continue;
    best = other;
    least = share;
  }
  return best;
}

/** Branches in words: by the names of their types where they have one. */
function namesOf(
  branches: readonly Branch[],
  { names, conjuncts }: Side,
): string {
  const words = branches.slice(0, 6).map(({ schema }) => {
    if (schema.kind === "ref") {
      return `\`${names.schemas.get(schema.target)?.type.name ?? schema.target}\``;
    }
    const { title } = schema.annotations;
    const { types } = conjuncts.of(schema);
    return (
      title ??
      (types === undefined
        ? "a schema"
        : `a schema of ${[...types].join(" or ")}`)
    );
  });
  const more = branches.length - words.length;
  return `${words.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
