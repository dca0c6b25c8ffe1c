import type { Api } from "../../generator/model/api.js";
import type { JsonObject, JsonValue } from "../../generator/model/json.js";
import { isJsonObject } from "../../generator/model/json.js";
import type {
  JsonType,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../generator/model/schema.js";
import { canonicalText } from "../../generator/model/assertion-keywords.js";

/** What of an instance a schema has looked at, for the `unevaluated…` keywords. */
interface Seen {
  readonly names: Set<string>;
  readonly items: Set<number>;
}

type Definitions = Api["definitions"];
type Outcome = Seen | false;

interface State {
  readonly value: JsonValue;
  readonly seen: Seen;
  readonly definitions: Definitions;
}

/**
 * A slow, plain reading of the IR, keyword by keyword: what the keywords mean, without any code being generated.
 * Formats assert nothing.
 */
export function isValid(
  schema: Schema,
  value: JsonValue,
  definitions: Definitions,
): boolean {
  return evaluate(schema, value, definitions) !== false;
}

function evaluate(
  schema: Schema,
  value: JsonValue,
  definitions: Definitions,
): Outcome {
  const seen: Seen = { names: new Set(), items: new Set() };
  if (schema.kind === "any") return seen;
  if (schema.kind === "never") return false;
  if (schema.kind === "ref") return follow(schema.target, value, definitions);
  for (const keyword of schema.keywords) {
    const check = checks[keyword.kind] as (
      keyword: Keyword,
      state: State,
    ) => boolean;
    if (!check(keyword, { value, seen, definitions })) return false;
  }
  return seen;
}

function follow(
  target: string,
  value: JsonValue,
  definitions: Definitions,
): Outcome {
  const definition = definitions[target];
  if (definition === undefined) throw new Error(`No definition ${target}`);
  return evaluate(definition.schema, value, definitions);
}

/** Applies a schema to the same value and takes over what it has seen. */
function applies(schema: Schema, state: State): boolean {
  return take(evaluate(schema, state.value, state.definitions), state);
}

function take(outcome: Outcome, { seen }: State): boolean {
  if (outcome === false) return false;
  for (const name of outcome.names) seen.names.add(name);
  for (const item of outcome.items) seen.items.add(item);
  return true;
}

function test(pattern: string, text: string): boolean {
  return new RegExp(pattern, "u").test(text);
}

const equal = (a: JsonValue, b: JsonValue): boolean =>
  canonicalText(a) === canonicalText(b);

const types: Record<JsonType, (value: JsonValue) => boolean> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === "boolean",
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === "number",
  string: (value) => typeof value === "string",
  array: (value) => Array.isArray(value),
  object: isJsonObject,
};

function onNumber(check: (value: number) => boolean, { value }: State) {
  return typeof value !== "number" || check(value);
}

function onText(check: (value: string) => boolean, { value }: State) {
  return typeof value !== "string" || check(value);
}

function onList(
  check: (value: readonly JsonValue[]) => boolean,
  { value }: State,
) {
  return !Array.isArray(value) || check(value as readonly JsonValue[]);
}

function onObject(check: (value: JsonObject) => boolean, { value }: State) {
  return !isJsonObject(value) || check(value);
}

function isMultiple(value: number, step: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(1 / step)) return true;
  const quotient = value / step;
  return (
    Number.isFinite(quotient) &&
    Math.abs(quotient - Math.round(quotient)) < 1e-9 * Math.max(1, quotient)
  );
}

/** The branches of a union that are left once a discriminator has had its say. */
function left(
  { schemas, discriminator }: KeywordByKind["anyOf" | "oneOf"],
  { value }: State,
): readonly Schema[] {
  if (discriminator === undefined) return schemas;
  const { property, branches } = discriminator;
  const tagsOf = (index: number) => branches[index]?.tags;
  if (!isJsonObject(value)) {
    return schemas.filter((_, index) => (tagsOf(index) ?? []).length === 0);
  }
  const tag = Object.hasOwn(value, property) ? value[property] : undefined;
  const named = schemas.filter((_, index) =>
    tagsOf(index)?.some((each) => each === tag),
  );
  return named.length > 0
    ? named
    : schemas.filter((_, index) => tagsOf(index) === undefined);
}

