import { describe, expect, test } from "vitest";
import { defaultSettings } from "../../generator/config/config.js";
import type { Schema } from "../../generator/model/schema.js";
import { buildValue, codesOf, withSchemas } from "./build.js";
import { isValid } from "./evaluate.js";

const owner = { type: "object", required: ["id"] };
const link = { $ref: "#/components/schemas/Owner" };
const untyped = { $ref: "#/components/schemas/Untyped" };
const maybe = { $ref: "#/components/schemas/Maybe" };
const at = "#/components/schemas/S";

function documentOf(schema: unknown, openapi: string): unknown {
  return withSchemas(
    {
      S: schema,
      Owner: owner,
      Untyped: { required: ["a"] },
      Maybe: {
        type: "object",
        ...(openapi.startsWith("3.0")
          ? { nullable: true }
          : { type: ["object", "null"] }),
      },
    },
    openapi,
  );
}

function takesNull(schema: unknown, openapi: string): boolean {
  const { api } = buildValue(documentOf(schema, openapi));
  const found = api?.definitions[at]?.schema;
  return isValid(found as Schema, null, api?.definitions ?? {});
}

describe("null is valid, and the warning names the place", () => {
  test.each([
    ["3.0.3", { nullable: true, ...link }],
    ["3.0.3", { nullable: true, allOf: [link] }],
    ["3.0.3", { nullable: true, allOf: [link, { properties: {} }] }],
    ["3.0.3", { nullable: true, type: "object", allOf: [link] }],
    ["3.0.3", { nullable: true, oneOf: [link, { type: "string" }] }],
    [
      "3.0.3",
      { nullable: true, oneOf: [maybe, { type: "string", nullable: true }] },
    ],
    ["3.0.3", { nullable: true, anyOf: [link, { type: "string" }] }],
    ["3.0.3", { nullable: true, not: { enum: [null] } }],
    ["3.0.3", { nullable: true, enum: ["a"] }],
    ["3.0.3", { nullable: true, type: "string", enum: ["a"] }],
    ["3.0.3", { nullable: true, enum: ["a"], allOf: [link] }],
    ["3.0.3", { nullable: true, allOf: [untyped] }],
    ["3.0.3", { nullable: true, properties: { a: {} } }],
    ["3.1.0", { nullable: true, type: "string" }],
    ["3.1.0", { nullable: true, ...link }],
    ["3.1.0", { nullable: true, const: "a" }],
    ["3.1.0", { nullable: true, if: {}, then: { type: "string" } }],
    ["3.2.0", { nullable: true, anyOf: [link] }],
  ])("%s %j", (openapi, schema) => {
    expect(takesNull(schema, openapi)).toBe(true);
    expect(codesOf(documentOf(schema, openapi))).toContain(
      `null-added ${at}/nullable`,
    );
  });

  test.each([
    ["3.1.0", { type: ["string", "null"], enum: ["a"] }],
    ["3.1.0", { type: ["string", "null"], const: "a" }],
    ["3.2.0", { type: ["object", "null"], enum: [{ id: 1 }], ...link }],
  ])("%s %j", (openapi, schema) => {
    expect(takesNull(schema, openapi)).toBe(true);
    expect(codesOf(documentOf(schema, openapi))).toContain(
      `null-added ${at}/type`,
    );
  });
});

