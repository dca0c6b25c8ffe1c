import type { JsonValue } from "../../../model/json.js";
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
