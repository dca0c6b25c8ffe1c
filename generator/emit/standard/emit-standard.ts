import { code, joinCode, type Code } from "../../code/code.js";
import type { OutputFile } from "../../code/file.js";
import { jsonLiteral } from "../../code/literals.js";
import { isJsonObject } from "../../model/json.js";
import type { DefinitionId, Schema } from "../../model/schema.js";
import { plainViewOf } from "../../model/views.js";
import { referencesWithin } from "../../model/walk-schema.js";
import type { SchemaNames } from "../../names/names.js";
import { checkedType } from "../checked-type.js";
import type { EmitContext } from "../context.js";
import { isReadOnlyMember } from "../member-access.js";
import { waivedNames } from "../validators/waived-names.js";
import type { Unit } from "../emitter.js";
import { jsonSchemaOf } from "./json-schema-of.js";
import { laidOutValue, type StandardParts } from "./standard-layout.js";
import { runtime, runtimeType } from "../runtime-symbols.js";

/** `standard/*.ts`: one module a definition, so that nobody pays for Standard Schema who does not use it. */
export function standardUnits(ids: readonly DefinitionId[]): Unit[] {
  return ids.map((id) => ({
    name: id,
    emit: (context) => emitStandard(id, context),
  }));
}

function emitStandard(id: DefinitionId, context: EmitContext): OutputFile[] {
  const schema = context.api.definitions[id]?.schema;
  const names = context.names.schemas.get(id);
  if (schema === undefined || names === undefined) return [];
  return [standardFile(id, schema, names, context)];
}

function standardFile(
  id: DefinitionId,
  schema: Schema,
  names: SchemaNames,
  context: EmitContext,
): OutputFile {
  const { standard, validate } = names;
  const type = checkedType(schema, names, context);
  const nameOf = (target: DefinitionId): string =>
    namesOf(target, context).name;
  const { api, views } = context;
  const side = plainViewOf(views.get(id));
  const json = jsonSchemaOf(schema, {
    nameOf,
    waivedBy: (each) => waivedNames(each, side ?? "exact", api),
    isRefused: (each) => side === "request" && isReadOnlyMember(each, api),
    takesUnknownTags: side === "response",
  });
  const parts: StandardParts = {
    standard,
    type,
    validate,
    name: names.name,
    schema: isJsonObject(json) ? json : json === true ? {} : { not: {} },
    references: [...referencesWithin(schema)].map(
      (target) => namesOf(target, context).standard,
    ),
  };
  const laidOut = laidOutValue(parts);
  return {
    kind: "typescript",
    path: standard.module,
    source: id,
    declarations: [
      {
        kind: "constant",
        name: standard.name,
        exported: true,
        docs: `\`${names.name}\` as a Standard Schema.`,
        type: code`${runtimeType.StandardSchema}<${type}>`,
        value: laidOut ?? plainValue(parts),
      },
    ],
    ...(laidOut === undefined ? {} : { isFinal: true }),
  };
}

function plainValue({
  validate,
  name,
  schema,
  references,
}: StandardParts): Code {
  return code`/* @__PURE__ */ ${runtime.standardSchema}(${validate}, { name: ${name}, schema: () => (${jsonLiteral(schema)}), references: () => [${joinCode(references, code`, `)}] })`;
}

function namesOf(target: DefinitionId, context: EmitContext): SchemaNames {
  const names = context.names.schemas.get(target);
  if (names === undefined) throw new RangeError(`no name for ${target}`);
  return names;
}
