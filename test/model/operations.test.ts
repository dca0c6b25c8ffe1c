import { expect, test } from "vitest";
import type { Api, Operation } from "../../generator/model/api.js";
import { apiOf, buildValue, codesOf } from "./build.js";

const ok = { responses: { "200": { description: "ok" } } };

function document(
  paths: unknown,
  more: Readonly<Record<string, unknown>> = {},
): unknown {
  return {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    paths,
    ...more,
  };
}

function first(api: Api): Operation {
  const [operation] = api.operations;
  if (operation === undefined) throw new Error("no operation");
  return operation;
}

function text(name: string, place: string, more: object = {}): object {
  return {
    name,
    in: place,
    schema: { type: "string" },
    ...(place === "path" ? { required: true } : {}),
    ...more,
  };
}

test("methods, path parts, places, servers, security and words of an operation", () => {
  const api = apiOf(
    document(
      {
        "/a/{x}.json": {
          summary: "Of the path",
          servers: [{ url: "https://path.example.com" }],
          parameters: [text("x", "path")],
          get: {
            ...ok,
            operationId: "getA",
            "x-specwright-name": "fetchA",
            "x-other": [1],
            tags: ["t", "t"],
          },
          delete: {
            ...ok,
            summary: "Own",
            security: [],
            servers: [{ url: "https://own.example.com" }],
          },
        },
        "/b": { post: { ...ok, security: [{ key: [], oauth: ["a"] }, {}] } },
      },
      {
        servers: [
          {
            url: "https://{r}.example.com",
            variables: { r: { default: "eu", enum: ["eu", "us"] } },
          },
        ],
        security: [{ key: [] }],
        components: {
          securitySchemes: {
            key: { type: "apiKey", in: "header", name: "X-Key" },
            oauth: { type: "oauth2", flows: {} },
          },
        },
      },
    ),
  );
  const [get, remove, post] = api.operations;
  expect(get).toMatchObject({
    kind: "path",
    pointer: "#/paths/~1a~1{x}.json/get",
    id: "getA",
    pinnedName: "fetchA",
    method: "GET",
    path: "/a/{x}.json",
    pathParts: [
      { kind: "literal", text: "/a/" },
      { kind: "parameter", name: "x" },
      { kind: "literal", text: ".json" },
    ],
    tags: ["t"],
    summary: "Of the path",
    servers: [{ url: "https://path.example.com" }],
    security: [{ schemes: [{ name: "key", scopes: [] }] }],
    extensions: { "x-specwright-name": "fetchA", "x-other": [1] },
  });
  expect(remove).toMatchObject({
    method: "DELETE",
    summary: "Own",
    security: [],
    servers: [{ url: "https://own.example.com" }],
  });
  expect(post?.security).toEqual([
    {
      schemes: [
        { name: "key", scopes: [] },
        { name: "oauth", scopes: ["a"] },
      ],
    },
    { schemes: [] },
  ]);
  expect(post?.servers).toEqual([
    {
      url: "https://{r}.example.com",
      variables: [{ name: "r", default: "eu", enum: ["eu", "us"] }],
    },
  ]);
});

test("parameters of the path item, overridden by name and place", () => {
  const operation = first(
    apiOf(
      document({
        "/a/{id}": {
          parameters: [
            text("id", "path"),
            text("q", "query"),
            text("X-Trace", "header", { description: "shared" }),
          ],
          get: {
            ...ok,
            parameters: [
              text("q", "header"),
              text("x-trace", "header", { description: "own" }),
              text("AUTHORIZATION", "header"),
              text("accept", "header"),
              text("c", "cookie"),
            ],
          },
        },
      }),
    ),
  );
  expect(
    operation.parameters.map((p) => [p.in, p.name, p.description]),
  ).toEqual([
    ["path", "id", undefined],
    ["query", "q", undefined],
    ["header", "x-trace", "own"],
    ["header", "q", undefined],
    ["cookie", "c", undefined],
  ]);
});

test("defaults of style, explode and allowReserved; content", () => {
  const parameters = [
    text("id", "path", { allowReserved: true }),
    text("q", "query"),
    text("r", "query", { allowReserved: true, explode: false }),
    text("d", "query", { style: "deepObject" }),
    text("h", "header"),
    text("c", "cookie"),
    {
      name: "j",
      in: "query",
      content: {
        "application/json": { schema: { type: "object" }, example: { a: 1 } },
      },
    },
  ];
  const operation = first(
    apiOf(document({ "/{id}": { get: { ...ok, parameters } } })),
  );
  const style = (name: string, explode: boolean, allowReserved = false) => ({
    kind: "style",
    style: name,
    explode,
    allowReserved,
  });
  expect(operation.parameters.map((p) => p.serialization)).toEqual([
    style("simple", false),
    style("form", true),
    style("form", false, true),
    style("deepObject", false),
    style("simple", false),
    style("form", true),
    { kind: "content", mediaType: "application/json" },
  ]);
  expect(operation.parameters.at(-1)).toMatchObject({
    schema: { keywords: [{ kind: "type", types: ["object"] }] },
    examples: [{ value: { a: 1 } }],
  });
});

