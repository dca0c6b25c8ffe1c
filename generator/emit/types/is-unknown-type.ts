import type { DefinitionId } from "../../model/schema.js";
import type { EmitContext } from "../context.js";
import { shapeOfDefinition } from "./shape-of-definition.js";
import type { Shape } from "./shape.js";
import { modeOf } from "./type-mode.js";

/**
 * Whether the type of a definition is `unknown`, under whatever name. A type guard for it would leave `never` where
 * it says no.
 */
export function isUnknownType(id: DefinitionId, context: EmitContext): boolean {
  return isUnknownTarget(id, context, new Set());
}

function isUnknownTarget(
  id: DefinitionId,
  context: EmitContext,
  seen: Set<DefinitionId>,
): boolean {
  if (seen.has(id) || namesTypes(id, context)) return false;
  const shape = shapeOfDefinition(id, modeOf(id, context), context);
  return isUnknown(shape, context, seen.add(id));
}

function isUnknown(
  shape: Shape,
  context: EmitContext,
  seen: Set<DefinitionId>,
): boolean {
  switch (shape.kind) {
    case "unknown":
      return true;
    case "union":
      return shape.options.some((option) => isUnknown(option, context, seen));
    case "intersection":
      return shape.parts.every((part) => isUnknown(part, context, seen));
    case "reference":
      return (
        shape.target !== undefined &&
        isUnknownTarget(shape.target, context, seen)
      );
    default:
      return false;
  }
}

/** Whether a schema says itself which types it takes, as nearly all do. */
function namesTypes(id: DefinitionId, { api }: EmitContext): boolean {
  const schema = api.definitions[id]?.schema;
  return (
    schema?.kind === "rules" && schema.rules.some(({ kind }) => kind === "type")
  );
}
