import type { DefinitionId, Schema } from "../../model/schema.js";
import type { EmitContext } from "../context.js";
import { Memo } from "../../tracking/memo.js";
import { inheritance } from "./inheritance.js";
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

const objects = new Memo<EmitContext, ObjectShape | undefined>();

/**
 * The members of a definition, those that it takes over included; undefined where it is more than an object, and where
 * others name it. They are the same for all who take them over, and made once.
 */
export function inheritedObject(
  id: DefinitionId,
  scope: ShapeScope,
): ObjectShape | undefined {
  if (scope.open.has(id) || isReplaced(id, scope)) return undefined;
  const { context, mode, isWire, owner, isMember, types } = scope;
  const { circle, isApart } = inheritance.of(context.api, id);
  if (isApart) return undefined;
  const isCircle = isMember && owner !== undefined && circle !== undefined;
  if (isCircle && inheritance.of(context.api, owner).circle === circle) {
    return undefined;
  }
  return objects.get(
    context,
    () => objectOf(id, scope),
    `${mode} ${isWire} ${types === undefined ? "" : [...types].sort().join()} ${id}`,
  );
}

function objectOf(
  id: DefinitionId,
  { known: _, size: __, ...scope }: ShapeScope,
): ObjectShape | undefined {
  const schema = scope.context.api.definitions[id]?.schema;
  if (schema === undefined) return undefined;
  const open = new Set(scope.open).add(id);
  const inner = { ...scope, open, owner: id, isMember: false };
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
