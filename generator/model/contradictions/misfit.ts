import { shorten, visible } from "../../diagnostics/shown-text.js";
import { quickMatch } from "../../patterns/quick-match.js";
import type { Api } from "../api.js";
import type { JsonValue } from "../json.js";
import { ValueMemo } from "../memos.js";
import { isObject, ownKeywords, passes } from "../matches.js";
import type { Keyword, KeywordByKind, Schema } from "../schema.js";

/** Why a value is not valid under a schema. */
export interface Misfit {
  /** JSON Pointer (RFC 6901) into the value. */
  readonly pointer: string;
  /** Predicate without its subject, for example `must be a string; it is 5`. */
  readonly reason: string;
}

export interface MisfitScope {
  readonly api: Pick<Api, "definitions">;
  /** Names of members that one side of the wire leaves out, so that examples may lack them. */
  readonly oneSided: ReadonlySet<string>;
}

const maximumDepth = 64;

/**
 * The first reason why a value is surely not valid under a schema; undefined where it may be. Formats, `not`,
 * conditions and what is unevaluated are not judged, and a value may match several branches of `oneOf`.
 */
export function findMisfit(
  schema: Schema,
  value: JsonValue,
  scope: MisfitScope,
): Misfit | undefined {
  return misfitOf(schema, value, {
    ...scope,
    judged: new ValueMemo(),
    depth: 0,
  });
}

