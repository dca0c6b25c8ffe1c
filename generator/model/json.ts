/** A value of the JSON data model (RFC 8259): what every spec, default, example and constant is made of. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. Always made without a prototype chain of its own text: read it with `Object.hasOwn`. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** True for a JSON object (neither null nor an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own member of an object; undefined for what is no object, and where there is none of that name. */
export function memberOf(
  value: JsonValue | undefined,
  key: string,
): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key)
    ? value[key]
    : undefined;
}
