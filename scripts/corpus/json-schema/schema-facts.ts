import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../../generator/model/json.js";

const annotations = new Set(
  "nullable title description default example examples deprecated readOnly writeOnly externalDocs".split(
    " ",
  ),
);

/** True for a schema that says `nullable` and otherwise informs readers. */
export function isBareNullable(schema: JsonValue | undefined): boolean {
  return (
    isJsonObject(schema) &&
    schema["nullable"] === true &&
    Object.keys(schema).every(
      (keyword) => annotations.has(keyword) || keyword.startsWith("x-"),
    )
  );
}

export function listIn(
  schema: JsonObject,
  keyword: string,
): readonly JsonValue[] {
  const list = schema[keyword];
  return Array.isArray(list) ? (list as readonly JsonValue[]) : [];
}

/** Whether a schema says its type, or is read as if it did. */
export function isTyped(schema: JsonObject, isAlone: boolean): boolean {
  return (
    schema["type"] !== undefined ||
    (isAlone && impliedType(schema) !== undefined)
  );
}

/** The one type that the keywords of a schema are about, which has no `type` and refers to nothing. */
export function impliedType(schema: JsonObject): string | undefined {
  if (schema["$schema"] !== undefined) return undefined;
  const kinds = kindsOf(schema);
  const [kind] = kinds;
  return kinds.size === 1 && kind !== "other" ? kind : undefined;
}

function kindsOf(schema: JsonValue | undefined): Set<string> {
  const kinds = new Set<string>();
  if (!isJsonObject(schema)) return kinds;
  for (const [kind, keywords] of Object.entries(keywordsOf)) {
    if (keywords.some((keyword) => isSaid(schema, keyword))) kinds.add(kind);
  }
  for (const part of listIn(schema, "allOf").flatMap((each) => [
    ...kindsOf(each),
  ]))
    kinds.add(part);
  const branches = [...listIn(schema, "anyOf"), ...listIn(schema, "oneOf")];
  if (branches.some((each) => kindsOf(each).has("other"))) kinds.add("other");
  return kinds;
}

function isSaid(schema: JsonObject, keyword: string): boolean {
  const value = schema[keyword];
  return keyword === "required"
    ? Array.isArray(value)
    : value !== undefined && value !== null;
}

const keywordsOf: Readonly<Record<string, readonly string[]>> = {
  object: [
    ...["properties", "required", "additionalProperties", "propertyNames"],
    ...["patternProperties", "minProperties", "maxProperties"],
    ...["unevaluatedProperties", "dependentRequired", "dependentSchemas"],
  ],
  array: [
    ...["items", "prefixItems", "additionalItems", "minItems", "maxItems"],
    ...["uniqueItems", "contains", "minContains", "maxContains"],
    "unevaluatedItems",
  ],
  other: [
    ...["type", "const", "enum", "$ref", "$dynamicRef", "$recursiveRef"],
    ...["minLength", "maxLength", "pattern", "format"],
    ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
    ...["multipleOf", "contentEncoding", "contentMediaType", "contentSchema"],
  ],
};

/** True where types have null, and the constants beside them have left it out. */
export function isNullLeftOut(schema: JsonObject): boolean {
  const { type, enum: values = [null], const: value = null } = schema;
  return (
    Array.isArray(type) &&
    (type as readonly JsonValue[]).includes("null") &&
    Array.isArray(values) &&
    (value !== null || !(values as readonly JsonValue[]).includes(null))
  );
}
