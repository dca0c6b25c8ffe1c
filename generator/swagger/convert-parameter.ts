import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../model/json.js";
import { only, without, type Conversion, type Written } from "./conversion.js";
import {
  convertList,
  type FieldForm,
  type FieldLocation,
} from "./convert-list.js";
import { convertSchema } from "./convert-schema.js";

/** The keywords that stand in a parameter or a header of Swagger 2.0, and in its schema in OpenAPI 3.0. */
const keywords = [
  "type",
  "format",
  "items",
  "default",
  "enum",
  "multipleOf",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "maxItems",
  "minItems",
  "uniqueItems",
  "maxProperties",
  "minProperties",
  "properties",
  "additionalProperties",
  "title",
  "x-nullable",
  "collectionFormat",
];

const locations: ReadonlyMap<string, FieldLocation> = new Map([
  ["query", "query"],
  ["header", "header"],
  ["path", "path"],
]);

/** A parameter in the path, the query or a header as OpenAPI 3.0 writes it. */
export function convertParameter(
  { value, pointer }: Written,
  result: string,
  conversion: Conversion,
): JsonValue {
  if (!isJsonObject(value)) return value;
  const location = locations.get(String(value["in"]));
  if (location === undefined) return value;
  return convertCarrier({ value, pointer }, location, result, conversion);
}

/** A header of a response as OpenAPI 3.0 writes it. */
export function convertHeader(
  { value, pointer }: Written,
  result: string,
  conversion: Conversion,
): JsonValue {
  if (!isJsonObject(value)) return value;
  return convertCarrier({ value, pointer }, "header", result, conversion);
}

function convertCarrier(
  { value, pointer }: Written & { readonly value: JsonObject },
  location: FieldLocation,
  result: string,
  conversion: Conversion,
): JsonObject {
  const field = convertField(value, location, pointer, conversion);
  const { schema, style, words } = field;
  conversion.link(`${result}/schema`, sourceOfSchema(value, pointer));
  const others = without(value, [...keywords, "schema"]);
  return { ...others, ...words, ...style, schema };
}

/** How a field is written in OpenAPI 3.0, and its `description` where there is one. */
export interface Field extends Pick<FieldForm, "schema" | "style"> {
  readonly words: JsonObject;
}

/** The schema, the style and the description of a field. */
export function convertField(
  value: JsonObject,
  location: FieldLocation,
  pointer: string,
  conversion: Conversion,
): Field {
  const written = writtenSchema(value, pointer, conversion);
  const { schema, style, loss, note } = convertList(written, location);
  if (loss !== undefined) conversion.lose(pointer, loss);
  const converted = convertSchema(withoutFormats(schema), conversion);
  const { description } = value;
  const sentences = [description, note].filter(
    (sentence) => typeof sentence === "string" && sentence !== "",
  );
  return {
    schema: converted as JsonObject,
    style,
    words:
      note === undefined
        ? only(value, ["description"])
        : { description: sentences.join("\n\n") },
  };
}

function sourceOfSchema(value: JsonObject, pointer: string): string {
  return isOwnSchema(value) ? `${pointer}/schema` : pointer;
}

/** True for a parameter with a schema of its own, as OpenAPI 3.0 has it. */
function isOwnSchema({ schema, type }: JsonObject): boolean {
  return isJsonObject(schema) && type === undefined;
}

function writtenSchema(
  value: JsonObject,
  pointer: string,
  conversion: Conversion,
): JsonObject {
  const { schema } = value;
  if (isJsonObject(schema) && isOwnSchema(value)) {
    conversion.lose(
      pointer,
      "Swagger 2.0 knows a schema in body parameters alone; it is read as OpenAPI 3.0 reads it.",
    );
    return schema;
  }
  const written = only(value, keywords);
  if (Object.hasOwn(written, "type") || Object.hasOwn(written, "enum")) {
    return written;
  }
  conversion.lose(pointer, '"type" is missing; the field is a string.');
  return { ...written, type: "string" };
}

/** `collectionFormat` says how a list is written, and is no keyword of a schema. */
function withoutFormats(schema: JsonObject): JsonObject {
  const { items } = schema;
  return {
    ...without(schema, ["collectionFormat"]),
    ...(isJsonObject(items) ? { items: withoutFormats(items) } : {}),
  };
}
