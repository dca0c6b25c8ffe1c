import type { DiagnosticCode } from "../../generator/diagnostics/catalogue.js";

type Members = Readonly<Record<string, unknown>>;

const ok: Members = { "200": { description: "Done" } };
const id = { name: "id", in: "path", required: true, schema: {} };
const limit = { name: "limit", in: "query", schema: { type: "integer" } };

/** A description that is sound but for what is given. */
export function description(more: Members, openapi = "3.0.3"): Members {
  return {
    openapi,
    info: { title: "Shop", version: "1.0.0" },
    paths: {},
    ...more,
  };
}

/** A description with one operation. */
export function withOperation(
  operation: Members,
  { path = "/items", method = "get", openapi = "3.0.3" } = {},
): Members {
  return description(
    { paths: { [path]: { [method]: { responses: ok, ...operation } } } },
    openapi,
  );
}

/** A description with one schema, which an operation answers with. */
export function withSchema(
  schema: unknown,
  openapi = "3.0.3",
  others: Members = {},
): Members {
  const content = {
    "application/json": { schema: { $ref: "#/components/schemas/Item" } },
  };
  return description(
    {
      paths: {
        "/items": {
          get: {
            operationId: "getItem",
            responses: { "200": { description: "Done", content } },
          },
        },
      },
      components: { schemas: { Item: schema, ...others } },
    },
    openapi,
  );
}

function withParameter(parameter: unknown, openapi?: string): Members {
  return withOperation(
    { parameters: [parameter] },
    openapi === undefined ? {} : { openapi },
  );
}

function withContent(content: Members): Members {
  return withOperation({
    responses: { "200": { description: "Done", content } },
  });
}

const branches = {
  Cat: { type: "object", properties: { kind: { type: "string" } } },
};

