import type { CodeSymbol } from "../code/symbol.js";
import { enumerationOf } from "../model/enumeration.js";
import type { Schema } from "../model/schema.js";
import type { SchemaNames } from "../names/names.js";
import type { EmitContext } from "./context.js";

/**
 * The type of what a schema's validators accept. An `enum` that is open in responses has a type with every string in
 * it, and validators that accept its listed values alone.
 */
export function checkedType(
  schema: Schema,
  { type, mapped, enumeration }: SchemaNames,
  { api }: EmitContext,
): CodeSymbol {
  if (mapped !== undefined) return mapped.wireType;
  const known = enumeration?.known;
  if (known === undefined) return type;
  return enumerationOf(schema, api)?.isExtended === true ? type : known;
}
