import type { JsonValue } from "../../../model/json.js";
import { matches } from "../../../model/matches.js";
import type { Schema } from "../../../model/schema.js";
import { conditionWords } from "../../member-words.js";
import { code, say, type Words } from "../text/words.js";
import { listedValues } from "../examples/example-objects.js";
import { membersOf } from "./members.js";
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
  const values = acceptedTags(schema, property, tags, context);
  if (values.length === 0) return name;
  const state = { name: property, kind: "values", values } as const;
  const words = conditionWords([{ ...state, tests: [], orAbsent: undefined }]);
  return say`${name}, where ${pageWords(words)}`;
}

/**
 * The values of the discriminator that a branch accepts: those that select it and that its own field allows, else
 * those that the field lists. A mapping that the description does not write names schemas, not values.
 */
function acceptedTags(
  schema: Schema,
  property: string,
  tags: readonly JsonValue[],
  context: DescribeContext,
): readonly JsonValue[] {
  const written = { ...context, view: "written" } as const;
  const member = membersOf(schema, written, true).named.get(property);
  if (member === undefined) return tags;
  const isAccepted = (value: JsonValue): boolean =>
    member.schemas.every((each) => matches(each, value, context.api));
  const accepted = tags.filter(isAccepted);
  if (accepted.length > 0) return accepted;
  return member.schemas
    .flatMap((each) => listedValues(each, context.api))
    .filter(isAccepted);
}
