import type { JsonObject } from "../../generator/model/json.js";
import type { Cases } from "./cases.js";
import {
  answer,
  asks,
  description,
  gives,
  integer,
  json,
  keeps,
  object,
  operation,
  query,
  sends,
  text,
} from "./documents.js";

const pet = { $ref: "#/components/schemas/Pet" };
const done = { "204": { description: "Done." } };
const many = (schema: JsonObject): JsonObject =>
  description({
    paths: Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `/things${index}`,
        { get: { operationId: `get${index}`, responses: answer(pet) } },
      ]),
    ),
    components: { schemas: { Pet: schema } },
  });

/** Pairs that look like something else than they are. */
export const trapCases: Cases = {
  "trap: a reference inlined": {
    old: gives(object({ owner: pet }), { Pet: object({ name: text }) }),
    new: gives(object({ owner: object({ name: text }) }), {
      Pet: object({ name: text }),
    }),
    changes: [],
  },
  "trap: allOf of one": {
    old: gives(object({ owner: pet }), { Pet: object({ name: text }) }),
    new: gives(object({ owner: { allOf: [pet] } }), {
      Pet: object({ name: text }),
    }),
    changes: [],
  },
  "trap: nullable of 3.0 and of 3.1": {
    old: {
      ...gives(object({ name: { type: "string", nullable: true } })),
      openapi: "3.0.3",
    },
    new: gives(object({ name: { type: ["string", "null"] } })),
    changes: [],
  },
  "trap: null as a branch": {
    old: gives(object({ name: { type: ["string", "null"] } })),
    new: gives(object({ name: { anyOf: [text, { type: "null" }] } })),
    changes: [],
  },
  "trap: keys in another order": {
    old: gives({
      type: "object",
      properties: { a: text, b: integer },
      required: ["a", "b"],
    }),
    new: gives({
      required: ["b", "a"],
      properties: { b: integer, a: text },
      type: "object",
    }),
    changes: [],
  },
  "trap: exclusive bound of integers": {
    old: sends(object({ size: { ...integer, minimum: 1 } })),
    new: sends(object({ size: { ...integer, exclusiveMinimum: 0 } })),
    changes: [],
  },
  "trap: const and an enum of one": {
    old: sends(object({ kind: { type: "string", const: "a" } })),
    new: sends(object({ kind: { type: "string", enum: ["a"] } })),
    changes: [],
  },
  "trap: bound that was none": {
    old: sends(object({ name: text })),
    new: sends(object({ name: { ...text, minLength: 0 } })),
    changes: [],
  },
  "trap: one edit in a shared schema": {
    old: many(object({ name: text })),
    new: many(object({ name: text }, ["name"])),
    changes: ["minor property-required response"],
  },
  "trap: enum in a schema that is read and sent": {
    old: keeps(object({ name: text })),
    new: keeps(
      object({
        name: text,
        colour: { type: "string", enum: ["red", "green"] },
      }),
    ),
    changes: ["major types-split none", "minor property-added both"],
  },
  "trap: read-only property in a schema that is read and sent": {
    old: keeps(object({ name: text })),
    new: keeps(object({ name: text, id: { ...text, readOnly: true } })),
    changes: ["minor property-added response"],
  },
  "trap: enum of numbers grows in responses": {
    old: gives(object({ level: { type: "integer", enum: [1, 2] } }, ["level"])),
    new: gives(
      object({ level: { type: "integer", enum: [1, 2, 3] } }, ["level"]),
    ),
    changes: ["major enum-value-added response"],
  },
  "trap: the only value gets company": {
    old: gives(object({ kind: { type: "string", enum: ["a"] } }, ["kind"])),
    new: gives(
      object({ kind: { type: "string", enum: ["a", "b"] } }, ["kind"]),
    ),
    changes: ["major enum-value-added response"],
  },
  "trap: one value left": {
    old: gives(
      object({ kind: { type: "string", enum: ["a", "b"] } }, ["kind"]),
    ),
    new: gives(object({ kind: { type: "string", enum: ["a"] } }, ["kind"])),
    changes: ["major enum-value-removed response"],
  },
  "trap: style of a single value": {
    old: asks(query("name", text)),
    new: asks(query("name", text, { explode: false })),
    changes: ["patch parameter-style-changed request"],
  },
  "trap: reserved characters that numbers do not have": {
    old: asks(query("size", integer)),
    new: asks(query("size", integer, { allowReserved: true })),
    changes: ["patch parameter-style-changed request"],
  },
  "trap: path moved under the same operationId": {
    old: operation({}, {}, "/things"),
    new: operation({}, {}, "/v2/things"),
    changes: ["major operation-moved request"],
  },
  "trap: path parameter renamed": {
    old: operation(
      {
        parameters: [{ name: "id", in: "path", required: true, schema: text }],
      },
      {},
      "/things/{id}",
    ),
    new: operation(
      {
        parameters: [{ name: "key", in: "path", required: true, schema: text }],
      },
      {},
      "/things/{key}",
    ),
    changes: ["major parameter-renamed request"],
  },
  "trap: header in another case": {
    old: asks({ name: "X-Trace", in: "header", schema: text }),
    new: asks({ name: "x-trace", in: "header", schema: text }),
    changes: ["major parameter-renamed request"],
  },
  "trap: servers change places": {
    old: operation(
      {},
      { servers: [{ url: "https://a.example" }, { url: "https://b.example" }] },
    ),
    new: operation(
      {},
      { servers: [{ url: "https://b.example" }, { url: "https://a.example" }] },
    ),
    changes: ["major server-default-changed none"],
  },
  "trap: no servers and the root": {
    old: operation({}, { servers: [] }),
    new: operation({}, { servers: [{ url: "/" }] }),
    changes: [],
  },
  "trap: media types change places": {
    old: operation(
      {
        requestBody: {
          required: true,
          content: {
            "application/json": { schema: object({ a: text }) },
            "application/x-www-form-urlencoded": {
              schema: object({ a: text }),
            },
          },
        },
      },
      {},
      "/things",
      "post",
    ),
    new: operation(
      {
        requestBody: {
          required: true,
          content: {
            "application/x-www-form-urlencoded": {
              schema: object({ a: text }),
            },
            "application/json": { schema: object({ a: text }) },
          },
        },
      },
      {},
      "/things",
      "post",
    ),
    changes: ["major default-media-type-changed request"],
  },
  "trap: another tag": {
    old: operation({ tags: ["things"] }),
    new: operation({ tags: ["stuff"] }),
    changes: ["major method-renamed none"],
  },
  "trap: a neighbour takes the short name": {
    old: description({
      paths: {
        "/things/{id}": {
          get: {
            operationId: "getThing",
            tags: ["things"],
            parameters: [
              { name: "id", in: "path", required: true, schema: text },
            ],
            responses: done,
          },
        },
      },
    }),
    new: description({
      paths: {
        "/things/{id}": {
          get: {
            operationId: "getThing",
            tags: ["things"],
            parameters: [
              { name: "id", in: "path", required: true, schema: text },
            ],
            responses: done,
          },
        },
        "/things": {
          get: { operationId: "getThings", tags: ["things"], responses: done },
        },
      },
    }),
    changes: ["major method-renamed none", "minor operation-added both"],
  },
  "trap: a twin takes the name": {
    old: gives(
      { $ref: "#/components/schemas/foo-bar" },
      { "foo-bar": object({ a: text }) },
    ),
    new: gives(
      { $ref: "#/components/schemas/foo-bar" },
      { "foo-bar": object({ a: text }), FooBar: object({ b: integer }) },
    ),
    changes: ["major schema-renamed none", "minor schema-added none"],
  },
  "trap: looser pattern": {
    old: sends(object({ name: { ...text, pattern: "^[a-z]+$" } })),
    new: sends(object({ name: { ...text, pattern: "^[a-z]*$" } })),
    changes: ["minor pattern-changed request"],
  },
  "trap: format that only informs": {
    old: sends(object({ secret: text })),
    new: sends(object({ secret: { ...text, format: "password" } })),
    changes: ["patch format-added request"],
  },
  "trap: anyOf of disjoint types becomes oneOf": {
    old: sends({ anyOf: [text, integer] }),
    new: sends({ oneOf: [text, integer] }),
    changes: ["patch union-kind-changed request"],
  },
  "trap: further error in another media type": {
    old: operation({ responses: answer(object({ name: text })) }),
    new: operation({
      responses: {
        ...answer(object({ name: text })),
        "404": {
          description: "None.",
          content: {
            "application/problem+json": { schema: object({ title: text }) },
          },
        },
      },
    }),
    changes: ["major accept-changed request", "minor response-added response"],
  },
  "trap: a schema is no longer sent": {
    old: keeps(
      object({
        name: text,
        colour: { type: "string", enum: ["red", "green"] },
      }),
    ),
    new: description({
      paths: {
        "/things": {
          get: {
            operationId: "getThing",
            responses: answer({ $ref: "#/components/schemas/Thing" }),
          },
          post: {
            operationId: "sendThing",
            requestBody: {
              required: true,
              ...json(
                object({
                  name: text,
                  colour: { type: "string", enum: ["red", "green"] },
                }),
              ),
            },
            responses: done,
          },
        },
      },
      components: {
        schemas: {
          Thing: object({
            name: text,
            colour: { type: "string", enum: ["red", "green"] },
          }),
        },
      },
    }),
    changes: ["major export-removed none"],
  },
  "trap: known values of an open enum removed from requests": {
    old: sends(
      object({
        model: { anyOf: [{ type: "string", enum: ["a", "b"] }, text] },
      }),
    ),
    new: sends(
      object({ model: { anyOf: [{ type: "string", enum: ["a"] }, text] } }),
    ),
    changes: ["minor enum-value-removed request"],
  },
  "trap: fixed length lifted": {
    old: gives(
      object(
        {
          at: {
            type: "array",
            items: { type: "number" },
            minItems: 2,
            maxItems: 2,
          },
        },
        ["at"],
      ),
    ),
    new: gives(
      object(
        { at: { type: "array", items: { type: "number" }, minItems: 2 } },
        ["at"],
      ),
    ),
    changes: ["major bound-loosened response"],
  },
};
