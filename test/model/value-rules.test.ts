import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memberText, memberWords } from "../../generator/emit/member-words.js";
import type { JsonValue } from "../../generator/model/json.js";
import {
  isKept,
  memberRules,
  wholeMemberRules,
} from "../../generator/model/member-rules.js";
import type { Schema } from "../../generator/model/schema.js";
import { compileValidators } from "../validators/compile-validators.js";
import { apiOf, withSchemas } from "./build.js";

type Others = Readonly<Record<string, unknown>>;

function wordsOf(schema: object, others: Others = {}): string[] {
  const api = apiOf(
    withSchemas({ X: { type: "object", ...schema }, ...others }),
  );
  const definition = api.definitions["#/components/schemas/X"];
  return memberRules(definition?.schema as Schema, api).map((rule) =>
    memberText(memberWords(rule), (text) => text),
  );
}

const needs = (...required: string[]) => ({ required });
const is = (name: string, value: JsonValue) => ({
  properties: { [name]: { const: value } },
});
const has = (name: string, value: JsonValue) => ({
  ...is(name, value),
  ...needs(name),
});
const cardOrIban = { if: is("m", "card"), then: needs("number") };

describe("what is said of the values of members", () => {
  test.each<[object, readonly string[], Others?]>([
    // Without the member, the condition is met as well.
    [cardOrIban, ["where m is card or is not given, number is needed"]],
    [{ ...needs("m"), ...cardOrIban }, ["where m is card, number is needed"]],
    [
      { if: has("m", "card"), then: needs("number") },
      ["where m is card, number is needed"],
    ],
    [
      { if: has("m", "card"), then: needs("number"), else: needs("iban") },
      ["where m is card, number is needed", "unless m is card, iban is needed"],
    ],
    [
      {
        if: has("m", "card"),
        then: needs("a", "b"),
        else: { not: needs("a") },
      },
      [
        "where m is card, a and b are needed",
        "unless m is card, a is not allowed",
      ],
    ],
    [
      { if: has("m", "card"), then: { anyOf: [needs("a"), needs("b", "c")] } },
      ["where m is card, a is needed, or b and c"],
    ],
    [
      { if: has("m", "card"), then: { oneOf: [needs("a"), needs("b")] } },
      ["where m is card, exactly one of a and b is needed"],
    ],
    [
      { if: has("m", "card"), then: { dependentRequired: { a: ["b"] } } },
      ["where m is card, a needs b"],
    ],
    // Conditions of two members, and on the value of another.
    [
      {
        if: { allOf: [has("a", 1), has("b", true)] },
        then: needs("c"),
        else: needs("d"),
      },
      [
        "where a is 1 and b is true, c is needed",
        "unless a is 1 and b is true, d is needed",
      ],
    ],
    [
      { if: { anyOf: [has("a", 1), has("b", true)] }, then: needs("c") },
      ["where a is 1, c is needed", "where b is true, c is needed"],
    ],
    [
      { if: has("country", "US"), then: is("currency", "USD") },
      ["where country is US, currency, if given, must be USD"],
    ],
    [
      { if: has("country", "US"), then: has("currency", "USD") },
      ["where country is US, currency is needed and must be USD"],
    ],
    [
      {
        ...needs("currency"),
        if: has("country", "US"),
        then: is("currency", "USD"),
      },
      ["where country is US, currency must be USD"],
    ],
    // Conditions below conditions.
    [
      {
        if: has("a", 1),
        then: { if: has("b", null), then: needs("c"), else: needs("d") },
      },
      [
        "where a is 1 and b is null, c is needed",
        "where a is 1, unless b is null, d is needed",
      ],
    ],
    // Whose values are few.
    [
      {
        ...needs("on"),
        properties: { on: { type: "boolean" } },
        if: is("on", true),
        then: needs("a"),
        else: needs("b"),
      },
      ["where on is true, a is needed", "where on is false, b is needed"],
    ],
    [
      {
        if: { properties: { m: { enum: ["a", "b"] } }, ...needs("m") },
        then: needs("c"),
      },
      ["where m is a or b, c is needed"],
    ],
    // Negations.
    [{ not: has("m", "cash") }, ["m must not be cash"]],
    [{ not: is("m", "cash") }, ["m is needed and must not be cash"]],
    [
      { not: { allOf: [has("a", 1), needs("b")] } },
      ["where a is 1, b is not allowed"],
    ],
    [
      { not: { allOf: [has("a", 1), has("b", 2)] } },
      ["where a is 1, b must not be 2"],
    ],
    [
      { not: { anyOf: [has("a", 1), has("a", "1")] } },
      ['a must not be 1 or "1"'],
    ],
    [
      {
        if: { properties: { m: { not: { const: "card" } } }, ...needs("m") },
        then: needs("iban"),
      },
      ["where m is given and is not card, iban is needed"],
    ],
    [
      { dependentSchemas: { a: is("b", "x") } },
      ["where a is given, b, if given, must be x"],
    ],
    [
      { dependentSchemas: { a: { ...is("b", "x"), ...needs("c") } } },
      ["a needs c", "where a is given, b, if given, must be x"],
    ],
    // Branches told apart by constants, or by a discriminator.
    [
      {
        oneOf: [
          { ...has("kind", "a"), required: ["kind", "x"] },
          { ...has("kind", "b"), required: ["kind", "y"] },
        ],
      },
      [
        "kind is needed and must be a or b",
        "where kind is a, x is needed",
        "where kind is b, y is needed",
      ],
    ],
    [
      {
        oneOf: [
          { $ref: "#/components/schemas/A" },
          { $ref: "#/components/schemas/B" },
        ],
        discriminator: { propertyName: "kind" },
      },
      [
        "kind is needed and must be A or B",
        "where kind is A, x is needed",
        "where kind is B, y is needed",
      ],
      {
        A: { type: "object", required: ["kind", "x"] },
        B: { type: "object", required: ["kind", "y"] },
      },
    ],
    // The member is described in another part, or by a reference.
    [
      {
        allOf: [
          { ...needs("m"), properties: { m: { type: "string" } } },
          { if: is("m", "card"), then: needs("number") },
        ],
      },
      ["where m is card, number is needed"],
    ],
    [
      {
        allOf: [
          { $ref: "#/components/schemas/Base" },
          { if: is("m", "card"), then: needs("number") },
        ],
      },
      ["where m is card, number is needed"],
      { Base: { type: "object", ...needs("m"), properties: { m: {} } } },
    ],
    // Tests of a value, where its type is known.
    [
      {
        properties: { zip: { type: "string" }, age: { type: "integer" } },
        if: { ...needs("age"), properties: { age: { minimum: 18 } } },
        then: {
          ...needs("zip"),
          properties: { zip: { minLength: 5, pattern: "^\\d+$" } },
        },
      },
      [
        "where age is at least 18, zip is needed and must have at least 5 characters and must match ^\\d+$",
      ],
    ],
    [
      {
        properties: { age: { type: "integer" } },
        if: { ...needs("age"), properties: { age: { minimum: 18 } } },
        else: needs("guardian"),
      },
      ["unless age is at least 18, guardian is needed"],
    ],
    // A length of what may be no text is no length, and a format may assert nothing.
    [{ if: has("a", 1), then: { properties: { b: { minLength: 2 } } } }, []],
    [{ if: { properties: { a: { format: "email" } } }, then: needs("b") }, []],
    // What cannot be said of the one does not silence the other.
    [
      {
        if: has("a", 1),
        then: { properties: { b: { contains: { const: 1 } } }, ...needs("c") },
      },
      ["where a is 1, c is needed"],
    ],
    [{ if: has("a", { deep: 1 }), then: needs("b") }, []],
    // Shapes that have more to them than constants are shown as such.
    [
      {
        oneOf: [
          { properties: { k: { const: "a" }, x: { type: "string" } } },
          { properties: { k: { const: "b" }, y: { type: "string" } } },
        ],
      },
      [],
    ],
  ])("%j: %j", (schema, expected, others) => {
    expect(wordsOf(schema, others)).toEqual(expected);
  });
});

