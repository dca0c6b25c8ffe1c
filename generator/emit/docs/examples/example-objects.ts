import type { JsonObject, JsonValue } from "../../../model/json.js";
import type { Discriminator } from "../../../model/schema.js";
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
