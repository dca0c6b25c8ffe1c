import type { Rule } from "../../model/schema.js";
import { assertsContent } from "./content-rules.js";
import { formatKind } from "./format-rules.js";
import type { Pass } from "./pass.js";

/** The values that a rule speaks of, by which the statements of a schema are put together. */
export type RuleGroup =
  | "type"
  | "constant"
  | "number"
  | "string"
  | "array"
  | "object"
  | "any"
  | "nothing";

/** The group of a rule; `nothing` for a rule that asserts nothing in this pass. */
export function groupOf(rule: Rule, pass: Pass): RuleGroup {
  if (rule.kind === "format") return formatKind(rule, pass) ?? "nothing";
  if (rule.kind === "content" && !assertsContent(rule, pass)) return "nothing";
  return groups[rule.kind];
}

const groups: {
  readonly [K in Exclude<Rule["kind"], "format">]: RuleGroup;
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
