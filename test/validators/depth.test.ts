import { expect, test } from "vitest";
import type { JsonValue } from "../../generator/model/json.js";
import {
  compileSchema,
  compileValidators,
  descriptionOf,
  type Validator,
} from "./compile-validators.js";

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

const self: JsonValue = { $ref: "#/components/schemas/Tested" };

/** Schemas of which several parts look at the same members. */
const repeated: { readonly [title: string]: JsonValue } = {
  "branches of anyOf that fail late": {
    anyOf: [
      {
        type: "object",
        properties: { next: self, end: { const: "a" } },
        required: ["end"],
      },
      {
        type: "object",
        properties: { next: self, end: { const: "b" }, more: self },
        required: ["end"],
        maxProperties: 3,
      },
      { type: "null" },
    ],
  },
  "branches of oneOf": {
    oneOf: [
      { type: "object", properties: { next: self }, required: ["a"] },
      { type: "object", properties: { next: self }, required: ["b"] },
      { type: "null" },
    ],
  },
  "parts of allOf": {
    allOf: [
      { type: ["object", "null"], properties: { next: self } },
      { additionalProperties: { anyOf: [self, { type: "string" }] } },
    ],
  },
  "a condition and its consequences": {
    type: ["object", "null"],
    if: { properties: { next: self }, required: ["b"] },
    then: { properties: { next: self } },
    else: { properties: { next: self } },
  },
};

test.each(Object.keys(repeated))(
  "%s: the work does not multiply with each level",
  async (title) => {
    const validator = await compileSchema(repeated[title] ?? true);
    let reads = 0;
    const list = (levels: number, last: unknown): unknown => {
      let value = last;
      for (let level = 0; level < levels; level++) {
        const next = value;
        value = {
          get next() {
            reads += 1;
            if (reads > 10_000) throw new Error("too much work");
            return next;
          },
          b: "b",
          end: "b",
        };
      }
      return value;
    };
    expect(validator.is(list(40, null))).toBe(true);
    expect(validator.is(list(40, 1))).toBe(false);
    const { issues } = validator.validate(list(40, 1));
    expect(issues?.length).toBeGreaterThan(0);
    expect(issues?.length).toBeLessThan(10);
    expect(issues?.[0]?.pointer).toBe("/next".repeat(40));
  },
);

test("a recursive schema that looks at each member once keeps no account", async () => {
  const [compiled] = await compileValidators([
    {
      document: descriptionOf({
        Tree: {
          allOf: [{ $ref: "#/components/schemas/Named" }],
          type: "object",
          properties: {
            left: { $ref: "#/components/schemas/Tree" },
            others: {
              type: "array",
              items: { $ref: "#/components/schemas/Tree" },
            },
          },
          additionalProperties: { $ref: "#/components/schemas/Json" },
        },
        Named: {
          type: "object",
          properties: {
            parent: {
              oneOf: [{ $ref: "#/components/schemas/Tree" }, { type: "null" }],
            },
          },
        },
        Json: {
          anyOf: [
            { type: ["string", "null"] },
            { type: "array", items: { $ref: "#/components/schemas/Json" } },
            {
              type: "object",
              additionalProperties: { $ref: "#/components/schemas/Json" },
            },
          ],
        },
      }),
    },
  ]);
  const texts = [...(compiled?.modules.values() ?? [])].join("\n");
  expect(texts).toContain("isTreeWithin");
  expect(texts).not.toContain("Once");
});

test("the functions of parts without recursion count no depth", async () => {
  const named = {
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string" } },
  };
  const [compiled] = await compileValidators([
    {
      document: descriptionOf({
        Tested: {
          type: "object",
          properties: {
            next: { $ref: "#/components/schemas/Tested" },
            list: { type: "array", contains: named },
          },
          propertyNames: { not: { allOf: [{ pattern: "^x" }, named] } },
        },
      }),
    },
  ]);
  const text = [...(compiled?.modules.values() ?? [])].join("\n");
  const parts = [
    ...text.matchAll(/^function (is\w+)\(([^)]*)\): boolean \{([^]*?)^\}/gm),
  ];
  expect(parts.length).toBeGreaterThan(0);
  for (const [, name, parameters, body] of parts) {
    expect([name, parameters?.includes("depth")]).toEqual([
      name,
      /\bdepth\b/.test(body ?? ""),
    ]);
  }
});
