import { assignTags, type TagCandidate } from "./assign-tags.js";
import { baseCasesOf } from "./base-cases.js";
import type { BaseUnion, ModelContext } from "./model-context.js";
import {
  discriminatorOf,
  mappingOf,
  type Discriminating,
} from "./discriminating.js";
import type { TagValue } from "./schema.js";
import {
  elementsOf,
  isObjectSource,
  locationOf,
  type ObjectSource,
  type Source,
} from "./source.js";
import { factsOfAll, mayBeObject, TagReader } from "./tag-facts.js";
import { targetOfBranch } from "./union-branches.js";

/** By branch: the values that select it; undefined where it takes what selects no other one. */
export type BranchTags = readonly (readonly TagValue[] | undefined)[];

type Composition = "oneOf" | "anyOf";

/** The tags of the branches of `oneOf` or `anyOf`; undefined where the discriminator speaks for the other one. */
export function unionTags(
  source: ObjectSource,
  composition: Composition,
  found: Discriminating,
  context: ModelContext,
): BranchTags | undefined {
  const reader = tagReader(found.property, context);
  return selectedUnions(source, found, reader, context).includes(composition)
    ? tagsWith(source, composition, found, reader, context)
    : undefined;
}

/**
 * The unions that a discriminator speaks for. OpenAPI leaves open which it is where `oneOf` and `anyOf` stand side by
 * side: those that the mapping leads into, else those of which every branch knows the property, else both.
 */
function selectedUnions(
  source: ObjectSource,
  found: Discriminating,
  reader: TagReader,
  context: ModelContext,
): readonly Composition[] {
  const present = (["oneOf", "anyOf"] as const).filter(
    (keyword) => elementsOf(source, keyword).length > 0,
  );
  if (present.length < 2) return present;
  const targetsOf = (keyword: Composition): Source[] =>
    elementsOf(source, keyword).map((each) => targetOfBranch(each, context));
  const { cases } = mappingOf(found, context);
  const mapped = present.filter((keyword) => {
    const numberOf = branchNumbers(targetsOf(keyword), context);
    return cases.some(({ target }) => numberOf(target) !== undefined);
  });
  if (mapped.length > 0) return mapped;
  const knowing = present.filter((keyword) =>
    targetsOf(keyword).every((target) => {
      const facts = reader.ofObject(target, false);
      const isNamed = facts.values !== undefined || facts.kinds !== undefined;
      return isNamed || facts.isRequired || !mayBeObject(target, context);
    }),
  );
  return knowing.length > 0 ? knowing : present;
}

function tagsWith(
  source: ObjectSource,
  composition: Composition,
  found: Discriminating,
  reader: TagReader,
  context: ModelContext,
): BranchTags {
  const targets = elementsOf(source, composition).map((branch) =>
    targetOfBranch(branch, context),
  );
  const { cases, fallback } = mappingOf(found, context);
  const numberOf = branchNumbers(targets, context);
  const mapped = grouped(cases, ({ target }) => numberOf(target));
  const last = fallback && numberOf(fallback);
  const beside = reader.besideUnion(source);
  return assignTags(
    targets.map((target, index): TagCandidate => {
      const isRepeated = numberOf(target) !== index;
      return {
        facts: factsOfAll([beside, reader.ofObject(target, false)]),
        isOut: isRepeated || !mayBeObject(target, context),
        isFallback: last === index,
        mapped: mapped.get(index) ?? [],
        name: context.definitions.nameOf(target),
      };
    }),
  );
}

/**
 * The union that a base with a discriminator stands for; undefined where nothing extends it, where no value can tell
 * what does, and where discriminators are annotations.
 */
export function baseUnionOf(
  source: ObjectSource,
  context: ModelContext,
): BaseUnion | undefined {
  const { baseUnions } = context;
  const location = locationOf(source);
  if (baseUnions.has(location)) return baseUnions.get(location);
  // Where bases extend each other in a circle, none of them is a union within itself.
  baseUnions.set(location, undefined);
  const union = readBaseUnion(source, context);
  baseUnions.set(location, union);
  return union;
}

