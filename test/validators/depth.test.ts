import { expect, test } from "vitest";
import type { JsonValue } from "../../generator/model/json.js";
import { compileSchema, type Validator } from "./compile-validators.js";

const tree: JsonValue = {
  type: "object",
  required: ["value"],
  properties: {
    value: { type: "number" },
    children: {
      type: "array",
      items: { $ref: "#/components/schemas/Tested" },
    },
  },
  additionalProperties: false,
};

function nested(levels: number, leaf: unknown): unknown {
  let value = leaf;
  for (let level = 0; level < levels; level++) {
    value = { value: level, children: [value] };
  }
  return value;
}

function firstIssue({ validate }: Validator, value: unknown): string {
  const issue = validate(value).issues?.[0];
  return `${issue?.pointer} ${issue?.keyword}: ${issue?.message}`;
}

test("recursion that people write is followed", async () => {
  const validator = await compileSchema(tree);
  expect(validator.is(nested(400, { value: 1 }))).toBe(true);
  expect(firstIssue(validator, nested(3, { value: "x" }))).toBe(
    '/children/0/children/0/children/0/value type: expected number, found "x"',
  );
});

test("data that is nested 150 000 levels deep is an issue", async () => {
  const validator = await compileSchema(tree);
  const deep = nested(150_000, { value: 1 });
  expect(validator.is(deep)).toBe(false);
  expect(firstIssue(validator, deep)).toMatch(/nested deeper than 500 levels$/);
});

test("data that holds itself is an issue", async () => {
  const validator = await compileSchema(tree);
  const cyclic: { value: number; children: unknown[] } = {
    value: 1,
    children: [],
  };
  cyclic.children.push(cyclic);
  expect(validator.is(cyclic)).toBe(false);
  expect(firstIssue(validator, cyclic)).toMatch(/nested deeper/);
});

test("a union within itself", async () => {
  const validator = await compileSchema({
    anyOf: [
      { type: "string" },
      { type: "array", items: { $ref: "#/components/schemas/Tested" } },
    ],
  });
  expect(validator.is([["a", []], "b"])).toBe(true);
  expect(validator.is([["a", [1]], "b"])).toBe(false);
  const deep = JSON.parse("[".repeat(150_000) + "]".repeat(150_000)) as unknown;
  expect(validator.is(deep)).toBe(false);
  expect(validator.validate(deep).issues?.length).toBeGreaterThan(0);
});

test("deep and cyclic data under uniqueItems and const", async () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  const twin: unknown[] = [];
  twin.push(twin);
  const unique = await compileSchema({ uniqueItems: true });
  expect(unique.is([cyclic, twin])).toBe(false);
  const deep = (): unknown =>
    JSON.parse("[".repeat(100_000) + "]".repeat(100_000)) as unknown;
  expect(unique.is([deep(), deep()])).toBe(false);
  const constant = await compileSchema({ const: [[]] });
  expect(constant.is(cyclic)).toBe(false);
});
