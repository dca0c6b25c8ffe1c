import type { JsonObject, JsonValue } from "../../generator/model/json.js";

/** A description with parts that a case changes. */
export interface Parts {
  readonly openapi?: string;
  readonly info?: JsonObject;
  readonly servers?: JsonValue;
  readonly security?: JsonValue;
  readonly paths: JsonObject;
  readonly webhooks?: JsonObject;
  readonly components?: JsonObject;
  readonly tags?: JsonValue;
}

/** A whole description. */
export function description(parts: Parts): JsonObject {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    servers: [{ url: "https://things.example" }],
    ...parts,
  };
}

/** Content of `application/json` with a schema. */
export function json(schema: JsonValue): JsonObject {
  return { content: { "application/json": { schema } } };
}

/** A response of a status. */
export function answer(schema: JsonValue, status = "200"): JsonObject {
  return { [status]: { description: "The thing.", ...json(schema) } };
}

const done: JsonObject = { "204": { description: "Done." } };

/** The operation `sendThing`, whose body has a schema. */
export function sends(schema: JsonValue, schemas?: JsonObject): JsonObject {
  return description({
    paths: {
      "/things": {
        post: {
          operationId: "sendThing",
          requestBody: { required: true, ...json(schema) },
          responses: done,
        },
      },
    },
    ...(schemas && { components: { schemas } }),
  });
}

/** The operation `getThing`, whose answer has a schema. */
export function gives(schema: JsonValue, schemas?: JsonObject): JsonObject {
  return description({
    paths: {
      "/things": {
        get: { operationId: "getThing", responses: answer(schema) },
      },
    },
    ...(schemas && { components: { schemas } }),
  });
}

/** `getThing` and `sendThing` with one schema, `Thing`. */
export function keeps(thing: JsonObject, schemas: JsonObject = {}): JsonObject {
  const reference = { $ref: "#/components/schemas/Thing" };
  return description({
    paths: {
      "/things": {
        get: { operationId: "getThing", responses: answer(reference) },
        post: {
          operationId: "sendThing",
          requestBody: { required: true, ...json(reference) },
          responses: done,
        },
      },
    },
    components: { schemas: { Thing: thing, ...schemas } },
  });
}

/** The operation `findThings`, with parameters. */
export function asks(...parameters: readonly JsonValue[]): JsonObject {
  return operation({ parameters: [...parameters] });
}

/** The operation `findThings` with other fields. */
export function operation(
  fields: JsonObject,
  others: Partial<Parts> = {},
  path = "/things",
  method = "get",
): JsonObject {
  return description({
    ...others,
    paths: {
      [path]: {
        [method]: { operationId: "findThings", responses: done, ...fields },
      },
    },
  });
}

/** An optional query parameter. */
export function query(
  name: string,
  schema: JsonValue,
  more: JsonObject = {},
): JsonObject {
  return { name, in: "query", schema, ...more };
}

/** An object with properties. */
export function object(
  properties: JsonObject,
  required: readonly string[] = [],
  more: JsonObject = {},
): JsonObject {
  return {
    type: "object",
    properties,
    ...(required.length > 0 && { required: [...required] }),
    ...more,
  };
}

export const text: JsonObject = { type: "string" };
export const integer: JsonObject = { type: "integer" };
