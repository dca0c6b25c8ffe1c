import {
  description,
  named,
  ref,
  repeat,
  withOperation,
  type JsonObject,
} from "./description.js";
import type { Shape } from "./shapes.js";

const text = { type: "string" };
const done = { "204": { description: "Done" } };

/** A description with an operation that takes a body. */
function withBody(mediaType: string, value: JsonObject): JsonObject {
  return withOperation({ requestBody: { content: { [mediaType]: value } } });
}

/** Descriptions that have many of something around operations. */
export const operations: readonly Shape[] = [
  {
    title: "servers",
    size: 5000,
    make: (size) =>
      description(
        {},
        { servers: repeat(size, (i) => ({ url: `https://example.com/${i}` })) },
      ),
  },
  {
    title: "variables of a server",
    size: 4000,
    make: (size) =>
      description(
        {},
        {
          servers: [
            {
              url: `https://example.com/${repeat(size, (i) => `{v${i}}`).join("/")}`,
              variables: named(size, (i) => [
                `v${i}`,
                { default: "a", enum: ["a", "b"] },
              ]),
            },
          ],
        },
      ),
  },
  {
    title: "security schemes, each of an operation",
    size: 100,
    make: (size) => ({
      ...description(
        {},
        {
          paths: named(size, (i) => [
            `/a${i}`,
            { get: { security: [{ [`s${i}`]: [] }], responses: done } },
          ]),
        },
      ),
      components: {
        securitySchemes: named(size, (i) => [
          `s${i}`,
          { type: "apiKey", in: "header", name: `X-Key-${i}` },
        ]),
      },
    }),
  },
  {
    title: "alternatives of a security requirement",
    size: 2000,
    make: (size) => ({
      ...withOperation({ security: repeat(size, (i) => ({ [`s${i}`]: [] })) }),
      components: {
        securitySchemes: named(size, (i) => [
          `s${i}`,
          { type: "apiKey", in: "header", name: `X-Key-${i}` },
        ]),
      },
    }),
  },
  {
    title: "scopes of a security scheme",
    size: 8000,
    make: (size) => ({
      ...withOperation({ security: [{ s: repeat(size, (i) => `scope${i}`) }] }),
      components: {
        securitySchemes: {
          s: {
            type: "oauth2",
            flows: {
              clientCredentials: {
                tokenUrl: "https://example.com/token",
                scopes: named(size, (i) => [`scope${i}`, "Some"]),
              },
            },
          },
        },
      },
    }),
  },
  {
    title: "parameters of a path",
    size: 500,
    make: (size) =>
      withOperation(
        {
          parameters: repeat(size, (i) => ({
            name: `p${i}`,
            in: "path",
            required: true,
            schema: text,
          })),
        },
        `/${repeat(size, (i) => `{p${i}}`).join("/")}`,
      ),
  },
  {
    title: "paths that differ in a name alone",
    size: 500,
    make: (size) =>
      description(
        {},
        {
          paths: named(size, (i) => [
            `/a/{p${i}}`,
            {
              get: {
                parameters: [
                  { name: `p${i}`, in: "path", required: true, schema: text },
                ],
                responses: done,
              },
            },
          ]),
        },
      ),
  },
  {
    title: "tags of one operation",
    size: 4000,
    make: (size) => withOperation({ tags: repeat(size, (i) => `Tag ${i}`) }),
  },
  {
    title: "operations of one tag",
    size: 250,
    make: (size) =>
      description(
        {},
        {
          paths: named(size, (i) => [
            `/a${i}`,
            { get: { tags: ["all"], responses: done } },
          ]),
        },
      ),
  },
  {
    title: "examples of a body",
    size: 4000,
    make: (size) =>
      withBody("application/json", {
        schema: { type: "object", properties: { a: text } },
        examples: named(size, (i) => [`e${i}`, { value: { a: `${i}` } }]),
      }),
  },
  {
    title: "examples of a body that its schema refuses",
    size: 2000,
    make: (size) =>
      withBody("application/json", {
        schema: { type: "object", properties: { a: text } },
        examples: named(size, (i) => [`e${i}`, { value: { a: i } }]),
      }),
  },
  {
    title: "fields of a form, each with an encoding",
    size: 2000,
    make: (size) =>
      withBody("multipart/form-data", {
        schema: {
          type: "object",
          properties: named(size, (i) => [`f${i}`, text]),
        },
        encoding: named(size, (i) => [`f${i}`, { contentType: "text/plain" }]),
      }),
  },
  {
    title: "fields of a form that is a chain of `allOf`",
    size: 50,
    make: (size) => ({
      ...withBody("multipart/form-data", { schema: ref("Form0") }),
      components: {
        schemas: {
          ...named(size, (i) => [
            `Form${i}`,
            {
              allOf: [
                ref(`Form${i + 1}`),
                { type: "object", properties: { [`f${i}`]: text } },
              ],
            },
          ]),
          [`Form${size}`]: { type: "object" },
        },
      },
    }),
  },
  {
    title: "links of a response",
    size: 4000,
    make: (size) =>
      withOperation({
        operationId: "get",
        responses: {
          "200": {
            description: "One",
            links: named(size, (i) => [`l${i}`, { operationId: "get" }]),
          },
        },
      }),
  },
  {
    title: "callbacks of an operation",
    size: 250,
    make: (size) =>
      withOperation({
        callbacks: named(size, (i) => [
          `c${i}`,
          { "{$request.body#/url}": { post: { responses: done } } },
        ]),
      }),
  },
  {
    title: "webhooks",
    size: 250,
    make: (size) =>
      description(
        {},
        {
          webhooks: named(size, (i) => [
            `w${i}`,
            { post: { responses: done } },
          ]),
        },
      ),
  },
  {
    title: "operations that share a path item's parameters",
    size: 100,
    make: (size) => ({
      ...description(
        {},
        {
          paths: named(size, (i) => [
            `/a${i}`,
            {
              parameters: repeat(20, (p) => ({
                $ref: `#/components/parameters/p${p}`,
              })),
              get: { responses: done },
            },
          ]),
        },
      ),
      components: {
        parameters: named(20, (p) => [
          `p${p}`,
          { name: `p${p}`, in: "query", schema: text },
        ]),
      },
    }),
  },
  {
    title: "shared responses, each of an operation",
    size: 200,
    make: (size) => ({
      ...description(
        {},
        {
          paths: named(size, (i) => [
            `/a${i}`,
            {
              get: {
                responses: {
                  default: { $ref: `#/components/responses/r${i}` },
                },
              },
            },
          ]),
        },
      ),
      components: {
        responses: named(size, (i) => [
          `r${i}`,
          {
            description: "One",
            content: { "application/json": { schema: text } },
          },
        ]),
      },
    }),
  },
  {
    title: "unknown fields of an operation",
    size: 5000,
    make: (size) => withOperation(named(size, (i) => [`field${i}`, i])),
  },
];
