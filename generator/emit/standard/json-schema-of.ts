import type { JsonObject, JsonValue } from "../../model/json.js";
import type {
  Annotations,
  DefinitionId,
  Rule,
  RuleByKind,
  Schema,
  Tag,
} from "../../model/schema.js";
import { pointerToken } from "../../model/source.js";

/** What a reference is called in the JSON Schema: the name of its definition. */
export type NameOf = (target: DefinitionId) => string;

/** A schema of the IR as JSON Schema 2020-12, its references leading to `#/$defs/` and the name. */
export function jsonSchemaOf(schema: Schema, nameOf: NameOf): JsonValue {
  const annotations = annotationsOf(schema.annotations);
  const isBare = Object.keys(annotations).length === 0;
  if (schema.kind === "any") return isBare ? true : annotations;
  if (schema.kind === "never") {
    return isBare ? false : { ...annotations, not: {} };
  }
  if (schema.kind === "ref") {
    return { ...annotations, $ref: referenceTo(schema.target, nameOf) };
  }
  const merged: { [keyword: string]: JsonValue } = { ...annotations };
  for (const rule of schema.rules) {
    const make = keywords[rule.kind] as (
      rule: Rule,
      nameOf: NameOf,
    ) => JsonObject;
    Object.assign(merged, make(rule, nameOf));
  }
  return merged;
}

const keywords: {
  readonly [K in Rule["kind"]]: (
    rule: RuleByKind[K],
    nameOf: NameOf,
  ) => JsonObject;
} = {
  type: ({ types }) => ({
    type: types.length === 1 ? (types[0] ?? []) : types,
  }),
  const: ({ value }) => ({ const: value }),
  enum: ({ values }) => ({ enum: values }),
  minimum: ({ value }) => ({ minimum: value }),
  maximum: ({ value }) => ({ maximum: value }),
  exclusiveMinimum: ({ value }) => ({ exclusiveMinimum: value }),
  exclusiveMaximum: ({ value }) => ({ exclusiveMaximum: value }),
  multipleOf: ({ value }) => ({ multipleOf: value }),
  minLength: ({ value }) => ({ minLength: value }),
  maxLength: ({ value }) => ({ maxLength: value }),
  pattern: ({ pattern }) => ({ pattern }),
  format: ({ format }) => ({ format }),
  content: ({ encoding, mediaType, schema }, nameOf) => ({
    ...(encoding === undefined ? {} : { contentEncoding: encoding }),
    ...(mediaType === undefined ? {} : { contentMediaType: mediaType }),
    ...optional("contentSchema", schema, nameOf),
  }),
  binary: () => ({}),
  minItems: ({ value }) => ({ minItems: value }),
  maxItems: ({ value }) => ({ maxItems: value }),
  uniqueItems: () => ({ uniqueItems: true }),
  items: ({ prefix, rest }, nameOf) => ({
    ...(prefix.length === 0 ? {} : { prefixItems: all(prefix, nameOf) }),
    ...optional("items", rest, nameOf),
  }),
  contains: ({ schema, min, max }, nameOf) => ({
    contains: jsonSchemaOf(schema, nameOf),
    ...(min === 1 ? {} : { minContains: min }),
    ...(max === undefined ? {} : { maxContains: max }),
  }),
  minProperties: ({ value }) => ({ minProperties: value }),
  maxProperties: ({ value }) => ({ maxProperties: value }),
  required: ({ names }) => ({ required: names }),
  properties: ({ named, patterns, additional }, nameOf) => ({
    ...(named.length === 0
      ? {}
      : {
          properties: members(
            named.map(({ name, schema }) => [name, schema]),
            nameOf,
          ),
        }),
    ...(patterns.length === 0
      ? {}
      : {
          patternProperties: members(
            patterns.map(({ pattern, schema }) => [pattern, schema]),
            nameOf,
          ),
        }),
    ...optional("additionalProperties", additional, nameOf),
  }),
  propertyNames: ({ schema }, nameOf) => ({
    propertyNames: jsonSchemaOf(schema, nameOf),
  }),
  dependentRequired: ({ entries }) => ({
    dependentRequired: Object.fromEntries(
      entries.map(({ name, required }) => [name, required]),
    ),
  }),
  dependentSchemas: ({ entries }, nameOf) => ({
    dependentSchemas: members(
      entries.map(({ name, schema }) => [name, schema]),
      nameOf,
    ),
  }),
  reference: ({ target }, nameOf) => ({ $ref: referenceTo(target, nameOf) }),
  allOf: ({ schemas }, nameOf) => ({ allOf: all(schemas, nameOf) }),
  anyOf: unionOf,
  oneOf: unionOf,
  not: ({ schema }, nameOf) => ({ not: jsonSchemaOf(schema, nameOf) }),
  conditional: (rule, nameOf) => ({
    if: jsonSchemaOf(rule.if, nameOf),
    ...optional("then", rule.then, nameOf),
    ...optional("else", rule.else, nameOf),
  }),
  unevaluatedItems: ({ schema }, nameOf) => ({
    unevaluatedItems: jsonSchemaOf(schema, nameOf),
  }),
  unevaluatedProperties: ({ schema }, nameOf) => ({
    unevaluatedProperties: jsonSchemaOf(schema, nameOf),
  }),
};

