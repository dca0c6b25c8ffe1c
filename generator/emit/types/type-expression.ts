import type { Code } from "../../code/code.js";
import type { Declaration } from "../../code/file.js";
import type { Schema } from "../../model/schema.js";
import type { View } from "../../model/views.js";
import type { EmitContext } from "../context.js";
import { printMembers, printShape } from "./print-shape.js";
import type { Shape } from "./shape.js";
import { rootScope, shapeOf } from "./shape-of-schema.js";

/** The type of a schema, as an expression: definitions are named, all else is spelled out. */
export function typeExpression(
  schema: Schema,
  view: View,
  context: EmitContext,
): Code {
  return printShape(shapeOf(schema, rootScope(context, view)));
}

export interface TypeToDeclare {
  readonly name: string;
  /** Markdown for the comment. */
  readonly docs?: string;
  readonly deprecated?: boolean;
  readonly schema: Schema;
  readonly view: View;
}

/** The exported declaration of a type: an interface where the schema is an object, else an alias. */
export function typeDeclaration(
  { schema, view, ...names }: TypeToDeclare,
  context: EmitContext,
): Declaration {
  return declareShape(names, shapeOf(schema, rootScope(context, view)));
}

/** The exported declaration of a shape. */
export function declareShape(
  names: Pick<TypeToDeclare, "name" | "docs" | "deprecated">,
  shape: Shape,
): Declaration {
  return shape.kind === "object"
    ? {
        kind: "interface",
        exported: true,
        ...names,
        members: printMembers(shape),
      }
    : { kind: "typeAlias", exported: true, ...names, type: printShape(shape) };
}
