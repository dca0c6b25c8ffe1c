import { isExactPlan } from "../../mapping/plan.js";
import { planOf } from "../../mapping/plan-of.js";
import type { Schema } from "../../model/schema.js";
import { resolvedKeywords } from "../../model/value-structure.js";
import type { EmitContext } from "../context.js";

/**
 * The members of a form that are written as JSON in which there may be integers that a number cannot hold. Primitives
 * and lists of primitives are not among them: their text has all digits.
 */
export function exactMembers(
  schema: Schema | undefined,
  context: EmitContext,
  isText: (member: Schema) => boolean,
): string[] {
  if (schema === undefined) return [];
  const names = resolvedKeywords(schema, context.api).flatMap((keyword) =>
    keyword.kind !== "properties"
      ? []
      : keyword.named.flatMap(({ name, schema: member }) => {
          const plan = planOf(member, context);
          const isExact =
            plan !== undefined && isExactPlan(plan, context.mappings);
          return isExact && !isText(member) ? [name] : [];
        }),
  );
  return [...new Set(names)];
}
