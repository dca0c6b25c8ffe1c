import type { Schema } from "../../../model/schema.js";
import { code, say, type Words } from "../text/words.js";
import type { DescribeContext } from "./describe-context.js";
import type { Choice } from "./choice.js";
import { typeWords } from "./type-words.js";
import { valueWords } from "./value-words.js";

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
  const values = tags?.map(valueWords) ?? [say`anything else`, say`absent`];
  if (values.length === 0) return name;
  return say`${name}, where ${code(property)} is ${values.flatMap((value, index) => (index === 0 ? value : say` or ${value}`))}`;
}
