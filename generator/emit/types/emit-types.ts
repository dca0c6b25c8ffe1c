import type { Declaration, OutputFile } from "../../code/file.js";
import type { CodeSymbol } from "../../code/symbol.js";
import type { Definition } from "../../model/api.js";
import type { SchemaNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { constraintText, joinDocs } from "./member-docs.js";
import { shapeOfDefinition } from "./shape-of-definition.js";
import { declareShapes, unsaidRules } from "./type-expression.js";
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
  const hasInput = names.requestType.name !== names.type.name;
  const asRequests = `For requests; responses have \`${names.type.name}\`.`;
  return [
    ...declare(definition, names.type, names.fields, mode, context),
    ...(hasInput
      ? declare(
          definition,
          names.requestType,
          names.requestFields,
          "request",
          context,
          asRequests,
        )
      : []),
  ];
}

function declare(
  { id, schema }: Definition,
  type: CodeSymbol,
  fields: CodeSymbol,
  mode: TypeMode,
  context: EmitContext,
  ...remarks: readonly string[]
): Declaration[] {
  const { title, description, deprecated } = schema.annotations;
  const docs = joinDocs([
    description ?? title ?? "",
    constraintText(schema),
    unsaidRules(schema),
    ...remarks,
  ]);
  return declareShapes(
    { name: type.name, docs, deprecated: deprecated === true },
    fields,
    shapeOfDefinition(id, mode, context),
  );
}
