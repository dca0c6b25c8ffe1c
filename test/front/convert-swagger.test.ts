import { describe, expect, it } from "vitest";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import type { JsonObject } from "../../generator/model/json.js";
import { convertDocument } from "../../generator/swagger/convert-document.js";
import { convertSwagger } from "../../generator/swagger/convert-swagger.js";
import { resolveDescription } from "../../generator/resolve/resolve-description.js";
import { readText } from "./read-text.js";

/** The converted document, and what was lost as `pointer message`. */
function convert(document: object, scheme?: string) {
  const losses: string[] = [];
  const before = JSON.stringify(document);
  const { value, sourceOf } = convertDocument(
    { swagger: "2.0", ...document } as unknown as JsonObject,
    scheme,
    (pointer, message) => losses.push(`${pointer} ${message}`),
  );
  expect(JSON.stringify(document)).toBe(before);
  return { value: value as never as Converted, sourceOf, losses };
}

interface Converted {
  readonly openapi: string;
  readonly servers?: unknown;
  readonly components?: Record<string, Record<string, unknown>>;
  readonly paths: Record<string, Record<string, Operation>>;
}

interface Operation {
  readonly parameters?: unknown[];
  readonly requestBody?: unknown;
  readonly responses?: Record<string, unknown>;
  readonly servers?: unknown;
}

const post = (operation: object, document: object = {}) => {
  const { value, ...others } = convert({
    ...document,
    paths: { "/a": { post: operation } },
  });
  return { operation: value.paths["/a"]?.["post"] as Operation, ...others };
};

describe("servers", () => {
  it.each([
    [{}, undefined, undefined],
    [{ basePath: "/" }, undefined, undefined],
    [{ basePath: "/v1/" }, undefined, [{ url: "/v1" }]],
    [{ host: "a.b", schemes: ["https"] }, undefined, [{ url: "https://a.b" }]],
    [
      { host: "a.b:80", basePath: "v1", schemes: ["http", "ws", "https"] },
      undefined,
      [{ url: "https://a.b:80/v1" }, { url: "http://a.b:80/v1" }],
    ],
    [{ host: "a.b" }, "http", [{ url: "http://a.b" }]],
    [{ host: "a.b" }, undefined, [{ url: "https://a.b" }]],
    [
      { host: "http://a.b/", basePath: "/v1", schemes: ["https"] },
      undefined,
      [{ url: "http://a.b/v1" }],
    ],
  ])("%j", (document, scheme, servers) => {
    const { value, losses } = convert(document, scheme);
    expect(value.servers).toEqual(servers);
    const isSaid = "host" in document && !("schemes" in document);
    const isUrl = "host" in document && document.host.includes("//");
    expect(losses).toHaveLength(isSaid || isUrl ? 1 : 0);
  });

  it("of an operation with schemes of its own", () => {
    const { operation } = post(
      { schemes: ["http"], responses: {} },
      { host: "a.b", basePath: "/v1", schemes: ["https"] },
    );
    expect(operation).toEqual({
      servers: [{ url: "http://a.b/v1" }],
      responses: {},
    });
  });
});

