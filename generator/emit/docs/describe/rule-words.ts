import type { Rule, Schema } from "../../../model/schema.js";
import { code, enumerate, say, type Words } from "../text/words.js";
import type { DescribeContext } from "./describe-context.js";
import { fieldNames, predicateWords } from "./predicate-words.js";
import { ruleSet, rulesOf } from "./rules-by-kind.js";
import { countWords } from "./value-words.js";

/** What is said of a closed object; it comes after its other rules. */
export const closedSentence = "Other fields are not allowed.";

/**
 * The rules of an object that concern several fields, one sentence a rule: `Give A, B, or both.`
 * Alternatives that describe whole shapes are no rules of this sort; see `outline`.
 */
export function ruleSentences(
  schema: Schema,
  context: DescribeContext,
): readonly Words[] {
  return rulesOf(schema).flatMap((rule) => sentences(rule, context));
}

function sentences(rule: Rule, context: DescribeContext): readonly Words[] {
  switch (rule.kind) {
    case "anyOf":
      return requirementBranches(rule.schemas, anyOfSentence);
    case "oneOf":
      return requirementBranches(rule.schemas, oneOfSentence);
    case "not":
      return [notSentence(rule.schema, context)].filter(isSaid);
    case "dependentRequired":
      return rule.entries
        .filter(({ required }) => required.length > 0)
        .map(
          ({ name, required }) =>
            say`Where ${code(name)} is given, give ${fieldNames(required, "and")} too.`,
        );
    case "dependentSchemas":
      return rule.entries.map(({ name, schema }) =>
        schema.kind === "never"
          ? say`Do not give ${code(name)}.`
          : say`Where ${code(name)} is given, ${demand(schema, context)}.`,
      );
    case "conditional":
      return conditionalSentences(rule.if, rule.then, rule.else, context);
    case "minProperties":
    case "maxProperties":
      return [countSentence(rule)];
    case "allOf":
      return rule.schemas
        .filter((part) => part.kind === "rules")
        .flatMap((part) => ruleSentences(part, context));
    case "unevaluatedProperties":
      return rule.schema.kind === "never" ? [say`${closedSentence}`] : [];
    case "properties":
      return rule.additional?.kind === "never" && rule.named.length > 0
        ? [say`${closedSentence}`]
        : [];
    case "type":
    case "const":
    case "enum":
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
    case "multipleOf":
    case "minLength":
    case "maxLength":
    case "pattern":
    case "format":
    case "content":
    case "binary":
    case "minItems":
    case "maxItems":
    case "uniqueItems":
    case "items":
    case "contains":
    case "required":
    case "propertyNames":
    case "reference":
    case "discriminator":
    case "unevaluatedItems":
      return [];
  }
}

/** Whether a schema asks for nothing but the presence of fields: then alternatives of such are a rule in words. */
export function requiredNames(schema: Schema): readonly string[] | undefined {
  if (schema.kind !== "rules") return undefined;
  const { required, type, properties, ...rest } = ruleSet(schema);
  const isPure =
    required !== undefined &&
    Object.keys(rest).length === 0 &&
    (type === undefined || type.types.join() === "object") &&
    (properties === undefined ||
      (properties.additional === undefined &&
        properties.patterns.length === 0 &&
        properties.named.every(({ schema: member }) => member.kind === "any")));
  return isPure ? required.names : undefined;
}

/** Whether every alternative asks for nothing but the presence of fields. */
export function isRequirementChoice(schemas: readonly Schema[]): boolean {
  return schemas.every((schema) => requiredNames(schema) !== undefined);
}

function requirementBranches(
  schemas: readonly Schema[],
  sentence: (branches: readonly (readonly string[])[]) => Words,
): readonly Words[] {
  const branches = schemas.map(requiredNames);
  return branches.every((branch) => branch !== undefined)
    ? [sentence(branches)]
    : [];
}

function anyOfSentence(branches: readonly (readonly string[])[]): Words {
  const [first = [], second] = branches;
  if (second === undefined) return say`Give ${fieldNames(first, "and")}.`;
  const areSingle = branches.every((names) => names.length === 1);
  if (areSingle && branches.length === 2)
    return say`Give ${fieldNames(first, "and")}, ${fieldNames(second, "and")}, or both.`;
  if (areSingle)
    return say`Give at least one of ${fieldNames(branches.flat(), "and")}.`;
  return say`Give at least one of these: ${enumerate(branches.map(together), "or")}.`;
}

