import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../generator/model/json.js";
import { uriOf } from "../../scripts/corpus/json-schema/locations.js";
import { inJsonSchema } from "../../scripts/corpus/json-schema/rewrite.js";

type Schemas = { readonly [name: string]: JsonValue };

/** What ajv says of values under a component, once the description is rewritten. */
function verdicts(
  name: string,
  schemas: Schemas,
  values: readonly JsonValue[],
  openapi = "3.1.0",
  extensions: JsonObject = {},
): boolean[] {
  const document: JsonObject = {
    ...{ openapi, components: { schemas } },
    ...extensions,
  };
  const ajv = new Ajv2020({ strict: false, logger: false });
  const documents = new Map([["", document]]);
  const isOld = openapi.startsWith("3.0");
  for (const [uri, each] of inJsonSchema(documents, isOld)) {
    ajv.addSchema(each, uri);
  }
  const validate = ajv.getSchema(uriOf(`#/components/schemas/${name}`));
  if (validate === undefined) throw new Error(`no schema ${name}`);
  return values.map((value) => validate(value) as boolean);
}

const ref = (name: string): JsonObject => ({
  $ref: `#/components/schemas/${name}`,
});

const withMember = (
  tag: JsonValue,
  member: string,
  type = "number",
): JsonObject => ({
  ...{ type: "object", required: ["kind", member] },
  properties: { kind: tag, [member]: { type } },
});

describe.each(["oneOf", "anyOf"])("a discriminator beside %s", (keyword) => {
  const mapping = { round: "Round", flat: "#/components/schemas/Flat" };
  const schemas = {
    Round: withMember({ type: "string" }, "r"),
    Flat: withMember({ type: "string" }, "side"),
    Shape: {
      [keyword]: [ref("Round"), ref("Flat"), { type: "null" }],
      discriminator: { propertyName: "kind", mapping },
    },
  };

  test("selects the branch that decides, whatever the others say", () => {
    expect(
      verdicts("Shape", schemas, [
        { kind: "round", r: 1 },
        { kind: "round", r: 1, side: 2 },
        null,
        { kind: "round", side: 1 },
        { kind: "Round", r: 1 },
        { kind: "other", r: 1 },
        { r: 1 },
        1,
      ]),
    ).toEqual([true, true, true, false, false, false, false, false]);
  });

  test("takes the default mapping where no tag selects", () => {
    const open = {
      ...schemas,
      Shape: {
        [keyword]: [ref("Round"), ref("Flat")],
        discriminator: {
          propertyName: "kind",
          mapping,
          defaultMapping: "Flat",
        },
      },
    };
    expect(
      verdicts("Shape", open, [
        { kind: "other", side: 1 },
        { kind: "round", r: 1 },
        { kind: "other", r: 1 },
      ]),
    ).toEqual([true, true, false]);
  });

  test("selects by the list of each branch where the names are no values", () => {
    const listed = {
      Cat: withMember({ type: "string", enum: ["cat", "kitten"] }, "claws"),
      Dog: withMember({ const: "dog" }, "bark"),
      Pet: {
        [keyword]: [ref("Cat"), ref("Dog")],
        discriminator: { propertyName: "kind" },
      },
    };
    expect(
      verdicts("Pet", listed, [
        { kind: "kitten", claws: 1 },
        { kind: "dog", bark: 1 },
        { kind: "kitten", bark: 1 },
        { kind: "Cat", claws: 1 },
      ]),
    ).toEqual([true, true, false, false]);
  });

  test("has tags that are truths and numbers", () => {
    const answers = {
      Good: withMember({ type: "boolean" }, "data"),
      Second: withMember({ type: "integer" }, "more"),
      Answer: {
        [keyword]: [ref("Good"), ref("Second")],
        discriminator: {
          propertyName: "kind",
          mapping: { true: "Good", 2: "Second" },
        },
      },
    };
    expect(
      verdicts("Answer", answers, [
        { kind: true, data: 1 },
        { kind: 2, more: 1 },
        { kind: "true", data: 1 },
        { kind: true, more: 1 },
        { kind: false, data: 1 },
      ]),
    ).toEqual([true, true, false, false, false]);
  });
});

