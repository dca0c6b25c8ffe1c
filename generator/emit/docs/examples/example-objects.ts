import type { JsonObject, JsonValue } from "../../../model/json.js";
import type { Api } from "../../../model/api.js";
import type { Discriminator, Schema } from "../../../model/schema.js";
import { keywordSet } from "../describe/keywords-by-kind.js";
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

/** Several values of a schema, where it lists them. */
export function listedValues(
  schema: Schema,
  { definitions }: Api,
): readonly JsonValue[] {
  const target =
    schema.kind === "ref" ? definitions[schema.target]?.schema : schema;
  return target === undefined ? [] : (keywordSet(target).enum?.values ?? []);
}
