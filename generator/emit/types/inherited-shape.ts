import type { DefinitionId, Schema } from "../../model/schema.js";
import type { ObjectShape, Shape } from "./shape.js";
import { type ShapeScope } from "./shape-scope.js";

/**
 * The shape of a schema that another one takes over (`allOf`, a reference with siblings): the members
 * themselves where it is nothing but an object, so that hovers show one flat type, else its type.
 */
export function inheritedShape(schema: Schema, scope: ShapeScope): Shape {
  if (schema.kind !== "ref") return scope.shapeOf(schema, scope);
  return inheritedObject(schema.target, scope) ?? scope.shapeOf(schema, scope);
}

/** The members of a definition, those that it takes over included; undefined where it is more than an object. */
export function inheritedObject(
  id: DefinitionId,
  scope: ShapeScope,
): ObjectShape | undefined {
  if (scope.open.has(id) || isReplaced(id, scope)) return undefined;
  const schema = scope.context.api.definitions[id]?.schema;
  if (schema === undefined) return undefined;
  const inner = { ...scope, open: new Set(scope.open).add(id) };
  const shape = inner.shapeOf(schema, inner);
  return shape.kind === "reference" && shape.target !== undefined
    ? inheritedObject(shape.target, inner)
    : shape.kind === "object"
      ? shape
      : undefined;
}

/** Whether a type of the user's own stands in place of the definition, whose members nobody sees then. */
function isReplaced(
  id: DefinitionId,
  { context, isWire }: ShapeScope,
): boolean {
  const leaf = context.mappings.definitions.get(id)?.leaf;
  return leaf !== undefined && !(isWire && leaf.converts);
}
