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
 * The members of both, in the order of the first; a member that both have is that of the second. Returns one of the two
 * objects if that has all members in this order, so that what is known of it holds.
 */
export function joined(first: JsonObject, second: JsonObject): JsonObject {
  const names = Object.keys(second);
  if (Object.keys(first).every((name, index) => name === names[index]))
    return second;
  return names.every(
    (name) => Object.hasOwn(first, name) && first[name] === second[name],
  )
    ? first
    : { ...first, ...second };
}
