import { isOpenEnum } from "../../../model/find-views.js";
import type { JsonValue } from "../../../model/json.js";
import { applicableRules } from "../../../model/applicable-rules.js";
import { boundText } from "../../../model/exact-integer.js";
import { besideNull, nonNullPart } from "../../../model/or-null.js";
import type { Rule, RuleByKind, Schema } from "../../../model/schema.js";
import { code, joinWords, say, type Words } from "../text/words.js";
import {
  definitionSchema,
  leafOf,
  type DescribeContext,
} from "./describe-context.js";
import type { Fact } from "./fact.js";
import { predicateWords } from "./predicate-words.js";
import { ruleSet, rulesOf, type RuleSet } from "./rules-by-kind.js";
import { typeWords } from "./type-words.js";
import { countWords, formatWords, valueWords } from "./value-words.js";

/** Longer lists of values are cut, with their number. */
const maximumValues = 100;

/** What a schema says of a value by itself: constraints, default, examples. Members are not among it. */
export function factsOf(
  schema: Schema,
  context: DescribeContext,
): readonly Fact[] {
  const facts = [
    ...memoryFacts(schema, context),
    ...constraintFacts(schema, context, 0),
  ];
  const annotated = annotationsOf(schema, context);
  const value = annotated.default;
  if (value !== undefined)
    facts.push({ label: "Default", words: say`${valueWords(value)}` });
  const examples = (annotated.examples ?? []).filter(isShort).slice(0, 3);
  if (examples.length > 0) {
    facts.push({
      label: examples.length > 1 ? "Examples" : "Example",
      words: joinWords(examples.map(valueWords), ", "),
    });
  }
  const url = annotated.externalDocs;
  if (url !== undefined) {
    facts.push({
      label: "See also",
      words: [
        {
          kind: "link",
          text: url.description ?? url.url,
          target: { kind: "web", url: url.url },
        },
      ],
    });
  }
  return facts;
}

/** What values are in code, where that is not what they are on the wire. */
function memoryFacts(
  schema: Schema,
  context: DescribeContext,
): readonly Fact[] {
  const leaf = leafOf(schema, context);
  if (leaf === undefined) return [];
  const { type, subject } = leaf;
  if (typeof type === "object") return [fact("In code", [code(type.type)])];
  const words = [code(type === "brand" ? subject : type)];
  return [
    fact(
      "In code",
      type === "brand" ? say`a type of its own, ${words}` : words,
    ),
  ];
}

/** The annotations of a schema; those that it lacks come from the schema that it refers to. */
export function annotationsOf(
  schema: Schema,
  context: DescribeContext,
): Schema["annotations"] {
  let annotations = schema.annotations;
  let at: Schema | undefined = schema;
  for (let step = 0; step < 8 && at !== undefined; step++) {
    const part: Schema = nonNullPart(at);
    const target: string | undefined =
      part.kind === "ref" ? part.target : ruleSet(part).reference?.target;
    at = target === undefined ? undefined : definitionSchema(context, target);
    if (at !== undefined) annotations = { ...at.annotations, ...annotations };
  }
  return annotations;
}

function constraintFacts(
  schema: Schema,
  context: DescribeContext,
  depth: number,
): Fact[] {
  const rules = ruleSet(schema);
  const facts: Fact[] = [];
  for (const rule of applicableRules(rulesOf(schema))) {
    const find = factFinders[rule.kind] as FactFinder<Rule>;
    facts.push(...find(rule, rules, context, depth));
  }
  return facts;
}

type FactFinder<R> = (
  rule: R,
  rules: RuleSet,
  context: DescribeContext,
  depth: number,
) => readonly Fact[];

const none = (): readonly Fact[] => [];

