import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../model/json.js";
import { pointerToken } from "../read/json-pointer.js";
import { only, without, type Conversion, type Written } from "./conversion.js";
import { convertField } from "./convert-parameter.js";
import { convertSchema } from "./convert-schema.js";

const urlencoded = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data";

/** The body of a parameter with `in: body` as OpenAPI 3.0 writes it. */
export function convertBody(
  { value, pointer }: Written,
  consumes: readonly string[],
  result: string,
  conversion: Conversion,
): JsonValue {
  if (!isJsonObject(value)) return value;
  const { schema } = value;
  conversion.link(result, pointer);
  const media = mediaTypeOf(schema, conversion);
  const types = consumes.length === 0 ? ["application/json"] : consumes;
  for (const type of types) {
    const content = `${result}/content/${pointerToken(type)}`;
    conversion.link(`${content}/schema`, `${pointer}/schema`);
  }
  return {
    ...without(value, ["in", "name", "schema"]),
    content: Object.fromEntries(types.map((type) => [type, media])),
  };
}

function mediaTypeOf(
  schema: JsonValue | undefined,
  conversion: Conversion,
): JsonObject {
  return schema === undefined
    ? {}
    : { schema: convertSchema(schema, conversion) };
}

/** The body that parameters with `in: formData` make, as OpenAPI 3.0 writes it. */
export function convertForm(
  fields: readonly Written[],
  consumes: readonly string[],
  pointer: string,
  result: string,
  conversion: Conversion,
): JsonObject {
  conversion.link(result, pointer);
  const objects = fields.flatMap(({ value, pointer: at }) =>
    isJsonObject(value) ? [{ value, pointer: at }] : [],
  );
  const content = formTypes(objects, consumes).map((type) => {
    const at = `${result}/content/${pointerToken(type)}`;
    return [type, formOf(objects, type, at, conversion)] as const;
  });
  const isRequired = objects.some(({ value }) => value["required"] === true);
  return {
    ...(isRequired ? { required: true } : {}),
    content: Object.fromEntries(content),
  };
}

interface FormField extends Written {
  readonly value: JsonObject;
}

/** The media types that a form is sent as; files need parts (Swagger 2.0 Parameter Object). */
function formTypes(
  fields: readonly FormField[],
  consumes: readonly string[],
): readonly string[] {
  const hasFile = fields.some(({ value }) => {
    const { type, items } = value;
    return type === "file" || (isJsonObject(items) && items["type"] === "file");
  });
  const fitting = consumes.filter((type) => {
    const name = type.toLowerCase().split(";")[0]?.trim();
    return name === multipart || (name === urlencoded && !hasFile);
  });
  if (fitting.length > 0) return fitting;
  return [hasFile ? multipart : urlencoded];
}

function formOf(
  fields: readonly FormField[],
  type: string,
  result: string,
  conversion: Conversion,
): JsonObject {
  const location = type.toLowerCase().startsWith(urlencoded)
    ? "urlencoded"
    : "multipart";
  const properties: [string, JsonValue][] = [];
  const encoding: [string, JsonValue][] = [];
  const required: string[] = [];
  for (const { value, pointer } of fields) {
    const name = String(value["name"]);
    const { schema, style, words } = convertField(
      value,
      location,
      pointer,
      conversion,
    );
    const others = only(value, extensions(value));
    conversion.link(
      `${result}/schema/properties/${pointerToken(name)}`,
      pointer,
    );
    properties.push([name, { ...words, ...others, ...schema }]);
    if (Object.keys(style).length > 0) encoding.push([name, style]);
    if (value["required"] === true) required.push(name);
  }
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(required.length === 0 ? {} : { required }),
    },
    ...(encoding.length === 0
      ? {}
      : { encoding: Object.fromEntries(encoding) }),
  };
}

function extensions(value: JsonObject): readonly string[] {
  return Object.keys(value).filter(
    (name) => name.startsWith("x-") && name !== "x-nullable",
  );
}
