import { boundText } from "../../../model/exact-integer.js";
import type { Rule, RuleByKind, Schema } from "../../../model/schema.js";
import { code, enumerate, joinWords, say, type Words } from "../text/words.js";
import { schemaLink, type DescribeContext } from "./describe-context.js";
import { rulesOf } from "./rules-by-kind.js";
import {
  countWords,
  formatWords,
  valuesWords,
  valueWords,
} from "./value-words.js";

const maximumDepth = 5;

/**
 * What a schema asks for, as the rest of a sentence whose subject is the value: `is at least 3`,
 * `has the fields A and B`. For conditions, and for constraints that stand in no table.
 */
export function predicateWords(
  schema: Schema,
  context: DescribeContext,
  depth = 0,
): Words {
  if (schema.kind === "any") return say`may be anything`;
  if (schema.kind === "never") return say`is never allowed`;
  if (depth > maximumDepth) return say`follows further rules`;
  const clauses = rulesOf(schema)
    .map((rule) => {
      const print = predicates[rule.kind] as Predicate<Rule>;
      return print(rule, context, depth);
    })
    .filter((clause) => clause.length > 0);
  return clauses.length === 0
    ? say`may be anything`
    : enumerate(clauses, "and");
}

type Predicate<R> = (rule: R, context: DescribeContext, depth: number) => Words;

const predicates: { readonly [K in Rule["kind"]]: Predicate<RuleByKind[K]> } = {
  type: (rule) =>
    say`is ${enumerate(
      rule.types.map((type) => say`${article(type)}`),
      "or",
    )}`,
  const: (rule) => say`is ${valueWords(rule.value)}`,
  enum: (rule) => say`is ${valuesWords(rule.values.slice(0, 20), "or")}`,
  minimum: (rule) => say`is at least ${boundText(rule)}`,
  maximum: (rule) => say`is at most ${boundText(rule)}`,
  exclusiveMinimum: (rule) => say`is greater than ${boundText(rule)}`,
  exclusiveMaximum: (rule) => say`is less than ${boundText(rule)}`,
  multipleOf: (rule) => say`is a multiple of ${rule.value}`,
  minLength: (rule) =>
    say`has ${countWords(rule.value, undefined, "character")}`,
  maxLength: (rule) =>
    say`has ${countWords(undefined, rule.value, "character")}`,
  pattern: (rule) => say`matches ${code(rule.pattern)}`,
  format: (rule) => say`is ${formatWords(rule.format)}`,
  content: (rule) => say`holds ${rule.mediaType ?? rule.encoding ?? "content"}`,
  binary: () => say`is binary`,
  minItems: (rule) => say`has ${countWords(rule.value, undefined, "item")}`,
  maxItems: (rule) => say`has ${countWords(undefined, rule.value, "item")}`,
  uniqueItems: () => say`has no two equal items`,
  items: (rule, context, depth) =>
    rule.rest === undefined
      ? say`has items in a fixed order`
      : say`has items each of which ${predicateWords(rule.rest, context, depth + 1)}`,
  contains: (rule, context, depth) =>
    say`has ${countWords(rule.min, rule.max, "item")} that ${predicateWords(rule.schema, context, depth + 1)}`,
  minProperties: (rule) =>
    say`has ${countWords(rule.value, undefined, "field")}`,
  maxProperties: (rule) =>
    say`has ${countWords(undefined, rule.value, "field")}`,
  required: (rule) => say`has ${fieldNames(rule.names, "and")}`,
  properties: (rule, context, depth) => {
    const clauses = rule.named
      .filter(({ schema }) => schema.kind !== "any")
      .map(({ name, schema }) =>
        schema.kind === "never"
          ? say`has no ${code(name)}`
          : say`has a ${code(name)} that ${predicateWords(schema, context, depth + 1)}`,
      );
    if (rule.additional?.kind === "never")
      clauses.push(say`has no other field`);
    return enumerate(clauses, "and");
  },
  propertyNames: (rule, context, depth) =>
    say`has field names each of which ${predicateWords(rule.schema, context, depth + 1)}`,
  dependentRequired: (rule) =>
    enumerate(
      rule.entries.map(
        ({ name, required }) =>
          say`has ${fieldNames(required, "and")} wherever it has ${code(name)}`,
      ),
      "and",
    ),
  dependentSchemas: (rule, context, depth) =>
    enumerate(
      rule.entries.map(
        ({ name, schema }) =>
          say`${predicateWords(schema, context, depth + 1)} wherever it has ${code(name)}`,
      ),
      "and",
    ),
  reference: (rule, context) => say`is ${schemaLink(context, rule.target)}`,
  allOf: (rule, context, depth) =>
    enumerate(
      rule.schemas.map((schema) => predicateWords(schema, context, depth + 1)),
      "and",
    ),
  anyOf: (rule, context, depth) => choice(rule.schemas, context, depth),
  oneOf: (rule, context, depth) =>
    rule.schemas.length === 1
      ? choice(rule.schemas, context, depth)
      : say`does exactly one of these: ${choice(rule.schemas, context, depth)}`,
  not: (rule, context, depth) =>
    rule.schema.kind === "any"
      ? say`is never allowed`
      : say`is not a value that ${predicateWords(rule.schema, context, depth + 1)}`,
  conditional: (rule, context, depth) => {
    const condition = predicateWords(rule.if, context, depth + 1);
    const parts: Words[] = [];
    if (rule.then !== undefined)
      parts.push(
        say`${predicateWords(rule.then, context, depth + 1)} where it ${condition}`,
      );
    if (rule.else !== undefined)
      parts.push(
        say`${predicateWords(rule.else, context, depth + 1)} otherwise`,
      );
    return joinWords(parts, ", and ");
  },
  unevaluatedItems: () => say`has no further items`,
  unevaluatedProperties: () => say`has no further fields`,
};

function choice(
  schemas: readonly Schema[],
  context: DescribeContext,
  depth: number,
): Words {
  return enumerate(
    schemas.map((schema) => predicateWords(schema, context, depth + 1)),
    "or",
  );
}

/** `A`, `A` and `B`. */
export function fieldNames(
  names: readonly string[],
  conjunction: "and" | "or",
): Words {
  return enumerate(
    names.map((name) => [code(name)]),
    conjunction,
  );
}

function article(type: string): string {
  if (type === "null") return "null";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
