import { describe, expect, test } from "vitest";
import type { Keyword, Schema } from "../../generator/model/schema.js";
import { apiOf, buildValue, codesOf, withSchemas } from "./build.js";
import { isValid } from "./evaluate.js";

/** The schema of the component `S`, without its place. */
function schemaOf(schema: unknown, openapi = "3.1.0"): Schema {
  const { api } = buildValue(withSchemas({ S: schema }, openapi));
  const found = api?.definitions["#/components/schemas/S"]?.schema;
  if (found === undefined) throw new Error("not built");
  return found;
}

function keywordsOf(schema: unknown, openapi?: string): readonly Keyword[] {
  const found = schemaOf(schema, openapi);
  return found.kind === "keywords" ? found.keywords : [];
}

/** A schema with the places taken out, so that what two descriptions say can be compared. */
function meaning(schema: unknown, openapi: string): unknown {
  return JSON.parse(
    JSON.stringify(schemaOf(schema, openapi), (key, value: unknown) =>
      key === "pointer" ? undefined : value,
    ),
  ) as unknown;
}

describe("3.0 and 3.1 give the same keywords", () => {
  test.each([
    [
      "nullable",
      { type: "string", nullable: true },
      { type: ["string", "null"] },
    ],
    [
      "nullable with an enum that has null",
      { type: "string", nullable: true, enum: ["a", null] },
      { type: ["string", "null"], enum: ["a", null] },
    ],
    [
      "nullable without a type",
      { nullable: true, minLength: 2 },
      { minLength: 2 },
    ],
    [
      "exclusive bounds",
      {
        type: "number",
        minimum: 1,
        exclusiveMinimum: true,
        maximum: 9,
        exclusiveMaximum: true,
      },
      { type: "number", exclusiveMinimum: 1, exclusiveMaximum: 9 },
    ],
    [
      "bounds that say that they are not exclusive",
      { type: "number", minimum: 1, exclusiveMinimum: false },
      { type: "number", minimum: 1 },
    ],
    ["one example", { example: 5 }, { examples: [5] }],
    [
      "siblings of a reference",
      { $ref: "#/components/schemas/S", minLength: 5 },
      { $ref: "#/components/schemas/S" },
    ],
    [
      "everything that both know",
      {
        title: "T",
        description: "D",
        type: "object",
        required: ["a"],
        minProperties: 1,
        properties: {
          a: { type: "array", items: { type: "integer" }, uniqueItems: true },
          b: { not: { type: "boolean" }, readOnly: true, default: 1 },
        },
        additionalProperties: { type: "string", pattern: "^a" },
      },
      {
        title: "T",
        description: "D",
        type: "object",
        required: ["a"],
        minProperties: 1,
        properties: {
          a: { type: "array", items: { type: "integer" }, uniqueItems: true },
          b: { not: { type: "boolean" }, readOnly: true, default: 1 },
        },
        additionalProperties: { type: "string", pattern: "^a" },
      },
    ],
  ])("%s", (_name, old, modern) => {
    expect(meaning(old, "3.0.3")).toEqual(meaning(modern, "3.1.0"));
    expect(meaning(modern, "3.2.0")).toEqual(meaning(modern, "3.1.0"));
  });
});

describe("what 3.0 means", () => {
  const valid = (schema: unknown, value: string | number | null) =>
    isValid(schemaOf(schema, "3.0.3"), value, {});

  test.each([
    [{ type: "string", nullable: true }, null, true],
    [{ type: "string", nullable: true, enum: ["a"] }, null, true],
    [{ type: "string", nullable: true, enum: ["a", null] }, null, true],
    [{ nullable: true, allOf: [{ type: "string" }] }, null, true],
    [
      { type: "string", nullable: true, allOf: [{ type: "string" }] },
      null,
      true,
    ],
    [{ nullable: false }, null, true],
    [{ type: "number", minimum: 1, exclusiveMinimum: true }, 1, false],
    [{ type: "number", minimum: 1, exclusiveMinimum: false }, 1, true],
    [{ exclusiveMinimum: true }, 1, true],
    [{ const: 5 }, 6, false],
    [{ const: 5 }, 5, true],
    [{ if: true, then: false }, 6, false],
    [{ type: ["string", "null"] }, null, true],
    [{ type: "number", exclusiveMinimum: 1 }, 1, false],
  ])("%j takes %j: %s", (schema, value, expected) => {
    expect(valid(schema, value)).toBe(expected);
  });

  test("nullable widens the schema that says it, not the one it refers to", () => {
    const api = apiOf(
      withSchemas(
        {
          S: {
            type: "string",
            nullable: true,
            allOf: [{ $ref: "#/components/schemas/T" }],
          },
          T: { type: "string" },
        },
        "3.0.3",
      ),
    );
    const isValidAt = (name: string, value: string | null): boolean => {
      const definition = api.definitions[`#/components/schemas/${name}`];
      return isValid(definition?.schema as Schema, value, api.definitions);
    };
    expect(isValidAt("S", null)).toBe(true);
    expect(isValidAt("S", "a")).toBe(true);
    expect(isValidAt("T", null)).toBe(false);
  });
});

