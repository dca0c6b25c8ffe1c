import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memberText, memberWords } from "../../generator/emit/member-words.js";
import { isKept, memberRules } from "../../generator/model/member-rules.js";
import type { JsonValue } from "../../generator/model/json.js";
import { compileValidators } from "../validators/compile-validators.js";
import { buildValue, withSchemas } from "./build.js";

const id = "#/components/schemas/X";

function rulesOf(schema: unknown, others: Readonly<Record<string, unknown>>) {
  const { api } = buildValue(withSchemas({ X: schema, ...others }));
  const definition = api?.definitions[id];
  if (api === undefined || definition === undefined) throw new Error("none");
  return memberRules(definition.schema, api);
}

function wordsOf(
  schema: object,
  others: Readonly<Record<string, unknown>> = {},
): string[] {
  return rulesOf({ type: "object", ...schema }, others).map((rule) =>
    memberText(memberWords(rule), (name) => name),
  );
}

const needs = (...required: string[]) => ({ required });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe("what is said of the members of an object", () => {
  test.each<[object, readonly string[], Readonly<Record<string, unknown>>?]>([
    [{ oneOf: [needs("a", "b")] }, ["a and b are needed"]],
    [{ anyOf: [needs("a")] }, ["a is needed"]],
    [{ anyOf: [needs("a", "b"), needs("c")] }, ["a and b are needed, or c"]],
    [
      { anyOf: [needs("a"), needs("b")] },
      ["at least one of a and b is needed"],
    ],
    [{ oneOf: [needs("a"), needs("b")] }, ["exactly one of a and b is needed"]],
    [
      { oneOf: [needs("a"), needs("b"), needs("c")] },
      ["exactly one of a, b and c is needed"],
    ],
    [
      { oneOf: [needs("a", "b"), needs("c")] },
      ["a and b are needed, or c", "a, b and c cannot all be given"],
    ],
    [
      { oneOf: [needs("a"), needs("a", "b")] },
      ["a is needed", "b is not allowed"],
    ],
    [{ not: needs("a") }, ["a is not allowed"]],
    [{ not: needs("a", "b") }, ["a and b exclude each other"]],
    [{ not: needs("a", "b", "c") }, ["a, b and c cannot all be given"]],
    [{ not: { anyOf: [needs("a"), needs("b")] } }, ["a and b are not allowed"]],
    [{ properties: { a: false, b: {} } }, ["a is not allowed"]],
    [
      {
        allOf: [
          { not: needs("a", "b") },
          { not: needs("a", "c") },
          { not: needs("c", "b") },
        ],
      },
      ["at most one of a, b and c is allowed"],
    ],
    [{ dependentRequired: { a: ["b", "c"] } }, ["a needs b and c"]],
    [{ dependentRequired: { a: ["b"], b: ["c"] } }, ["a needs b", "b needs c"]],
    [
      { dependentSchemas: { a: { anyOf: [needs("b"), needs("c")] } } },
      ["a needs b or c"],
    ],
    [
      { dependentSchemas: { a: { not: needs("b") } } },
      ["a and b exclude each other"],
    ],
    [
      { if: needs("a", "b"), then: needs("c"), else: needs("d") },
      ["a and b together need c", "a and b are needed, or d"],
    ],
    // What is required is shown elsewhere, and simplifies the rest.
    [{ ...needs("a"), anyOf: [needs("a"), needs("b")] }, []],
    [{ ...needs("a"), not: needs("a", "b") }, ["b is not allowed"]],
    [{ ...needs("a"), dependentRequired: { a: ["b"] } }, ["b is needed"]],
    [{ ...needs("a"), not: needs("a") }, ["no object is valid"]],
    [
      {
        type: ["object", "null"],
        anyOf: [
          { ...needs("a"), type: "object", not: needs("b", "c") },
          { type: "null" },
        ],
      },
      ["b and c exclude each other"],
    ],
    // What stands beside null is shown as what stands alone is; references lead to what they say.
    [{ type: ["object", "null"], oneOf: [{ type: "null" }, needs("a")] }, []],
    [
      { anyOf: [ref("A"), ref("B")] },
      ["at least one of a and b is needed"],
      { A: needs("a"), B: { type: "object", ...needs("b") } },
    ],
    // What depends on values is said with them.
    [
      {
        anyOf: [{ ...needs("a"), properties: { a: { const: 1 } } }, needs("b")],
      },
      ["unless a is 1, b is needed"],
    ],
    [{ minProperties: 2 }, []],
    [{ not: { properties: { a: true } } }, ["no object is valid"]],
  ])("%j: %j", (schema, expected, others) => {
    expect(wordsOf(schema, others)).toEqual(expected);
  });

  test.each([
    { type: "string", not: { required: ["a"] } },
    { anyOf: [{ type: "string" }, { type: "integer" }] },
    { oneOf: [{ type: "string", enum: ["a"] }, { type: "null" }] },
  ])("nothing is said of %j, which takes no object", (schema) => {
    expect(rulesOf(schema, {})).toEqual([]);
  });

  test("fifty ways that exclude each other are one sentence", () => {
    const names = Array.from({ length: 50 }, (_, index) => `n${index}`);
    const [rule, ...others] = rulesOf(
      { oneOf: names.map((name) => needs(name)) },
      {},
    );
    expect(rule).toEqual({ kind: "exactlyOne", names });
    expect(others).toEqual([]);
  });
});