function misfitOf(
  schema: Schema,
  value: JsonValue,
  look: Look,
): Misfit | undefined {
  if (schema.kind === "never") return at("", "must not be there");
  if (schema.kind === "any" || look.depth > maximumDepth) return undefined;
  const inside = { ...look, schema, depth: look.depth + 1 };
  for (const keyword of ownKeywords(schema)) {
    const judge = judges[keyword.kind] as Judge<Keyword>;
    const found = judge(keyword, value, inside);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** One look at a value, with all that it has found out under named schemas. */
interface Look extends MisfitScope {
  readonly judged: ValueMemo<Misfit | undefined>;
  readonly depth: number;
}

interface Inside extends Look {
  readonly schema: Schema;
}

type Judge<R> = (
  keyword: R,
  value: JsonValue,
  scope: Inside,
) => Misfit | undefined;

function at(pointer: string, reason: string): Misfit {
  return { pointer, reason };
}

function inner(
  schema: Schema | undefined,
  value: JsonValue,
  scope: Inside,
): Misfit | undefined {
  return schema === undefined ? undefined : misfitOf(schema, value, scope);
}

/** The misfit of a part of a value, seen from the whole. */
function below(key: string | number, found: Misfit | undefined) {
  if (found === undefined) return undefined;
  const token = String(key).replaceAll("~", "~0").replaceAll("/", "~1");
  return at(`/${token}${found.pointer}`, found.reason);
}

/** A judge of a keyword that speaks of the value itself. */
function plain<R extends Keyword>(say: (keyword: R) => string): Judge<R> {
  return (keyword, value, { schema, api }) =>
    passes(keyword, value, schema, api)
      ? undefined
      : at("", `${say(keyword)}; it is ${shown(value)}`);
}

const unjudged = (): undefined => undefined;

const judges: { readonly [K in Keyword["kind"]]: Judge<KeywordByKind[K]> } = {
  type: plain(({ types }) => `must be ${types.map(nameOfType).join(" or ")}`),
  const: plain(({ value }) => `must be ${shown(value)}`),
  enum: plain(({ values }) => {
    const listed = values.slice(0, 5).map(shown).join(", ");
    return `must be one of ${listed}${values.length > 5 ? ", …" : ""}`;
  }),
  minimum: plain(({ value }) => `must be at least ${value}`),
  maximum: plain(({ value }) => `must be at most ${value}`),
  exclusiveMinimum: plain(({ value }) => `must be greater than ${value}`),
  exclusiveMaximum: plain(({ value }) => `must be less than ${value}`),
  multipleOf: plain(({ value }) => `must be a multiple of ${value}`),
  minLength: plain(({ value }) => `must have at least ${value} characters`),
  maxLength: plain(({ value }) => `must have at most ${value} characters`),
  pattern: plain(
    ({ pattern }) => `must match ${visible(shorten(pattern, 100))}`,
  ),
  format: unjudged,
  content: unjudged,
  binary: unjudged,
  minItems: plain(({ value }) => `must have at least ${value} items`),
  maxItems: plain(({ value }) => `must have at most ${value} items`),
  uniqueItems: plain(() => "must not have an item twice"),
  items: (keyword, value, scope) => {
    if (!Array.isArray(value)) return undefined;
    return first(value as readonly JsonValue[], (item, index) =>
      below(index, inner(keyword.prefix[index] ?? keyword.rest, item, scope)),
    );
  },
  contains: unjudged,
  minProperties: plain(({ value }) => `must have at least ${value} members`),
  maxProperties: plain(({ value }) => `must have at most ${value} members`),
  required: ({ names }, value, { oneSided }) => {
    if (!isObject(value)) return undefined;
    const missing = names.find(
      (name) => !Object.hasOwn(value, name) && !oneSided.has(name),
    );
    return missing === undefined
      ? undefined
      : at("", `has no "${visible(missing)}", which is required`);
  },
  properties: (keyword, value, scope) => {
    if (!isObject(value)) return undefined;
    const named = new Map(
      keyword.named.map(({ name, schema }) => [name, schema]),
    );
    return first(Object.entries(value), ([name, member]) => {
      const own = named.get(name);
      const fits = keyword.patterns.map(({ pattern }) =>
        quickMatch(pattern, name),
      );
      if (fits.includes(undefined)) return undefined;
      const patterned = keyword.patterns.filter((_, index) => fits[index]);
      const schemas = [
        ...(own === undefined ? [] : [own]),
        ...patterned.map(({ schema }) => schema),
      ];
      const applied = schemas.length === 0 ? [keyword.additional] : schemas;
      return first(applied, (schema) =>
        below(name, inner(schema, member, scope)),
      );
    });
  },
  propertyNames: unjudged,
  dependentRequired: unjudged,
  dependentSchemas: unjudged,
  reference: (keyword, value, scope) => {
    const target = scope.api.definitions[keyword.target]?.schema;
    return (
      target &&
      scope.judged.of(target, value, undefined, () =>
        inner(target, value, scope),
      )
    );
  },
  allOf: (keyword, value, scope) =>
    first(keyword.schemas, (schema) => inner(schema, value, scope)),
  anyOf: (keyword, value, scope) => ofBranches("anyOf", keyword, value, scope),
  oneOf: (keyword, value, scope) => ofBranches("oneOf", keyword, value, scope),
  not: unjudged,
  conditional: unjudged,
  unevaluatedItems: unjudged,
  unevaluatedProperties: unjudged,
};

function ofBranches(
  keyword: string,
  { schemas }: { readonly schemas: readonly Schema[] },
  value: JsonValue,
  scope: Inside,
): Misfit | undefined {
  const found = schemas.map((schema) => inner(schema, value, scope));
  if (found.some((misfit) => misfit === undefined)) return undefined;
  const [only] = found;
  return found.length === 1 && only !== undefined
    ? only
    : at("", `matches no branch of ${keyword}; it is ${shown(value)}`);
}

function first<T>(
  list: readonly T[],
  find: (item: T, index: number) => Misfit | undefined,
): Misfit | undefined {
  for (const [index, item] of list.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameOfType(type: string): string {
  if (type === "null") return "null";
  return `${/^[aeio]/u.test(type) ? "an" : "a"} ${type}`;
}

function shown(value: JsonValue): string {
  return visible(shorten(JSON.stringify(value), 60));
}