describe("parameters", () => {
  const array = { type: "array", items: { type: "string" } };
  it.each([
    [
      { in: "query", name: "q", type: "integer", maximum: 5, default: 1 },
      {
        in: "query",
        name: "q",
        schema: { type: "integer", maximum: 5, default: 1 },
      },
    ],
    [
      { in: "query", name: "q", ...array },
      { in: "query", name: "q", style: "form", explode: false, schema: array },
    ],
    [
      { in: "query", name: "q", ...array, collectionFormat: "ssv" },
      {
        in: "query",
        name: "q",
        style: "spaceDelimited",
        explode: false,
        schema: array,
      },
    ],
    [
      { in: "query", name: "q", ...array, collectionFormat: "pipes" },
      {
        in: "query",
        name: "q",
        style: "pipeDelimited",
        explode: false,
        schema: array,
      },
    ],
    [
      { in: "query", name: "q", ...array, collectionFormat: "multi" },
      { in: "query", name: "q", style: "form", explode: true, schema: array },
    ],
    [
      { in: "header", name: "X-Q", ...array },
      { in: "header", name: "X-Q", style: "simple", schema: array },
    ],
    [
      {
        in: "path",
        name: "q",
        required: true,
        ...array,
        collectionFormat: "csv",
      },
      { in: "path", name: "q", required: true, style: "simple", schema: array },
    ],
    [
      {
        in: "query",
        name: "q",
        type: "string",
        description: "Words.",
        allowEmptyValue: true,
        "x-nullable": true,
        "x-mine": 1,
      },
      {
        in: "query",
        name: "q",
        description: "Words.",
        allowEmptyValue: true,
        "x-mine": 1,
        schema: { type: "string", nullable: true },
      },
    ],
  ])("%j", (written, converted) => {
    const { operation, losses, sourceOf } = post({ parameters: [written] });
    expect(operation.parameters).toEqual([converted]);
    expect(losses).toEqual([]);
    const at = "/paths/~1a/post/parameters/0";
    expect(sourceOf(`${at}/schema/type`)).toBe(`${at}/type`);
  });

  it("tells the caller of a list that is a string", () => {
    const tabs = { name: "q", ...array, collectionFormat: "tsv" };
    const { operation } = post({
      parameters: [
        { in: "query", description: "Words.", ...tabs },
        { in: "formData", ...tabs },
      ],
    });
    expect(operation.parameters).toEqual([
      {
        in: "query",
        name: "q",
        description: "Words.\n\nA list, its items joined by tabs.",
        schema: { type: "string" },
      },
    ]);
    expect(JSON.stringify(operation.requestBody)).toContain(
      '"q":{"description":"A list, its items joined by tabs.","type":"string"}',
    );
  });

  it.each([
    [{ type: "array", items: {}, collectionFormat: "tsv" }, "joined by tabs"],
    [{ in: "header", ...array, collectionFormat: "pipes" }, "joined by pipes"],
    [{ in: "path", ...array, collectionFormat: "multi" }, "joined by commas"],
    [{ type: "array", items: array }, "joined by commas"],
    [{}, '"type" is missing; the field is a string'],
    [{ schema: { type: "string" } }, "as OpenAPI 3.0 reads it"],
  ])("says what is lost of %j", (written, words) => {
    const { losses } = post({
      parameters: [{ in: "query", name: "q", ...written }],
    });
    expect(losses).toHaveLength(1);
    expect(losses[0]).toMatch(/^\/paths\/~1a\/post\/parameters\/0 /);
    expect(losses[0]).toContain(words);
  });
});