/** Descriptions that were refused once and are read now, by the code of the warning; each code has at least one. */
export const readDescriptions: readonly (readonly [DiagnosticCode, Members])[] =
  [
    [
      "body-not-allowed",
      withOperation({ requestBody: { content: { "text/plain": {} } } }),
    ],
    [
      "body-not-allowed",
      withOperation(
        { requestBody: { content: { "text/plain": {} } } },
        { method: "head", openapi: "3.1.0" },
      ),
    ],
    ["tag-twice", description({ tags: [{ name: "a" }, { name: "a" }] })],
    [
      "tag-parent-unknown",
      description({ tags: [{ name: "a", parent: "b" }] }, "3.2.0"),
    ],
    [
      "tag-parent-cycle",
      description({ tags: [{ name: "a", parent: "a" }] }, "3.2.0"),
    ],
    [
      "operation-id-twice",
      description({
        paths: {
          "/a": { get: { operationId: "list", responses: ok } },
          "/b": { get: { operationId: "list", responses: ok } },
        },
      }),
    ],
    ["path-parameter-missing", withOperation({}, { path: "/items/{id}" })],
    ["path-parameter-unused", withParameter(id)],
    ["parameter-twice", withOperation({ parameters: [limit, limit] })],
    [
      "path-twice",
      description({
        paths: {
          "/a/{x}": {
            parameters: [{ ...id, name: "x" }],
            get: { responses: ok },
          },
          "/a/{y}": {
            parameters: [{ ...id, name: "y" }],
            get: { responses: ok },
          },
        },
      }),
    ],
    ["field-of-newer-version", withSchema({ const: 1 })],
    ["field-of-newer-version", withSchema({ type: ["string", "null"] })],
    ["field-of-newer-version", description({ webhooks: {} })],
    ["field-assumed", description({ info: { title: "Shop" } })],
    ["field-assumed", { openapi: "3.1.0", paths: {} }],
    ["field-assumed", withOperation({ requestBody: {} }, { method: "post" })],
    ["quotes-wrong", description({ info: { title: "Shop", version: 1 } })],
    ["quotes-wrong", withSchema({ type: "string", minLength: "2" })],
    [
      "value-ignored",
      withSchema({ properties: { name: { type: "string", required: true } } }),
    ],
    ["value-ignored", withSchema({ examples: { one: {} } }, "3.1.0")],
    [
      "null-ignored",
      description({ paths: { "/a": null }, components: { schemas: {} } }),
    ],
    ["list-empty", withSchema({ type: "string", allOf: [] })],
    ["content-empty", withParameter({ name: "q", in: "query", content: {} })],
    [
      "status-malformed",
      withOperation({ responses: { "204 NO_CONTENT": { description: "" } } }),
    ],
    [
      "status-malformed",
      withOperation({ responses: { " default ": { description: "" } } }),
    ],
    [
      "header-name-ignored",
      withOperation({
        responses: {
          "200": { description: "", headers: { "a b": { schema: {} } } },
        },
      }),
    ],
    [
      "media-type-malformed",
      withContent({ "application/json": {}, examples: {} }),
    ],
    ["pattern-invalid", withSchema({ type: "string", pattern: "(" })],
    ["pattern-flavour", withSchema({ type: "string", pattern: "(?i)a" })],
    ["security-scheme-unknown", withOperation({ security: [{ token: [] }] })],
    [
      "server-variable-undeclared",
      description({ servers: [{ url: "https://{region}.shop.example" }] }),
    ],
    [
      "server-variable-default",
      description({
        servers: [
          {
            url: "https://{r}.shop.example",
            variables: { r: { default: "a", enum: ["b"] } },
          },
        ],
      }),
    ],
    [
      "form-not-object",
      withOperation(
        {
          requestBody: {
            content: {
              "application/x-www-form-urlencoded": {
                schema: { type: "string" },
              },
            },
          },
        },
        { method: "post" },
      ),
    ],
    [
      "discriminator-mapping-broken",
      withSchema(
        {
          oneOf: [{ $ref: "#/components/schemas/Cat" }],
          discriminator: {
            propertyName: "kind",
            mapping: {
              cat: "Cat",
              dog: "#/components/schemas/Dog",
              bird: "Bird",
              fish: "fish.yaml",
            },
          },
        },
        "3.1.0",
        branches,
      ),
    ],
    [
      "example-reference-broken",
      withContent({
        "application/json": {
          examples: { one: { $ref: "#/components/examples/Missing" } },
        },
      }),
    ],
    [
      "style-misplaced",
      withParameter({
        name: "q",
        in: "query",
        style: "simple",
        schema: { type: "string" },
      }),
    ],
    [
      "serialization-undefined",
      withParameter({
        name: "expand",
        in: "query",
        style: "deepObject",
        schema: { type: "array", items: { type: "string" } },
      }),
    ],
    [
      "method-misplaced",
      description(
        {
          paths: { "/a": { additionalOperations: { GET: { responses: ok } } } },
        },
        "3.2.0",
      ),
    ],
  ];

/** Descriptions that stay refused and that `--allow` lets pass. */
export const allowedDescriptions: readonly (readonly [
  DiagnosticCode,
  Members,
])[] = [
  [
    "reference-not-found",
    withSchema({
      properties: { a: { $ref: "#/components/schemas/None" } },
    }),
  ],
  ["reference-not-found", withOperation({ parameters: [{ $ref: "#/none" }] })],
  [
    "reference-wrong-kind",
    withSchema({ properties: { a: { $ref: "#/info/title" } } }),
  ],
  ["path-malformed", withOperation({}, { path: "/items/<id>" })],
  ["path-malformed", withOperation({}, { path: "items" })],
  [
    "header-name-invalid",
    withParameter({ name: "a b", in: "header", schema: {} }),
  ],
  [
    "cookie-name-invalid",
    withParameter({ name: "a b", in: "cookie", content: { "a/b": {} } }),
  ],
  [
    "parameter-name-empty",
    withParameter({ name: "", in: "query", schema: {} }),
  ],
  ["wrong-type", withSchema({ properties: [] })],
  ["value-unknown", withSchema({ type: "int" })],
  ["status-unknown", withOperation({ responses: { ok: { description: "" } } })],
  [
    "style-unsuitable",
    withParameter({
      name: "q",
      in: "query",
      style: "simple",
      schema: { type: "array", items: { type: "string" } },
    }),
  ],
  ["server-url", description({ servers: [{ url: "javascript:alert(1)" }] })],
  ["field-missing", withParameter({ in: "query", schema: {} })],
];