const names = ["a", "b", "c", "d"];
const combinations = Array.from({ length: 2 ** names.length }, (_, bits) =>
  names.filter((_name, index) => (bits >> index) & 1),
);

/** Schemas that speak of the presence of members alone. */
const { schema: presenceSchema } = fc.letrec<{ schema: JsonValue }>((tie) => {
  const some = fc.uniqueArray(fc.constantFrom(...names), {
    minLength: 1,
    maxLength: 3,
  });
  const inner = tie("schema");
  const list = fc.array(inner, { minLength: 1, maxLength: 3 });
  const byName = <T>(value: fc.Arbitrary<T>) =>
    fc.dictionary(fc.constantFrom(...names), value, {
      minKeys: 1,
      maxKeys: 2,
      noNullPrototype: true,
    });
  const required = some.map((required) => ({ required }));
  return {
    schema: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      required,
      required.map((one) => ({ type: "object", ...one })),
      byName(fc.constantFrom<JsonValue>(true, false)).map((properties) => ({
        properties,
      })),
      byName(some).map((dependentRequired) => ({ dependentRequired })),
      byName(inner).map((dependentSchemas) => ({ dependentSchemas })),
      list.map((allOf) => ({ allOf })),
      list.map((anyOf) => ({ anyOf })),
      list.map((oneOf) => ({ oneOf })),
      inner.map((not) => ({ not })),
      fc.record(
        { if: inner, then: inner, else: inner },
        { requiredKeys: ["if"] },
      ),
      fc.tuple(required, list).map(([one, anyOf]) => ({ ...one, anyOf })),
      fc.tuple(required, list).map(([one, oneOf]) => ({ ...one, oneOf })),
    ) as fc.Arbitrary<JsonValue>,
  };
});

test("what the words say is what the validator does, for all combinations of members", async () => {
  const schemas = fc.sample(presenceSchema, { numRuns: 400, seed: 20 });
  const components = Object.fromEntries(
    schemas.map((schema, index) => [`S${index}`, schema]),
  );
  const document = withSchemas(components) as JsonValue;
  const [compiled] = await compileValidators([{ document }]);
  const { api } = buildValue(document);
  if (compiled === undefined || api === undefined) throw new Error("none");
  let count = 0;
  for (const [name, written] of Object.entries(components)) {
    const schema = api.definitions[`#/components/schemas/${name}`]?.schema;
    if (schema === undefined) throw new Error(name);
    const rules = memberRules(schema, api);
    const required = requiredBy(written);
    const { is } = compiled.validator(name);
    const accepted = combinations.filter((given) =>
      is(Object.fromEntries(given.map((one) => [one, 1]))),
    );
    const said = combinations.filter(
      (given) =>
        required.every((one) => given.includes(one)) &&
        rules.every((rule) =>
          isKept(rule, new Map(given.map((one) => [one, 1]))),
        ),
    );
    const words = rules.map((rule) => memberText(memberWords(rule), (n) => n));
    expect(said, `${JSON.stringify(written)}: ${words.join("; ")}`).toEqual(
      accepted,
    );
    if (rules.length > 0) count += 1;
  }
  // The samples are no good if most of them say nothing.
  expect(count).toBeGreaterThan(200);
}, 120_000);

/** What `required` lists, of the schema and of the parts of its `allOf`: no words are about it. */
function requiredBy(schema: JsonValue): readonly string[] {
  const { required = [], allOf = [] } = schema as {
    required?: readonly string[];
    allOf?: readonly JsonValue[];
  };
  return [...required, ...allOf.flatMap(requiredBy)];
}