describe("bodies", () => {
  const body = {
    in: "body",
    name: "pet",
    required: true,
    description: "A pet.",
    schema: { $ref: "#/definitions/Pet" },
  };
  const media = { schema: { $ref: "#/components/schemas/Pet" } };

  it("are sent as what the operation consumes, or else the document, or else JSON", () => {
    const types = (operation: object, document?: object) => {
      const found = post({ parameters: [body], ...operation }, document);
      expect(found.operation).not.toHaveProperty("consumes");
      expect(found.operation.parameters).toEqual([]);
      const { content } = found.operation.requestBody as JsonObject;
      expect(Object.values(content as JsonObject)[0]).toEqual(media);
      return Object.keys(content as JsonObject);
    };
    const consumes = ["application/xml"];
    expect(types({})).toEqual(["application/json"]);
    expect(types({}, { consumes })).toEqual(consumes);
    expect(types({ consumes: ["text/json", "a/b"] }, { consumes })).toEqual([
      "text/json",
      "a/b",
    ]);
  });

  it("are shared where the media types are those of the document", () => {
    const shared = { parameters: { Pet: body }, consumes: ["a/b"] };
    const parameters = [{ $ref: "#/parameters/Pet" }];
    const { operation } = post({ parameters }, shared);
    expect(operation.requestBody).toEqual({
      $ref: "#/components/requestBodies/Pet",
    });
    const own = post({ parameters, consumes: ["c/d"] }, shared);
    expect(own.operation.requestBody).toEqual({
      required: true,
      description: "A pet.",
      content: { "c/d": media },
    });
    expect(
      own.sourceOf("/paths/~1a/post/requestBody/content/c~1d/schema/$ref"),
    ).toBe("/parameters/Pet/schema/$ref");
  });

  it("are made of form fields, those of the path item too", () => {
    const { value, sourceOf } = convert({
      parameters: { Age: { in: "formData", name: "age", type: "integer" } },
      paths: {
        "/a": {
          parameters: [
            { in: "formData", name: "tag", type: "string" },
            { in: "formData", name: "name", type: "boolean" },
          ],
          post: {
            consumes: ["application/x-www-form-urlencoded"],
            parameters: [
              { in: "query", name: "q", type: "string" },
              { in: "formData", name: "name", type: "string", required: true },
              { $ref: "#/parameters/Age" },
            ],
          },
        },
      },
    });
    const { post: operation, parameters } = value.paths["/a"] as never;
    expect(parameters).toEqual([]);
    expect(operation).toEqual({
      parameters: [{ in: "query", name: "q", schema: { type: "string" } }],
      requestBody: {
        required: true,
        content: {
          "application/x-www-form-urlencoded": {
            schema: {
              type: "object",
              properties: {
                tag: { type: "string" },
                name: { type: "string" },
                age: { type: "integer" },
              },
              required: ["name"],
            },
          },
        },
      },
    });
    const at =
      "/paths/~1a/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties";
    expect(sourceOf(`${at}/tag/type`)).toBe("/paths/~1a/parameters/0/type");
    expect(sourceOf(`${at}/name/type`)).toBe(
      "/paths/~1a/post/parameters/1/type",
    );
    expect(sourceOf(`${at}/age/type`)).toBe("/parameters/Age/type");
    expect(value.components).toBeUndefined();
  });

  it("have parts where there are files", () => {
    const { operation } = post({
      consumes: ["application/x-www-form-urlencoded"],
      parameters: [
        { in: "formData", name: "file", type: "file", description: "Bytes." },
      ],
    });
    expect(operation.requestBody).toEqual({
      content: {
        "multipart/form-data": {
          schema: {
            type: "object",
            properties: {
              file: { description: "Bytes.", type: "string", format: "binary" },
            },
          },
        },
      },
    });
  });

  it("are one", () => {
    const { operation, losses } = post({
      parameters: [body, { in: "formData", name: "a", type: "string" }],
    });
    expect(operation.requestBody).toHaveProperty([
      "content",
      "application/json",
    ]);
    expect(losses).toEqual([
      "/paths/~1a/post/parameters/1 An operation has one body; the first parameter with `in: body` is taken, and this one is left out.",
    ]);
  });
});

describe("responses", () => {
  const content = (response: object, operation: object = {}) =>
    (
      post({ responses: { 200: response }, ...operation }).operation
        .responses?.["200"] as JsonObject
    )["content"];
  const schema = { type: "string" };

  it.each([
    [{}, {}, undefined],
    [{ schema }, {}, { "application/json": { schema } }],
    [
      { schema },
      { produces: ["a/b", "c/d"] },
      { "a/b": { schema }, "c/d": { schema } },
    ],
    [{ schema, examples: { "a/b": 1 } }, {}, { "a/b": { schema, example: 1 } }],
    [
      { schema, examples: { "a/b": null } },
      { produces: ["a/b", "c/d"] },
      { "a/b": { schema, example: null }, "c/d": { schema } },
    ],
    [
      { schema: { type: "file" } },
      { produces: ["application/json"] },
      { "*/*": { schema: { type: "string", format: "binary" } } },
    ],
    [
      { schema: { type: "file" } },
      { produces: ["application/json", "application/pdf"] },
      { "application/pdf": { schema: { type: "string", format: "binary" } } },
    ],
  ])("%j with %j", (response, operation, expected) => {
    expect(content({ description: "", ...response }, operation)).toEqual(
      expected,
    );
  });

  it("have headers", () => {
    const { operation, sourceOf } = post({
      responses: {
        200: {
          description: "",
          headers: {
            "X-A": { type: "integer", description: "How many." },
            "X-B": { type: "array", items: { type: "string" } },
          },
        },
      },
    });
    expect(operation.responses?.["200"]).toEqual({
      description: "",
      headers: {
        "X-A": { description: "How many.", schema: { type: "integer" } },
        "X-B": {
          style: "simple",
          schema: { type: "array", items: { type: "string" } },
        },
      },
    });
    const at = "/paths/~1a/post/responses/200/headers/X-A";
    expect(sourceOf(`${at}/schema/type`)).toBe(`${at}/type`);
  });

  it("are shared where the media types are those of the document", () => {
    const shared = {
      responses: { No: { description: "no", schema } },
      produces: ["a/b"],
    };
    const responses = { 400: { $ref: "#/responses/No" } };
    expect(post({ responses }, shared).operation.responses).toEqual({
      400: { $ref: "#/components/responses/No" },
    });
    const own = post({ responses, produces: ["c/d"] }, shared);
    expect(own.operation.responses).toEqual({
      400: { description: "no", content: { "c/d": { schema } } },
    });
    expect(
      own.sourceOf("/paths/~1a/post/responses/400/content/c~1d/schema/type"),
    ).toBe("/responses/No/schema/type");
  });

  it("lose examples of media types that are not produced", () => {
    const { losses } = post({
      produces: ["a/b"],
      responses: { 200: { schema, examples: { "c/d": 1 } } },
    });
    expect(losses).toEqual([
      expect.stringMatching(
        /^\/paths\/~1a\/post\/responses\/200\/examples\/c~1d /,
      ) as string,
    ]);
  });
});

