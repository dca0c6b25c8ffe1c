import type { JsonType, Rule } from "./schema.js";

const numbers: readonly JsonType[] = ["number", "integer"];
const strings: readonly JsonType[] = ["string"];
const arrays: readonly JsonType[] = ["array"];
const objects: readonly JsonType[] = ["object"];

/** The types of the values that a rule says something of; absent for rules that speak of values of every type. */
const typesOfKind: { readonly [K in Rule["kind"]]?: readonly JsonType[] } = {
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

/** The rules that a value of the schema's types can break: `uniqueItems` beside `type: string` is none. */
export function applicableRules(rules: readonly Rule[]): readonly Rule[] {
  const types = rules.find((rule) => rule.kind === "type")?.types;
  if (types === undefined) return rules;
  return rules.filter(
    ({ kind }) =>
      typesOfKind[kind]?.some((type) => types.includes(type)) ?? true,
  );
}
