import type { Api } from "./api.js";
import type { JsonValue } from "./json.js";
import { ownKeywords } from "./matches.js";
import type { JsonType, Keyword, Schema } from "./schema.js";

const maximumDepth = 32;

/** The JSON types that values of a schema can have; undefined where it does not say. `number` holds `integer`. */
export type Types = ReadonlySet<JsonType> | undefined;

/** What was found, so that schemas with many ways to them are looked at once; a schema below itself says nothing. */
export interface KnownTypes {
  get(schema: Schema): { readonly types: Types } | undefined;
  set(schema: Schema, known: { readonly types: Types }): unknown;
}

const ofAll: KnownTypes = new WeakMap<Schema, { readonly types: Types }>();

/**
 * The types that a schema leaves to its values: those that none of its keywords excludes.
 * @param known what is known already; an own one where every definition that is looked at has to be read
 */
export function typesOf(
  schema: Schema,
  api: Pick<Api, "definitions">,
  known: KnownTypes = ofAll,
  depth = 0,
): Types {
  if (schema.kind === "never") return new Set();
  if (depth > maximumDepth) return undefined;
  const found = known.get(schema);
  if (found !== undefined) return found.types;
  known.set(schema, { types: undefined });
  const types = typesOfKeywords(ownKeywords(schema), api, known, depth);
  known.set(schema, { types });
  return types;
}

/** The types that keywords leave to a value, all of them together. */
export function typesOfKeywords(
  keywords: readonly Keyword[],
  api: Pick<Api, "definitions">,
  known: KnownTypes = ofAll,
  depth = 0,
): Types {
  return keywords.reduce<Types>(
    (types, keyword) =>
      commonTypes(types, typesOfKeyword(keyword, api, known, depth + 1)),
    undefined,
  );
}

function typesOfKeyword(
  keyword: Keyword,
  api: Pick<Api, "definitions">,
  known: KnownTypes,
  depth: number,
): Types {
  switch (keyword.kind) {
    case "type":
      return new Set(keyword.types);
    case "const":
      return new Set([typeOf(keyword.value)]);
    case "enum":
      return new Set(keyword.values.map(typeOf));
    case "reference": {
      const target = api.definitions[keyword.target];
      return target && typesOf(target.schema, api, known, depth);
    }
    case "allOf":
      return keyword.schemas.reduce<Types>(
        (types, part) => commonTypes(types, typesOf(part, api, known, depth)),
        undefined,
      );
    case "anyOf":
    case "oneOf": {
      const branches = keyword.schemas.map((part) =>
        typesOf(part, api, known, depth),
      );
      const said = branches.filter((types) => types !== undefined);
      return said.length < branches.length
        ? undefined
        : new Set(said.flatMap((types) => [...types]));
    }
    default:
      return undefined;
  }
}

/** The types that two schemas both leave. */
export function commonTypes(a: Types, b: Types): Types {
  if (a === undefined) return b;
  if (b === undefined) return a;
  const common = [...a].filter((type) => includesType(b, type));
  return new Set([
    ...common,
    ...[...b].filter((type) => includesType(a, type)),
  ]);
}

/** Whether every value of a type has one of the types. */
export function includesType(
  types: ReadonlySet<JsonType>,
  type: JsonType,
): boolean {
  return types.has(type) || (type === "integer" && types.has("number"));
}

function typeOf(value: JsonValue): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") {
    return Number.isInteger(value) ? "integer" : "number";
  }
  return typeof value as JsonType;
}
