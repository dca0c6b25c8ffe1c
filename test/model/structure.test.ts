import { describe, expect, test } from "vitest";
import { buildValue, codesOf, withSchemas } from "./build.js";

const ok = { responses: { "200": { description: "ok" } } };

function withPaths(
  paths: unknown,
  more: Readonly<Record<string, unknown>> = {},
): object {
  return {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    paths,
    ...more,
  };
}

function withOperation(
  operation: Readonly<Record<string, unknown>>,
  path = "/a",
): object {
  return withPaths({ [path]: { get: { ...ok, ...operation } } });
}

const schema = { type: "string" };
const get = "#/paths/~1a/get";

describe("every place that breaks the specification is reported, at its pointer", () => {
  const table: readonly (readonly [
    name: string,
    document: unknown,
    codes: readonly string[],
  ])[] = [
    [
      "required fields",
      { openapi: "3.1.0", info: {}, servers: [{}], tags: [{}] },
      [
        "field-missing #",
        "field-assumed #/info",
        "field-assumed #/servers/0",
        "field-assumed #/tags/0",
      ],
    ],
    [
      "references to callbacks are as good as callbacks",
      {
        ...withOperation({
          callbacks: {
            own: { $ref: "#/components/callbacks/Done", summary: "no" },
            none: { $ref: 1 },
          },
        }),
        components: {
          callbacks: {
            Alias: { $ref: "#/components/callbacks/Done", get: ok },
            Done: { "{$url}": { post: { ...ok, summary: 1 } } },
          },
        },
      },
      [
        "quotes-wrong #/components/callbacks/Done/{$url}/post/summary",
        `wrong-type ${get}/callbacks/none/$ref`,
        "reference-siblings #/components/callbacks/Alias",
      ],
    ],
    [
      "paths in 3.0",
      {
        openapi: "3.0.3",
        info: { title: "T", version: "1" },
        components: {},
      },
      ["field-assumed #"],
    ],
    [
      "scalars of another type, at the value",
      withOperation({
        summary: 1,
        deprecated: "yes",
        operationId: 5,
        tags: ["a", 1],
      }),
      [
        `quotes-wrong ${get}/summary`,
        `value-ignored ${get}/deprecated`,
        `quotes-wrong ${get}/operationId`,
        `quotes-wrong ${get}/tags/1`,
      ],
    ],
    [
      "lists for maps and maps for lists",
      withOperation({ parameters: {}, responses: [], callbacks: 1 }),
      [
        `wrong-type ${get}/parameters`,
        `wrong-type ${get}/responses`,
        `wrong-type ${get}/callbacks`,
      ],
    ],
    [
      "null where something optional is wanted is absent; as an entry it is not",
      withOperation({
        description: null,
        requestBody: null,
        parameters: [null],
      }),
      [
        `wrong-type ${get}/parameters/0`,
        `null-ignored ${get}/description`,
        `null-ignored ${get}/requestBody`,
      ],
    ],
    [
      "unknown fields",
      withOperation({ paramaters: [], "x-mine": 1 }),
      [`field-unknown ${get}/paramaters`],
    ],
    [
      "fields of a later version",
      {
        openapi: "3.0.3",
        info: { title: "T", version: "1", summary: "S" },
        paths: { "/a": { query: ok } },
        webhooks: {},
      },
      [
        "field-of-newer-version #/webhooks",
        "field-of-newer-version #/info/summary",
        "field-of-newer-version #/paths/~1a/query",
      ],
    ],
    [
      "places of parameters, styles, schema and content",
      withOperation({
        parameters: [
          { name: "a", in: "body", schema },
          { name: "b", in: "querystring", content: { "a/b": {} } },
          { name: "c", in: "query", style: "matrix", schema },
          { name: "d", in: "query", schema, content: { "a/b": {} } },
          { name: "e", in: "query" },
          { name: "f", in: "query", content: {} },
          { name: "g", in: "cookie", style: "cookie", schema },
          { name: "", in: "query", schema },
        ],
      }),
      [
        `value-unknown ${get}/parameters/0/in`,
        `field-of-newer-version ${get}/parameters/1/in`,
        `style-misplaced ${get}/parameters/2/style`,
        `schema-and-content ${get}/parameters/3`,
        `value-undescribed ${get}/parameters/4`,
        `content-empty ${get}/parameters/5/content`,
        `field-of-newer-version ${get}/parameters/6/style`,
        `parameter-name-empty ${get}/parameters/7/name`,
      ],
    ],
    [
      "path parameters and expressions",
      withPaths({
        "/a/{x}": { get: ok },
        "/b": {
          get: {
            ...ok,
            parameters: [{ name: "y", in: "path", required: true, schema }],
          },
        },
        "/c/{z}": {
          get: { ...ok, parameters: [{ name: "z", in: "path", schema }] },
        },
      }),
      [
        "path-parameter-optional #/paths/~1c~1{z}/get/parameters/0",
        "path-parameter-missing #/paths/~1a~1{x}/get",
        "path-parameter-unused #/paths/~1b/get/parameters/0",
      ],
    ],
    [
      "paths",
      withPaths({
        a: {},
        "//a": {},
        "/a/../b": {},
        "/a b": {},
        "/a/{b": {},
        "/a?b=1": {},
        "/a#b": {},
        "x-extension": 5,
      }),
      [
        "path-malformed #/paths/a",
        "path-malformed #/paths/~1~1a",
        "path-malformed #/paths/~1a~1..~1b",
        "path-malformed #/paths/~1a b",
        "path-malformed #/paths/~1a~1{b",
        "path-query #/paths/~1a?b=1",
        "path-fragment #/paths/~1a#b",
      ],
    ],
    [
      "paths that are the same",
      withPaths({
        "/a/{x}": {
          parameters: [{ name: "x", in: "path", required: true, schema }],
          get: ok,
        },
        "/a/{y}": {
          parameters: [{ name: "y", in: "path", required: true, schema }],
          get: ok,
        },
        "/a/{z}": {
          parameters: [{ name: "z", in: "path", required: true, schema }],
          put: ok,
        },
      }),
      ["path-twice #/paths/~1a~1{y}", "path-split #/paths/~1a~1{z}"],
    ],
    [
      "names that must be unique",
      withPaths(
        {
          "/a": {
            get: { ...ok, operationId: "one" },
            put: { ...ok, operationId: "one" },
            parameters: [
              { name: "X-A", in: "header", schema },
              { name: "x-a", in: "header", schema },
            ],
          },
        },
        { tags: [{ name: "t" }, { name: "t" }] },
      ),
      [
        "tag-twice #/tags/1",
        "parameter-twice #/paths/~1a/parameters/1",
        "operation-id-twice #/paths/~1a/put/operationId",
      ],
    ],
    [
      "status codes and media types",
      withOperation({
        responses: {
          "2xx": { description: "" },
          "600": { description: "" },
          ok: { description: "" },
          "200": { description: "", content: { json: {}, "*/*": {} } },
        },
      }),
      [
        `status-unknown ${get}/responses/600`,
        `status-case ${get}/responses/2xx`,
        `status-unknown ${get}/responses/ok`,
        `media-type-malformed ${get}/responses/200/content/json`,
      ],
    ],
    [
      "servers",
      withPaths(
        {},
        {
          servers: [
            { url: "javascript:alert(1)" },
            { url: "https://u:p@example.com" },
            { url: "https://{r}.example.com" },
            {
              url: "https://{r}.example.com",
              variables: { r: { default: "a", enum: ["b"] } },
            },
            { url: "/relative" },
          ],
        },
      ),
      [
        "server-url #/servers/0/url",
        "server-credentials #/servers/1/url",
        "server-variable-undeclared #/servers/2/url",
        "server-variable-default #/servers/3/variables/r/default",
      ],
    ],
    [
      "security",
      withPaths(
        { "/a": { get: { ...ok, security: [{ b: [] }] } } },
        {
          security: [{ kay: [] }],
          components: {
            securitySchemes: {
              key: { type: "apiKey" },
              odd: { type: "magic" },
              flow: {
                type: "oauth2",
                flows: { password: { scopes: {} } },
              },
            },
          },
        },
      ),
      [
        "security-scheme-unknown #/security/0/kay",
        `security-scheme-unknown ${get}/security/0/b`,
        "field-missing #/components/securitySchemes/key",
        "value-unknown #/components/securitySchemes/odd/type",
        "field-assumed #/components/securitySchemes/flow/flows/password",
      ],
    ],
    [
      "references: to the wrong kind, to nothing, to themselves, in odd places",
      withPaths(
        {
          "/a": {
            get: {
              ...ok,
              parameters: [
                { $ref: "#/components/schemas/S" },
                { $ref: "#/components/parameters/None" },
                { $ref: 5 },
              ],
              externalDocs: { $ref: "#/x" },
            },
          },
          "/loop": { $ref: "#/paths/~1loop" },
        },
        { components: { schemas: { S: schema } } },
      ),
      [
        `reference-not-allowed ${get}/externalDocs/$ref`,
        `reference-wrong-kind ${get}/parameters/0/$ref`,
        `reference-not-found ${get}/parameters/1/$ref`,
        `wrong-type ${get}/parameters/2/$ref`,
        "reference-cycle #/paths/~1loop",
      ],
    ],
    [
      "a chain of references to nothing but references",
      withPaths(
        {},
        {
          components: {
            parameters: {
              A: { $ref: "#/components/parameters/B" },
              B: { $ref: "#/components/parameters/A" },
            },
            schemas: { S: { $ref: "#/components/schemas/S" } },
          },
        },
      ),
      [
        "reference-cycle #/components/parameters/A",
        "schema-endless #/components/schemas/S",
      ],
    ],
    [
      "names that name nothing",
      {
        openapi: "3.1.0",
        info: { title: "", version: "" },
        tags: [{ name: "" }],
        paths: {
          "/a": {
            get: {
              operationId: "",
              tags: [" "],
              responses: { 204: { description: "" } },
            },
            put: { operationId: "", responses: { 204: { description: "" } } },
          },
        },
      },
      [
        "name-empty #/paths/~1a/get/operationId",
        "name-empty #/paths/~1a/get/tags/0",
        "name-empty #/paths/~1a/put/operationId",
        "name-empty #/tags/0/name",
      ],
    ],
    [
      "names of components",
      withSchemas({ "a b": true, "": true, "a\u0000": true, "a.b-c_1": true }),
      [
        "component-name #/components/schemas/a b",
        "name-malformed #/components/schemas/",
        "name-malformed #/components/schemas/a\u0000",
      ],
    ],
  ];

  test.each(table)("%s", (_name, document, codes) => {
    expect(codesOf(document).sort()).toEqual([...codes].sort());
  });
});

