import { ownKeywords } from "../../../model/matches.js";
import type { TestKeyword } from "../../../model/presence-formula.js";
import type { Keyword, KeywordByKind, Schema } from "../../../model/schema.js";
import { countText, testWords } from "../../test-words.js";
import { code, enumerate, joinWords, say, type Words } from "../text/words.js";
import { schemaLink, type DescribeContext } from "./describe-context.js";
import { pageWords } from "./rule-words.js";
import { formatWords, valuesWords, valueWords } from "./value-words.js";

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
  const clauses = ownKeywords(schema)
    .map((keyword) => {
      const print = predicates[keyword.kind] as Predicate<Keyword>;
      return print(keyword, context, depth);
    })
    .filter((clause) => clause.length > 0);
  return clauses.length === 0
    ? say`may be anything`
    : enumerate(clauses, "and");
}

type Predicate<R> = (
  keyword: R,
  context: DescribeContext,
  depth: number,
) => Words;

const predicates: {
  readonly [K in Keyword["kind"]]: Predicate<KeywordByKind[K]>;
} = {
  type: tested,
  const: (keyword) => say`is ${valueWords(keyword.value)}`,
  enum: (keyword) => say`is ${valuesWords(keyword.values.slice(0, 20), "or")}`,
  minimum: tested,
  maximum: tested,
  exclusiveMinimum: tested,
  exclusiveMaximum: tested,
  multipleOf: tested,
  minLength: tested,
  maxLength: tested,
  pattern: tested,
  format: (keyword) => say`is ${formatWords(keyword.format)}`,
  content: (keyword) =>
    say`holds ${keyword.mediaType ?? keyword.encoding ?? "content"}`,
  binary: () => say`is binary`,
  minItems: tested,
  maxItems: tested,
  uniqueItems: () => say`has no two equal items`,
  items: (keyword, context, depth) =>
    keyword.rest === undefined
      ? say`has items in a fixed order`
      : say`has items each of which ${predicateWords(keyword.rest, context, depth + 1)}`,
  contains: (keyword, context, depth) =>
    say`has ${countText(keyword.min, keyword.max, "item")} that ${predicateWords(keyword.schema, context, depth + 1)}`,
  minProperties: (keyword) =>
    say`has ${countText(keyword.value, undefined, "field")}`,
  maxProperties: (keyword) =>
    say`has ${countText(undefined, keyword.value, "field")}`,
  required: (keyword) => say`has ${fieldNames(keyword.names, "and")}`,
  properties: (keyword, context, depth) => {
    const clauses = keyword.named
      .filter(({ schema }) => schema.kind !== "any")
      .map(({ name, schema }) =>
        schema.kind === "never"
          ? say`has no ${code(name)}`
          : say`has a ${code(name)} that ${predicateWords(schema, context, depth + 1)}`,
      );
    if (keyword.additional?.kind === "never")
      clauses.push(say`has no other field`);
    return enumerate(clauses, "and");
  },
  propertyNames: (keyword, context, depth) =>
    say`has field names each of which ${predicateWords(keyword.schema, context, depth + 1)}`,
  dependentRequired: (keyword) =>
    enumerate(
      keyword.entries.map(
        ({ name, required }) =>
          say`has ${fieldNames(required, "and")} wherever it has ${code(name)}`,
      ),
      "and",
    ),
  dependentSchemas: (keyword, context, depth) =>
    enumerate(
      keyword.entries.map(
        ({ name, schema }) =>
          say`${predicateWords(schema, context, depth + 1)} wherever it has ${code(name)}`,
      ),
      "and",
    ),
  reference: (keyword, context) =>
    say`is ${schemaLink(context, keyword.target)}`,
  allOf: (keyword, context, depth) =>
    enumerate(
      keyword.schemas.map((schema) =>
        predicateWords(schema, context, depth + 1),
      ),
      "and",
    ),
  anyOf: (keyword, context, depth) => choice(keyword.schemas, context, depth),
  oneOf: (keyword, context, depth) =>
    keyword.schemas.length === 1
      ? choice(keyword.schemas, context, depth)
      : say`does exactly one of these: ${choice(keyword.schemas, context, depth)}`,
  not: (keyword, context, depth) =>
    keyword.schema.kind === "any"
      ? say`is never allowed`
      : say`is not a value that ${predicateWords(keyword.schema, context, depth + 1)}`,
  conditional: (keyword, context, depth) => {
    const condition = predicateWords(keyword.if, context, depth + 1);
    const parts: Words[] = [];
    if (keyword.then !== undefined)
      parts.push(
        say`${predicateWords(keyword.then, context, depth + 1)} where it ${condition}`,
      );
    if (keyword.else !== undefined)
      parts.push(
        say`${predicateWords(keyword.else, context, depth + 1)} otherwise`,
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
function fieldNames(
  names: readonly string[],
  conjunction: "and" | "or",
): Words {
  return enumerate(
    names.map((name) => [code(name)]),
    conjunction,
  );
}

function tested(keyword: TestKeyword): Words {
  const { verb, rest } = testWords(keyword);
  return say`${verbs[verb]} ${pageWords([rest])}`;
}

const verbs = { be: "is", have: "has", match: "matches" } as const;
