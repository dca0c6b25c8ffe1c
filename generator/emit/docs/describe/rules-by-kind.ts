import { ownRules } from "../../../model/matches.js";
import type { Rule, RuleByKind, Schema } from "../../../model/schema.js";

export { ownRules as rulesOf };

/** The rules of a schema by their kind. A schema has at most one rule of a kind, but several `allOf` may be merged. */
export type RuleSet = {
  readonly [K in Rule["kind"]]?: RuleByKind[K];
};

export function ruleSet(schema: Schema): RuleSet {
  const set: { -readonly [K in Rule["kind"]]?: Rule } = {};
  for (const rule of ownRules(schema)) set[rule.kind] ??= rule;
  return set as RuleSet;
}

/** Whether rules of a kind speak of a single value, and of nothing that it consists of. */
const isOfValue: { readonly [K in Rule["kind"]]: boolean } = {
  type: true,
  const: true,
  enum: true,
  minimum: true,
  maximum: true,
  exclusiveMinimum: true,
  exclusiveMaximum: true,
  multipleOf: true,
  minLength: true,
  maxLength: true,
  pattern: true,
  format: true,
  content: true,
  binary: true,
  minItems: true,
  maxItems: true,
  uniqueItems: true,
  items: false,
  contains: true,
  minProperties: false,
  maxProperties: false,
  required: false,
  properties: false,
  propertyNames: false,
  dependentRequired: false,
  dependentSchemas: false,
  reference: false,
  allOf: false,
  anyOf: false,
  oneOf: false,
  not: false,
  conditional: false,
  unevaluatedItems: true,
  unevaluatedProperties: false,
};

/** Whether a schema says nothing of members, of alternatives or of other schemas. */
export function isOfSingleValue(schema: Schema): boolean {
  if (schema.kind === "ref") return false;
  if (schema.kind !== "rules") return true;
  for (const { kind } of schema.rules) if (!isOfValue[kind]) return false;
  return true;
}
