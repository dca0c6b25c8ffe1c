import type { DefinitionId, Rule, RuleByKind, Schema } from "./schema.js";

type Children = {
  readonly [K in Rule["kind"]]: (rule: RuleByKind[K]) => readonly Schema[];
};

const none = (): readonly Schema[] => [];

function present(...schemas: readonly (Schema | undefined)[]): Schema[] {
  return schemas.filter((schema) => schema !== undefined);
}

const children: Children = {
  type: none,
  const: none,
  enum: none,
  minimum: none,
  maximum: none,
  exclusiveMinimum: none,
  exclusiveMaximum: none,
  multipleOf: none,
  minLength: none,
  maxLength: none,
  pattern: none,
  format: none,
  content: (rule) => present(rule.schema),
  binary: none,
  minItems: none,
  maxItems: none,
  uniqueItems: none,
  items: (rule) => present(...rule.prefix, rule.rest),
  contains: (rule) => [rule.schema],
  minProperties: none,
  maxProperties: none,
  required: none,
  properties: (rule) =>
    present(
      ...rule.named.map(({ schema }) => schema),
      ...rule.patterns.map(({ schema }) => schema),
      rule.additional,
    ),
  propertyNames: (rule) => [rule.schema],
  dependentRequired: none,
  dependentSchemas: (rule) => rule.entries.map(({ schema }) => schema),
  reference: none,
  allOf: (rule) => rule.schemas,
  anyOf: (rule) => rule.schemas,
  oneOf: (rule) => rule.schemas,
  not: (rule) => [rule.schema],
  conditional: (rule) => present(rule.if, rule.then, rule.else),
  discriminator: none,
  unevaluatedItems: (rule) => [rule.schema],
  unevaluatedProperties: (rule) => [rule.schema],
};

/** The schemas directly within a rule, in their order. */
export function childSchemasOfRule(rule: Rule): readonly Schema[] {
  return (children[rule.kind] as (rule: Rule) => readonly Schema[])(rule);
}

/** The schemas directly within a schema; references are not followed. */
export function childSchemas(schema: Schema): readonly Schema[] {
  return schema.kind === "rules"
    ? schema.rules.flatMap(childSchemasOfRule)
    : [];
}

/** The definitions that a schema itself refers to, those that its discriminator names included. */
export function referencesOf(schema: Schema): DefinitionId[] {
  if (schema.kind === "ref") return [schema.target];
  if (schema.kind !== "rules") return [];
  return schema.rules.flatMap((rule) => {
    if (rule.kind === "reference") return [rule.target];
    const discriminator =
      rule.kind === "discriminator" ||
      rule.kind === "anyOf" ||
      rule.kind === "oneOf"
        ? rule.discriminator
        : undefined;
    if (discriminator === undefined) return [];
    return [
      ...discriminator.cases.map(({ target }) => target),
      ...(discriminator.fallback === undefined ? [] : [discriminator.fallback]),
    ];
  });
}