describe("schemas", () => {
  const at = "#/components/schemas/S";
  test.each([
    [
      "3.1.0",
      { minLength: "5", maximum: "1", multipleOf: 0, maxItems: 1.5 },
      [
        `quotes-wrong ${at}/minLength`,
        `quotes-wrong ${at}/maximum`,
        `wrong-type ${at}/multipleOf`,
        `wrong-type ${at}/maxItems`,
      ],
    ],
    ["3.1.0", { type: "strnig" }, [`value-unknown ${at}/type`]],
    ["3.1.0", { type: [] }, [`list-empty ${at}/type`]],
    ["3.1.0", { items: [{}] }, [`keyword-legacy ${at}/items`]],
    ["3.1.0", { oneOf: [] }, [`list-empty ${at}/oneOf`]],
    ["3.1.0", { properites: {} }, [`field-unknown ${at}/properites`]],
    ["3.1.0", { nullable: true }, [`field-of-older-version ${at}/nullable`]],
    [
      "3.1.0",
      { exclusiveMinimum: true, minimum: 1 },
      [`boolean-bound ${at}/exclusiveMinimum`],
    ],
    ["3.1.0", { then: {} }, [`keyword-alone ${at}/then`]],
    ["3.1.0", { enum: [] }, [`enum-empty ${at}/enum`]],
    ["3.1.0", { minimum: 3, maximum: 1 }, [`bounds-crossed ${at}/minimum`]],
    [
      "3.1.0",
      { type: "string", enum: ["a", 1] },
      [`enum-of-other-type ${at}/enum/1`],
    ],
    [
      "3.0.3",
      { type: "string", enum: ["a", null] },
      [`enum-of-other-type ${at}/enum/1`],
    ],
    ["3.0.3", { type: "string", nullable: true, enum: ["a", null] }, []],
    ["3.1.0", { type: ["string", "null"], enum: ["a", null] }, []],
    [
      "3.1.0",
      { type: ["string", "integer"], enum: ["a", 1, null] },
      [`enum-of-other-type ${at}/enum/2`],
    ],
    [
      "3.1.0",
      { type: ["string", "integer"], enum: ["a", 1.5] },
      [`enum-of-other-type ${at}/enum/1`],
    ],
    [
      "3.1.0",
      { type: "object", const: null },
      [`enum-of-other-type ${at}/const`],
    ],
    ["3.1.0", { $recursiveRef: "#" }, [`keyword-refused ${at}/$recursiveRef`]],
    [
      "3.1.0",
      { $recursiveAnchor: true, items: { $recursiveRef: "#" } },
      [`keyword-legacy ${at}/items/$recursiveRef`],
    ],
    ["3.1.0", { $schema: "http://json-schema.org/draft-07/schema#" }, []],
    [
      "3.1.0",
      { $schema: "http://json-schema.org/draft-03/schema#" },
      [`dialect-unknown ${at}/$schema`],
    ],
    ["3.1.0", { pattern: "^(a+)+$" }, [`pattern-slow ${at}/pattern`]],
    [
      "3.1.0",
      { $anchor: "a", $defs: { x: { $anchor: "a" } } },
      [`schema-anchor-twice ${at}/$defs/x/$anchor`],
    ],
    [
      "3.1.0",
      { $id: "https://example.com/s", $ref: "other.json" },
      [`reference-remote ${at}`],
    ],
    ["3.1.0", { $ref: "#none" }, [`reference-not-found ${at}/$ref`]],
    ["3.0.3", { type: ["string"] }, [`field-of-newer-version ${at}/type`]],
    ["3.0.3", { type: "null" }, [`field-of-newer-version ${at}/type`]],
    ["3.0.3", { const: 1 }, [`field-of-newer-version ${at}/const`]],
    [
      "3.0.3",
      { exclusiveMaximum: 5 },
      [`field-of-newer-version ${at}/exclusiveMaximum`],
    ],
    [
      "3.0.3",
      { properties: { a: true } },
      [`field-of-newer-version ${at}/properties/a`],
    ],
    ["3.0.3", { additionalProperties: false }, []],
    ["3.0.3", { nullable: true }, [`null-added ${at}/nullable`]],
    [
      "3.0.3",
      { type: "string", nullable: true, enum: ["a"] },
      [`null-added ${at}/nullable`],
    ],
    ["3.0.3", { type: "array" }, [`items-missing ${at}`]],
    [
      "3.0.3",
      { properties: { a: { $ref: at, minLength: 1 } } },
      [`reference-siblings ${at}/properties/a`],
    ],
    ["3.0.3", { properties: { a: { $ref: at, description: "D" } } }, []],
    ["3.0.3", { properties: { $ref: { type: "string" } } }, []],
    ["3.0.3", { default: { $ref: "#/nowhere" }, example: { $ref: 1 } }, []],
  ])("%s %j", (openapi, found, codes) => {
    expect(codesOf(withSchemas({ S: found }, openapi))).toEqual(codes);
  });

  test("deep nesting is refused, not followed", () => {
    let deep: unknown = {};
    for (let depth = 0; depth < 230; depth += 1) deep = { not: deep };
    expect(codesOf(withSchemas({ S: deep }))).toEqual([
      `schema-too-deep ${at}${"/not".repeat(200)}`,
    ]);
  });
});

