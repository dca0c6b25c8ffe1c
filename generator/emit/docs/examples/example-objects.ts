import type { JsonObject, JsonValue } from "../../../model/json.js";
import type { Api } from "../../../model/api.js";
import type { Discriminator, Schema } from "../../../model/schema.js";
import { keywordSet, type KeywordSet } from "../describe/keywords-by-kind.js";
import { isObject } from "../../../model/matches.js";

/** The value of a branch with a tag that selects the branch. */
export function withTag(
  value: JsonValue | undefined,
  discriminator: Discriminator | undefined,
  index: number,
): JsonValue | undefined {
  const tags = discriminator?.branches[index]?.tags ?? [];
  const [first] = tags;
  if (discriminator === undefined || first === undefined) return value;
  if (!isObject(value)) return value;
  const { property } = discriminator;
  return tags.some((tag) => tag === value[property])
    ? value
    : { ...value, [property]: first };
}

/**
 * The members of all objects, in the order of the first that has them, each with its last value. Returns one of the
 * objects if that has the same members in the same order, so that what is known of it holds.
 */
export function joined(objects: readonly JsonObject[]): JsonObject {
  const members = new Map<string, JsonValue>();
  for (const object of objects) {
    for (const [name, value] of Object.entries(object))
      members.set(name, value);
  }
  const same = objects.find((object) => hasMembers(object, members));
  return same ?? Object.fromEntries(members);
}

function hasMembers(
  object: JsonObject,
  members: ReadonlyMap<string, JsonValue>,
): boolean {
  const names = Object.keys(object);
  if (names.length !== members.size) return false;
  const wanted = members.entries();
  return names.every((name) => {
    const [next, value] = wanted.next().value ?? [];
    return name === next && object[name] === value;
  });
}

/** The members of both, where those of the first stay if they are valid in the second as well. */
export function agreed(
  first: JsonObject,
  second: JsonObject,
  isValid: (value: JsonObject) => boolean,
): JsonObject {
  let both = joined([first, second]);
  for (const name of Object.keys(second)) {
    const value = first[name];
    if (value === undefined || value === second[name]) continue;
    if (isValid({ ...second, [name]: value }))
      both = { ...both, [name]: value };
  }
  return both;
}

/** The names that alternatives and conditions ask for, a list for each that asks for any. */
export function askedNames(
  keywords: KeywordSet,
): readonly (readonly string[])[] {
  const { conditional } = keywords;
  const branches = [
    ...(keywords.anyOf?.schemas ?? []),
    ...(keywords.oneOf?.schemas ?? []),
    ...[conditional?.then, conditional?.else].filter(
      (each) => each !== undefined,
    ),
  ];
  return branches.flatMap((branch) => {
    const names = keywordSet(branch).required?.names;
    return names === undefined ? [] : [names];
  });
}

/** The values that a schema lists, or the named schema that it refers to. */
export function listedValues(
  schema: Schema,
  { definitions }: Pick<Api, "definitions">,
): readonly JsonValue[] {
  const target =
    schema.kind === "ref" ? definitions[schema.target]?.schema : schema;
  if (target === undefined) return [];
  const { const: constant, enum: listed } = keywordSet(target);
  return constant === undefined ? (listed?.values ?? []) : [constant.value];
}

/** Puts the value of an alternative over the rest. An alternative that only asks for fields takes them from there. */
export function merged(
  combined: JsonValue | undefined,
  value: JsonValue | undefined,
  branch: Schema,
  base: JsonValue | undefined,
): JsonValue | undefined {
  if (value === undefined) return base;
  if (isObject(combined) && isObject(value)) {
    const own = new Set(
      keywordSet(branch).properties?.named.map(({ name }) => name),
    );
    const known = Object.fromEntries(
      Object.entries(value).filter(
        ([name]) =>
          own.has(name) ||
          !Object.hasOwn(combined, name) ||
          branch.kind === "ref",
      ),
    );
    return { ...combined, ...known };
  }
  return value;
}
