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

/** True if a keyword of the kind speaks of the values of every one of the types. */
export function speaksOfAll(
  kind: Keyword["kind"],
  types: Iterable<JsonType>,
): boolean {
  const own = typesOfKind[kind];
  return own === undefined || [...types].every((type) => own.includes(type));
}

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
