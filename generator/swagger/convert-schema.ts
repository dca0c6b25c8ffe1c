import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../model/json.js";
import {
  mapMembers,
  membersOf,
  without,
  type Conversion,
} from "./conversion.js";

const holdsSchema = new Set(["items", "additionalProperties", "not"]);
const holdsList = new Set(["allOf", "anyOf", "oneOf"]);
const holdsMap = new Set(["properties", "patternProperties", "definitions"]);

/**
 * A Schema Object of Swagger 2.0 as one of OpenAPI 3.0. Everything stays at its place but the name in `discriminator`,
 * which becomes an object, and `x-nullable`. What is no schema stays as it is.
 */
export function convertSchema(
  value: JsonValue,
  conversion: Conversion,
): JsonValue {
  if (!isJsonObject(value)) return value;
  const convert = (inner: JsonValue) => convertSchema(inner, conversion);
  const converted = membersOf(value).flatMap(
    ([keyword, member]): (readonly [string, JsonValue])[] => {
      if (holdsSchema.has(keyword)) return [[keyword, convert(member)]];
      if (holdsMap.has(keyword))
        return [[keyword, mapMembers(member, convert)]];
      if (holdsList.has(keyword) && Array.isArray(member)) {
        return [[keyword, (member as readonly JsonValue[]).map(convert)]];
      }
      return [[keyword, member]];
    },
  );
  const schema = translated(value, Object.fromEntries(converted));
  const { $ref } = value;
  return typeof $ref === "string"
    ? conversion.convertReference($ref, schema)
    : schema;
}

function translated(written: JsonObject, converted: JsonObject): JsonObject {
  const { type, discriminator, "x-nullable": nullable } = written;
  return {
    ...(typeof nullable === "boolean"
      ? without(converted, ["x-nullable"])
      : converted),
    ...(nullable === true ? { nullable } : {}),
    ...(type === "file" ? { type: "string", format: "binary" } : {}),
    ...(typeof discriminator === "string"
      ? { discriminator: { propertyName: discriminator } }
      : {}),
  };
}