test("what only 3.2 knows", () => {
  const api = apiOf({
    ...(document({
      "/a": {
        query: { ...ok, operationId: "search" },
        additionalOperations: { COPY: { ...ok, operationId: "copy" } },
        get: {
          parameters: [
            {
              name: "all",
              in: "querystring",
              content: { "application/json": { schema: true } },
            },
            text("c", "cookie", { style: "cookie" }),
          ],
          responses: {
            "200": {
              summary: "Lines",
              content: {
                "application/jsonl": { itemSchema: { type: "object" } },
                "multipart/mixed": {
                  prefixEncoding: [{ contentType: "application/json" }],
                  itemEncoding: { contentType: "image/png" },
                },
              },
            },
          },
        },
      },
    }) as object),
    openapi: "3.2.0",
    tags: [{ name: "a", summary: "A", parent: "b" }, { name: "b" }],
  });
  expect(api.operations.map(({ method, id }) => [method, id])).toEqual([
    ["QUERY", "search"],
    ["GET", undefined],
    ["COPY", "copy"],
  ]);
  expect(api.operations[2]?.pointer).toBe(
    "#/paths/~1a/additionalOperations/COPY",
  );
  expect(api.tags[0]).toEqual({ name: "a", summary: "A", parent: "b" });
  const [, get] = api.operations;
  expect(get?.parameters.map((p) => p.serialization)).toMatchObject([
    { kind: "content", mediaType: "application/json" },
    { kind: "style", style: "cookie", explode: true },
  ]);
  expect(get?.responses[0]).toMatchObject({
    description: "Lines",
    contents: [
      {
        codec: "json-lines",
        itemSchema: { keywords: [{ kind: "type" }] },
      },
      {
        prefixEncodings: [{ property: "", contentType: "application/json" }],
        itemEncoding: { property: "", contentType: "image/png" },
      },
    ],
  });
});

test("$self is the base of references", () => {
  const api = apiOf({
    openapi: "3.2.0",
    $self: "https://example.com/apis/one.yaml",
    info: { title: "Test", version: "1" },
    paths: {
      "/a": {
        get: {
          parameters: [{ $ref: "one.yaml#/components/parameters/P" }],
          responses: {},
        },
      },
    },
    components: {
      parameters: { P: text("p", "query") },
      schemas: {
        A: { $ref: "https://example.com/apis/one.yaml#/components/schemas/B" },
        B: { type: "string" },
      },
    },
  });
  expect(api.definitions["#/components/schemas/A"]?.schema).toMatchObject({
    kind: "ref",
    target: "#/components/schemas/B",
  });
  expect(first(api).parameters.map(({ name }) => name)).toEqual(["p"]);
});

test("responses, headers, examples", () => {
  const operation = first(
    apiOf(
      document(
        {
          "/a": {
            get: {
              responses: {
                "2XX": {
                  description: "ok",
                  headers: {
                    "X-Left": { schema: { type: "integer" }, required: true },
                    "Content-Type": { schema: { type: "string" } },
                  },
                  content: {
                    "application/json": {
                      examples: {
                        one: { summary: "One", value: 1 },
                        two: { $ref: "#/components/examples/Two" },
                        far: { externalValue: "https://example.com/x.json" },
                      },
                    },
                  },
                },
                default: { $ref: "#/components/responses/Error" },
              },
            },
          },
        },
        {
          components: {
            responses: { Error: { description: "error" } },
            examples: { Two: { value: null } },
          },
        },
      ),
    ),
  );
  expect(operation.responses).toMatchObject([
    {
      status: "2XX",
      headers: [
        {
          name: "X-Left",
          required: true,
          serialization: { kind: "style", style: "simple", explode: false },
        },
      ],
      contents: [
        {
          codec: "json",
          examples: [
            { name: "one", summary: "One", value: 1 },
            { name: "two", value: null, pointer: "#/components/examples/Two" },
            { name: "far", externalValue: "https://example.com/x.json" },
          ],
        },
      ],
    },
    { status: "default", description: "error" },
  ]);
  expect(operation.responses[0]?.headers).toHaveLength(1);
});