test("messages name the field and say what to do", () => {
  const { diagnostics } = buildValue(
    withOperation({ operationID: "x", deprecated: "yes" }),
  );
  expect(diagnostics.map(({ message, fix }) => [message, fix])).toEqual([
    [
      'The Operation Object knows no field "operationID"; it changes nothing.',
      'Did you mean "operationId"?',
    ],
    [
      '"deprecated" must be true or false; it is the text "yes", and is ignored.',
      "Write true or false.",
    ],
  ]);
});

test("what is alike in many places is reported at each of them", () => {
  const properties = Object.fromEntries(
    ["a", "b", "c"].map((name) => [name, { type: "string", nullable: true }]),
  );
  const { diagnostics } = buildValue(withSchemas({ S: { properties } }));
  expect(diagnostics).toMatchObject(
    ["a", "b", "c"].map((name) => ({
      code: "null-added",
      pointer: `/components/schemas/S/properties/${name}/nullable`,
    })),
  );
});

test("a parameter that breaks a rule is reported once for all its uses", () => {
  const parameter = { $ref: "#/components/parameters/P" };
  expect(
    codesOf({
      ...withPaths({
        "/a": { get: { ...ok, parameters: [parameter] } },
        "/b": { get: { ...ok, parameters: [parameter] } },
      }),
      components: { parameters: { P: { name: "p", in: "query", style: 1 } } },
    }),
  ).toEqual([
    "value-undescribed #/components/parameters/P",
    "wrong-type #/components/parameters/P/style",
  ]);
});

