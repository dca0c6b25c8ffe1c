import type { Schema } from "../../../model/schema.js";
import { conditionWords } from "../../member-words.js";
import { code, say, type Words } from "../text/words.js";
import type { DescribeContext } from "./describe-context.js";
import type { Choice } from "./choice.js";
import { pageWords } from "./rule-words.js";
import { typeWords } from "./type-words.js";

/** What stands for an alternative in the ids of its fields. */
export function variantName(
  schema: Schema,
  index: number,
  context: DescribeContext,
): string {
  if (schema.kind === "ref")
    return context.names.schemas.get(schema.target)?.slug ?? `${index + 1}`;
  return schema.annotations.title ?? `option-${index + 1}`;
}

/** The heading of an alternative: its name, and the discriminator values that pick it. */
export function variantTitle(
  schema: Schema,
  choice: Choice,
  context: DescribeContext,
): Words {
  const name =
    schema.annotations.title === undefined
      ? typeWords(schema, context)
      : say`${schema.annotations.title}`;
  const { discriminator } = choice;
  if (discriminator === undefined) return name;
  const { property, branches } = discriminator;
  const tags = branches[choice.schemas.indexOf(schema)]?.tags;
  if (tags === undefined) {
    return say`${name}, where ${code(property)} is anything else or absent`;
  }
  if (tags.length === 0) return name;
  const state = { name: property, kind: "values", values: tags } as const;
  const words = conditionWords([{ ...state, tests: [], orAbsent: undefined }]);
  return say`${name}, where ${pageWords(words)}`;
}