test("a callback that operations share is there once", () => {
  const callbacks = { onDone: { $ref: "#/components/callbacks/Done" } };
  const api = apiOf(
    document(
      {
        "/a": { post: { ...ok, callbacks } },
        "/b": { post: { ...ok, callbacks } },
      },
      {
        webhooks: { created: { post: { ...ok, operationId: "created" } } },
        components: {
          callbacks: {
            Done: { "{$request.body#/url}": { post: { ...ok, callbacks } } },
          },
        },
      },
    ),
  );
  expect(api.callbacks).toMatchObject([
    {
      kind: "callback",
      path: "{$request.body#/url}",
      pathParts: [],
      callback: { operation: "#/paths/~1a/post", name: "onDone" },
    },
  ]);
  expect(api.webhooks).toMatchObject([
    { kind: "webhook", path: "created", id: "created" },
  ]);
});

test("a path item that two paths share gives its operationId to the first", () => {
  const api = apiOf(
    document(
      {
        "/a": { $ref: "#/components/pathItems/Shared" },
        "/b": {
          $ref: "#/components/pathItems/Shared",
          delete: { ...ok, operationId: "own" },
        },
      },
      {
        components: {
          pathItems: { Shared: { get: { ...ok, operationId: "shared" } } },
        },
      },
    ),
  );
  expect(api.operations.map(({ pointer, id }) => [pointer, id])).toEqual([
    ["#/paths/~1a/get", "shared"],
    ["#/paths/~1b/delete", "own"],
    ["#/paths/~1b/get", undefined],
  ]);
});

test("a fragment is not sent, a query is", () => {
  const api = apiOf(
    document({
      "/a/{id}#one": { get: { ...ok, parameters: [text("id", "path")] } },
      "/b?beta=true": { get: ok },
    }),
  );
  expect(api.operations.map(({ pathParts }) => pathParts)).toEqual([
    [
      { kind: "literal", text: "/a/" },
      { kind: "parameter", name: "id" },
    ],
    [{ kind: "literal", text: "/b?beta=true" }],
  ]);
});

test("x-ignored-with: a list, or a map with reasons; names are siblings", () => {
  const spec = document({
    "/a": {
      post: {
        ...ok,
        parameters: [
          text("a", "query", { "x-ignored-with": ["b"] }),
          text("b", "query"),
        ],
        requestBody: {
          content: {
            "application/json": {
              schema: {
                type: "object",
                properties: {
                  x: { type: "string", "x-ignored-with": { y: "y wins" } },
                  y: { type: "string", "x-ignored-with": ["z"] },
                },
              },
            },
          },
        },
      },
    },
  });
  const { parameters, body } = first(apiOf(spec));
  expect(parameters[0]?.ignoredWith).toEqual([{ name: "b" }]);
  expect(body?.contents[0]?.schema).toMatchObject({
    keywords: [
      {},
      {
        named: [
          { name: "x", ignoredWith: [{ name: "y", reason: "y wins" }] },
          {},
        ],
      },
    ],
  });
  expect(codesOf(spec)).toEqual([
    "ignored-with-unknown #/paths/~1a/post/requestBody/content/application~1json/schema/properties/y/x-ignored-with/0",
  ]);
});

test("what has a name that HTTP does not allow, or none, is left out and reported", () => {
  const described = document({
    "/a": {
      get: {
        parameters: [
          text("X Bad", "header"),
          text("X-Good", "header"),
          text("", "header"),
          text("", "query"),
          text("a b", "query"),
          text("a b", "cookie"),
          {
            name: "c d",
            in: "cookie",
            content: { "application/json": { schema: {} } },
          },
        ],
        responses: {
          "200": {
            description: "ok",
            headers: {
              "Rate Limit": { schema: {} },
              "": { schema: {} },
              "Rate-Limit": { schema: {} },
            },
          },
        },
      },
    },
  });
  const operation = first(buildValue(described).api as Api);
  expect(operation.parameters.map(({ name }) => name)).toEqual([
    "X-Good",
    "a b",
    "a b",
  ]);
  const [response] = operation.responses;
  expect(response?.headers.map(({ name }) => name)).toEqual(["Rate-Limit"]);
  const at = "#/paths/~1a/get";
  expect(codesOf(described).sort()).toEqual([
    `cookie-name-invalid ${at}/parameters/6`,
    `header-name-ignored ${at}/responses/200/headers/`,
    `header-name-ignored ${at}/responses/200/headers/Rate Limit`,
    `header-name-invalid ${at}/parameters/0`,
    `parameter-name-empty ${at}/parameters/2/name`,
    `parameter-name-empty ${at}/parameters/3/name`,
  ]);
});