test("what is tolerated leaves an IR that is whole", () => {
  const spec = withPaths(
    {
      "/a/{x}": {
        get: {
          operationId: "one",
          parameters: [
            { name: "y", in: "path", required: true, schema },
            { name: "z", in: "body", schema },
            {
              name: "q",
              in: "query",
              schema: { type: "file", maxLength: "5" },
            },
          ],
          security: [{ none: [] }],
          responses: { "200": {}, ok: { description: "" } },
        },
        put: { ...ok, operationId: "one" },
      },
    },
    {
      components: {
        schemas: { S: { pattern: "(?i)a", properties: { a: { $ref: 5 } } } },
      },
    },
  );
  const refused = buildValue(spec).diagnostics;
  const codes = refused
    .filter(({ severity }) => severity === "error")
    .map(({ code }) => code);
  const { api, diagnostics } = buildValue(spec, new Map(), codes);
  expect(diagnostics.map(({ severity }) => severity)).not.toContain("error");
  expect(api?.operations).toMatchObject([
    {
      id: "one",
      parameters: [
        {
          in: "path",
          name: "x",
          schema: { keywords: [{ types: ["string"] }] },
        },
        {
          in: "query",
          name: "q",
          schema: { keywords: [{ kind: "maxLength", value: 5 }] },
        },
      ],
      security: [],
      responses: [{ status: "200", description: "" }],
    },
    { method: "PUT", parameters: [{ name: "x" }] },
  ]);
  expect(api?.operations[1]?.id).toBeUndefined();
  expect(api?.definitions["#/components/schemas/S"]?.schema).toMatchObject({
    keywords: [
      { kind: "pattern", pattern: "[aA]" },
      { kind: "properties", named: [{ schema: { kind: "any" } }] },
    ],
  });
});

test("a path parameter of the fragment alone, which is not sent, is told so", () => {
  const { diagnostics } = buildValue(
    withPaths({
      "/a#/{x}": {
        get: {
          ...ok,
          parameters: [{ name: "x", in: "path", required: true, schema }],
        },
      },
    }),
  );
  expect(diagnostics.map(({ message }) => message)).toContain(
    'The path "/a#/{x}" has no expression "{x}" before its fragment for this path parameter; it is ignored.',
  );
});