const pools: Readonly<Record<string, readonly JsonValue[]>> = {
  a: [1, "x"],
  b: [true, false, null],
  c: ["y"],
};
const names = Object.keys(pools);
const other = "another value";

/** Each named value, another one, and none, of all members. */
const objects = names.reduce<readonly (readonly [string, JsonValue][])[]>(
  (found, name) =>
    found.flatMap((members) => [
      members,
      ...[...(pools[name] ?? []), other].map((value): [string, JsonValue][] => [
        ...members,
        [name, value],
      ]),
    ]),
  [[]],
);

/** What asks for values of a member. */
function valueOf(name: string): fc.Arbitrary<JsonValue> {
  const pool = pools[name] ?? [];
  const one = fc.constantFrom(...pool);
  const several = fc.uniqueArray(one, { minLength: 1 });
  return fc.oneof(
    one.map((value) => ({ const: value })),
    several.map((values) => ({ enum: values })),
    one.map((value) => ({ not: { const: value } })),
    several.map((values) => ({
      anyOf: values.map((value) => ({ const: value })),
    })),
    several.map((values) => ({ type: ["string", "null"], enum: values })),
    fc.constantFrom<JsonValue>(
      { type: "boolean" },
      { type: "string" },
      { type: "string", maxLength: 3 },
      { type: "null" },
      true,
      false,
    ),
  );
}

