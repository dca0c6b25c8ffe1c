import { nonNullPart } from "../../../model/or-null.js";
import type { Schema } from "../../../model/schema.js";
import { definitionSchema, type DescribeContext } from "./describe-context.js";
import { isOfSingleValue, keywordSet } from "./keywords-by-kind.js";

/** The schema whose members are shown for a value: its own, or those of an array's items or a map's values. */
export function memberHolder(
  schema: Schema,
  context: DescribeContext,
  isOpen: boolean,
): Schema {
  let at = schema;
  for (let step = 0; step < 6; step++) {
    if (at.kind === "ref" ? !isOpen : isOfSingleValue(at)) return at;
    const part = nonNullPart(at);
    if (part !== at) {
      at = part;
      continue;
    }
    let keywords = keywordSet(at);
    const target = keywords.reference?.target;
    if (isOpen && target !== undefined) {
      const named = definitionSchema(context, target);
      if (named !== undefined) keywords = keywordSet(named);
    }
    const items = keywords.items?.rest;
    const values =
      keywords.properties?.named.length === 0
        ? (keywords.properties.patterns[0]?.schema ??
          keywords.properties.additional)
        : undefined;
    const inner = items ?? values;
    if (inner === undefined || inner.kind === "any" || inner.kind === "never")
      return at;
    at = inner;
  }
  return at;
}
