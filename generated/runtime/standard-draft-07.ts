/**
 * A schema of draft 2020-12 as draft-07 says it. Throws a `RangeError` for the keywords that draft-07 has no
 * words for: `unevaluatedProperties`, `unevaluatedItems`, `minContains`, `maxContains`.
 */
export function draft07(
  schema: Record<string, unknown>,
): Record<string, unknown> {
  return convert(schema) as Record<string, unknown>;
}

const maps = ["properties", "patternProperties", "$defs"];
const lists = ["allOf", "anyOf", "oneOf"];
const schemas = [
  "items",
  "additionalProperties",
  "contains",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
];
const unspoken = [
  "unevaluatedProperties",
  "unevaluatedItems",
  "minContains",
  "maxContains",
];

function convert(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  const found: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (unspoken.includes(key)) {
      throw new RangeError(`draft-07 cannot say ${key}`);
    }
    if (maps.includes(key)) {
      found[key] = convertMembers(value as Record<string, unknown>);
    } else if (lists.includes(key)) {
      found[key] = (value as unknown[]).map(convert);
    } else {
      found[key] = schemas.includes(key) ? convert(value) : value;
    }
  }
  return renamed(found);
}

function convertMembers(
  members: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(members).map(([name, schema]) => [name, convert(schema)]),
  );
}

function renamed(schema: Record<string, unknown>): Record<string, unknown> {
  const {
    $schema,
    $defs,
    $ref,
    prefixItems,
    dependentRequired,
    dependentSchemas,
    ...rest
  } = schema;
  const found: Record<string, unknown> = { ...rest };
  if ($schema !== undefined) {
    found["$schema"] = "http://json-schema.org/draft-07/schema#";
  }
  if ($defs !== undefined) found["definitions"] = $defs;
  if (Array.isArray(prefixItems)) {
    found["items"] = prefixItems.map(convert);
    if (rest["items"] !== undefined) found["additionalItems"] = rest["items"];
  }
  if (dependentRequired !== undefined || dependentSchemas !== undefined) {
    found["dependencies"] = {
      ...(dependentRequired as object | undefined),
      ...convertMembers((dependentSchemas ?? {}) as Record<string, unknown>),
    };
  }
  if (typeof $ref === "string") {
    const target = $ref.replace("#/$defs/", "#/definitions/");
    // Beside `$ref`, draft-07 ignores every other keyword that asserts.
    const { allOf, ...others } = found;
    const hasOthers = Object.keys(others).some(
      (key) => key !== "$schema" && key !== "definitions",
    );
    if (!hasOthers && allOf === undefined) {
      return { ...found, $ref: target };
    }
    const parts = Array.isArray(allOf) ? (allOf as unknown[]) : [];
    return { ...others, allOf: [{ $ref: target }, ...parts] };
  }
  return found;
}