function oneOfSentence(branches: readonly (readonly string[])[]): Words {
  const [first = [], second] = branches;
  if (second === undefined) return say`Give ${fieldNames(first, "and")}.`;
  const areSingle = branches.every((names) => names.length === 1);
  if (areSingle && branches.length === 2)
    return say`Give either ${fieldNames(branches.flat(), "or")}, not both.`;
  if (areSingle)
    return say`Give exactly one of ${fieldNames(branches.flat(), "and")}.`;
  return say`Give exactly one of these: ${enumerate(branches.map(together), "or")}.`;
}

function together(names: readonly string[]): Words {
  const [first = "", ...rest] = names;
  return rest.length === 0
    ? [code(first)]
    : say`${code(first)} together with ${fieldNames(rest, "and")}`;
}

function notSentence(schema: Schema, context: DescribeContext): Words {
  const names = requiredNames(schema);
  if (names !== undefined) {
    return names.length === 1
      ? say`Do not give ${fieldNames(names, "and")}.`
      : say`Do not give ${fieldNames(names, "and")} together.`;
  }
  const rules = ruleSet(schema);
  const branches = rules.anyOf?.schemas.map(requiredNames) ?? [undefined];
  if (branches.every((branch) => branch?.length === 1))
    return say`Give none of ${fieldNames(branches.flat() as string[], "and")}.`;
  if (rules.required === undefined && rules.properties === undefined) return [];
  return say`Not allowed is an object that ${predicateWords(schema, context)}.`;
}

function conditionalSentences(
  condition: Schema,
  then: Schema | undefined,
  otherwise: Schema | undefined,
  context: DescribeContext,
): readonly Words[] {
  const when = conditionWords(condition, context);
  const result: Words[] = [];
  if (then !== undefined && then.kind !== "any")
    result.push(say`Where ${when}, ${demand(then, context)}.`);
  if (otherwise !== undefined && otherwise.kind !== "any") {
    result.push(
      result.length === 0
        ? say`Unless ${when}, ${demand(otherwise, context)}.`
        : say`Otherwise ${demand(otherwise, context)}.`,
    );
  }
  return result;
}

/** A schema of an object as a condition: "`country` is `US`", "`A` is given". */
export function conditionWords(
  schema: Schema,
  context: DescribeContext,
): Words {
  const rules = ruleSet(schema);
  const named = rules.properties?.named ?? [];
  const clauses = named
    .filter((property) => property.schema.kind !== "any")
    .map(({ name, schema: member }) =>
      member.kind === "never"
        ? say`${code(name)} is not given`
        : say`${code(name)} ${predicateWords(member, context)}`,
    );
  const described = new Set(named.map(({ name }) => name));
  const given = (rules.required?.names ?? []).filter(
    (name) => !described.has(name),
  );
  if (given.length > 0)
    clauses.push(
      say`${fieldNames(given, "and")} ${given.length > 1 ? "are" : "is"} given`,
    );
  const said: ReadonlySet<string> = new Set(["properties", "required", "type"]);
  const isCovered = Object.keys(rules).every((kind) => said.has(kind));
  return isCovered && clauses.length > 0
    ? enumerate(clauses, "and")
    : say`the object ${predicateWords(schema, context)}`;
}

/** What a schema asks of an object, as a demand: "give `A`", "`b` is at least 3". */
function demand(schema: Schema, context: DescribeContext): Words {
  const names = requiredNames(schema);
  if (names !== undefined) return say`give ${fieldNames(names, "and")}`;
  const not = ruleSet(schema).not;
  const refused =
    not !== undefined && rulesOf(schema).length === 1
      ? requiredNames(not.schema)
      : undefined;
  if (refused !== undefined)
    return say`do not give ${fieldNames(refused, "and")}`;
  if (schema.kind === "never") return say`nothing is allowed`;
  return conditionWords(schema, context);
}

function countSentence(
  rule: Extract<Rule, { kind: "minProperties" | "maxProperties" }>,
): Words {
  return rule.kind === "minProperties"
    ? say`Give ${countWords(rule.value, undefined, "field")}.`
    : say`Give ${countWords(undefined, rule.value, "field")}.`;
}

function isSaid(words: Words): boolean {
  return words.length > 0;
}