describe("schemas", () => {
  it("keep their keywords at all depths", () => {
    const { value } = convert({
      definitions: {
        Pet: {
          type: "object",
          discriminator: "kind",
          properties: {
            discriminator: { type: "string", "x-nullable": true },
            "x-nullable": { type: "file", "x-nullable": false },
            list: { type: "array", items: { $ref: "#/definitions/Pet" } },
            map: { additionalProperties: { "x-nullable": true } },
            exact: { minimum: 1, exclusiveMinimum: true, readOnly: true },
          },
          example: { $ref: "#/definitions/Pet", discriminator: "a" },
        },
        Cat: { allOf: [{ $ref: "#/definitions/Pet" }, { xml: { name: "c" } }] },
      },
    });
    expect(value.components?.["schemas"]).toEqual({
      Pet: {
        type: "object",
        discriminator: { propertyName: "kind" },
        properties: {
          discriminator: { type: "string", nullable: true },
          "x-nullable": { type: "string", format: "binary" },
          list: { type: "array", items: { $ref: "#/components/schemas/Pet" } },
          map: { additionalProperties: { nullable: true } },
          exact: { minimum: 1, exclusiveMinimum: true, readOnly: true },
        },
        example: { $ref: "#/definitions/Pet", discriminator: "a" },
      },
      Cat: {
        allOf: [{ $ref: "#/components/schemas/Pet" }, { xml: { name: "c" } }],
      },
    });
  });

  it("are referred to wherever they went", () => {
    const { value } = convert({
      definitions: {
        "A B": { type: "string" },
        Refs: {
          properties: {
            a: { $ref: "#/definitions/A%20B" },
            b: { $ref: "#/paths/~1a/post/parameters/1/schema" },
            c: { $ref: "#/paths/~1a/post/responses/200/schema/items" },
            d: { $ref: "other.yaml#/definitions/X" },
            e: { $ref: "#/definitions/Refs/properties/a" },
            f: { $ref: "#/parameters/Body/schema" },
          },
        },
      },
      parameters: { Body: { in: "body", name: "b", schema: {} } },
      paths: {
        "/a": {
          post: {
            parameters: [
              { in: "query", name: "q", type: "string" },
              { in: "body", name: "b", schema: { type: "string" } },
            ],
            responses: { 200: { schema: { type: "array", items: {} } } },
          },
        },
      },
    });
    const refs = value.components?.["schemas"]?.["Refs"] as JsonObject;
    expect(refs["properties"]).toEqual({
      a: { $ref: "#/components/schemas/A%20B" },
      b: {
        $ref: "#/paths/~1a/post/requestBody/content/application~1json/schema",
      },
      c: {
        $ref: "#/paths/~1a/post/responses/200/content/application~1json/schema/items",
      },
      d: { $ref: "other.yaml#/definitions/X" },
      e: { $ref: "#/components/schemas/Refs/properties/a" },
      f: {
        $ref: "#/components/requestBodies/Body/content/application~1json/schema",
      },
    });
  });
});

