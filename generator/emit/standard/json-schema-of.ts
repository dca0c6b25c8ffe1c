import type { JsonObject, JsonValue } from "../../model/json.js";
import type {
  Annotations,
  DefinitionId,
  Keyword,
  KeywordByKind,
  Schema,
  TagValue,
} from "../../model/schema.js";
import { pointerToken } from "../../model/source.js";

/** What a schema is written for. */
export interface JsonSchemaScope {
  /** What a reference is called: the name of its definition. */
  readonly nameOf: (target: DefinitionId) => string;
  /** The members that are not asked for from the side that the schema speaks for. */
  readonly waivedBy: (schema: Schema) => ReadonlySet<string>;
  /** Whether a member is refused from that side. */
  readonly isRefused: (schema: Schema) => boolean;
  /** Whether open unions take objects with tags that no branch has. */
  readonly takesUnknownTags: boolean;
}

interface Scope extends JsonSchemaScope {
  /** Those of the value that the schema is applied to. */
  readonly waived: ReadonlySet<string>;
}

/** A schema of the IR as JSON Schema 2020-12, its references leading to `#/$defs/` and the name. */
export function jsonSchemaOf(
  schema: Schema,
  scope: JsonSchemaScope,
): JsonValue {
  return partOf(schema, { ...scope, waived: scope.waivedBy(schema) });
}

/** A schema that applies to the same value as the one around it. */
function partOf(schema: Schema, scope: Scope): JsonValue {
  const annotations = annotationsOf(schema.annotations);
  const isBare = Object.keys(annotations).length === 0;
  if (schema.kind === "any") return isBare ? true : annotations;
  if (schema.kind === "never") {
    return isBare ? false : { ...annotations, not: {} };
  }
  if (schema.kind === "ref") {
    return { ...annotations, $ref: referenceTo(schema.target, scope) };
  }
  const merged: { [keyword: string]: JsonValue } = { ...annotations };
  for (const keyword of schema.keywords) {
    const make = keywords[keyword.kind] as (
      keyword: Keyword,
      scope: Scope,
    ) => JsonObject;
    Object.assign(merged, make(keyword, scope));
  }
  return merged;
}

const keywords: {
  readonly [K in Keyword["kind"]]: (
    keyword: KeywordByKind[K],
    scope: Scope,
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
  content: ({ encoding, mediaType, schema }, scope) => ({
    ...(encoding === undefined ? {} : { contentEncoding: encoding }),
    ...(mediaType === undefined ? {} : { contentMediaType: mediaType }),
    ...optional("contentSchema", schema, scope),
  }),
  binary: () => ({}),
  minItems: ({ value }) => ({ minItems: value }),
  maxItems: ({ value }) => ({ maxItems: value }),
  uniqueItems: () => ({ uniqueItems: true }),
  items: ({ prefix, rest }, scope) => ({
    ...(prefix.length === 0
      ? {}
      : { prefixItems: prefix.map((each) => jsonSchemaOf(each, scope)) }),
    ...optional("items", rest, scope),
  }),
  contains: ({ schema, min, max }, scope) => ({
    contains: jsonSchemaOf(schema, scope),
    ...(min === 1 ? {} : { minContains: min }),
    ...(max === undefined ? {} : { maxContains: max }),
  }),
  minProperties: ({ value }) => ({ minProperties: value }),
  maxProperties: ({ value }) => ({ maxProperties: value }),
  required: ({ names }, { waived }) => {
    const asked = names.filter((name) => !waived.has(name));
    return asked.length === 0 ? {} : { required: asked };
  },
  properties: ({ named, patterns, additional }, scope) => ({
    ...(named.length === 0
      ? {}
      : {
          properties: Object.fromEntries(
            named.map(({ name, schema }) => [
              name,
              scope.isRefused(schema) ? false : jsonSchemaOf(schema, scope),
            ]),
          ),
        }),
    ...(patterns.length === 0
      ? {}
      : {
          patternProperties: Object.fromEntries(
            patterns.map(({ pattern, schema }) => [
              pattern,
              jsonSchemaOf(schema, scope),
            ]),
          ),
        }),
    ...optional("additionalProperties", additional, scope),
  }),
  propertyNames: ({ schema }, scope) => ({
    propertyNames: jsonSchemaOf(schema, scope),
  }),
  dependentRequired: ({ entries }) => ({
    dependentRequired: Object.fromEntries(
      entries.map(({ name, required }) => [name, required]),
    ),
  }),
  dependentSchemas: ({ entries }, scope) => ({
    dependentSchemas: members(
      entries.map(({ name, schema }) => [name, schema]),
      scope,
    ),
  }),
  reference: ({ target }, scope) => ({ $ref: referenceTo(target, scope) }),
  allOf: ({ schemas }, scope) => ({ allOf: all(schemas, scope) }),
  anyOf: unionOf,
  oneOf: unionOf,
  not: ({ schema }, scope) => ({ not: partOf(schema, scope) }),
  conditional: (keyword, scope) => ({
    if: partOf(keyword.if, scope),
    ...(keyword.then === undefined
      ? {}
      : { then: partOf(keyword.then, scope) }),
    ...(keyword.else === undefined
      ? {}
      : { else: partOf(keyword.else, scope) }),
  }),
  unevaluatedItems: ({ schema }, scope) => ({
    unevaluatedItems: jsonSchemaOf(schema, scope),
  }),
  unevaluatedProperties: ({ schema }, scope) => ({
    unevaluatedProperties: jsonSchemaOf(schema, scope),
  }),
};

/** A union; with a discriminator, a condition for each branch by which the tag selects it. */
function unionOf(
  { kind, schemas, discriminator }: KeywordByKind["anyOf" | "oneOf"],
  scope: Scope,
): JsonObject {
  if (discriminator === undefined) return { [kind]: all(schemas, scope) };
  const { property, branches, isOpen } = discriminator;
  const hasTag = (tags: readonly TagValue[]): JsonObject => ({
    required: [property],
    properties: {
      [property]: tags.length === 1 ? { const: tags[0] ?? "" } : { enum: tags },
    },
  });
  const tags = branches.flatMap((branch) => branch.tags ?? []);
  const rest = schemas.filter((_, index) => !branches[index]?.tags);
  const anyTag: JsonObject =
    isOpen === true && scope.takesUnknownTags
      ? { required: [property], properties: { [property]: { type: "string" } } }
      : hasTag(tags);
  const selected: JsonObject = {
    ...(rest.length === 0
      ? anyTag
      : { if: hasTag(tags), else: { [kind]: all(rest, scope) } }),
    allOf: schemas.flatMap((schema, index) => {
      const own = branches[index]?.tags ?? [];
      const then = partOf(schema, scope);
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
            else: { [kind]: all(others, scope) },
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

function referenceTo(target: DefinitionId, scope: Scope): string {
  return `#/$defs/${encodeURIComponent(pointerToken(scope.nameOf(target)))}`;
}

function all(schemas: readonly Schema[], scope: Scope): JsonValue[] {
  return schemas.map((schema) => partOf(schema, scope));
}

function optional(
  keyword: string,
  schema: Schema | undefined,
  scope: Scope,
): JsonObject {
  return schema === undefined ? {} : { [keyword]: jsonSchemaOf(schema, scope) };
}

function members(
  entries: readonly (readonly [string, Schema])[],
  scope: Scope,
): JsonObject {
  return Object.fromEntries(
    entries.map(([name, schema]) => [name, partOf(schema, scope)]),
  );
}
