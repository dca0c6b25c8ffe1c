import type { JsonValue } from "../../../model/json.js";
import type { JsonType, Schema } from "../../../model/schema.js";
import {
  enumerate,
  joinWords,
  say,
  wordsText,
  type Words,
} from "../text/words.js";
import { schemaLink, type DescribeContext } from "./describe-context.js";
import { ruleSet, type RuleSet } from "./rules-by-kind.js";

const maximumAlternatives = 6;
const maximumDepth = 4;

/** What sort of value a schema asks for, in a few words: `string (uri) or null`, `array of Pet`. */
export function typeWords(
  schema: Schema,
  context: DescribeContext,
  depth = 0,
): Words {
  if (schema.kind === "any") return say`any value`;
  if (schema.kind === "never") return say`no value`;
  if (schema.kind === "ref") return [schemaLink(context, schema.target)];
  const rules = ruleSet(schema);
  if (rules.binary !== undefined) return say`binary`;
  const alternatives = typesOf(rules).map((type) =>
    singleType(type, rules, context, depth),
  );
  if (alternatives.length > 0) return enumerate(alternatives, "or");
  return composedWords(rules, context, depth);
}

/** The JSON types that a schema allows by itself, found in `type`, or in `const` and `enum`. */
export function typesOf(rules: RuleSet): readonly JsonType[] {
  if (rules.type !== undefined) return rules.type.types;
  if (rules.const !== undefined) return [jsonType(rules.const.value)];
  if (rules.enum !== undefined)
    return [...new Set(rules.enum.values.map(jsonType))];
  return [];
}

function singleType(
  type: JsonType,
  rules: RuleSet,
  context: DescribeContext,
  depth: number,
): Words {
  if (type === "array") return arrayWords(rules, context, depth);
  if (type === "object") return objectWords(rules, context, depth);
  return say`${type}`;
}

function arrayWords(
  rules: RuleSet,
  context: DescribeContext,
  depth: number,
): Words {
  const items = rules.items;
  if (items === undefined || depth >= maximumDepth) return say`array`;
  if (items.prefix.length > 0) return say`tuple of ${items.prefix.length}`;
  if (items.rest === undefined || items.rest.kind === "any") return say`array`;
  return say`array of ${grouped(items.rest, context, depth + 1)}`;
}

function objectWords(
  rules: RuleSet,
  context: DescribeContext,
  depth: number,
): Words {
  const combined = [...(rules.allOf?.schemas ?? [])].filter(isReference);
  if (combined.length > 0 && depth < maximumDepth && !hasMembers(rules)) {
    return joinWords(
      combined.map((schema) => typeWords(schema, context, depth + 1)),
      " & ",
    );
  }
  const properties = rules.properties;
  if (
    properties === undefined ||
    properties.named.length > 0 ||
    depth >= maximumDepth
  )
    return say`object`;
  const values = properties.patterns[0]?.schema ?? properties.additional;
  if (values === undefined || values.kind === "any") return say`object`;
  if (values.kind === "never") return say`empty object`;
  return say`map of ${grouped(values, context, depth + 1)}`;
}

function composedWords(
  rules: RuleSet,
  context: DescribeContext,
  depth: number,
): Words {
  if (depth >= maximumDepth) return say`value`;
  const base =
    rules.reference === undefined
      ? []
      : [[schemaLink(context, rules.reference.target)]];
  const parts = (rules.allOf?.schemas ?? [])
    .filter((part) => part.kind === "ref" || isTyped(part))
    .map((part) => grouped(part, context, depth + 1));
  const choice = rules.oneOf?.schemas ?? rules.anyOf?.schemas ?? [];
  const alternatives = choice.filter(
    (branch) => branch.kind === "ref" || isTyped(branch),
  );
  if (alternatives.length > maximumAlternatives) {
    parts.push(say`one of ${alternatives.length} shapes`);
  } else if (alternatives.length > 0) {
    const named = alternatives.map((branch) =>
      typeWords(branch, context, depth + 1),
    );
    const isNullSaid = named.some((words) => endsInNull.test(wordsText(words)));
    parts.push(
      enumerate(
        isNullSaid ? named.filter((words) => !isNullWord(words)) : named,
        "or",
      ),
    );
  }
  const all = [...base, ...parts];
  if (all.length > 0) return joinWords(all, " & ");
  if (rules.properties !== undefined || rules.required !== undefined)
    return say`object`;
  if (rules.items !== undefined) return arrayWords(rules, context, depth);
  if (rules.format !== undefined) return say`${rules.format.format}`;
  if (rules.pattern ?? rules.minLength ?? rules.maxLength) return say`string`;
  if (rules.minimum ?? rules.maximum ?? rules.multipleOf) return say`number`;
  return say`any value`;
}

const endsInNull = / or null$/;

function isNullWord(words: Words): boolean {
  return wordsText(words) === "null";
}

/** Parentheses where the words would else be read apart. */
function grouped(
  schema: Schema,
  context: DescribeContext,
  depth: number,
): Words {
  const words = typeWords(schema, context, depth);
  return words.some((word) => / or | & |, /.test(word.text)) && depth > 0
    ? say`(${words})`
    : words;
}

function isReference(schema: Schema): boolean {
  return schema.kind === "ref";
}

function hasMembers(rules: RuleSet): boolean {
  return (rules.properties?.named.length ?? 0) > 0;
}

function isTyped(schema: Schema): boolean {
  if (schema.kind !== "rules") return false;
  const rules = ruleSet(schema);
  return (
    typesOf(rules).length > 0 ||
    rules.binary !== undefined ||
    [rules.reference, rules.allOf, rules.oneOf, rules.anyOf].some(
      (rule) => rule !== undefined,
    ) ||
    rules.properties !== undefined ||
    rules.items !== undefined
  );
}

/** The JSON type of a value; a whole number is an integer. */
export function jsonType(value: JsonValue): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number")
    return Number.isInteger(value) ? "integer" : "number";
  return typeof value as "boolean" | "string" | "object";
}
