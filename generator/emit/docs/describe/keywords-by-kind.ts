import { ownKeywords } from "../../../model/matches.js";
import type { Keyword, KeywordByKind, Schema } from "../../../model/schema.js";

/** The keywords of a schema by their kind. A schema has at most one keyword of a kind, but several `allOf` may be merged. */
export type KeywordSet = {
  readonly [K in Keyword["kind"]]?: KeywordByKind[K];
};

export function keywordSet(schema: Schema): KeywordSet {
  const set: { -readonly [K in Keyword["kind"]]?: Keyword } = {};
  for (const keyword of ownKeywords(schema)) set[keyword.kind] ??= keyword;
  return set as KeywordSet;
}

/** Whether keywords of a kind speak of a single value, and of nothing that it consists of. */
const isOfValue: { readonly [K in Keyword["kind"]]: boolean } = {
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
  if (schema.kind !== "keywords") return true;
  for (const { kind } of schema.keywords) if (!isOfValue[kind]) return false;
  return true;
}
