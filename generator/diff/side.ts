import type { EmitContext } from "../emit/context.js";
import { isReadOnly, isWriteOnly } from "../model/access.js";
import type { Schema } from "../model/schema.js";
import type { Direction } from "./verdict.js";
import { Conjuncts } from "./schemas/conjunct.js";

/** One of the two descriptions, and what is found out about it. */
export interface Side extends EmitContext {
  readonly conjuncts: Conjuncts;
}

/** The two descriptions. */
export interface Sides {
  readonly old: Side;
  readonly new: Side;
}

/** Makes a side of what emitters are given. */
export function sideOf(context: EmitContext): Side {
  return { ...context, conjuncts: new Conjuncts(context.api) };
}

/** True if a property is left out in a direction: `readOnly` ones are not sent, `writeOnly` ones not received. */
export function isLeftOut(
  schema: Schema,
  direction: Direction,
  { api }: Side,
): boolean {
  return direction === "request"
    ? isReadOnly(schema, api)
    : isWriteOnly(schema, api);
}
