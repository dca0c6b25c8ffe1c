import type { JsonValue } from "../json.js";
import type { FieldType } from "./field-types.js";

/**
 * Whether there is nothing to report of a value and nothing to look at in it. Most values are of this sort, and no
 * place has to be worked out for them.
 */
export function isFine(type: FieldType, value: JsonValue): boolean {
  if (type.kind === "any") return true;
  if (type.kind === "text") {
    return typeof value === "string" && type.values?.includes(value) !== false;
  }
  if (type.kind === "boolean") return typeof value === "boolean";
  if (type.kind === "number") {
    return typeof value === "number" && (type.positive !== true || value > 0);
  }
  if (type.kind === "count") {
    return typeof value === "number" && Number.isInteger(value) && value >= 0;
  }
  if (type.kind === "list") {
    return (
      Array.isArray(value) &&
      (type.filled !== true || value.length > 0) &&
      value.every((entry: JsonValue) => isFine(type.of, entry))
    );
  }
  if (type.kind !== "either") return false;
  const fitting = fittingType(type.types, value);
  return fitting !== undefined && isFine(fitting, value);
}

/** The first type whose JSON type fits, else the first. */
export function fittingType(
  types: readonly FieldType[],
  value: JsonValue,
): FieldType | undefined {
  return types.find((type) => canBe(type, value)) ?? types[0];
}

function canBe(type: FieldType, value: JsonValue): boolean {
  if (type.kind === "list") return Array.isArray(value);
  if (type.kind === "text") return typeof value === "string";
  if (type.kind === "boolean") return typeof value === "boolean";
  if (type.kind === "number") return typeof value === "number";
  return (
    type.kind === "object" &&
    (typeof value === "object" ||
      (type.object === "schema" && typeof value === "boolean"))
  );
}
