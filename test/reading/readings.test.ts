import { describe, expect, test } from "vitest";
import { compileOutput, operationOf } from "../wire/compile-output.js";
import {
  description,
  withOperation,
  withSchema,
} from "./broken-descriptions.js";

const schema = { type: "string" };
const answer = { "200": { description: "Done" } };

describe("the reading is made", () => {
  test("a body of GET, HEAD and TRACE: none in 3.0, built since 3.1", async () => {
    for (const method of ["get", "head", "trace"]) {
      const documents = ["3.0.3", "3.1.0", "3.2.0"].map((openapi) =>
        withOperation(
          {
            operationId: "search",
            requestBody: {
              required: true,
              content: { "application/json": { schema: { type: "object" } } },
            },
          },
          { method, openapi },
        ),
      );
      const [old, ...newer] = await Promise.all(
        documents.map(async (document) =>
          operationOf(await compileOutput(document), "search"),
        ),
      );
      expect(old?.validate({ body: {} })).toMatchObject({ ok: false });
      expect(old?.build({})).not.toHaveProperty("body");
      for (const { build, validate } of newer) {
        expect(validate({ body: 1 })).toMatchObject({ ok: false });
        expect(build({ body: { a: 1 } })).toMatchObject({
          method: method.toUpperCase(),
          body: '{"a":1}',
          headers: { "content-type": "application/json" },
        });
      }
    }
  });

  test("duplicates behind references, by path item and operation, in webhooks", async () => {
    const limit = { $ref: "#/components/parameters/Limit" };
    const inline = { name: "limit", in: "query", schema };
    const output = await compileOutput(
      description(
        {
          paths: {
            "/a": {
              parameters: [inline],
              get: {
                operationId: "a",
                parameters: [limit, inline],
                responses: answer,
              },
            },
          },
          webhooks: {
            b: {
              post: {
                operationId: "b",
                parameters: [inline, limit],
                responses: answer,
              },
            },
          },
          components: {
            parameters: {
              Limit: {
                name: "limit",
                in: "query",
                schema: { type: "integer" },
              },
            },
          },
        },
        "3.0.3",
      ),
    );
    const a = operationOf(output, "a");
    expect(a.validate({ query: { limit: 3 } })).toMatchObject({ ok: true });
    expect(a.validate({ query: { limit: "3" } })).toMatchObject({ ok: false });
    expect(a.build({ query: { limit: 3 } }).url).toBe("/a?limit=3");
    expect(output.api.webhooks[0]?.parameters).toMatchObject([
      { name: "limit", schema: { keywords: [{ types: ["string"] }] } },
    ]);
  });

  test("operation ids and paths that are there twice", async () => {
    const id = (name: string) => ({ name, in: "path", required: true, schema });
    const output = await compileOutput(
      description({
        paths: {
          "/pets/{id}": {
            get: {
              operationId: "get",
              parameters: [id("id")],
              responses: answer,
            },
          },
          "/pets/{name}": {
            get: {
              operationId: "get",
              parameters: [id("name")],
              responses: answer,
            },
          },
        },
      }),
    );
    expect(output.operations.size).toBe(2);
    const urls = [...output.operations.values()].map(
      ({ build }) => build({ path: { id: "a", name: "b" } }).url,
    );
    expect(urls.sort()).toEqual(["/pets/a", "/pets/b"]);
  });

  test("status codes with words, and the exact code where both are there", async () => {
    const output = await compileOutput(
      withOperation({
        operationId: "get",
        responses: {
          "204 NO_CONTENT": {
            description: "",
            headers: { "X-A": { required: true, schema } },
          },
          "204": { description: "" },
          "5XX Oops": { description: "" },
        },
      }),
    );
    const { read } = operationOf(output, "get");
    const found = await read(new Response(null, { status: 204 }));
    expect(found).toMatchObject({ status: 204, issues: [] });
    expect(await read(new Response("", { status: 503 }))).toMatchObject({
      status: 503,
    });
  });

  test("keywords of later versions", async () => {
    const output = await compileOutput(
      withSchema({
        type: "object",
        properties: {
          kind: { const: "a" },
          point: { type: "array", prefixItems: [{ type: "number" }] },
        },
        if: { properties: { kind: { const: "a" } }, required: ["kind"] },
        then: { required: ["point"] },
        dependentRequired: { point: ["kind"] },
      }),
    );
    const { read } = operationOf(output, "getItem");
    const issuesOf = async (value: unknown) =>
      (await read(Response.json(value))).issues.map(({ keyword }) => keyword);
    expect(await issuesOf({ kind: "a", point: [1] })).toEqual([]);
    expect(await issuesOf({ kind: "b" })).toEqual(["const"]);
    expect(await issuesOf({ kind: "a" })).not.toEqual([]);
    expect(await issuesOf({ kind: "a", point: ["x"] })).toEqual(["type"]);
    expect(await issuesOf({ point: [] })).toEqual(["dependentRequired"]);
  });

  test("a pattern of properties that cannot be read refuses no property", async () => {
    const output = await compileOutput(
      withSchema(
        {
          type: "object",
          patternProperties: { "^(": { type: "string" } },
          additionalProperties: false,
        },
        "3.1.0",
      ),
    );
    const { read } = operationOf(output, "getItem");
    expect((await read(Response.json({ a: 1 }))).issues).toEqual([]);
  });

  test("security requirements of unknown schemes leave the others", async () => {
    const output = await compileOutput({
      ...withOperation({
        operationId: "get",
        security: [{ none: [] }, { key: [], none: [] }],
      }),
      components: {
        securitySchemes: {
          key: { type: "apiKey", in: "header", name: "X-Key" },
        },
      },
    });
    expect(output.api.operations[0]?.security).toEqual([
      { schemes: [{ name: "key", scopes: [] }] },
    ]);
  });

  test("a server variable without a declaration has no default", async () => {
    const output = await compileOutput({
      ...withOperation({ operationId: "get" }),
      servers: [{ url: "https://{region}.shop.example" }],
    });
    expect(output.api.servers).toEqual([
      { url: "https://{region}.shop.example", variables: [{ name: "region" }] },
    ]);
    const { build } = operationOf(output, "get");
    const request = build();
    expect(() => output.runtime.toRequest(request, {})).toThrow(
      /a value for "region"/,
    );
    expect(
      output.runtime.toRequest(request, { baseUrl: "https://eu.shop.example" })
        .url,
    ).toBe("https://eu.shop.example/items");
  });

  test("media types: parameters, commas, and what is none", async () => {
    const output = await compileOutput(
      withOperation({
        responses: {
          "200": {
            description: "",
            content: {
              "application/json;simple; charset=utf-8": { schema },
              " text/csv , text/plain": { schema },
              schema: {},
            },
          },
        },
      }),
    );
    const [response] = output.api.operations[0]?.responses ?? [];
    expect(response?.contents.map(({ mediaType }) => mediaType)).toEqual([
      "application/json; charset=utf-8",
      "text/csv",
      "text/plain",
    ]);
  });

  test("allowed: a malformed path loses its operations, the others stay", async () => {
    const document = description({
      paths: {
        "/a/<id>": { get: { operationId: "a", responses: answer } },
        "/b": { get: { operationId: "b", responses: answer } },
      },
    });
    const output = await compileOutput(document, {}, ["path-malformed"]);
    expect([...output.operations.keys()]).toEqual(["b"]);
  });

  test("allowed: a schema that is not there is unknown", async () => {
    const document = withSchema({
      properties: { a: { $ref: "#/components/schemas/None" } },
    });
    const output = await compileOutput(document, {}, ["reference-not-found"]);
    const { read } = operationOf(output, "getItem");
    expect((await read(Response.json({ a: [1] }))).issues).toEqual([]);
    expect(output.files.get("types/item.ts")).toMatch(/a\?: unknown/);
  });
});