describe("security schemes", () => {
  const scopes = { read: "Reads." };
  it.each([
    [{ type: "basic" }, { type: "http", scheme: "basic" }],
    [
      { type: "apiKey", in: "query", name: "k", description: "Key." },
      { type: "apiKey", in: "query", name: "k", description: "Key." },
    ],
    [
      { type: "oauth2", flow: "implicit", authorizationUrl: "a", scopes },
      {
        type: "oauth2",
        flows: { implicit: { authorizationUrl: "a", scopes } },
      },
    ],
    [
      { type: "oauth2", flow: "password", tokenUrl: "t", scopes },
      { type: "oauth2", flows: { password: { tokenUrl: "t", scopes } } },
    ],
    [
      { type: "oauth2", flow: "application", tokenUrl: "t" },
      {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "t", scopes: {} } },
      },
    ],
    [
      {
        type: "oauth2",
        flow: "accessCode",
        authorizationUrl: "a",
        tokenUrl: "t",
        scopes,
        "x-mine": 1,
      },
      {
        type: "oauth2",
        "x-mine": 1,
        flows: {
          authorizationCode: { authorizationUrl: "a", tokenUrl: "t", scopes },
        },
      },
    ],
  ])("%j", (written, converted) => {
    const { value } = convert({ securityDefinitions: { s: written } });
    expect(value.components?.["securitySchemes"]).toEqual({ s: converted });
  });
});

describe("the whole", () => {
  it("names a broken reference as it is written", () => {
    const collector = new DiagnosticCollector();
    const { document } = readText(
      `swagger: "2.0"\ndefinitions:\n  Pet: {$ref: "#/definitions/Pat"}\n`,
    );
    if (document === undefined) throw new Error("not read");
    const converted = convertSwagger(document, collector);
    resolveDescription(converted, undefined, collector)?.follow(
      { file: "", pointer: "/components/schemas/Pet" },
      "#/components/schemas/Pat",
    );
    expect(collector.all[1]).toMatchObject({
      code: "reference-not-found",
      message:
        'The reference "#/definitions/Pat" cannot be followed: "Pat" is no member of spec.yaml#/definitions.',
      fix: expect.stringContaining('Did you mean "Pet"?') as string,
    });
  });

  it("keeps what both versions have, and what is malformed", () => {
    const kept = {
      info: { title: "A", version: "1" },
      tags: [{ name: "a" }],
      externalDocs: { url: "https://a.example" },
      security: [{ s: [] }],
      "x-mine": true,
      unknown: 1,
      paths: {
        "/a": { post: { parameters: { no: "list" }, responses: [1] }, get: 5 },
        "/b": "no object",
        "/c": { $ref: "paths.yaml#/c", parameters: [null, "a", { in: "odd" }] },
      },
    };
    const document = { ...kept, definitions: [1], schemes: 5 };
    const { value, losses } = convert(document);
    expect(losses).toEqual([
      expect.stringMatching(/^\/paths\/~1c The path item stands in/) as string,
    ]);
    expect(value).toEqual({
      openapi: "3.0.3",
      ...kept,
      components: { schemas: [1] },
    });
  });

  it("says what other files are read as", () => {
    const { operation, losses } = post({
      parameters: [{ $ref: "parts.yaml#/Limit" }, { $ref: "#/parameters/A" }],
      responses: {
        200: { schema: { $ref: "parts.yaml#/Pet" } },
        400: { $ref: "parts.yaml#/No" },
      },
    });
    expect(operation.parameters?.[0]).toEqual({ $ref: "parts.yaml#/Limit" });
    expect(losses).toEqual([
      expect.stringMatching(/parameters\/0 The parameter stands in/) as string,
      expect.stringMatching(/responses\/400 The response stands in/) as string,
    ]);
  });

  it("ends where references lead to each other", () => {
    const { operation } = post(
      {
        parameters: [{ $ref: "#/parameters/A" }],
        responses: { 200: { $ref: "#/responses/A" } },
      },
      {
        parameters: { A: { $ref: "#/parameters/A" } },
        responses: { A: { $ref: "#/responses/A" } },
      },
    );
    expect(operation.parameters).toEqual([
      { $ref: "#/components/parameters/A" },
    ]);
  });

  it("takes the version without quotes, and no other document", () => {
    const collector = new DiagnosticCollector();
    const { document } = readText("swagger: 2.0\npaths: {}\n");
    if (document === undefined) throw new Error("not read");
    const { value } = convertSwagger(document, collector);
    expect(value).toEqual({ openapi: "3.0.3", paths: {} });
    const other = readText("openapi: 3.0.0\nswagger: '2.0'\n").document;
    if (other === undefined) throw new Error("not read");
    expect(convertSwagger(other, collector)).toBe(other);
    expect(collector.all.map(({ code }) => code)).toEqual(["swagger-2"]);
  });
});
