import type { Keyword } from "../../model/schema.js";
import { assertsContent } from "./content-keywords.js";
import { formatKind } from "./format-keywords.js";
import type { Pass } from "./pass.js";

/** The values that a keyword speaks of, by which the statements of a schema are put together. */
export type KeywordGroup =
  | "type"
  | "constant"
  | "number"
  | "string"
  | "array"
  | "object"
  | "any"
  | "nothing";

/** The group of a keyword; `nothing` for a keyword that asserts nothing in this pass. */
export function groupOf(keyword: Keyword, pass: Pass): KeywordGroup {
  if (keyword.kind === "format") return formatKind(keyword, pass) ?? "nothing";
  if (keyword.kind === "content" && !assertsContent(keyword, pass))
    return "nothing";
  return groups[keyword.kind];
}

const groups: {
  readonly [K in Exclude<Keyword["kind"], "format">]: KeywordGroup;
} = {
  type: "type",
  const: "constant",
  enum: "constant",
  minimum: "number",
  maximum: "number",
  exclusiveMinimum: "number",
  exclusiveMaximum: "number",
  multipleOf: "number",
  minLength: "string",
  maxLength: "string",
  pattern: "string",
  content: "string",
  minItems: "array",
  maxItems: "array",
  uniqueItems: "array",
  items: "array",
  contains: "array",
  unevaluatedItems: "array",
  minProperties: "object",
  maxProperties: "object",
  required: "object",
  properties: "object",
  propertyNames: "object",
  dependentRequired: "object",
  dependentSchemas: "object",
  unevaluatedProperties: "object",
  reference: "any",
  allOf: "any",
  anyOf: "any",
  oneOf: "any",
  not: "any",
  conditional: "any",
  binary: "any",
};
