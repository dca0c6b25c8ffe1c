import type { JsonType, Keyword } from "./schema.js";

const numbers: readonly JsonType[] = ["number", "integer"];
const strings: readonly JsonType[] = ["string"];
const arrays: readonly JsonType[] = ["array"];
const objects: readonly JsonType[] = ["object"];

/** The types of the values that a keyword says something of; absent for keywords that speak of values of every type. */
const typesOfKind: { readonly [K in Keyword["kind"]]?: readonly JsonType[] } = {
  minimum: numbers,
  maximum: numbers,
  exclusiveMinimum: numbers,
  exclusiveMaximum: numbers,
  multipleOf: numbers,
  minLength: strings,
  maxLength: strings,
  pattern: strings,
  content: strings,
  minItems: arrays,
  maxItems: arrays,
  uniqueItems: arrays,
  contains: arrays,
  minProperties: objects,
  maxProperties: objects,
  propertyNames: objects,
};

/** The keywords that a value of the schema's types can break: `uniqueItems` beside `type: string` is none. */
export function applicableKeywords(
  keywords: readonly Keyword[],
): readonly Keyword[] {
  const types = keywords.find((keyword) => keyword.kind === "type")?.types;
  if (types === undefined) return keywords;
  return keywords.filter(
    ({ kind }) =>
      typesOfKind[kind]?.some((type) => types.includes(type)) ?? true,
  );
}