describe("nullable alone in a list of schemas is meant of the whole", () => {
  const bare = { nullable: true, description: "May be absent.", "x-a": 1 };
  test.each([
    ["3.0.3", { allOf: [link, bare] }, "allOf/1"],
    ["3.0.3", { allOf: [bare, link, { properties: {} }] }, "allOf/0"],
    ["3.0.3", { type: "object", allOf: [bare] }, "allOf/0"],
    ["3.0.3", { enum: ["a"], allOf: [bare] }, "allOf/0"],
    ["3.1.0", { allOf: [link, bare] }, "allOf/1"],
    ["3.2.0", { allOf: [link, bare] }, "allOf/1"],
    ["3.0.3", { anyOf: [link, bare] }, "anyOf/1"],
    ["3.0.3", { oneOf: [bare, link] }, "oneOf/0"],
    ["3.1.0", { oneOf: [link, { type: "string" }, bare] }, "oneOf/2"],
  ])("%s %j", (openapi, schema, place) => {
    const document = documentOf(schema, openapi);
    expect(takesNull(schema, openapi)).toBe(true);
    expect(codesOf(document).filter((code) => code.includes("null"))).toEqual([
      `null-added ${at}/${place}/nullable`,
    ]);
    const { api } = buildValue(document);
    const found = api?.definitions[at]?.schema as Schema;
    const takes = (value: never) =>
      isValid(found, value, api?.definitions ?? {});
    expect(takes(17 as never)).toBe(false);
    const isList = "enum" in schema;
    expect(takes((isList ? "a" : { id: 1, a: 1 }) as never)).toBe(true);
  });

  test("and lets any value pass where it is alone altogether", () => {
    for (const schema of [{ allOf: [bare] }, { anyOf: [bare] }, bare]) {
      const { api } = buildValue(documentOf(schema, "3.0.3"));
      const found = api?.definitions[at]?.schema as Schema;
      expect(isValid(found, 17, api?.definitions ?? {})).toBe(true);
    }
  });

  test("unless it says more", () => {
    const more = { nullable: true, minLength: 1 };
    expect(takesNull({ allOf: [link, more] }, "3.0.3")).toBe(false);
    expect(
      takesNull({ nullable: true, allOf: [{ allOf: [link, bare] }] }, "3.0.3"),
    ).toBe(true);
  });
});

describe("where both readings agree, nothing is said", () => {
  test.each([
    ["3.0.3", { nullable: true, type: "string" }, true],
    ["3.0.3", { nullable: true, type: "string", enum: ["a", null] }, true],
    ["3.0.3", { nullable: true, type: "object", allOf: [maybe] }, true],
    ["3.0.3", { nullable: true, ...maybe }, true],
    ["3.0.3", { nullable: true, oneOf: [maybe, { type: "string" }] }, true],
    ["3.0.3", { nullable: false, allOf: [link] }, false],
    ["3.0.3", { allOf: [link, { type: "object", nullable: true }] }, false],
    ["3.1.0", { type: ["string", "null"], enum: ["a", null] }, true],
    ["3.1.0", { type: ["object", "null"], allOf: [link] }, false],
    ["3.1.0", { anyOf: [link, { type: "null" }] }, true],
    ["3.1.0", { type: "null", enum: ["a"] }, false],
  ])("%s %j takes null: %s", (openapi, schema, expected) => {
    expect(takesNull(schema, openapi)).toBe(expected);
    const codes = codesOf(documentOf(schema, openapi));
    expect(codes.filter((code) => code.startsWith("null-"))).toEqual([]);
  });
});

test("a cycle of references ends", () => {
  const loop = { $ref: "#/components/schemas/Loop" };
  const schemas = {
    S: { nullable: true, allOf: [loop] },
    Loop: { allOf: [loop] },
  };
  expect(codesOf(withSchemas(schemas, "3.0.3"))).toContain(
    `null-added ${at}/nullable`,
  );
});

test.each([
  ["3.0.3", { nullable: true, type: "string" }, true],
  ["3.0.3", { nullable: true, type: "string", enum: ["a"] }, false],
  ["3.0.3", { nullable: true, allOf: [link] }, false],
  ["3.0.3", { nullable: true, ...link }, false],
  ["3.0.3", { allOf: [link, { nullable: true }] }, false],
  ["3.1.0", { nullable: true, type: "string" }, false],
  ["3.1.0", { type: ["string", "null"], enum: ["a"] }, false],
])('nullable: "letter": %s %j takes null: %s', (openapi, schema, expected) => {
  const settings = { ...defaultSettings, nullable: "letter" as const };
  const document = documentOf(schema, openapi);
  const { api } = buildValue(document, undefined, undefined, settings);
  const found = api?.definitions[at]?.schema as Schema;
  expect(isValid(found, null, api?.definitions ?? {})).toBe(expected);
});

describe("null is valid beside keywords that stand for a type", () => {
  test.each([
    { type: ["string", "null"], enum: ["a"], oneOf: [{ const: "a" }, untyped] },
    { type: ["object", "null"], enum: [{}], allOf: [untyped] },
    { nullable: true, enum: ["a"], anyOf: [{ required: ["a"] }] },
    { nullable: true, type: "object", allOf: [untyped] },
  ])("%j", (schema) => {
    const { api } = buildValue(
      documentOf(schema, "3.1.0"),
      undefined,
      undefined,
      defaultSettings,
    );
    const found = api?.definitions[at]?.schema;
    expect(isValid(found as Schema, null, api?.definitions ?? {})).toBe(true);
  });
});
