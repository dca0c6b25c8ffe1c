import { code } from "../../code/code.js";
import type { Declaration } from "../../code/file.js";
import { enumerationOf } from "../../model/enumeration.js";
import type { Schema } from "../../model/schema.js";
import type { SchemaNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";
import type { ModuleScope } from "../validators/module-scope.js";
import { booleanCode } from "../validators/validator-declarations.js";

/** The guard of the listed values, if the schema's type has others besides. */
export function knownGuard(
  schema: Schema,
  { type, is, enumeration: names }: SchemaNames,
  scope: ModuleScope,
  context: EmitContext,
): Declaration[] {
  const found = enumerationOf(schema, context.api);
  const { known, isKnown } = names ?? {};
  if (!found || known === undefined || isKnown === undefined) return [];
  const listed: Schema = {
    kind: "keywords",
    pointer: schema.pointer,
    annotations: {},
    keywords: [
      { kind: "enum", values: found.members.map(({ value }) => value) },
    ],
  };
  const body = found.isExtended
    ? booleanCode(
        { schema: listed, view: "exact", is: isKnown.name, scope },
        context,
      )
    : code`return ${is}(value);`;
  scope.addRoot(body);
  return [
    {
      kind: "function",
      name: isKnown.name,
      exported: true,
      docs: `True for a value of \`${type.name}\` that the description lists.`,
      parameters: [{ name: "value", type: code`unknown` }],
      returnType: code`value is ${known}`,
      body,
    },
  ];
}
