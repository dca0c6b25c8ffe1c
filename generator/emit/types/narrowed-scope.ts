import type { DefinitionId, JsonType, Keyword } from "../../model/schema.js";
import {
  commonTypes,
  includesType,
  typesOf,
  typesOfKeywords,
} from "../../model/types-of.js";
import type { Shape } from "./shape.js";
import type { ShapeScope } from "./shape-scope.js";
import { sizeWithin } from "./size-bounds.js";

/**
 * The scope of the schemas that keywords apply to the same value, with the types and the size that they leave to it
 * together.
 */
export function withTypesOf(
  keywords: readonly Keyword[],
  around: ShapeScope,
): ShapeScope {
  const { api } = around.context;
  const scope = { ...around, size: sizeWithin(keywords, api, around.size) };
  const own = typesOfKeywords(keywords, scope.context.api, new Map());
  const types = commonTypes(own, scope.types);
  return types === undefined || types === scope.types
    ? scope
    : { ...scope, types };
}

/** Whether the types around leave values of a type. */
export function leavesType(type: JsonType, { types }: ShapeScope): boolean {
  return (
    types === undefined ||
    includesType(types, type) ||
    (type === "number" && types.has("integer"))
  );
}

/** Whether a constant's shape is of one of the types. */
export function hasType(shape: Shape, types: readonly JsonType[]): boolean {
  switch (shape.kind) {
    case "literal":
      return typeof shape.value === "number"
        ? types.includes("number") ||
            (types.includes("integer") && Number.isInteger(shape.value))
        : types.includes(typeof shape.value as "string" | "boolean");
    case "primitive":
      return types.includes(shape.type);
    case "text":
      return types.includes("string");
    case "object":
      return types.includes("object");
    default:
      return types.includes("array");
  }
}

/** How much the types around leave of a definition; `null` may be lost beside "all" of it. */
export function leftOf(
  target: DefinitionId,
  scope: ShapeScope,
): "all" | "some" | "none" {
  const { api } = scope.context;
  const schema = api.definitions[target]?.schema;
  if (scope.types === undefined || schema === undefined) return "all";
  const types = typesOf(schema, api, new Map());
  if (types === undefined) return "all";
  const left = [...types].filter((type) => leavesType(type, scope));
  if (left.length === 0) return "none";
  const lost = [...types].filter((type) => !left.includes(type));
  return lost.every((type) => type === "null") ? "all" : "some";
}
