import { code, joinCode, lines, type Code } from "../../code/code.js";
import { docComment } from "../../code/comment.js";
import type { Declaration } from "../../code/file.js";
import { jsonLiteral, propertyKey } from "../../code/literals.js";
import type { Definition } from "../../model/api.js";
import { enumerationOf, type EnumMember } from "../../model/enumeration.js";
import { memberKeys } from "../../names/name-enumeration.js";
import type { SchemaNames } from "../../names/names.js";
import type { EmitContext } from "../context.js";

/**
 * The constants of a schema whose values are listed: the list, the values by name if the description names them, and
 * the type of the listed values if the schema's type has others besides. None of them runs code on import.
 */
export function enumerationDeclarations(
  { schema }: Definition,
  { type, enumeration: names }: SchemaNames,
  { api }: EmitContext,
): Declaration[] {
  const members = enumerationOf(schema, api)?.members;
  if (members === undefined || names === undefined) return [];
  const { values, hasObject, known } = names;
  const list = code`[${joinCode(
    members.map(({ value }) => jsonLiteral(value)),
    code`, `,
  )}]`;
  return [
    {
      kind: "constant",
      name: values.name,
      exported: true,
      docs: `The values of \`${type.name}\`${known === undefined ? "" : " that the description lists"}.`,
      type: code`readonly ${list}`,
      value: code`/* @__PURE__ */ Object.freeze(${list} as const)`,
    },
    ...(hasObject !== true
      ? []
      : [
          {
            kind: "constant",
            name: type.name,
            exported: true,
            docs: `The values of \`${type.name}\` by name.`,
            value: namedValues(members),
          } as const,
        ]),
    ...(known === undefined
      ? []
      : [
          {
            kind: "typeAlias",
            name: known.name,
            exported: true,
            docs: `The values of \`${type.name}\` that the description lists.`,
            type: code`(typeof ${values})[number]`,
          } as const,
        ]),
  ];
}

function namedValues(members: readonly EnumMember[]): Code {
  const keys = memberKeys(members);
  const entries = members.map(({ value, description, deprecated }, index) => {
    const docs = docComment(description, deprecated);
    return code`${docs}${propertyKey(keys[index] ?? "")}: ${jsonLiteral(value)},`;
  });
  return code`{\n${lines(entries)}\n} as const`;
}
