import type { Keyword, Schema } from "../../model/schema.js";
import type { Side } from "../side.js";

/**
 * A text that says what a schema means, without words and places: the same for schemas of two descriptions that differ
 * in nothing that a value could break. References are followed to a depth, and called by their names below it.
 */
export function schemaText(schema: Schema, side: Side, depth = 4): string {
  return JSON.stringify(meaningOf(schema, side, depth));
}

/** The same of a keyword. */
export function keywordText(keyword: Keyword, side: Side, depth = 3): string {
  return JSON.stringify(dataOf(keyword, side, depth));
}

function meaningOf(schema: Schema, side: Side, depth: number): unknown {
  if (schema.kind === "ref") return targetOf(schema.target, side, depth);
  if (schema.kind !== "keywords") return schema.kind;
  const rules = schema.keywords.map((keyword) => dataOf(keyword, side, depth));
  return rules.length === 1 ? rules[0] : rules;
}

function targetOf(id: string, side: Side, depth: number): unknown {
  const definition = side.api.definitions[id];
  if (definition === undefined) return id;
  return depth > 0
    ? meaningOf(definition.schema, side, depth - 1)
    : side.names.schemas.get(id)?.type.name;
}

/** A keyword as data: members in the order of their names, schemas by their meaning. */
function dataOf(keyword: Keyword, side: Side, depth: number): unknown {
  if (keyword.kind === "reference")
    return targetOf(keyword.target, side, depth);
  if (keyword.kind === "allOf" && keyword.schemas.length === 1) {
    const [only] = keyword.schemas;
    return only && meaningOf(only, side, depth);
  }
  return convert(keyword);

  function convert(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(convert);
    if (typeof value !== "object" || value === null) return value;
    if (isSchema(value)) return meaningOf(value, side, depth);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== "ignoredWith" && key !== "isClosed")
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, convert(inner)]),
    );
  }
}

function isSchema(value: object): value is Schema {
  return "kind" in value && "annotations" in value && "pointer" in value;
}

/** A text of a schema as it is written, without words and places: references by their targets. */
export function meansText(schema: Schema): string {
  return JSON.stringify(schema, (key, value: unknown) =>
    key === "pointer" || key === "annotations" ? undefined : value,
  );
}
