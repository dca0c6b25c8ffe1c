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
  "trap: a schema becomes a branch of what is sent": {
    old: sends(object({ a: text })),
    new: sends({
      oneOf: [
        object({ a: text }, [], { maxProperties: 1 }),
        object({ b: integer }, ["b"]),
      ],
    }),
    changes: [
      "major bound-tightened request",
      "minor union-branch-added request",
    ],
  },
  "trap: a value becomes a union of what is sent": {
    old: sends(object({ size: integer })),
    new: sends(object({ size: { anyOf: [integer, text] } })),
    changes: ["minor type-widened request"],
  },
  "trap: a schema becomes a branch of what is given": {
    old: gives(object({ a: text })),
    new: gives({ anyOf: [object({ a: text }), object({ b: integer }, ["b"])] }),
    changes: ["major union-branch-added response"],
  },
  "trap: values of an enum renamed": {
    old: gives(
      { $ref: "#/components/schemas/S" },
      {
        S: { type: "string", enum: ["a", "b"], "x-enum-varnames": ["A", "B"] },
      },
    ),
    new: gives(
      { $ref: "#/components/schemas/S" },
      {
        S: {
          type: "string",
          enum: ["a", "b"],
          "x-enum-varnames": ["Alpha", "B"],
        },
      },
    ),
    changes: ["major export-removed none", "patch extension-changed response"],
  },
  "trap: default of a server's variable": {
    old: operation(
      {},
      {
        servers: [
          {
            url: "https://{r}.example",
            variables: { r: { default: "a", enum: ["a", "b"] } },
          },
        ],
      },
    ),
    new: operation(
      {},
      {
        servers: [
          {
            url: "https://{r}.example",
            variables: { r: { default: "b", enum: ["a", "b"] } },
          },
        ],
      },
    ),
    changes: ["major server-default-changed none"],
  },
  "trap: a part of what is only given": {
    old: gives(
      { allOf: [{ $ref: "#/components/schemas/Part" }, object({ b: text })] },
      { Part: object({ a: text }) },
    ),
    new: gives(
      { allOf: [{ $ref: "#/components/schemas/Part" }, object({ b: text })] },
      { Part: object({ a: text }, ["a"]) },
    ),
    changes: ["minor property-required response"],
  },
};