describe("a base that others extend", () => {
  const schemas = {
    Pet: {
      ...{ type: "object", required: ["kind"] },
      properties: { kind: { type: "string" }, name: { type: "string" } },
      discriminator: { propertyName: "kind", mapping: { cat: "Cat" } },
    },
    Cat: { allOf: [ref("Pet"), withMember({}, "claws")] },
    Kitten: { allOf: [ref("Cat"), withMember({}, "age")] },
    Owner: { type: "object", properties: { pet: ref("Pet") } },
  };

  test("is one of its extensions, and the tag says which", () => {
    const values = [
      { kind: "cat", claws: 1 },
      { kind: "Kitten", claws: 1, age: 1 },
      { kind: "cat" },
      { kind: "Kitten", claws: 1 },
      { kind: "bird" },
      { kind: "cat", claws: 1, name: 1 },
      {},
    ];
    const expected = [true, true, false, false, false, false, false];
    expect(verdicts("Pet", schemas, values)).toEqual(expected);
    const owners = values.map((pet) => ({ pet }));
    expect(verdicts("Owner", schemas, owners)).toEqual(expected);
  });

  test("leaves its members to an extension, which has its own tag", () => {
    expect(
      verdicts("Cat", schemas, [
        { kind: "cat", claws: 1 },
        { kind: "Kitten", claws: 1, age: 1 },
        { kind: "cat", claws: 1, name: 1 },
      ]),
    ).toEqual([true, false, false]);
  });
});

test("null belongs to a schema that says so, whatever stands beside it", () => {
  const nullable = {
    Text: { type: "string" },
    Plain: { type: "string", nullable: true },
    Reference: { ...ref("Text"), nullable: true },
    Parts: { allOf: [ref("Text")], nullable: true },
    Listed: { type: "string", enum: ["a"], nullable: true },
    Either: { oneOf: [ref("Text")], nullable: true },
  };
  for (const version of ["3.0.3", "3.1.0"]) {
    for (const name of Object.keys(nullable).slice(1)) {
      const found = verdicts(name, nullable, [null, "a", 1], version);
      expect([name, ...found]).toEqual([name, true, true, false]);
    }
    expect(verdicts("Text", nullable, [null], version)).toEqual([false]);
  }
  const types = { Types: { type: ["string", "null"], enum: ["a"] } };
  expect(verdicts("Types", types, [null, "a", "b"])).toEqual([
    true,
    true,
    false,
  ]);
});

test("bounds of 3.0 are those of 2020-12, and a reference has no siblings there", () => {
  const schemas = {
    Above: { type: "number", minimum: 1, exclusiveMinimum: true },
    Any: {},
    Reference: { ...ref("Any"), type: "string" },
  };
  expect(verdicts("Above", schemas, [1, 2], "3.0.3")).toEqual([false, true]);
  expect(verdicts("Reference", schemas, [1], "3.0.3")).toEqual([true]);
  expect(verdicts("Reference", schemas, [1])).toEqual([false]);
});

test("a reference by pointer to nothing says nothing", () => {
  const schemas = { Lost: { type: "object", properties: { a: ref("None") } } };
  expect(verdicts("Lost", schemas, [{ a: 1 }, 1])).toEqual([true, false]);
});

test("what a schema refers to is a schema, wherever it stands", () => {
  const schemas = { Pet: { $ref: "#/x-pets/alias" } };
  const pets = {
    alias: { $ref: "#/x-pets/written" },
    written: { properties: { name: { $ref: "#/x-pets/name" } } },
    name: { type: "string", nullable: true },
  };
  const values = [{ name: null }, { name: 1 }, null];
  expect(verdicts("Pet", schemas, values, "3.0.3", { "x-pets": pets })).toEqual(
    [true, false, false],
  );
});