test("keywords stand in one order, cheap ones first", () => {
  const schema = {
    unevaluatedProperties: false,
    oneOf: [true],
    properties: { a: true },
    pattern: "^a",
    enum: ["a"],
    $ref: "#/components/schemas/S",
    minimum: 1,
    type: ["integer", "string", "number"],
    if: true,
    const: "a",
  };
  expect(keywordsOf(schema).map(({ kind }) => kind)).toEqual([
    "type",
    "const",
    "enum",
    "minimum",
    "pattern",
    "properties",
    "reference",
    "oneOf",
    "conditional",
    "unevaluatedProperties",
  ]);
  expect(keywordsOf(schema)[0]).toEqual({
    kind: "type",
    types: ["string", "number"],
  });
});

test("what asserts nothing makes no keyword", () => {
  for (const schema of [
    {},
    true,
    { required: [] },
    { then: false, else: false },
    { minContains: 3, maxContains: 1 },
    { contentSchema: { type: "string" } },
    { uniqueItems: false },
    { title: "T" },
  ]) {
    expect(schemaOf(schema).kind).toBe("any");
  }
  expect(schemaOf(false).kind).toBe("never");
  expect(schemaOf({ enum: [], title: "T" })).toMatchObject({
    kind: "never",
    annotations: { title: "T" },
  });
});

test("anyOf of required lists stays what it says", () => {
  expect(
    keywordsOf({ anyOf: [{ required: ["A"] }, { required: ["B"] }] }),
  ).toMatchObject([
    {
      kind: "anyOf",
      schemas: [
        { keywords: [{ kind: "required", names: ["A"] }] },
        { keywords: [{ kind: "required", names: ["B"] }] },
      ],
    },
  ]);
});

test("enum values are told apart as JSON values", () => {
  expect(
    keywordsOf({ enum: [{ a: 1, b: 2 }, { b: 2, a: 1 }, 1, 1.0, "1", null] }),
  ).toEqual([{ kind: "enum", values: [{ a: 1, b: 2 }, 1, "1", null] }]);
});

test("content keywords, formats and their annotations", () => {
  expect(
    keywordsOf({
      contentEncoding: "base64",
      contentMediaType: "application/json",
      contentSchema: { type: "object" },
      format: "byte",
    }),
  ).toMatchObject([
    { kind: "format", format: "byte" },
    {
      kind: "content",
      encoding: "base64",
      mediaType: "application/json",
      schema: { keywords: [{ kind: "type", types: ["object"] }] },
    },
  ]);
});

test("annotations, extensions among them", () => {
  expect(
    schemaOf({
      title: "T",
      description: "D",
      default: null,
      example: 1,
      examples: [2, 3],
      deprecated: true,
      readOnly: true,
      writeOnly: false,
      externalDocs: { url: "https://example.com", description: "E" },
      "x-thing": { deep: [1] },
    }).annotations,
  ).toEqual({
    title: "T",
    description: "D",
    default: null,
    examples: [1, 2, 3],
    deprecated: true,
    readOnly: true,
    externalDocs: { url: "https://example.com", description: "E" },
    extensions: { "x-thing": { deep: [1] } },
  });
});

