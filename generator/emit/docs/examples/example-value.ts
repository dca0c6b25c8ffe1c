import type { JsonValue } from "../../../model/json.js";
import type { Schema } from "../../../model/schema.js";
import type { View } from "../../../model/views.js";
import type { EmitContext } from "../../context.js";
import { exampleOf } from "./example-of.js";

/**
 * A value that is valid under a schema, as the pages show it: made of the schema's examples, defaults and constraints,
 * the same for the same schema. Undefined if none is found.
 * @param view who sees it: `request` leaves `readOnly` members out, `response` those that are `writeOnly`
 */
export function exampleValue(
  schema: Schema,
  { api }: Pick<EmitContext, "api">,
  view: View,
): JsonValue | undefined {
  return exampleOf(schema, { api, view, isFull: true });
}
