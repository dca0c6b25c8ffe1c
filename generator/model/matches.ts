import type { Api } from "./api.js";
import { Judged } from "./judged.js";
import type { JsonObject, JsonValue } from "./json.js";
import type { JsonType, Rule, RuleByKind, Schema } from "./schema.js";
import { branchesFor } from "./select-branches.js";
import { isCheapPattern } from "../patterns/text-matching.js";

/** The rules of a schema; none for `true` and `false`, a reference for a bare one. */
export function ownRules(schema: Schema): readonly Rule[] {
  if (schema.kind === "rules") return schema.rules;
  if (schema.kind === "ref")
    return [{ kind: "reference", keyword: "$ref", target: schema.target }];
  return [];
}

/** References and nesting are followed to this depth; what lies deeper counts as valid. */
const maximumDepth = 64;

/** Objects and lists, each with the schemas under which it is known to be valid. */
export type ValidValues = Pick<WeakMap<object, ReadonlySet<Schema>>, "get">;

const nothingValid: ValidValues = new WeakMap();

/**
 * Whether a value is valid (JSON Schema 2020-12), as far as an example is concerned: formats are annotations, and a
 * pattern that could take exponential time is not tried on long text.
 */
export function matches(
  schema: Schema,
  value: JsonValue,
  api: Pick<Api, "definitions">,
  valid: ValidValues = nothingValid,
  work: Work = { schemas: 0 },
): boolean {
  return isValid(schema, value, { ...newLook(api, valid), work, depth: 0 });
}

/** Counts how many schemas were applied. */
export interface Work {
  schemas: number;
}

function isValid(schema: Schema, value: JsonValue, look: Look): boolean {
  look.work.schemas += 1;
  if (schema.kind === "never") return false;
  if (schema.kind === "any" || look.depth > maximumDepth) return true;
  if (
    typeof value === "object" &&
    value !== null &&
    look.valid.get(value)?.has(schema) === true
  )
    return true;
  const scope = { ...look, depth: look.depth + 1, schema };
  return ownRules(schema).every((rule) => {
    const check = checks[rule.kind] as Check<Rule>;
    return check(rule, value, scope);
  });
}

/** Whether a value passes one rule of a schema by itself. */
export function passes(
  rule: Rule,
  value: JsonValue,
  schema: Schema,
  api: Pick<Api, "definitions">,
): boolean {
  const check = checks[rule.kind] as Check<Rule>;
  return check(rule, value, {
    ...newLook(api, nothingValid),
    work: { schemas: 0 },
    depth: 0,
    schema,
  });
}

/** One look at a value, with all that it has found out. */
interface Look {
  readonly api: Pick<Api, "definitions">;
  readonly valid: ValidValues;
  /** By named schema. */
  readonly judged: Judged<boolean>;
  readonly evaluated: Judged<ReadonlySet<string>>;
  readonly work: Work;
  readonly depth: number;
}

interface Scope extends Look {
  readonly schema: Schema;
}

function newLook(
  api: Pick<Api, "definitions">,
  valid: ValidValues,
): Omit<Look, "depth" | "work"> {
  return { api, valid, judged: new Judged(), evaluated: new Judged() };
}

type Check<R> = (rule: R, value: JsonValue, scope: Scope) => boolean;

const checks: { readonly [K in Rule["kind"]]: Check<RuleByKind[K]> } = {
  type: (rule, value) => rule.types.some((type) => isOfType(value, type)),
  const: (rule, value) => isEqual(rule.value, value),
  enum: (rule, value) => rule.values.some((item) => isEqual(item, value)),
  minimum: (rule, value) => typeof value !== "number" || value >= rule.value,
  maximum: (rule, value) => typeof value !== "number" || value <= rule.value,
  exclusiveMinimum: (rule, value) =>
    typeof value !== "number" || value > rule.value,
  exclusiveMaximum: (rule, value) =>
    typeof value !== "number" || value < rule.value,
  multipleOf: (rule, value) =>
    typeof value !== "number" || isMultiple(value, rule.value),
  minLength: (rule, value) =>
    typeof value !== "string" || [...value].length >= rule.value,
  maxLength: (rule, value) =>
    typeof value !== "string" || [...value].length <= rule.value,
  pattern: (rule, value) =>
    typeof value !== "string" ||
    (value.length > 16 && !isCheapPattern(rule.pattern)) ||
    new RegExp(rule.pattern, "u").test(value),
  format: () => true,
  content: () => true,
  binary: () => true,
  minItems: (rule, value) =>
    !Array.isArray(value) || value.length >= rule.value,
  maxItems: (rule, value) =>
    !Array.isArray(value) || value.length <= rule.value,
  uniqueItems: (_rule, value) =>
    !Array.isArray(value) ||
    new Set(value.map((item) => canonical(item as JsonValue))).size ===
      value.length,
  items: (rule, value, scope) =>
    !Array.isArray(value) ||
    value.every((item, index) => {
      const schema = rule.prefix[index] ?? rule.rest;
      return schema === undefined || inner(schema, item as JsonValue, scope);
    }),
  contains: (rule, value, scope) => {
    if (!Array.isArray(value)) return true;
    const found = value.filter((item) =>
      inner(rule.schema, item as JsonValue, scope),
    ).length;
    return found >= rule.min && found <= (rule.max ?? found);
  },
  minProperties: (rule, value) =>
    !isObject(value) || Object.keys(value).length >= rule.value,
  maxProperties: (rule, value) =>
    !isObject(value) || Object.keys(value).length <= rule.value,
  required: (rule, value) =>
    !isObject(value) || rule.names.every((name) => Object.hasOwn(value, name)),
  properties: (rule, value, scope) =>
    !isObject(value) ||
    Object.entries(value).every(([name, member]) => {
      const named = namedSchemas(rule).get(name);
      const patterns = rule.patterns.filter(({ pattern }) =>
        new RegExp(pattern, "u").test(name),
      );
      if (named !== undefined && !inner(named, member, scope)) return false;
      if (!patterns.every(({ schema }) => inner(schema, member, scope)))
        return false;
      const isCovered = named !== undefined || patterns.length > 0;
      return (
        isCovered ||
        rule.additional === undefined ||
        inner(rule.additional, member, scope)
      );
    }),
  propertyNames: (rule, value, scope) =>
    !isObject(value) ||
    Object.keys(value).every((name) => inner(rule.schema, name, scope)),
  dependentRequired: (rule, value) =>
    !isObject(value) ||
    rule.entries.every(
      ({ name, required }) =>
        !Object.hasOwn(value, name) ||
        required.every((other) => Object.hasOwn(value, other)),
    ),
  dependentSchemas: (rule, value, scope) =>
    !isObject(value) ||
    rule.entries.every(
      ({ name, schema }) =>
        !Object.hasOwn(value, name) || inner(schema, value, scope),
    ),
  reference: (rule, value, scope) => {
    const target = scope.api.definitions[rule.target];
    return (
      target === undefined ||
      scope.judged.of(target.schema, value, true, () =>
        inner(target.schema, value, scope),
      )
    );
  },
  allOf: (rule, value, scope) =>
    rule.schemas.every((schema) => inner(schema, value, scope)),
  anyOf: (rule, value, scope) =>
    branchesFor(rule, value).some((schema) => inner(schema, value, scope)),
  oneOf: (rule, value, scope) =>
    branchesFor(rule, value).filter((schema) => inner(schema, value, scope))
      .length === 1,
  not: (rule, value, scope) => !inner(rule.schema, value, scope),
  conditional: (rule, value, scope) => {
    const branch = inner(rule.if, value, scope) ? rule.then : rule.else;
    return branch === undefined || inner(branch, value, scope);
  },
  unevaluatedItems: () => true,
  unevaluatedProperties: (rule, value, scope) => {
    if (!isObject(value)) return true;
    const evaluated = evaluatedNames(scope.schema, value, scope, true);
    return Object.entries(value).every(
      ([name, member]) =>
        evaluated.has(name) || inner(rule.schema, member, scope),
    );
  },
};

