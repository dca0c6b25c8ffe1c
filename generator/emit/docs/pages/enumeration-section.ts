import { enumerationOf } from "../../../model/enumeration.js";
import type { Schema } from "../../../model/schema.js";
import { memberKeys } from "../../../names/name-enumeration.js";
import type { SchemaNames } from "../../../names/names.js";
import type { DescribeContext } from "../describe/describe-context.js";
import { valueWords } from "../describe/value-words.js";
import { lineText } from "../text/plain-text.js";
import { code, say, type Words } from "../text/words.js";

/** What the code has for the values of a schema that lists them, one sentence each; empty for any other schema. */
export function enumerationItems(
  schema: Schema,
  { type, enumeration }: SchemaNames,
  hasValidators: boolean,
  { api }: DescribeContext,
): readonly Words[] {
  const members = enumerationOf(schema, api)?.members;
  if (members === undefined || enumeration === undefined) return [];
  const { values, hasObject, isKnown } = enumeration;
  const keys = memberKeys(members);
  const named = members.map(({ value, description, deprecated }, index) => {
    const member = code(`${type.name}.${keys[index] ?? ""}`);
    const mark = deprecated === true ? " (deprecated)" : "";
    const text = description === undefined ? "" : `: ${lineText(description)}`;
    return say`${member} is ${valueWords(value)}${mark}${text}`;
  });
  return [
    say`${code(values.name)} lists the values.`,
    ...(isKnown === undefined || !hasValidators
      ? []
      : [say`${code(`${isKnown.name}(value)`)} is true for a listed value.`]),
    ...(hasObject === true ? named : []),
  ];
}
