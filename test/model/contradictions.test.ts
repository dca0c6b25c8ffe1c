import { describe, expect, test } from "vitest";
import { makeOutput } from "../../generator/make-output.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { join } from "node:path";

const codes: ReadonlySet<string> = new Set([
  ...["default-invalid", "example-invalid", "required-unknown"],
  ...["union-unmatched", "union-overlap", "closed-parts", "responses-empty"],
]);

/** The contradictions that are reported of schemas, as `code pointer: fix`. */
async function contradictions(
  schemas: Readonly<Record<string, unknown>>,
  { openapi = "3.0.3", paths = {} }: { openapi?: string; paths?: unknown } = {},
): Promise<string[]> {
  const description = {
    openapi,
    info: { title: "T", version: "1" },
    paths,
    components: { schemas },
  };
  const folder = temporaryFolder({ "a.json": JSON.stringify(description) });
  const { diagnostics } = await makeOutput({
    spec: join(folder, "a.json"),
    settings: { parts: { docs: false } },
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual(
    [],
  );
  return diagnostics
    .filter(({ code }) => codes.has(code))
    .map(
      ({ code, pointer, fix = "" }) =>
        `${code} ${pointer.replace("/components/schemas/", "")}${fix.startsWith("Did") ? ` ${fix}` : ""}`,
    );
}

const text = { type: "string" };

describe("defaults and examples", () => {
  test.each([
    ["a number for a string", { type: "string", example: 5 }, "example"],
    ["a string for an integer", { type: "integer", default: "5" }, "default"],
    ["a value that is not listed", { enum: ["a"], default: "b" }, "default"],
    [
      "a number out of bounds",
      { type: "number", minimum: 1, default: 0 },
      "default",
    ],
    [
      "a text that is too long",
      { ...text, maxLength: 2, example: "abc" },
      "example",
    ],
    [
      "a text without the pattern",
      { ...text, pattern: "^a", example: "b" },
      "example",
    ],
    ["null without nullable", { ...text, default: null }, "default"],
    [
      "a member of the wrong type",
      { type: "object", properties: { a: text }, example: { a: 1 } },
      "example",
    ],
    [
      "an item of the wrong type",
      { type: "array", items: text, example: ["a", 1] },
      "example",
    ],
    [
      "a member that is missing",
      { type: "object", required: ["a"], properties: { a: text }, example: {} },
      "example",
    ],
    [
      "no branch",
      { oneOf: [text, { type: "boolean" }], example: 1 },
      "example",
    ],
  ])("are reported: %s", async (_, schema, keyword) => {
    expect(await contradictions({ S: schema })).toEqual([
      `${keyword}-invalid S/${keyword}`,
    ]);
  });

  test("are found in lists of examples, and of parameters and bodies", async () => {
    const json = (media: unknown) => ({ "application/json": media });
    const schema = { type: "object", properties: { n: { type: "integer" } } };
    const found = await contradictions(
      { S: { type: "integer", examples: [1, "x"] } },
      {
        openapi: "3.1.0",
        paths: {
          "/a": {
            post: {
              parameters: [
                { name: "p", in: "query", schema: text, example: 1 },
                {
                  name: "q",
                  in: "query",
                  schema: { type: "integer" },
                  example: "1",
                },
              ],
              requestBody: { content: json({ schema, example: { n: "1" } }) },
              responses: {
                200: {
                  description: "",
                  content: json({
                    schema,
                    examples: {
                      right: { value: { n: 1 } },
                      wrong: { value: { n: true } },
                      written: { value: '{"n": true}' },
                    },
                  }),
                },
              },
            },
          },
        },
      },
    );
    expect(found.sort()).toEqual([
      "example-invalid /paths/~1a/post/parameters/0/example",
      "example-invalid /paths/~1a/post/requestBody/content/application~1json/example",
      "example-invalid /paths/~1a/post/responses/200/content/application~1json/examples/wrong",
      "example-invalid S/examples/1",
    ]);
  });

  test.each([
    [
      "an integer that is written with a fraction",
      { type: "integer", default: 1.0 },
    ],
    ["null with nullable", { ...text, nullable: true, default: null }],
    ["formats", { ...text, format: "date", example: "tomorrow" }],
    [
      "a value of several branches",
      { oneOf: [{ minimum: 1 }, { type: "number" }], example: 2 },
    ],
    [
      "members that one side leaves out",
      {
        type: "object",
        required: ["id"],
        properties: { id: { ...text, readOnly: true } },
        example: {},
      },
    ],
    [
      "an empty default",
      { type: "object", required: ["a"], properties: { a: text }, default: {} },
    ],
    [
      "what not and additional members say",
      {
        not: text,
        additionalProperties: { type: "integer" },
        example: { a: 1 },
      },
    ],
    [
      "a reference in place of an example",
      { ...text, example: { $ref: "#/x" } },
    ],
    [
      "fractions that a double cannot hold",
      { type: "number", multipleOf: 0.01, example: 79.99 },
    ],
  ])("are not reported: %s", async (_, schema) => {
    const found = await contradictions({ S: schema });
    expect(found.filter((line) => !line.startsWith("union"))).toEqual([]);
  });
});

describe("names in required", () => {
  const named = (required: string[], ...properties: string[]) => ({
    required,
    properties: Object.fromEntries(properties.map((name) => [name, text])),
  });

  test("are reported where there is no such property, with what was meant", async () => {
    expect(
      await contradictions({
        Pet: { type: "object", ...named(["nmae", "zzz"], "name", "kind") },
      }),
    ).toEqual([
      'required-unknown Pet/required/0 Did you mean "name"?',
      "required-unknown Pet/required/1",
    ]);
  });

  test("are reported in allOf, where no part has the property", async () => {
    expect(
      await contradictions({
        Pet: { properties: { name: text } },
        Cat: {
          allOf: [
            { $ref: "#/components/schemas/Pet" },
            named(["clawz"], "claws"),
          ],
        },
      }),
    ).toEqual([
      'required-unknown Cat/allOf/1/required/0 Did you mean "claws"?',
    ]);
  });

  test("are not reported where something else describes the property", async () => {
    expect(
      await contradictions(
        {
          Base: { properties: { name: text } },
          Part: {
            allOf: [
              { $ref: "#/components/schemas/Base" },
              { required: ["name"] },
            ],
          },
          Above: { ...named(["b"], "a"), allOf: [{ properties: { b: text } }] },
          Below: {
            properties: { a: text, b: text },
            anyOf: [{ required: ["a"] }, { required: ["b"] }],
          },
          Mixin: { required: ["own"], properties: { other: text } },
          UsesMixin: {
            allOf: [
              { $ref: "#/components/schemas/Mixin" },
              { properties: { own: text } },
            ],
          },
          Map: {
            required: ["en"],
            properties: { de: text },
            additionalProperties: text,
          },
          Open: {
            required: ["x"],
            properties: { de: text },
            additionalProperties: true,
          },
          Patterns: {
            ...named(["x-a"], "b"),
            patternProperties: { "^x-": text },
          },
          Free: { type: "object", required: ["anything"] },
          Not: { properties: { a: text }, not: { required: ["b"] } },
          If: {
            properties: { a: text },
            if: { required: ["b"] },
            then: { properties: { b: text } },
          },
        },
        { openapi: "3.1.0" },
      ),
    ).toEqual([]);
  });
});

describe("unions", () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

  test.each([
    [
      "the type beside it excludes all branches",
      { type: "string", oneOf: [{ type: "integer" }, { type: "object" }] },
      ["union-unmatched S/oneOf"],
    ],
    [
      "the same of anyOf and an enum",
      { enum: ["a"], anyOf: [{ type: "integer" }, { type: "null" }] },
      ["union-unmatched S/anyOf"],
    ],
    [
      "equal branches",
      {
        oneOf: [
          { ...text, description: "One." },
          { ...text, description: "Two." },
        ],
      },
      ["union-overlap S/oneOf/1"],
    ],
    [
      "the same schema by reference",
      { oneOf: [ref("A"), ref("B"), ref("A")] },
      ["union-overlap S/oneOf/2"],
    ],
    [
      "a branch that takes anything",
      { oneOf: [{ type: "integer" }, {}] },
      ["union-overlap S/oneOf/0"],
    ],
    [
      "strings beside all strings",
      { oneOf: [text, { enum: ["a", "b"] }, { type: "integer" }] },
      ["union-overlap S/oneOf/1"],
    ],
    [
      "integers beside numbers",
      { oneOf: [{ type: "number" }, { type: "integer" }] },
      ["union-overlap S/oneOf/1"],
    ],
  ])("are reported: %s", async (_, S, expected) => {
    const A = { type: "object", properties: { a: text }, required: ["a"] };
    const B = { type: "object", properties: { b: text }, required: ["b"] };
    expect(await contradictions({ S, A, B }, { openapi: "3.1.0" })).toEqual(
      expected,
    );
  });

  test.each([
    ["other types", { oneOf: [text, { type: "integer" }, { type: "null" }] }],
    [
      "formats that tell apart",
      {
        oneOf: [
          { ...text, format: "date" },
          { ...text, format: "date-time" },
        ],
      },
    ],
    [
      "objects by their members",
      { oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    ],
    ["anyOf, where several may match", { anyOf: [text, { enum: ["a"] }] }],
    [
      "a type that a branch has too",
      { type: "object", oneOf: [{ required: ["a"] }, { required: ["b"] }] },
    ],
    [
      "integers beside a type of numbers",
      {
        type: "integer",
        anyOf: [
          { type: "number", minimum: 1 },
          { type: "number", maximum: -1 },
        ],
      },
    ],
  ])("are not reported: %s", async (_, S) => {
    expect(await contradictions({ S }, { openapi: "3.1.0" })).toEqual([]);
  });

  test("are not reported where a discriminator tells equal branches apart", async () => {
    const pet = {
      type: "object",
      required: ["kind"],
      properties: { kind: text },
    };
    expect(
      await contradictions({
        Cat: pet,
        Dog: pet,
        Pet: {
          oneOf: [ref("Cat"), ref("Dog")],
          discriminator: { propertyName: "kind" },
        },
      }),
    ).toEqual([]);
  });
});

describe("closed parts of allOf", () => {
  const closed = (...names: string[]) => ({
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, text])),
    additionalProperties: false,
  });

  test("are reported where they exclude what others describe", async () => {
    expect(
      await contradictions({
        Base: closed("a"),
        Two: { allOf: [{ $ref: "#/components/schemas/Base" }, closed("b")] },
        Own: { ...closed("b"), allOf: [{ properties: { c: text } }] },
        Needs: { allOf: [closed("a"), { required: ["b"] }] },
      }),
    ).toEqual([
      "closed-parts Two",
      "closed-parts Own",
      "closed-parts Needs",
      "required-unknown Needs/allOf/1/required/0",
    ]);
  });

  test("are not reported where they describe all of it", async () => {
    expect(
      await contradictions({
        Same: { allOf: [closed("a", "b"), { properties: { b: text } }] },
        One: { allOf: [closed("a")], description: "More." },
        Either: { oneOf: [closed("a"), closed("b")] },
      }),
    ).toEqual([]);
  });
});

test("an operation without responses is reported in 3.1, where the field may be absent", async () => {
  expect(
    await contradictions(
      {},
      { openapi: "3.1.0", paths: { "/a": { get: { operationId: "a" } } } },
    ),
  ).toEqual(["responses-empty /paths/~1a/get"]);
});
