import type { Api } from "./api.js";
import type { JsonValue } from "./json.js";
import type { Keyword, Schema } from "./schema.js";
import { resolvedKeywords } from "./value-structure.js";

type Definitions = Pick<Api, "definitions">;

/**
 * The schemas that describe what the keys lead to in a value, from all branches of unions. None if no schema
 * describes it.
 */
export function schemasAt(
  schema: Schema,
  keys: readonly string[],
  api: Definitions,
): Schema[] {
  const [key, ...others] = keys;
  if (key === undefined) return [schema];
  return allKeywords(schema, api).flatMap((keyword) =>
    membersOf(keyword, key).flatMap((member) => schemasAt(member, others, api)),
  );
}

/** Every keyword of a value, those of the branches of unions included. */
function allKeywords(schema: Schema, api: Definitions, depth = 0): Keyword[] {
  if (depth > 20) return [];
  return resolvedKeywords(schema, api).flatMap((keyword) =>
    keyword.kind === "anyOf" || keyword.kind === "oneOf"
      ? keyword.schemas.flatMap((branch) => allKeywords(branch, api, depth + 1))
      : [keyword],
  );
}

function membersOf(keyword: Keyword, key: string): readonly Schema[] {
  if (keyword.kind === "items") {
    if (!/^\d+$/u.test(key)) return [];
    const item = keyword.prefix[Number(key)] ?? keyword.rest;
    return item === undefined ? [] : [item];
  }
  if (keyword.kind !== "properties") return [];
  const named = keyword.named.filter(({ name }) => name === key);
  if (named.length > 0) return named.map((property) => property.schema);
  return keyword.additional === undefined || keyword.additional.kind === "never"
    ? []
    : [keyword.additional];
}

/** The types that the values of a schema can have, `null` left out; none if the schema says nothing of them. */
export function typesAt(schema: Schema, api: Definitions): readonly string[] {
  const types = allKeywords(schema, api).flatMap(
    (keyword): readonly string[] => {
      if (keyword.kind === "type") return keyword.types;
      if (keyword.kind === "const") return [typeOf(keyword.value)];
      if (keyword.kind === "enum") return keyword.values.map(typeOf);
      return [];
    },
  );
  return [...new Set(types)].filter((type) => type !== "null");
}

function typeOf(value: JsonValue): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
