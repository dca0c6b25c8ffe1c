import { code } from "../../code/code.js";
import type { Declaration, OutputFile } from "../../code/file.js";
import { planOfDefinition } from "../../mapping/plan-of.js";
import type { DefinitionId } from "../../model/schema.js";
import type { MappedNames, SchemaNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import type { Unit } from "../emitter.js";
import { ModuleScope } from "../validators/module-scope.js";
import { converterCode, type Direction } from "./converter-code.js";
import { runtimeType } from "../runtime-symbols.js";

/** `mappings/*.ts`: one module a definition that is another thing in memory than on the wire. */
export function mappingUnits(ids: readonly DefinitionId[]): Unit[] {
  return ids.map((id) => ({
    name: id,
    emit: (context) => emitMapping(id, context),
  }));
}

function emitMapping(id: DefinitionId, context: EmitContext): OutputFile[] {
  const names = context.names.schemas.get(id);
  if (names?.mapped === undefined) return [];
  return [
    {
      kind: "typescript",
      path: names.mapped.parse.module,
      source: id,
      declarations: declarationsOf(id, names, names.mapped, context),
    },
  ];
}

function declarationsOf(
  id: DefinitionId,
  { type, requestType }: SchemaNames,
  { parse, serialize, wireType, requestWireType }: MappedNames,
  context: EmitContext,
): Declaration[] {
  const scope = new ModuleScope(parse.module, context);
  const plan = planOfDefinition(id, context);
  const declare = (direction: Direction): Declaration => {
    const isParse = direction === "parse";
    const from = isParse ? wireType : requestType;
    const to = isParse ? type : requestWireType;
    const convert =
      plan === undefined
        ? code`(value as unknown)`
        : code`${converterCode(plan, { direction, context, scope, base: type.name })}(value, at)`;
    const body = code`return ${convert} as ${to};`;
    scope.addRoot(body);
    return {
      kind: "function",
      name: (isParse ? parse : serialize).name,
      exported: true,
      docs: isParse
        ? `Takes \`${from.name}\` from the wire to memory. Without a location, throws a \`TypeError\` for what it cannot take.`
        : `Takes \`${from.name}\` from memory to the wire. Without a location, throws a \`TypeError\` for what it cannot take.`,
      parameters: [
        { name: "value", type: code`${from}` },
        {
          name: "at",
          type: code`${runtimeType.MappingLocation}`,
          optional: true,
        },
      ],
      returnType: code`${to}`,
      body,
    };
  };
  return [declare("parse"), declare("serialize"), ...scope.declarations()];
}