const factFinders: {
  readonly [K in Rule["kind"]]: FactFinder<RuleByKind[K]>;
} = {
  type: none,
  const: (rule) => [fact("Always", valueWords(rule.value))],
  enum: (rule, _rules, context) => {
    const shown = rule.values.slice(0, maximumValues).map(valueWords);
    const rest = rule.values.length - shown.length;
    const words = joinWords(shown, ", ");
    const isOpen = isOpenEnum(rule);
    const label =
      isOpen && context.view === "response"
        ? "Known values"
        : "Possible values";
    const values = rest > 0 ? say`${words} and ${rest} more` : words;
    return [{ label, words: values, ...(isOpen ? { isOpen } : {}) }];
  },
  minimum: (rule, rules) => [
    fact(
      "Range",
      rules.maximum === undefined
        ? say`at least ${bound(rule)}`
        : say`${bound(rule)} to ${bound(rules.maximum)}`,
    ),
  ],
  maximum: (rule, rules) =>
    rules.minimum === undefined
      ? [fact("Range", say`at most ${bound(rule)}`)]
      : [],
  exclusiveMinimum: (rule) => [fact("Range", say`greater than ${bound(rule)}`)],
  exclusiveMaximum: (rule) => [fact("Range", say`less than ${bound(rule)}`)],
  multipleOf: (rule) => [fact("Multiple of", number(rule.value))],
  minLength: (rule, rules) =>
    bounds("Length", rule.value, rules.maxLength?.value, "character"),
  maxLength: (rule, rules) =>
    rules.minLength === undefined
      ? bounds("Length", undefined, rule.value, "character")
      : [],
  pattern: (rule) => [fact("Pattern", [code(rule.pattern)])],
  format: (rule) => {
    const words = formatWords(rule.format);
    const meaning = words === rule.format ? "" : `, ${words}`;
    return [fact("Format", say`${code(rule.format)}${meaning}`)];
  },
  content: (rule) => {
    const parts = [
      ...(rule.mediaType === undefined ? [] : [[code(rule.mediaType)]]),
      ...(rule.encoding === undefined ? [] : [say`in ${rule.encoding}`]),
    ];
    return parts.length === 0 ? [] : [fact("Content", joinWords(parts, " "))];
  },
  binary: none,
  minItems: (rule, rules) =>
    bounds("Items", rule.value, rules.maxItems?.value, "item"),
  maxItems: (rule, rules) =>
    rules.minItems === undefined
      ? bounds("Items", undefined, rule.value, "item")
      : [],
  uniqueItems: () => [fact("Unique", say`no two items are equal`)],
  items: (rule, _rules, context, depth) => [
    ...rule.prefix.map((schema, index) =>
      fact(`Item ${index + 1}`, typeWords(schema, context)),
    ),
    ...(rule.rest === undefined || depth > 1
      ? []
      : constraintFacts(rule.rest, context, depth + 1).map((each) => ({
          ...each,
          label: `Each item: ${each.label.toLowerCase()}`,
        }))),
  ],
  contains: (rule, _rules, context) => [
    fact(
      "Contains",
      say`${countWords(rule.min, rule.max, "item")} that ${predicateWords(rule.schema, context)}`,
    ),
  ],
  minProperties: (rule, rules) =>
    bounds("Fields", rule.value, rules.maxProperties?.value, "field"),
  maxProperties: (rule, rules) =>
    rules.minProperties === undefined
      ? bounds("Fields", undefined, rule.value, "field")
      : [],
  required: none,
  properties: none,
  propertyNames: (rule, _rules, context) => [
    fact("Names", say`each name ${predicateWords(rule.schema, context)}`),
  ],
  dependentRequired: none,
  dependentSchemas: none,
  reference: (rule, _rules, context, depth) => {
    const target = definitionSchema(context, rule.target);
    if (target === undefined || depth > 3 || isComposite(target)) return [];
    return constraintFacts(target, context, depth + 1);
  },
  allOf: (rule, _rules, context, depth) =>
    depth > 3
      ? []
      : rule.schemas
          .filter((part) => !isComposite(part))
          .flatMap((part) => constraintFacts(part, context, depth + 1)),
  anyOf: besideNullFacts,
  oneOf: besideNullFacts,
  not: (rule, _rules, context) =>
    isComposite(rule.schema)
      ? []
      : [
          fact(
            "Not",
            say`a value that ${predicateWords(rule.schema, context)}`,
          ),
        ],
  conditional: none,
  unevaluatedItems: none,
  unevaluatedProperties: none,
};

function besideNullFacts(
  rule: RuleByKind["anyOf"] | RuleByKind["oneOf"],
  _rules: RuleSet,
  context: DescribeContext,
  depth: number,
): readonly Fact[] {
  const branch = besideNull(rule);
  return branch === undefined || depth > 3 || isComposite(branch)
    ? []
    : constraintFacts(branch, context, depth + 1);
}

/** Whether a schema describes members or alternatives, which are shown as such and not as facts. */
function isComposite(schema: Schema): boolean {
  const rules = ruleSet(schema);
  return (
    rules.properties !== undefined ||
    rules.required !== undefined ||
    rules.anyOf !== undefined ||
    rules.oneOf !== undefined
  );
}

function fact(label: string, words: Words): Fact {
  return { label, words };
}

function bounds(
  label: string,
  min: number | undefined,
  max: number | undefined,
  unit: string,
): readonly Fact[] {
  return min === undefined && max === undefined
    ? []
    : [fact(label, countWords(min, max, unit))];
}

function bound(rule: Parameters<typeof boundText>[0]): Words {
  return [code(boundText(rule))];
}

function number(value: number): Words {
  return [code(String(value))];
}

function isShort(value: JsonValue): boolean {
  return JSON.stringify(value).length <= 120;
}
