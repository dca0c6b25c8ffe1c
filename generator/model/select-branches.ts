import { isJsonObject, type JsonValue } from "./json.js";
import type { AnyOfKeyword, OneOfKeyword, Schema } from "./schema.js";

/**
 * The branches of a union that are left for a value, of which one has to hold: the one that the tag selects; else
 * those without tags. What is no object has no tag, so that every branch is left.
 */
export function branchesFor(
  { schemas, discriminator }: AnyOfKeyword | OneOfKeyword,
  value: JsonValue,
): readonly Schema[] {
  if (discriminator === undefined || !isJsonObject(value)) return schemas;
  const { property, branches } = discriminator;
  const tag = Object.hasOwn(value, property) ? value[property] : undefined;
  const selected = schemas.filter((_, index) =>
    branches[index]?.tags?.some((each) => each === tag),
  );
  return selected.length > 0
    ? selected
    : schemas.filter((_, index) => branches[index]?.tags === undefined);
}
