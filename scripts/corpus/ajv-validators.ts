import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../generator/model/json.js";
import type { Description } from "../../generator/resolve/description.js";

type Check = (value: unknown) => boolean;

const base = "https://corpus.test/";

/**
 * What ajv makes of a description itself, without anything of the generator but the reading of its files: a
 * function from the id of a schema to its check, undefined where ajv cannot compile it. Formats assert nothing,
 * as in named validators.
 */
export function ajvValidators({
  version,
  documents,
}: Description): (id: string) => Check | undefined {
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    validateSchema: false,
    validateFormats: false,
    ownProperties: true,
    addUsedSchema: false,
    code: { regExp },
  });
  for (const [file, { value }] of documents) {
    const is30 = version === "3.0";
    const isSchema = isJsonObject(value) && value["openapi"] === undefined;
    const document = isSchema ? schemaOf(value, is30) : translated(value, is30);
    if (isJsonObject(document)) ajv.addSchema(document, base + file);
  }
  return (id) => {
    let validate: ValidateFunction | undefined;
    try {
      validate = ajv.getSchema(base + uriOf(id));
    } catch {
      return undefined;
    }
    return validate && ((value) => validate(value));
  };
}

const bounds = [
  ["minimum", "exclusiveMinimum"],
  ["maximum", "exclusiveMaximum"],
] as const;

/** JSON Pointers stand in URIs with their odd characters escaped. */
function uriOf(id: string): string {
  const [file = "", pointer = ""] = id.split("#");
  const tokens = pointer.split("/").map(encodeURIComponent);
  return `${file}#${tokens.join("/")}`;
}

/** As the model reads patterns: with `u`, and without where they are legal only so. */
function regExp(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    return new RegExp(source);
  }
}
regExp.code = "new RegExp";

const schemaKeys = new Set(
  "items additionalProperties not if then else contains propertyNames unevaluatedItems unevaluatedProperties contentSchema schema itemSchema".split(
    " ",
  ),
);
const listKeys = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const mapKeys = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "schemas",
]);
/** Data, as it is; and examples, which say nothing of validity and may look like schemas. */
const dataKeys = new Set(["enum", "const"]);
const exampleKeys = new Set(["example", "examples"]);

/**
 * A document with every schema in the words of JSON Schema 2020-12: OpenAPI 3.0.4 §4.7.24 for `nullable`, boolean
 * bounds and the siblings of `$ref`; `nullable` of 3.1 is gone, because ajv would heed it, and boolean bounds are read
 * there too, where descriptions have not been moved.
 */
function translated(value: JsonValue, is30: boolean): JsonValue {
  if (Array.isArray(value)) {
    return (value as readonly JsonValue[]).map((each) =>
      translated(each, is30),
    );
  }
  if (!isJsonObject(value)) return value;
  const members: { [name: string]: JsonValue } = {};
  for (const [name, member] of Object.entries(value)) {
    if (exampleKeys.has(name)) continue;
    members[name] = dataKeys.has(name)
      ? member
      : schemaKeys.has(name)
        ? schemaOf(member, is30)
        : listKeys.has(name) && Array.isArray(member)
          ? (member as readonly JsonValue[]).map((each) => schemaOf(each, is30))
          : mapKeys.has(name) && isJsonObject(member)
            ? Object.fromEntries(
                Object.entries(member).map(([key, each]) => [
                  key,
                  schemaOf(each, is30),
                ]),
              )
            : translated(member, is30);
  }
  return members;
}

function schemaOf(schema: JsonValue, is30: boolean): JsonValue {
  if (!isJsonObject(schema)) return schema;
  if (is30 && typeof schema["$ref"] === "string") {
    return { $ref: schema["$ref"] };
  }
  const found = translated(schema, is30) as JsonObject;
  const { nullable, ...rest } = found as { [name: string]: JsonValue };
  for (const [limit, exclusive] of bounds) {
    if (rest[exclusive] === true) {
      rest[exclusive] = rest[limit] ?? null;
      delete rest[limit];
    }
    if (typeof rest[exclusive] !== "number") delete rest[exclusive];
  }
  const { type } = rest;
  if (is30 && nullable === true && typeof type === "string") {
    rest["type"] = [type, "null"];
  }
  return rest;
}