function readBaseUnion(
  source: ObjectSource,
  context: ModelContext,
): BaseUnion | undefined {
  const found = baseCasesOf(source, context);
  if (found === undefined) return undefined;
  const { property, cases, targets, fallback } = found;
  const reader = tagReader(property, context);
  const own = locationOf(source);
  const branches = targets.map((target) => ({
    target,
    isBase:
      locationOf(target) === own ||
      (isObjectSource(target) &&
        baseUnionOf(target, context)?.property === property),
  }));
  const mapped = grouped(cases, ({ target }) => locationOf(target));
  const tags = assignTags(
    branches.map(({ target, isBase }): TagCandidate => {
      const location = locationOf(target);
      return {
        facts: reader.ofObject(target, isBase),
        isOut: false,
        isFallback: fallback !== undefined && locationOf(fallback) === location,
        mapped: mapped.get(location) ?? [],
        name: undefined,
      };
    }),
  );
  if (tags.every((list) => list === undefined || list.length === 0)) {
    return undefined;
  }
  return {
    property,
    branches: branches.map(({ target, isBase }, index) => ({
      target,
      isBase,
      extendsBase:
        locationOf(target) === own || extendsSchema(target, own, context),
      tags: tags[index],
    })),
  };
}

function extendsSchema(
  target: Source,
  base: string,
  context: ModelContext,
): boolean {
  return (
    isObjectSource(target) &&
    context.inheritance
      .basesOf(target, context)
      .some((each) => locationOf(each) === base)
  );
}

/** Reads what schemas say of a discriminating member, the discriminators within them included. */
export function tagReader(property: string, context: ModelContext): TagReader {
  const reader: TagReader = new TagReader(
    property,
    context,
    (source, inherits) => {
      const found = discriminatorOf(source, context);
      if (found?.property !== property) return undefined;
      const [composition] = selectedUnions(source, found, reader, context);
      const lists =
        composition !== undefined
          ? tagsWith(source, composition, found, reader, context)
          : inherits
            ? undefined
            : baseUnionOf(source, context)?.branches.map(({ tags }) => tags);
      return lists?.every((list) => list !== undefined) === true
        ? lists.flat()
        : undefined;
    },
  );
  return reader;
}

/** Gives the number of the branch that a mapping leads to: the schema itself, else the first union or base with it. */
function branchNumbers(
  targets: readonly Source[],
  context: ModelContext,
): (wanted: Source) => number | undefined {
  const own = new Map<string, number>();
  targets.forEach((target, index) => {
    const location = locationOf(target);
    if (!own.has(location)) own.set(location, index);
  });
  let within: ReadonlyMap<string, number> | undefined;
  return (wanted) => {
    const location = locationOf(wanted);
    const number = own.get(location);
    if (number !== undefined) return number;
    within ??= numbersWithin(targets, context);
    return within.get(location);
  };
}

/** By location of the schemas within branches, which are unions or bases: the number of the first branch. */
function numbersWithin(
  targets: readonly Source[],
  context: ModelContext,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const seen = new Set<string>();
  targets.forEach((branch, index) => {
    const open = [branch];
    for (const target of open) {
      if (!isObjectSource(target) || seen.has(locationOf(target))) continue;
      seen.add(locationOf(target));
      const nested = ["oneOf", "anyOf"].flatMap((keyword) =>
        elementsOf(target, keyword).map((each) =>
          targetOfBranch(each, context),
        ),
      );
      const children = context.inheritance.childrenOf(target, context);
      for (const each of [...nested, ...children]) {
        const location = locationOf(each);
        if (!numbers.has(location)) numbers.set(location, index);
      }
      for (const each of nested) open.push(each);
    }
  });
  return numbers;
}

/** The values of cases by what they lead to. */
function grouped<Case extends { readonly value: string }, Key>(
  cases: readonly Case[],
  keyOf: (each: Case) => Key,
): ReadonlyMap<Key, readonly string[]> {
  const groups = new Map<Key, string[]>();
  for (const each of cases) {
    const key = keyOf(each);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [each.value]);
    else known.push(each.value);
  }
  return groups;
}