/** A union; with a discriminator, a condition for each branch by which the tag selects it. */
function unionOf(
  { kind, schemas, discriminator }: RuleByKind["anyOf" | "oneOf"],
  nameOf: NameOf,
): JsonObject {
  if (discriminator === undefined) return { [kind]: all(schemas, nameOf) };
  const { property, branches } = discriminator;
  const hasTag = (tags: readonly Tag[]): JsonObject => ({
    required: [property],
    properties: {
      [property]: tags.length === 1 ? { const: tags[0] ?? "" } : { enum: tags },
    },
  });
  const tags = branches.flatMap((branch) => branch.tags ?? []);
  const rest = schemas.filter((_, index) => !branches[index]?.tags);
  const selected: JsonObject = {
    ...(rest.length === 0
      ? hasTag(tags)
      : { if: hasTag(tags), else: { [kind]: all(rest, nameOf) } }),
    allOf: schemas.flatMap((schema, index) => {
      const own = branches[index]?.tags ?? [];
      const then = jsonSchemaOf(schema, nameOf);
      return own.length === 0 ? [] : [{ if: hasTag(own), then }];
    }),
  };
  const others = schemas.filter((_, index) => !branches[index]?.tags?.length);
  // Alone in the place of the branches, the conditions are in the way of no other keyword.
  return {
    [kind]: [
      others.length === 0
        ? { type: "object", ...selected }
        : {
            if: { type: "object" },
            then: selected,
            else: { [kind]: all(others, nameOf) },
          },
    ],
  };
}

function annotationsOf(annotations: Annotations): {
  [keyword: string]: JsonValue;
} {
  const words: { [keyword: string]: JsonValue } = {};
  for (const keyword of annotationKeywords) {
    const value = annotations[keyword];
    if (value !== undefined) words[keyword] = value;
  }
  return words;
}

/** Those that JSON Schema knows: `externalDocs` and extensions are OpenAPI's. */
const annotationKeywords = [
  "title",
  "description",
  "default",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
] as const satisfies readonly (keyof Annotations)[];

function referenceTo(target: DefinitionId, nameOf: NameOf): string {
  return `#/$defs/${encodeURIComponent(pointerToken(nameOf(target)))}`;
}

function all(schemas: readonly Schema[], nameOf: NameOf): JsonValue[] {
  return schemas.map((schema) => jsonSchemaOf(schema, nameOf));
}

function optional(
  keyword: string,
  schema: Schema | undefined,
  nameOf: NameOf,
): JsonObject {
  return schema === undefined
    ? {}
    : { [keyword]: jsonSchemaOf(schema, nameOf) };
}

function members(
  entries: readonly (readonly [string, Schema])[],
  nameOf: NameOf,
): JsonObject {
  return Object.fromEntries(
    entries.map(([name, schema]) => [name, jsonSchemaOf(schema, nameOf)]),
  );
}