const { schema: valueSchema } = fc.letrec<{ schema: JsonValue }>((tie) => {
  const name = fc.constantFrom(...names);
  const inner = tie("schema");
  const list = fc.array(inner, { minLength: 1, maxLength: 3 });
  const required = fc
    .uniqueArray(name, { minLength: 1, maxLength: 2 })
    .map((required) => ({ required }));
  const property = name.chain((one) =>
    valueOf(one).map((value) => ({ properties: { [one]: value } })),
  );
  const both = fc.tuple(required, property).map(([a, b]) => ({ ...a, ...b }));
  return {
    schema: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      both,
      property,
      required,
      fc.tuple(name, inner).map(([one, dependent]) => ({
        dependentSchemas: { [one]: dependent },
      })),
      list.map((allOf) => ({ allOf })),
      list.map((anyOf) => ({ anyOf })),
      list.map((oneOf) => ({ oneOf })),
      inner.map((not) => ({ not })),
      fc.record(
        { if: inner, then: inner, else: inner },
        { requiredKeys: ["if"] },
      ),
      fc.tuple(both, inner, inner).map(([one, when, then]) => ({
        ...one,
        if: when,
        then,
      })),
      fc.tuple(both, list).map(([one, oneOf]) => ({ ...one, oneOf })),
    ) as fc.Arbitrary<JsonValue>,
  };
});

/** What types and tables show of a schema: no words are about it. */
function shownOf(schema: JsonValue): JsonValue {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) {
    return schema;
  }
  const { required, properties, allOf } = schema as Record<string, JsonValue>;
  return {
    ...(required === undefined ? {} : { required }),
    ...(properties === undefined ? {} : { properties }),
    ...(Array.isArray(allOf) ? { allOf: allOf.map(shownOf) } : {}),
  };
}

test("what the words say is what the validator does, for all combinations of values", async () => {
  const schemas = fc.sample(valueSchema, { numRuns: 500, seed: 31 });
  const components: Record<string, JsonValue> = {};
  schemas.forEach((schema, index) => {
    components[`S${index}`] = schema;
    components[`Shown${index}`] = shownOf(schema);
  });
  const document = withSchemas(components) as JsonValue;
  const [compiled] = await compileValidators([{ document }]);
  const api = apiOf(document);
  if (compiled === undefined) throw new Error("none");
  let whole = 0;
  let depending = 0;
  for (const [index, written] of schemas.entries()) {
    const id = `#/components/schemas/S${index}`;
    const schema = api.definitions[id]?.schema as Schema;
    const rules = memberRules(schema, api);
    const isWhole = wholeMemberRules(schema, api) !== undefined;
    const valid = compiled.validator(`S${index}`);
    const shown = compiled.validator(`Shown${index}`);
    const words = rules.map((rule) => memberText(memberWords(rule), (n) => n));
    const wrong = objects.filter((members) => {
      const value = Object.fromEntries(members);
      const said =
        shown.is(value) &&
        rules.every((rule) => isKept(rule, new Map(members)));
      return isWhole ? said !== valid.is(value) : !said && valid.is(value);
    });
    expect(
      wrong.slice(0, 3),
      `${JSON.stringify(written)}: ${words.join("; ")}`,
    ).toEqual([]);
    if (isWhole && rules.length > 0) whole += 1;
    if (rules.some(({ kind }) => kind === "conditional")) depending += 1;
  }
  // The samples are no good if most of them say nothing.
  expect(whole).toBeGreaterThan(200);
  expect(depending).toBeGreaterThan(100);
}, 120_000);
