import type { JsonObject, JsonValue } from "../../../generator/model/json.js";
import type { Selection } from "./families.js";
import type { Location } from "./locations.js";

/** True for objects with one of the tags. The double negation keeps `if` from evaluating the member. */
export function tagged(
  property: string,
  values: readonly JsonValue[],
): JsonObject {
  return {
    not: {
      not: {
        required: [property],
        properties: { [property]: { enum: values } },
      },
    },
  };
}

/**
 * The tags that select a schema: those of its cases, of which its own list may leave some; its own list where it
 * has none of them. A tag may be the text of a truth or of a number.
 */
export function valuesOf(
  target: Location,
  cases: Selection["cases"],
  own: readonly JsonValue[] | undefined,
): readonly JsonValue[] {
  const picks = cases
    .filter((each) => each.target === target)
    .flatMap(({ value }) => [value, ...asLiteral(value)]);
  if (own === undefined) return picks;
  const common = own.filter((value) => picks.includes(value));
  return common.length > 0 ? common : own;
}

function asLiteral(text: string): JsonValue[] {
  if (text === "true" || text === "false") return [text === "true"];
  return /^-?\d+$/.test(text) ? [Number(text)] : [];
}
