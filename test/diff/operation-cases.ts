import type { Cases } from "./cases.js";
import {
  answer,
  asks,
  description,
  integer,
  json,
  object,
  operation,
  query,
  text,
} from "./documents.js";

const list = { type: "array", items: text };
const done = { "204": { description: "Done." } };

/** Operations, parameters, media types. */
export const operationCases: Cases = {
  "operation added": {
    old: operation({}),
    new: description({
      paths: {
        "/things": { get: { operationId: "findThings", responses: done } },
        "/others": { get: { operationId: "findOthers", responses: done } },
      },
    }),
    changes: ["minor operation-added both"],
  },
  "operation removed": {
    old: description({
      paths: {
        "/things": { get: { operationId: "findThings", responses: done } },
        "/others": { get: { operationId: "findOthers", responses: done } },
      },
    }),
    new: operation({}),
    changes: ["major operation-removed both"],
  },
  "operationId changed": {
    old: operation({}),
    new: operation({ operationId: "listThings" }),
    changes: ["major operation-renamed none"],
  },
  "operation deprecated": {
    old: operation({}),
    new: operation({ deprecated: true }),
    changes: ["patch deprecation-changed none"],
  },
  "parameter added": {
    old: asks(query("size", integer)),
    new: asks(query("size", integer), query("page", integer)),
    changes: ["minor parameter-added request"],
  },
  "required parameter added": {
    old: asks(query("size", integer)),
    new: asks(
      query("size", integer),
      query("page", integer, { required: true }),
    ),
    changes: ["major required-parameter-added request"],
  },
  "parameter removed": {
    old: asks(query("size", integer), query("page", integer)),
    new: asks(query("size", integer)),
    changes: ["major parameter-removed request"],
  },
  "parameter required": {
    old: asks(query("size", integer)),
    new: asks(query("size", integer, { required: true })),
    changes: ["major parameter-required request"],
  },
  "parameter optional": {
    old: asks(query("size", integer, { required: true })),
    new: asks(query("size", integer)),
    changes: ["minor parameter-optional request"],
  },
  "parameter moved": {
    old: asks(query("size", integer)),
    new: asks({ name: "size", in: "header", schema: integer }),
    changes: ["major parameter-moved request"],
  },
  "parameter of another style": {
    old: asks(query("names", list)),
    new: asks(query("names", list, { style: "pipeDelimited", explode: false })),
    changes: ["major parameter-style-changed request"],
  },
  "parameter no longer exploded": {
    old: asks(query("names", list)),
    new: asks(query("names", list, { explode: false })),
    changes: ["major parameter-style-changed request"],
  },
  "parameter with reserved characters": {
    old: asks(query("name", text)),
    new: asks(query("name", text, { allowReserved: true })),
    changes: ["major parameter-style-changed request"],
  },
  "parameter as JSON": {
    old: asks(query("name", text)),
    new: asks({ name: "name", in: "query", ...json(text) }),
    changes: ["major parameter-content-changed request"],
  },
  "body added": {
    old: operation({}, {}, "/things", "post"),
    new: operation(
      { requestBody: json(object({ name: text })) },
      {},
      "/things",
      "post",
    ),
    changes: ["minor body-added request"],
  },
  "required body added": {
    old: operation({}, {}, "/things", "post"),
    new: operation(
      { requestBody: { required: true, ...json(object({ name: text })) } },
      {},
      "/things",
      "post",
    ),
    changes: ["major required-body-added request"],
  },
  "body removed": {
    old: operation(
      { requestBody: json(object({ name: text })) },
      {},
      "/things",
      "post",
    ),
    new: operation({}, {}, "/things", "post"),
    changes: ["major body-removed request"],
  },
  "media type of a body replaced": {
    old: operation(
      {
        requestBody: {
          required: true,
          content: { "application/json": { schema: object({ name: text }) } },
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
              schema: object({ name: text }),
            },
          },
        },
      },
      {},
      "/things",
      "post",
    ),
    changes: [
      "major media-type-removed request",
      "minor media-type-added request",
    ],
  },
  "media type of a response added": {
    old: operation({ responses: answer(object({ name: text })) }),
    new: operation({
      responses: {
        "200": {
          description: "The thing.",
          content: {
            "application/json": { schema: object({ name: text }) },
            "text/csv": { schema: text },
          },
        },
      },
    }),
    changes: [
      "major media-type-added response",
      "major accept-changed request",
    ],
  },
  "webhook body: property removed": {
    old: description({
      paths: {},
      webhooks: {
        made: {
          post: {
            operationId: "made",
            requestBody: {
              required: true,
              ...json(object({ id: text, at: text })),
            },
            responses: done,
          },
        },
      },
    }),
    new: description({
      paths: {},
      webhooks: {
        made: {
          post: {
            operationId: "made",
            requestBody: { required: true, ...json(object({ id: text })) },
            responses: done,
          },
        },
      },
    }),
    changes: ["major property-removed response"],
  },
  "webhook body: required property added": {
    old: description({
      paths: {},
      webhooks: {
        made: {
          post: {
            operationId: "made",
            requestBody: { required: true, ...json(object({ id: text })) },
            responses: done,
          },
        },
      },
    }),
    new: description({
      paths: {},
      webhooks: {
        made: {
          post: {
            operationId: "made",
            requestBody: {
              required: true,
              ...json(object({ id: text, at: text }, ["at"])),
            },
            responses: done,
          },
        },
      },
    }),
    changes: ["minor required-property-added response"],
  },
};