const checks: {
  readonly [K in Keyword["kind"]]: (
    keyword: KeywordByKind[K],
    state: State,
  ) => boolean;
} = {
  type: (keyword, { value }) =>
    keyword.types.some((type) => types[type](value)),
  const: (keyword, { value }) => equal(keyword.value, value),
  enum: (keyword, { value }) => keyword.values.some((one) => equal(one, value)),
  minimum: (keyword, s) => onNumber((value) => value >= keyword.value, s),
  maximum: (keyword, s) => onNumber((value) => value <= keyword.value, s),
  exclusiveMinimum: (keyword, s) =>
    onNumber((value) => value > keyword.value, s),
  exclusiveMaximum: (keyword, s) =>
    onNumber((value) => value < keyword.value, s),
  multipleOf: (keyword, s) => onNumber((v) => isMultiple(v, keyword.value), s),
  minLength: (keyword, s) =>
    onText((text) => [...text].length >= keyword.value, s),
  maxLength: (keyword, s) =>
    onText((text) => [...text].length <= keyword.value, s),
  pattern: (keyword, s) => onText((text) => test(keyword.pattern, text), s),
  format: () => true,
  content: () => true,
  binary: () => false,
  minItems: (keyword, s) => onList((list) => list.length >= keyword.value, s),
  maxItems: (keyword, s) => onList((list) => list.length <= keyword.value, s),
  uniqueItems: (_keyword, s) =>
    onList(
      (list) =>
        new Set(list.map((item) => canonicalText(item))).size === list.length,
      s,
    ),
  items: (keyword, s) =>
    onList(
      (list) =>
        list.every((item, index) => {
          const schema = keyword.prefix[index] ?? keyword.rest;
          if (schema === undefined) return true;
          s.seen.items.add(index);
          return isValid(schema, item, s.definitions);
        }),
      s,
    ),
  contains: (keyword, s) =>
    onList((list) => {
      const found = list.flatMap((item, index) =>
        isValid(keyword.schema, item, s.definitions) ? [index] : [],
      );
      for (const index of found) s.seen.items.add(index);
      return (
        found.length >= keyword.min && found.length <= (keyword.max ?? Infinity)
      );
    }, s),
  minProperties: (keyword, s) =>
    onObject((value) => Object.keys(value).length >= keyword.value, s),
  maxProperties: (keyword, s) =>
    onObject((value) => Object.keys(value).length <= keyword.value, s),
  required: (keyword, s) =>
    onObject((value) => keyword.names.every((n) => Object.hasOwn(value, n)), s),
  properties: (keyword, s) =>
    onObject(
      (value) =>
        Object.keys(value).every((name) => {
          const schemas = [
            ...keyword.named.filter((p) => p.name === name),
            ...keyword.patterns.filter((p) => test(p.pattern, name)),
          ].map(({ schema }) => schema);
          if (schemas.length === 0 && keyword.additional !== undefined) {
            schemas.push(keyword.additional);
          }
          if (schemas.length > 0) s.seen.names.add(name);
          return schemas.every((schema) =>
            isValid(schema, value[name] as JsonValue, s.definitions),
          );
        }),
      s,
    ),
  propertyNames: (keyword, s) =>
    onObject(
      (value) =>
        Object.keys(value).every((name) =>
          isValid(keyword.schema, name, s.definitions),
        ),
      s,
    ),
  dependentRequired: (keyword, s) =>
    onObject(
      (value) =>
        keyword.entries.every(
          ({ name, required }) =>
            !Object.hasOwn(value, name) ||
            required.every((other) => Object.hasOwn(value, other)),
        ),
      s,
    ),
  dependentSchemas: (keyword, s) =>
    onObject(
      (value) =>
        keyword.entries.every(
          ({ name, schema }) =>
            !Object.hasOwn(value, name) || applies(schema, s),
        ),
      s,
    ),
  reference: (keyword, s) =>
    take(follow(keyword.target, s.value, s.definitions), s),
  allOf: (keyword, s) => keyword.schemas.every((schema) => applies(schema, s)),
  anyOf: (keyword, s) =>
    left(keyword, s).filter((schema) => applies(schema, s)).length > 0,
  oneOf: (keyword, s) =>
    left(keyword, s).filter((schema) => applies(schema, s)).length === 1,
  not: (keyword, s) => !isValid(keyword.schema, s.value, s.definitions),
  conditional: (keyword, s) => {
    const branch = applies(keyword.if, s) ? keyword.then : keyword.else;
    return branch === undefined || applies(branch, s);
  },
  unevaluatedItems: (keyword, s) =>
    onList(
      (list) =>
        list.every((item, index) => {
          if (s.seen.items.has(index)) return true;
          s.seen.items.add(index);
          return isValid(keyword.schema, item, s.definitions);
        }),
      s,
    ),
  unevaluatedProperties: (keyword, s) =>
    onObject(
      (value) =>
        Object.keys(value).every((name) => {
          if (s.seen.names.has(name)) return true;
          s.seen.names.add(name);
          return isValid(
            keyword.schema,
            value[name] as JsonValue,
            s.definitions,
          );
        }),
      s,
    ),
};
