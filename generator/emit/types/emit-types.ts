import type { Declaration, OutputFile } from "../../code/file.js";
import type { Definition } from "../../model/api.js";
import type { SchemaNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { constraintText } from "./member-docs.js";
import { shapeOfDefinition } from "./shape-of-definition.js";
import { declareShape } from "./type-expression.js";
import { modeOf, type TypeMode } from "./type-mode.js";

/**
 * `types/*.ts`: one file a named schema, with the type and, where requests and responses see it differently
 * and both use it, the type for requests.
 */
export function emitTypes(context: EmitContext): OutputFile[] {
  return Object.values(context.api.definitions).flatMap((definition) => {
    const names = context.names.schemas.get(definition.id);
    if (names === undefined) return [];
    return [
      {
        kind: "typescript",
        path: names.typeModule,
        source: definition.id,
        declarations: declarationsOf(definition, names, context),
      },
    ];
  });
}

function declarationsOf(
  definition: Definition,
  names: SchemaNames,
  context: EmitContext,
): Declaration[] {
  const mode = modeOf(definition.id, context);
  const declarations = [declare(definition, names.type.name, mode, context)];
  if (names.requestType.name !== names.type.name) {
    declarations.push(
      declare(definition, names.requestType.name, "request", context),
    );
  }
  return declarations;
}

function declare(
  { id, schema }: Definition,
  name: string,
  mode: TypeMode,
  context: EmitContext,
): Declaration {
  const { title, description, deprecated } = schema.annotations;
  const docs = [description ?? title ?? "", constraintText(schema)]
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join("\n\n");
  return declareShape(
    { name, docs, deprecated: deprecated === true },
    shapeOfDefinition(id, mode, context),
  );
}
