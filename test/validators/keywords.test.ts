import { beforeAll, describe, expect, test } from "vitest";
import type { JsonValue } from "../../generator/model/json.js";
import {
  compileValidators,
  descriptionOf,
  type CompiledDescription,
} from "./compile-validators.js";

/** A schema, values that it takes and values that it refuses. */
type Row = readonly [
  title: string,
  schema: JsonValue,
  valid: readonly unknown[],
  invalid: readonly unknown[],
];

const parsed = (text: string): unknown => JSON.parse(text);
const sparse: unknown[] = [1, , 3];

const rows31: readonly Row[] = [
  ["true", true, [null, 0, "", [], {}], []],
  ["false", false, [], [null, 0, "", [], {}]],
  [
    "object is a plain object",
    { type: "object" },
    [{}, Object.create(null), new (class Point {})()],
    [null, [], new Date(), new Map(), new Set(), new URL("a:b"), /a/, () => 0],
  ],
  [
    "numbers of JSON",
    { type: "number" },
    [0, -0, 1.5, 1e300],
    [NaN, Infinity, -Infinity, "1", 1n, new Number(1)],
  ],
  ["integers", { type: "integer" }, [1, 1.0, 1e300, -0], [1.5, NaN, Infinity]],
  ["several types", { type: ["string", "null"] }, ["", null], [0, undefined]],
  [
    "a string or a number with keywords of its own",
    { type: ["string", "number"], minLength: 2, minimum: 5 },
    ["ab", 5],
    ["a", 4, null],
  ],
  [
    "keywords without a type leave other kinds alone",
    { minLength: 2, minimum: 5, minItems: 1, required: ["a"] },
    ["ab", 5, [0], { a: 1 }, null, true],
    ["a", 4, [], {}],
  ],
  [
    "rules for numbers leave what JSON has no number for alone",
    { minimum: 5, exclusiveMaximum: 10, multipleOf: 0.5 },
    [5.5, NaN, Infinity, -Infinity, "a"],
    [4, 10, 5.25],
  ],
  ["const null", { const: null }, [null], [undefined, 0, ""]],
  ["const 0", { const: 0 }, [0, -0], [false, "0", null]],
  [
    "const by value",
    { const: { a: [1, { b: 2 }] } },
    [{ a: [1, { b: 2 }] }],
    [{ a: [1, { b: 2, c: 3 }] }, { a: [1] }, {}, null],
  ],
  [
    "enum, members in any order",
    { enum: [{ a: 1, b: 2 }, "x"] },
    [{ b: 2, a: 1 }, "x"],
    [{ a: 1 }, "y"],
  ],
  [
    "a long enum",
    { enum: [..."abcdefghijkl"] },
    ["a", "l"],
    ["m", 0, null, ["a"]],
  ],
  [
    "exclusive bounds",
    { exclusiveMinimum: 0, exclusiveMaximum: 1 },
    [0.5],
    [0, 1],
  ],
  [
    "multiples of 0.01",
    { multipleOf: 0.01 },
    [19.99, 4.35, 0.07, 0, -1.1, 1e20],
    [1.005, 0.001, 1e-7],
  ],
  ["multiples of 1e-7", { multipleOf: 1e-7 }, [0.0000003, 12], [0.00000015]],
  ["multiples of 3", { multipleOf: 3 }, [9, 0, -3], [10, 1.5]],
  [
    "lengths in code points",
    { minLength: 2, maxLength: 2 },
    ["ab", "😀😀", "é1"],
    ["😀", "a", "abc", "😀😀😀", ""],
  ],
  ["a pattern is not anchored", { pattern: "b+" }, ["abc", "b"], ["ac", ""]],
  ["a pattern with u", { pattern: "^.$" }, ["😀"], ["ab"]],
  [
    "slashes and line ends in a pattern",
    { pattern: "^a/\n$" },
    ["a/\n"],
    ["a/"],
  ],
  ["letters by property", { pattern: "^\\p{Lu}" }, ["É"], ["é"]],
  [
    "unique items by value",
    { uniqueItems: true },
    [[1, "1", true, [1], { a: 1 }], [], [{ a: 1 }, { a: 2 }]],
    [
      [1, 1],
      [0, -0],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
      [[1], [1]],
    ],
  ],
  [
    "many unique items",
    { uniqueItems: true },
    [Array.from({ length: 300 }, (_, index) => ({ index }))],
    [
      [...Array.from({ length: 300 }, (_, index) => ({ index })), { index: 7 }],
      [...Array.from({ length: 300 }, (_, index) => index), 299],
    ],
  ],
  [
    "prefixItems and items",
    { prefixItems: [{ type: "string" }], items: { type: "number" } },
    [[], ["a"], ["a", 1, 2]],
    [[1], ["a", "b"], sparse],
  ],
  ["items: false", { prefixItems: [true], items: false }, [[1]], [[1, 2]]],
  [
    "a hole is no item",
    { type: "array", items: { type: "number" } },
    [[1]],
    [sparse],
  ],
  [
    "contains",
    { contains: { const: 1 }, minContains: 2, maxContains: 3 },
    [
      [1, 1],
      [1, 0, 1, 1],
    ],
    [[1], [1, 1, 1, 1], []],
  ],
  [
    "contains of none",
    { contains: { const: 1 }, minContains: 0 },
    [[], [0]],
    [],
  ],
  [
    "own members only",
    { required: ["__proto__"] },
    [parsed('{ "__proto__": 1 }')],
    [{}],
  ],
  [
    "names that every object inherits",
    {
      properties: {
        constructor: { type: "number" },
        toString: { type: "string" },
        ["__proto__"]: { type: "boolean" },
      },
    },
    [{}, { constructor: 1 }, parsed('{ "__proto__": true }')],
    [{ constructor: "1" }, parsed('{ "__proto__": 5 }')],
  ],
  [
    "inherited members are none",
    { type: "object", required: ["a"] },
    [{ a: 1 }],
    [Object.create({ a: 1 })],
  ],
  [
    "an undefined member is absent",
    {
      type: "object",
      required: ["a"],
      properties: { a: true, b: { type: "string" } },
      additionalProperties: false,
      maxProperties: 1,
    },
    [{ a: 1 }, { a: 1, b: undefined }, { a: 1, c: undefined }],
    [{ a: undefined }, { a: 1, c: 1 }, { a: 1, b: "x" }],
  ],
  [
    "additionalProperties beside patternProperties",
    {
      properties: { a: { type: "number" }, xa: { type: "number" } },
      patternProperties: { "^x": { minimum: 5 } },
      additionalProperties: { type: "string" },
    },
    [{ a: 1, xa: 5, x1: "free", other: "text" }],
    [{ xa: 4 }, { x1: 4 }, { other: 1 }, { xa: "5" }],
  ],
  [
    "two patterns and nothing else",
    {
      patternProperties: { "^a": { minimum: 1 }, b$: { maximum: 3 } },
      additionalProperties: false,
    },
    [{ a: 5, b: 0, ab: 2 }],
    [{ ab: 4 }, { ab: 0 }, { c: 1 }],
  ],
  [
    "propertyNames",
    { propertyNames: { maxLength: 2 } },
    [{ ab: 1 }],
    [{ abc: 1 }],
  ],
  [
    "minProperties",
    { minProperties: 2 },
    [{ a: 1, b: 2 }],
    [{ a: 1, b: undefined }],
  ],
  [
    "dependentRequired",
    { dependentRequired: { a: ["b", "c"] } },
    [{}, { b: 1 }, { a: 1, b: 2, c: 3 }],
    [{ a: 1 }, { a: 1, b: 2 }],
  ],
  [
    "dependentSchemas",
    { dependentSchemas: { a: { properties: { b: { type: "number" } } } } },
    [{ b: "x" }, { a: 1, b: 2 }],
    [{ a: 1, b: "x" }],
  ],
  [
    "anyOf of required members",
    { type: "object", anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    [{ a: 1 }, { b: 1 }, { a: 1, b: 1 }],
    [{}, { c: 1 }],
  ],
  [
    "oneOf is exactly one",
    { oneOf: [{ minimum: 2 }, { maximum: 4 }] },
    [1, 5],
    [3],
  ],
  ["not", { not: { type: "string" } }, [0, null], [""]],
  [
    "if, then, else",
    {
      if: { properties: { kind: { const: "a" } }, required: ["kind"] },
      then: { required: ["a"] },
      else: { required: ["b"] },
    },
    [{ kind: "a", a: 1 }, { b: 1 }, { kind: "b", b: 1 }],
    [{ kind: "a", b: 1 }, { kind: "b" }],
  ],
  [
    "unevaluatedProperties under conditions",
    {
      properties: { a: true },
      anyOf: [
        { properties: { b: { const: 1 } }, required: ["b"] },
        { properties: { c: { const: 1 } }, required: ["c"] },
      ],
      unevaluatedProperties: false,
    },
    [{ a: 0, b: 1 }, { c: 1 }, { b: 1, c: 1 }],
    [{ b: 1, c: 2 }, { b: 1, d: 1 }, { a: 0 }],
  ],
  [
    "unevaluatedItems after contains",
    { contains: { type: "string" }, unevaluatedItems: { type: "number" } },
    [["a", 1, "b"]],
    [["a", true], [1]],
  ],
  [
    "siblings of $ref apply",
    { $ref: "#/components/schemas/Text", maxLength: 2 },
    ["ab"],
    ["abc", 1],
  ],
];

const rows30: readonly Row[] = [
  ["nullable", { type: "string", nullable: true }, ["", null], [0]],
  ["not nullable", { type: "string" }, [""], [null]],
  [
    "nullable beside allOf",
    { nullable: true, allOf: [{ $ref: "#/components/schemas/Text" }] },
    ["a", null],
    [0],
  ],
  [
    "nullable beside $ref",
    { nullable: true, $ref: "#/components/schemas/Text" },
    ["a", null],
    [0],
  ],
  [
    "nullable beside a type and allOf",
    {
      type: "string",
      nullable: true,
      allOf: [{ $ref: "#/components/schemas/Text" }],
    },
    ["a", null],
    [0],
  ],
  [
    "nullable beside oneOf of which two branches take null",
    {
      nullable: true,
      oneOf: [
        { type: "string", nullable: true },
        { type: "number", nullable: true },
      ],
    },
    ["a", 0, null],
    [true],
  ],
  [
    "nullable beside not",
    { type: "string", nullable: true, not: { enum: ["x", null] } },
    ["a", null],
    ["x", 0],
  ],
  [
    "nullable in a part of allOf widens the part alone",
    {
      allOf: [
        { $ref: "#/components/schemas/Text" },
        { type: "string", nullable: true },
      ],
    },
    ["a"],
    [null],
  ],
  [
    "nullable: false",
    { nullable: false, allOf: [{ $ref: "#/components/schemas/Text" }] },
    ["a"],
    [null],
  ],
  [
    "nullable beside an enum without null",
    { type: "string", nullable: true, enum: ["a"] },
    ["a", null],
    ["b"],
  ],
  [
    "nullable beside an enum without null and without type",
    { nullable: true, enum: ["a"] },
    ["a", null],
    ["b"],
  ],
  [
    "nullable beside an enum with null",
    { type: "string", nullable: true, enum: ["a", null] },
    ["a", null],
    ["b"],
  ],
  [
    "exclusive bounds by flag",
    {
      minimum: 0,
      exclusiveMinimum: true,
      maximum: 1,
      exclusiveMaximum: true,
    },
    [0.5],
    [0, 1],
  ],
  ["bounds", { minimum: 0, exclusiveMinimum: false, maximum: 1 }, [0, 1], [2]],
  [
    "siblings of $ref are ignored",
    { $ref: "#/components/schemas/Text", maxLength: 1 },
    ["abc"],
    [1],
  ],
];

function rowTests(openapi: string, rows: readonly Row[]): void {
  let compiled: CompiledDescription;
  beforeAll(async () => {
    const schemas: { [name: string]: JsonValue } = { Text: { type: "string" } };
    rows.forEach(([, schema], index) => (schemas[`Row${index}`] = schema));
    const document = descriptionOf(schemas, openapi);
    const [first] = await compileValidators([{ document }]);
    if (first === undefined) throw new Error("nothing compiled");
    compiled = first;
  });
  test.each(rows.map((row, index) => [row[0], index] as const))(
    "%s",
    (_title, index) => {
      const [, , valid, invalid] = rows[index] as Row;
      const { is, validate } = compiled.validator(`Row${index}`);
      for (const value of valid) {
        expect(validate(value)).toEqual({ ok: true, value });
        expect(is(value)).toBe(true);
      }
      for (const value of invalid) {
        expect(is(value), String(value)).toBe(false);
        const result = validate(value);
        expect(result.ok).toBe(false);
        expect(result.issues?.length).toBeGreaterThan(0);
      }
    },
  );
}

describe("keywords of JSON Schema 2020-12", () => rowTests("3.1.1", rows31));
describe("keywords of OpenAPI 3.0", () => rowTests("3.0.4", rows30));
