import { beforeAll, describe, expect, test } from "vitest";
import {
  compileOutput,
  diagnose,
  operationOf,
  type CompiledOutput,
} from "./compile-output.js";

const list = { type: "array", items: { type: "string" } };

const document = {
  swagger: "2.0",
  info: { title: "Pets", version: "1" },
  host: "api.example.com",
  basePath: "/v1",
  schemes: ["https"],
  consumes: ["application/json"],
  produces: ["application/json"],
  securityDefinitions: {
    key: { type: "apiKey", in: "header", name: "X-Key" },
  },
  security: [{ key: [] }],
  parameters: {
    Pet: {
      in: "body",
      name: "pet",
      required: true,
      schema: { $ref: "#/definitions/Pet" },
    },
    Limit: { in: "query", name: "limit", type: "integer", maximum: 5 },
    Colours: { in: "formData", name: "colours", ...list },
  },
  responses: {
    Refused: { description: "no", schema: { $ref: "#/definitions/Problem" } },
  },
  paths: {
    "/pets/{id}": {
      parameters: [{ in: "path", name: "id", required: true, type: "string" }],
      get: {
        operationId: "getPet",
        parameters: [
          { in: "query", name: "many", ...list, collectionFormat: "multi" },
          { in: "query", name: "plain", ...list },
          { in: "query", name: "pipes", ...list, collectionFormat: "pipes" },
          { in: "query", name: "spaces", ...list, collectionFormat: "ssv" },
          { in: "header", name: "X-List", ...list },
          { $ref: "#/parameters/Limit" },
        ],
        responses: {
          200: { description: "ok", schema: { $ref: "#/definitions/Pet" } },
          default: { $ref: "#/responses/Refused" },
        },
      },
      put: {
        operationId: "putPet",
        parameters: [{ $ref: "#/parameters/Pet" }],
        responses: { 204: { description: "none" } },
      },
      patch: {
        operationId: "patchPet",
        consumes: ["application/x-www-form-urlencoded"],
        parameters: [
          { in: "formData", name: "tags", ...list },
          { in: "formData", name: "many", ...list, collectionFormat: "multi" },
          { in: "formData", name: "pipes", ...list, collectionFormat: "pipes" },
          { in: "formData", name: "age", type: "number", minimum: 2 },
          { $ref: "#/parameters/Colours" },
        ],
        responses: { 204: { description: "none" } },
      },
    },
  },
  definitions: {
    Pet: {
      type: "object",
      required: ["kind"],
      properties: {
        kind: { type: "string" },
        nickname: { type: "string", "x-nullable": true },
      },
    },
    Problem: { type: "object", properties: { code: { type: "integer" } } },
  },
} as const;

/** The document with one operation more. */
function withPost(post: object): object {
  return {
    ...document,
    paths: {
      "/pets": { post: { responses: { 204: { description: "" } }, ...post } },
    },
  };
}

