import type { JsonValue } from "./json.js";
import type { Schema } from "./schema.js";

/** Whether a schema says that `required` does not ask for a member. */
export type Waiver = (schema: Schema, name: string) => boolean;

/** A schema that applies to a value, within another. */
export interface Around {
  readonly schema: Schema;
  readonly value: JsonValue;
  readonly outer: Around | undefined;
}

/** Whether one of the schemas that apply to the same object waives a name. */
export function isWaived(
  name: string,
  value: JsonValue,
  {
    around,
    waives,
  }: {
    readonly around?: Around | undefined;
    readonly waives?: Waiver;
  },
): boolean {
  for (let at = around; at?.value === value; at = at.outer)
    if (waives?.(at.schema, name) === true) return true;
  return false;
}
