import { isJsonObject, type JsonValue } from "../model/json.js";
import { pointerKeys, pointerOf } from "../read/json-pointer.js";

/** Where Swagger 2.0 keeps what OpenAPI 3.0 keeps in its Components Object. */
const sections: Readonly<Record<string, string>> = {
  schemas: "definitions",
  parameters: "parameters",
  requestBodies: "parameters",
  responses: "responses",
  securitySchemes: "securityDefinitions",
};

/**
 * The JSON Pointer into a Swagger 2.0 document for one into its OpenAPI 3.0 form, as near as it gets: what has
 * no counterpart leads to what it was made of. A pointer that leads into the source already stays as it is.
 */
export function sourcePointer(
  pointer: string,
  converted: JsonValue,
  source: JsonValue,
): string {
  const keys = pointerKeys(pointer);
  const [first, second = "", ...rest] = keys;
  if (first === "servers") return "/host";
  if (first === "components") {
    const section = sections[second];
    if (section === undefined) return "";
    const [name = "", ...below] = rest;
    const inner =
      section === "parameters"
        ? withoutSchema(below)
        : section === "responses"
          ? inResponse(below)
          : below;
    return pointerOf([section, name, ...inner]);
  }
  if (first !== "paths") return pointer;
  for (const [index, key] of keys.entries()) {
    const owner = keys.slice(0, index);
    const below = keys.slice(index + 1);
    if (key === "parameters" && index <= 3) {
      const [at = "", ...inner] = below;
      const list = [...owner, key];
      const entry = valueAt(converted, [...list, at]);
      const position = findParameter(valueAt(source, list), entry);
      return position === undefined
        ? pointer
        : pointerOf([...list, position, ...withoutSchema(inner)]);
    }
    if (key === "requestBody") return inRequestBody(owner, below, source);
    if (key === "responses") {
      const [status = "", ...inner] = below;
      return pointerOf([...owner, key, status, ...inResponse(inner)]);
    }
  }
  return pointer;
}

/** A parameter's keywords stand in its schema in OpenAPI 3.0, and beside its name in Swagger 2.0. */
function withoutSchema(keys: readonly string[]): readonly string[] {
  return keys[0] === "schema" ? keys.slice(1) : keys;
}

function inResponse(keys: readonly string[]): readonly string[] {
  const [field, name = "", ...below] = keys;
  if (field === "headers") return [field, name, ...withoutSchema(below)];
  if (field !== "content") return keys;
  return below[0] === "schema" ? below : ["examples", name];
}

function inRequestBody(
  operation: readonly string[],
  keys: readonly string[],
  source: JsonValue,
): string {
  const list = [...operation, "parameters"];
  const parameters = valueAt(source, list);
  const [, , schema, properties, name = "", ...below] = keys;
  const field =
    schema === "schema" && properties === "properties"
      ? findParameter(parameters, { in: "formData", name })
      : undefined;
  if (field !== undefined) return pointerOf([...list, field, ...below]);
  const body = Array.isArray(parameters)
    ? parameters.findIndex(
        (entry) => isJsonObject(entry) && entry["in"] === "body",
      )
    : -1;
  return body < 0
    ? pointerOf(list)
    : pointerOf([...list, String(body), ...keys.slice(2)]);
}

/** The place of a parameter in a list, by its name and location or by its reference. */
function findParameter(
  list: JsonValue | undefined,
  wanted: JsonValue | undefined,
): string | undefined {
  if (!Array.isArray(list) || !isJsonObject(wanted)) return undefined;
  const index = list.findIndex((entry) => {
    if (!isJsonObject(entry)) return false;
    const [reference, target] = [entry["$ref"], wanted["$ref"]];
    if (typeof target === "string") {
      return (
        typeof reference === "string" &&
        reference.split("/").at(-1) === target.split("/").at(-1)
      );
    }
    return entry["name"] === wanted["name"] && entry["in"] === wanted["in"];
  });
  return index < 0 ? undefined : String(index);
}

function valueAt(
  value: JsonValue,
  keys: readonly string[],
): JsonValue | undefined {
  let current: JsonValue | undefined = value;
  for (const key of keys) {
    if (Array.isArray(current)) current = current[Number(key)];
    else if (isJsonObject(current) && Object.hasOwn(current, key)) {
      current = current[key];
    } else return undefined;
  }
  return current;
}