test("patterns compile with u, or are written so that they do", () => {
  expect(keywordsOf({ pattern: "\\p{L}+" })).toEqual([
    { kind: "pattern", pattern: "\\p{L}+" },
  ]);
  expect(keywordsOf({ pattern: "[\\w-.]+" })).toEqual([
    { kind: "pattern", pattern: "[\\w\\-.]+" },
  ]);
  expect(codesOf(withSchemas({ S: { pattern: "[\\w-.]+" } }))).toEqual([
    "pattern-without-u #/components/schemas/S/pattern",
  ]);
  expect(
    codesOf(
      withSchemas({
        S: { pattern: "(?i)a", patternProperties: { "(": true } },
      }),
    ),
  ).toEqual([
    "pattern-flavour #/components/schemas/S/pattern",
    "pattern-invalid #/components/schemas/S/patternProperties/(",
  ]);
});

test("own keys only, whatever they are called", () => {
  const schema = JSON.parse(
    '{"type":"object","required":["__proto__","constructor"],"properties":{"__proto__":{"type":"string"},"constructor":{"type":"number"}}}',
  ) as unknown;
  const found = schemaOf(schema);
  const valid = (text: string) => isValid(found, JSON.parse(text) as never, {});
  expect(valid("{}")).toBe(false);
  expect(valid('{"__proto__":"a","constructor":1}')).toBe(true);
  expect(valid('{"__proto__":{},"constructor":1}')).toBe(false);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
});

test("references: to components, to any other place, to places with odd keys", () => {
  const api = apiOf(
    withSchemas({
      "a.b": { allOf: [{ type: "string" }, { minLength: 1 }] },
      S: {
        properties: {
          whole: { $ref: "#/components/schemas/a.b" },
          part: { $ref: "#/components/schemas/a.b/allOf/0", description: "D" },
          odd: { $ref: "#/components/schemas/S/properties/x~1y%7E0%20z" },
          "x/y~ z": { const: 1 },
        },
      },
    }),
  );
  expect(
    Object.values(api.definitions).map(({ id, name }) => [id, name]),
  ).toEqual([
    ["#/components/schemas/a.b", "a.b"],
    ["#/components/schemas/S", "S"],
    ["#/components/schemas/a.b/allOf/0", undefined],
    ["#/components/schemas/S/properties/x~1y~0 z", undefined],
  ]);
});

test("a long chain of references and twenty thousand enum values cost no stack", () => {
  const schemas: Record<string, unknown> = {};
  for (let index = 0; index < 20_000; index += 1) {
    schemas[`S${index}`] = { $ref: `#/components/schemas/S${index + 1}` };
  }
  schemas["S20000"] = {
    enum: Array.from({ length: 20_000 }, (_, index) => `v${index}`),
  };
  const { api, diagnostics } = buildValue(withSchemas(schemas));
  expect(Object.keys(api?.definitions ?? {})).toHaveLength(20_001);
  const last = api?.definitions["#/components/schemas/S20000"]?.schema;
  expect(last).toMatchObject({ keywords: [{ values: { length: 20_000 } }] });
  // What a validator does at each link would cost one.
  expect(diagnostics.map(({ code }) => code)).toEqual(["schema-chain-long"]);
}, 30_000);

test("a specialised definition for each dynamic scope, plain references all the same", () => {
  const tree = {
    $id: "https://example.com/tree",
    $dynamicAnchor: "node",
    type: "object",
    properties: {
      data: true,
      children: { type: "array", items: { $dynamicRef: "#node" } },
    },
  };
  const strict = {
    $id: "https://example.com/strict",
    $dynamicAnchor: "node",
    $ref: "tree",
    unevaluatedProperties: false,
  };
  const api = apiOf(withSchemas({ Tree: tree, Strict: strict }));
  expect(Object.keys(api.definitions)).toEqual([
    "#/components/schemas/Tree",
    "#/components/schemas/Strict",
    "#/components/schemas/Tree@node=#/components/schemas/Strict",
  ]);
  const loose = api.definitions["#/components/schemas/Tree"]?.schema as Schema;
  const closed = api.definitions["#/components/schemas/Strict"]
    ?.schema as Schema;
  const value = { children: [{ daat: 1 }] };
  expect(isValid(loose, value, api.definitions)).toBe(true);
  expect(isValid(closed, value, api.definitions)).toBe(false);
});
