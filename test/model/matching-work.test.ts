import { expect, test } from "vitest";
import { joined } from "../../generator/emit/docs/examples/example-objects.js";
import { matches } from "../../generator/model/matches.js";
import type { Schema } from "../../generator/model/schema.js";
import { apiOf, withSchemas } from "./build.js";

/** Closed schemas, each of which takes over the next one by two ways. */
function diamonds(levels: number): Record<string, unknown> {
  const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const schemas: Record<string, unknown> = {
    [`Level${levels}`]: { type: "object", properties: { end: {} } },
  };
  for (let level = 0; level < levels; level++) {
    const side = {
      allOf: [to(`Level${level + 1}`)],
      properties: { a: { type: "string" } },
    };
    schemas[`Left${level}`] = side;
    schemas[`Right${level}`] = side;
    schemas[`Level${level}`] = {
      allOf: [to(`Left${level}`), to(`Right${level}`)],
      unevaluatedProperties: false,
    };
  }
  return schemas;
}

/** How many schemas are applied to a value that is known to be valid under all others than that of the first level. */
function appliedBesides(levels: number): number {
  const api = apiOf(withSchemas(diamonds(levels)));
  const schema = api.definitions["#/components/schemas/Level0"]?.schema;
  if (schema?.kind !== "keywords") throw new Error("no schema");
  const parts = schema.keywords.flatMap((keyword): readonly Schema[] =>
    keyword.kind === "allOf" ? keyword.schemas : [],
  );
  const value = { a: "a", end: 1 };
  const work = { schemas: 0 };
  const others = Object.values(api.definitions).map(({ schema }) => schema);
  const known = new Set([...parts, ...others]);
  known.delete(schema);
  const valid = new Map([[value, known]]);
  expect(matches(schema, value, api, valid, work)).toBe(true);
  return work.schemas;
}

test("what a closed part evaluates is not looked up in the schemas below it", () => {
  expect(appliedBesides(20)).toBe(appliedBesides(5));
  expect(appliedBesides(20)).toBeGreaterThan(0);
});

test("a closed part evaluates all members, one that is not closed its own", () => {
  const part = { properties: { a: {} } };
  const api = apiOf(
    withSchemas({
      Open: { allOf: [part], unevaluatedProperties: false },
      Closed: {
        allOf: [{ ...part, unevaluatedProperties: { type: "number" } }],
        unevaluatedProperties: false,
      },
    }),
  );
  const isValid = (name: string, value: Record<string, number>): boolean => {
    const schema = api.definitions[`#/components/schemas/${name}`]?.schema;
    return schema !== undefined && matches(schema, value, api);
  };
  expect(isValid("Open", { a: 1 })).toBe(true);
  expect(isValid("Open", { a: 1, b: 1 })).toBe(false);
  expect(isValid("Closed", { a: 1, b: 1 })).toBe(true);
});

test("examples of parts are joined without a copy where one has all members", () => {
  const two = { a: 1, b: 2 };
  expect(joined([{ a: 1 }, two])).toBe(two);
  expect(joined([two, { b: 2 }, { a: 1 }])).toBe(two);
  expect(Object.entries(joined([{ b: 2 }, two]))).toEqual([
    ["b", 2],
    ["a", 1],
  ]);
  expect(joined([two, { a: 3 }])).toEqual({ a: 3, b: 2 });
});