describe("a description of Swagger 2.0", () => {
  let output: CompiledOutput;
  beforeAll(async () => {
    output = await compileOutput(document);
  });
  const build = (id: string, input: object) =>
    operationOf(output, id).build(input);

  test("is converted, and said to be", async () => {
    expect(await diagnose(document)).toMatchObject([
      { code: "swagger-2", severity: "info", pointer: "/swagger", line: 1 },
    ]);
  });

  test("keeps its query, header, server and credentials", () => {
    const request = build("getPet", {
      path: { id: "a/b" },
      query: {
        many: ["1", "2"],
        plain: ["1", "2"],
        pipes: ["1", "2"],
        spaces: ["1", "2"],
        limit: 3,
      },
      header: { "X-List": ["a", "b"] },
    });
    expect(request).toMatchObject({
      method: "GET",
      url: "/pets/a%2Fb?many=1&many=2&plain=1,2&pipes=1%7C2&spaces=1%202&limit=3",
      headers: { "x-list": "a,b", accept: "application/json" },
      server: "https://api.example.com/v1",
      security: [[{ kind: "header", parameter: "X-Key" }]],
    });
  });

  test("writes the lists of a form as collectionFormat says", () => {
    const { body } = build("patchPet", {
      path: { id: "1" },
      body: {
        tags: ["a", "b"],
        many: ["c", "d"],
        pipes: ["e", "f"],
        colours: ["g", "h"],
        age: 3,
      },
    });
    expect(body).toBe("tags=a,b&many=c&many=d&pipes=e%7Cf&colours=g,h&age=3");
  });

  test("keeps constraints, shared bodies and nullable members", async () => {
    const { validate } = operationOf(output, "patchPet");
    const result = validate({ path: { id: "1" }, body: { age: 1 } });
    expect(result.issues).toMatchObject([
      { pointer: "/body/age", keyword: "minimum" },
    ]);
    const put = operationOf(output, "putPet");
    const body = { kind: "cat", nickname: null };
    expect(put.validate({ path: { id: "1" }, body }).ok).toBe(true);
    expect(put.build({ path: { id: "1" }, body }).body).toBe(
      JSON.stringify(body),
    );
    expect(put.validate({ path: { id: "1" } }).ok).toBe(false);
  });

  test("gives shared responses to its readers", async () => {
    const { read } = operationOf(output, "getPet");
    const problem = Response.json({ code: "x" }, { status: 500 });
    expect(await read(problem)).toMatchObject({
      ok: false,
      issues: [{ pointer: "/body/code", keyword: "type" }],
    });
  });

  const tabs = { ...list, collectionFormat: "tsv" };

  test.each([
    ["a query", { parameters: [{ in: "query", name: "q", ...tabs }] }, 0],
    ["a header", { parameters: [{ in: "header", name: "q", ...tabs }] }, 0],
    [
      "a form",
      {
        consumes: ["application/x-www-form-urlencoded"],
        parameters: [
          { in: "query", name: "q", type: "string" },
          { in: "formData", name: "q", ...tabs },
        ],
      },
      1,
    ],
  ])("sends a list in tabs as a string: %s", async (_, operation, index) => {
    const description = withPost({ operationId: "post", ...operation });
    const pointer = `/paths/~1pets/post/parameters/${index}`;
    expect(await diagnose(description)).toMatchObject([
      { code: "swagger-loss", severity: "warning", pointer },
      { code: "swagger-2" },
    ]);
    const { build } = operationOf(await compileOutput(description), "post");
    const q = "a\tb";
    const sent = JSON.stringify(
      build(index === 1 ? { body: { q } } : { query: { q }, header: { q } }),
    );
    expect(sent).toMatch(/a%09b|a\\tb/);
  });

  test("sends files of a list as parts, and other lists of a form as written", async () => {
    const { build } = operationOf(
      await compileOutput(
        withPost({
          operationId: "post",
          consumes: ["multipart/form-data"],
          parameters: [
            {
              in: "formData",
              name: "files",
              type: "array",
              items: { type: "file" },
            },
            { in: "formData", name: "tags", ...list },
            {
              in: "formData",
              name: "many",
              ...list,
              collectionFormat: "multi",
            },
          ],
        }),
      ),
      "post",
    );
    const file = new Blob(["x"]);
    const { body, headers } = build({
      body: { files: [file, file], tags: "a,b", many: ["c", "d"] },
    });
    const form = await new Response(body as Blob, { headers }).formData();
    expect(form.getAll("files")).toHaveLength(2);
    expect(form.getAll("tags")).toEqual(["a,b"]);
    expect(form.getAll("many")).toEqual(["c", "d"]);
  });

  test("points into the file that people wrote", async () => {
    const broken = withPost({
      parameters: [
        { in: "query", name: "q", type: "string", pattern: "(" },
        {
          in: "body",
          name: "b",
          schema: { properties: { x: { type: "string", pattern: "[" } } },
        },
      ],
      responses: {
        200: { description: "", schema: { type: "string", pattern: "(" } },
      },
    });
    const found = await diagnose(broken);
    const places = found.flatMap(({ code, pointer }) =>
      code === "pattern-invalid" ? [pointer] : [],
    );
    expect(places.sort()).toEqual([
      "/paths/~1pets/post/parameters/0/pattern",
      "/paths/~1pets/post/parameters/1/schema/properties/x/pattern",
      "/paths/~1pets/post/responses/200/schema/pattern",
    ]);
  });
});
