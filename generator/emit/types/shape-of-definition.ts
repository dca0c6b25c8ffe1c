import type { DefinitionId } from "../../model/schema.js";
import type { EmitContext } from "../context.js";
import { mappedDefinition } from "./mapped-shape.js";
import type { Shape } from "./shape.js";
import { rootScope, shapeOf } from "./shape-of-schema.js";
import type { TypeMode } from "./type-mode.js";

/** The type of a definition: its own shape, or a type of the user's own. */
export function shapeOfDefinition(
  id: DefinitionId,
  mode: TypeMode,
  context: EmitContext,
  isWire = false,
): Shape {
  const definition = context.api.definitions[id];
  if (definition === undefined) throw new Error(`${id} is not defined`);
  const scope = rootScope(context, mode, isWire);
  const inner = { ...scope, owner: id, open: new Set([id]) };
  const shape = shapeOf(definition.schema, inner);
  const leaf = context.mappings.definitions.get(id)?.leaf;
  return leaf === undefined ? shape : mappedDefinition(leaf, shape, isWire);
}