const knownNames = new WeakMap<
  RuleByKind["properties"],
  ReadonlyMap<string, Schema>
>();

function namedSchemas(
  rule: RuleByKind["properties"],
): ReadonlyMap<string, Schema> {
  const known = knownNames.get(rule);
  if (known !== undefined) return known;
  const schemas = new Map(rule.named.map(({ name, schema }) => [name, schema]));
  knownNames.set(rule, schemas);
  return schemas;
}

function inner(schema: Schema, value: JsonValue, scope: Scope): boolean {
  return isValid(schema, value, scope);
}

const none: ReadonlySet<string> = new Set();

/** The names that a schema has looked at, where it is in force. */
function namesOfPart(
  part: Schema,
  value: JsonObject,
  scope: Scope,
): ReadonlySet<string> {
  return inner(part, value, scope)
    ? evaluatedNames(part, value, scope, false)
    : none;
}

/** The names that the schemas in force have looked at (Core §11.3). */
function evaluatedNames(
  schema: Schema,
  value: JsonObject,
  scope: Scope,
  isOwn: boolean,
): ReadonlySet<string> {
  const names = new Set<string>();
  if (scope.depth > maximumDepth) return names;
  const deeper = { ...scope, depth: scope.depth + 1 };
  const add = (part: Schema | undefined) => {
    if (part === undefined) return;
    for (const name of namesOfPart(part, value, deeper)) names.add(name);
  };
  for (const rule of ownRules(schema)) {
    if (rule.kind === "properties") {
      for (const name of Object.keys(value)) {
        const isNamed = rule.named.some((property) => property.name === name);
        const isPattern = rule.patterns.some(({ pattern }) =>
          new RegExp(pattern, "u").test(name),
        );
        if (isNamed || isPattern || rule.additional !== undefined)
          names.add(name);
      }
    }
    if (rule.kind === "reference") {
      const target = scope.api.definitions[rule.target]?.schema;
      const found =
        target &&
        scope.evaluated.of(target, value, none, () =>
          namesOfPart(target, value, deeper),
        );
      found?.forEach((name) => names.add(name));
    }
    if (rule.kind === "allOf") rule.schemas.forEach(add);
    if (rule.kind === "anyOf" || rule.kind === "oneOf")
      branchesFor(rule, value).forEach(add);
    if (rule.kind === "conditional")
      [rule.if, inner(rule.if, value, deeper) ? rule.then : rule.else].forEach(
        add,
      );
    if (rule.kind === "dependentSchemas")
      for (const { name, schema: part } of rule.entries)
        if (Object.hasOwn(value, name)) add(part);
    if (rule.kind === "unevaluatedProperties" && !isOwn)
      Object.keys(value).forEach((name) => names.add(name));
  }
  return names;
}

function isOfType(value: JsonValue, type: JsonType): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isMultiple(value: number, divisor: number): boolean {
  const quotient = value / divisor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

function isEqual(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  const areComposite = typeof a === "object" && typeof b === "object";
  return areComposite && canonical(a) === canonical(b);
}

/** Text that is the same for equal values: members in the order of their names. */
function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    isObject(member as JsonValue)
      ? Object.fromEntries(
          Object.entries(member as JsonObject).sort(([a], [b]) =>
            a < b ? -1 : 1,
          ),
        )
      : member,
  );
}
