import type { Api } from "./api.js";
import { isWaived, type Around, type Waiver } from "./waivers.js";
import { ValueMemo } from "./memos.js";
import { type JsonObject, type JsonValue, isJsonObject } from "./json.js";
import type {
  JsonType,
  Keyword,
  KeywordByKind,
  Schema,
  AnyOfKeyword,
  OneOfKeyword,
} from "./schema.js";
import { quickMatch } from "../patterns/quick-match.js";

/** The keywords of a schema; none for `true` and `false`, a reference for a bare one. */
export function ownKeywords(schema: Schema): readonly Keyword[] {
  if (schema.kind === "keywords") return schema.keywords;
  if (schema.kind === "ref")
    return [{ kind: "reference", written: "$ref", target: schema.target }];
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
  waives?: Waiver,
): boolean {
  const look = { ...newLook(api, valid), work, depth: 0 };
  return isValid(
    schema,
    value,
    waives === undefined ? look : { ...look, waives },
  );
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
  const scope = {
    ...look,
    depth: look.depth + 1,
    schema,
    around: { schema, value, outer: look.around },
  };
  return ownKeywords(schema).every((keyword) => {
    const check = checks[keyword.kind] as Check<Keyword>;
    return check(keyword, value, scope);
  });
}

/** Whether a value passes one keyword of a schema by itself. */
export function passes(
  keyword: Keyword,
  value: JsonValue,
  schema: Schema,
  api: Pick<Api, "definitions">,
): boolean {
  const check = checks[keyword.kind] as Check<Keyword>;
  return check(keyword, value, {
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
  readonly judged: ValueMemo<boolean>;
  readonly evaluated: ValueMemo<ReadonlySet<string>>;
  readonly work: Work;
  readonly depth: number;
  readonly waives?: Waiver;
  readonly around?: Around | undefined;
}

interface Scope extends Look {
  readonly schema: Schema;
}

function newLook(
  api: Pick<Api, "definitions">,
  valid: ValidValues,
): Omit<Look, "depth" | "work"> {
  return { api, valid, judged: new ValueMemo(), evaluated: new ValueMemo() };
}

type Check<R> = (keyword: R, value: JsonValue, scope: Scope) => boolean;

const checks: { readonly [K in Keyword["kind"]]: Check<KeywordByKind[K]> } = {
  type: (keyword, value) => keyword.types.some((type) => isOfType(value, type)),
  const: (keyword, value) => isEqual(keyword.value, value),
  enum: (keyword, value) => keyword.values.some((item) => isEqual(item, value)),
  minimum: (keyword, value) =>
    typeof value !== "number" || value >= keyword.value,
  maximum: (keyword, value) =>
    typeof value !== "number" || value <= keyword.value,
  exclusiveMinimum: (keyword, value) =>
    typeof value !== "number" || value > keyword.value,
  exclusiveMaximum: (keyword, value) =>
    typeof value !== "number" || value < keyword.value,
  multipleOf: (keyword, value) =>
    typeof value !== "number" || isMultiple(value, keyword.value),
  minLength: (keyword, value) =>
    typeof value !== "string" || [...value].length >= keyword.value,
  maxLength: (keyword, value) =>
    typeof value !== "string" || [...value].length <= keyword.value,
  pattern: (keyword, value) =>
    typeof value !== "string" || fits(keyword.pattern, value),
  format: () => true,
  content: () => true,
  binary: () => true,
  minItems: (keyword, value) =>
    !Array.isArray(value) || value.length >= keyword.value,
  maxItems: (keyword, value) =>
    !Array.isArray(value) || value.length <= keyword.value,
  uniqueItems: (_keyword, value) =>
    !Array.isArray(value) ||
    new Set(value.map((item) => canonical(item as JsonValue))).size ===
      value.length,
  items: (keyword, value, scope) =>
    !Array.isArray(value) ||
    value.every((item, index) => {
      const schema = keyword.prefix[index] ?? keyword.rest;
      return schema === undefined || inner(schema, item as JsonValue, scope);
    }),
  contains: (keyword, value, scope) => {
    if (!Array.isArray(value)) return true;
    const found = value.filter((item) =>
      inner(keyword.schema, item as JsonValue, scope),
    ).length;
    return found >= keyword.min && found <= (keyword.max ?? found);
  },
  minProperties: (keyword, value) =>
    !isObject(value) || Object.keys(value).length >= keyword.value,
  maxProperties: (keyword, value) =>
    !isObject(value) || Object.keys(value).length <= keyword.value,
  required: (keyword, value, scope) =>
    !isObject(value) ||
    keyword.names.every(
      (name) => Object.hasOwn(value, name) || isWaived(name, value, scope),
    ),
  properties: (keyword, value, scope) =>
    !isObject(value) ||
    Object.entries(value).every(([name, member]) => {
      const named = namedSchemas(keyword).get(name);
      const patterns = keyword.patterns.filter(({ pattern }) =>
        fits(pattern, name),
      );
      if (named !== undefined && !inner(named, member, scope)) return false;
      if (!patterns.every(({ schema }) => inner(schema, member, scope)))
        return false;
      const isCovered = named !== undefined || patterns.length > 0;
      return (
        isCovered ||
        keyword.additional === undefined ||
        inner(keyword.additional, member, scope)
      );
    }),
  propertyNames: (keyword, value, scope) =>
    !isObject(value) ||
    Object.keys(value).every((name) => inner(keyword.schema, name, scope)),
  dependentRequired: (keyword, value) =>
    !isObject(value) ||
    keyword.entries.every(
      ({ name, required }) =>
        !Object.hasOwn(value, name) ||
        required.every((other) => Object.hasOwn(value, other)),
    ),
  dependentSchemas: (keyword, value, scope) =>
    !isObject(value) ||
    keyword.entries.every(
      ({ name, schema }) =>
        !Object.hasOwn(value, name) || inner(schema, value, scope),
    ),
  reference: (keyword, value, scope) => {
    const target = scope.api.definitions[keyword.target];
    return (
      target === undefined ||
      scope.judged.of(target.schema, value, true, () =>
        inner(target.schema, value, scope),
      )
    );
  },
  allOf: (keyword, value, scope) =>
    keyword.schemas.every((schema) => inner(schema, value, scope)),
  anyOf: (keyword, value, scope) =>
    branchesFor(keyword, value).some((schema) => inner(schema, value, scope)),
  oneOf: (keyword, value, scope) =>
    branchesFor(keyword, value).filter((schema) => inner(schema, value, scope))
      .length === 1,
  not: (keyword, value, scope) => !inner(keyword.schema, value, scope),
  conditional: (keyword, value, scope) => {
    const branch = inner(keyword.if, value, scope)
      ? keyword.then
      : keyword.else;
    return branch === undefined || inner(branch, value, scope);
  },
  unevaluatedItems: () => true,
  unevaluatedProperties: (keyword, value, scope) => {
    if (!isObject(value)) return true;
    const evaluated = evaluatedNames(scope.schema, value, scope, true);
    return Object.entries(value).every(
      ([name, member]) =>
        evaluated.has(name) || inner(keyword.schema, member, scope),
    );
  },
};

/** True if a text matches a pattern, or if it could take long to find out. */
function fits(pattern: string, text: string): boolean {
  return quickMatch(pattern, text) ?? true;
}

const knownNames = new WeakMap<
  KeywordByKind["properties"],
  ReadonlyMap<string, Schema>
>();

function namedSchemas(
  keyword: KeywordByKind["properties"],
): ReadonlyMap<string, Schema> {
  const known = knownNames.get(keyword);
  if (known !== undefined) return known;
  const schemas = new Map(
    keyword.named.map(({ name, schema }) => [name, schema]),
  );
  knownNames.set(keyword, schemas);
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
  const isEach =
    scope.depth > maximumDepth ||
    ownKeywords(schema).some(
      ({ kind }) => kind === "unevaluatedProperties" && !isOwn,
    );
  if (isEach) return new Set(Object.keys(value));
  const names = new Set<string>();
  const deeper = { ...scope, depth: scope.depth + 1 };
  const add = (part: Schema | undefined) => {
    if (part === undefined) return;
    for (const name of namesOfPart(part, value, deeper)) names.add(name);
  };
  for (const keyword of ownKeywords(schema)) {
    if (keyword.kind === "properties") {
      for (const name of Object.keys(value)) {
        if (
          keyword.additional !== undefined ||
          namedSchemas(keyword).has(name) ||
          keyword.patterns.some(({ pattern }) => fits(pattern, name))
        )
          names.add(name);
      }
    }
    if (keyword.kind === "reference") {
      const target = scope.api.definitions[keyword.target]?.schema;
      const found =
        target &&
        scope.evaluated.of(target, value, none, () =>
          namesOfPart(target, value, deeper),
        );
      found?.forEach((name) => names.add(name));
    }
    if (keyword.kind === "allOf") keyword.schemas.forEach(add);
    if (keyword.kind === "anyOf" || keyword.kind === "oneOf")
      branchesFor(keyword, value).forEach(add);
    if (keyword.kind === "conditional")
      [
        keyword.if,
        inner(keyword.if, value, deeper) ? keyword.then : keyword.else,
      ].forEach(add);
    if (keyword.kind === "dependentSchemas")
      for (const { name, schema: part } of keyword.entries)
        if (Object.hasOwn(value, name)) add(part);
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

/**
 * The branches of a union that are left for a value, of which one has to hold: the one that the tag selects; else
 * those without tags. What is no object has no tag, so that every branch is left.
 */
export function branchesFor(
  { schemas, discriminator }: AnyOfKeyword | OneOfKeyword,
  value: JsonValue,
): readonly Schema[] {
  if (discriminator === undefined || !isJsonObject(value)) return schemas;
  const { property, branches } = discriminator;
  const tag = Object.hasOwn(value, property) ? value[property] : undefined;
  const selected = schemas.filter((_, index) =>
    branches[index]?.tags?.some((each) => each === tag),
  );
  return selected.length > 0
    ? selected
    : schemas.filter((_, index) => branches[index]?.tags === undefined);
}
