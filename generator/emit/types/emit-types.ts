import type { Declaration, OutputFile } from "../../code/file.js";
import type { CodeSymbol } from "../../code/symbol.js";
import { enumerationOf } from "../../model/enumeration.js";
import type { Definition } from "../../model/api.js";
import type { DefinitionId } from "../../model/schema.js";
import type { MappedNames, SchemaNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import { ownWords } from "../own-words.js";
import type { Unit } from "../emitter.js";
import { enumerationDeclarations } from "./enumeration-declarations.js";
import { constraintText, joinDocs } from "./member-docs.js";
import type { Shape } from "./shape.js";
import {
  shapeOfDefinition,
  declareShapes,
  unsaidKeywords,
} from "./type-expression.js";
import { modeOf, type TypeMode } from "./type-mode.js";

/**
 * `types/*.ts`: one file a named schema, with the type and, where requests and responses see it differently
 * and both use it, the type for requests.
 */
export function typeUnits(ids: readonly DefinitionId[]): Unit[] {
  return ids.map((id) => ({
    name: id,
    emit: (context) => emitTypes(id, context),
  }));
}

function emitTypes(id: DefinitionId, context: EmitContext): OutputFile[] {
  const definition = context.api.definitions[id];
  const names = context.names.schemas.get(id);
  if (definition === undefined || names === undefined) return [];
  return [
    {
      kind: "typescript",
      path: names.typeModule,
      source: id,
      declarations: declarationsOf(definition, names, context),
    },
  ];
}

function declarationsOf(
  definition: Definition,
  names: SchemaNames,
  context: EmitContext,
): Declaration[] {
  const mode = modeOf(definition.id, context);
  const hasInput = names.requestType.name !== names.type.name;
  const asRequests = `For requests; responses have \`${names.type.name}\`.`;
  const { type, fields, requestType, requestFields, mapped } = names;
  return [
    ...enumerationDeclarations(definition, names, context),
    ...declare(definition, { type, fields, mode }, context),
    ...(hasInput
      ? declare(
          definition,
          {
            type: requestType,
            fields: requestFields,
            mode: "request",
            remark: asRequests,
          },
          context,
        )
      : []),
    ...(mapped === undefined ? [] : wireDeclarations(mapped)),
  ];

  function wireDeclarations(wire: MappedNames): Declaration[] {
    const onWire = (name: string): string =>
      `\`${name}\` as it is on the wire.`;
    return [
      ...declare(
        definition,
        {
          type: wire.wireType,
          fields: wire.wireFields,
          mode,
          isWire: true,
          remark: onWire(type.name),
        },
        context,
      ),
      ...(hasInput
        ? declare(
            definition,
            {
              type: wire.requestWireType,
              fields: wire.requestWireFields,
              mode: "request",
              isWire: true,
              remark: onWire(requestType.name),
            },
            context,
          )
        : []),
    ];
  }
}

/** One of the types of a definition. */
interface TypeOfDefinition {
  readonly type: CodeSymbol;
  readonly fields: CodeSymbol;
  readonly mode: TypeMode;
  readonly isWire?: boolean;
  /** What the comment says besides. */
  readonly remark?: string;
}

function declare(
  { id, name, schema }: Definition,
  { type, fields, mode, isWire = false, remark = "" }: TypeOfDefinition,
  context: EmitContext,
): Declaration[] {
  const { deprecated } = schema.annotations;
  const known = listedType(id, mode, context);
  const docs = joinDocs([
    ownWords(schema.annotations, name) ?? "",
    constraintText(schema, context.settings),
    unsaidKeywords(schema, context),
    remark,
  ]);
  return declareShapes(
    { name: type.name, docs, deprecated: deprecated === true },
    fields,
    known ?? shapeOfDefinition(id, mode, context, isWire),
  );
}

/** The type of the listed values by its name, if it is what requests take. */
function listedType(
  id: DefinitionId,
  mode: TypeMode,
  { api, names }: EmitContext,
): Shape | undefined {
  const symbol = names.schemas.get(id)?.enumeration?.known;
  const schema = api.definitions[id]?.schema;
  if (mode !== "request" || !symbol || !schema) return undefined;
  return enumerationOf(schema, api)?.isExtended === true
    ? undefined
    : { kind: "reference", symbol };
}
