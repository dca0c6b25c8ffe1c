import { expect, test } from "vitest";
import { compileErrors } from "./compile.js";
import { inFolder, makeTypes, withUse } from "./type-files.js";

interface Row {
  readonly schema: unknown;
  /** Beside `X`. */
  readonly others?: Readonly<Record<string, unknown>>;
  /** The very type, where it is to be just that. */
  readonly type?: string;
  readonly sent?: boolean;
  readonly received?: boolean;
  /** Expressions that are of the type, and some that are not. */
  readonly good?: readonly string[];
  readonly bad?: readonly string[];
}

const text = { type: "string" };
const number = { type: "number" };
const config = {
  type: "object",
  required: ["size"],
  properties: { size: number },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const rows: Readonly<Record<string, Row>> = {
  any: { schema: {}, type: "unknown" },
  "nothing is allowed": { schema: { not: {} }, type: "unknown" },
  false: {
    schema: { type: "object", properties: { a: false } },
    good: ["{}"],
    bad: ["{ a: 1 }"],
  },
  "an object of at most no member": {
    schema: { type: "object", maxProperties: 0 },
    good: ["{}"],
    bad: ["{ a: 1 }", "{ a: undefined }"],
  },
  "at most no member, of some that are described": {
    schema: {
      type: "object",
      properties: { a: text },
      additionalProperties: number,
      maxProperties: 0,
    },
    good: ["{}"],
    bad: ['{ a: "" }', "{ b: 1 }"],
  },
  "at most no member in a part of allOf": {
    schema: {
      type: "object",
      properties: { a: text },
      allOf: [{ maxProperties: 0 }],
    },
    good: ["{}"],
    bad: ['{ a: "" }', "{ b: 1 }"],
  },
  "a tuple that a part of allOf closes": {
    schema: {
      type: "array",
      prefixItems: [text, number],
      allOf: [{ maxItems: 2 }],
    },
    type: "[string?, number?]",
  },
  "a tuple in one part of allOf, its length in another": {
    schema: {
      allOf: [
        { type: "array", prefixItems: [text, number] },
        { type: "array", minItems: 2, maxItems: 2 },
      ],
    },
    type: "[string, number]",
  },
  "a tuple that a part of allOf closes by items": {
    schema: {
      type: "array",
      prefixItems: [text, number],
      minItems: 1,
      allOf: [{ prefixItems: [{}, {}], items: false }],
    },
    type: "[string, number?]",
  },
  "a tuple in a part of allOf, closed around it": {
    schema: {
      allOf: [{ type: "array", prefixItems: [text, number], minItems: 2 }],
      unevaluatedItems: false,
    },
    type: "[string, number]",
  },
  "tuples of which one is longer": {
    schema: {
      type: "array",
      prefixItems: [text, number],
      minItems: 1,
      allOf: [{ prefixItems: [{}, {}, text], minItems: 2 }],
    },
    type: "[string, number, string?, ...unknown[]]",
  },
  "a tuple whose second item no list has": {
    schema: {
      type: "array",
      prefixItems: [text, text],
      allOf: [{ prefixItems: [{}, number] }],
    },
    type: "[string?]",
  },
  "a named tuple that is closed around it": {
    others: { Pair: { type: "array", prefixItems: [text, number] } },
    schema: { allOf: [ref("Pair"), { type: "array", maxItems: 2 }] },
    good: ["[]", '["a", 1]'],
    bad: ['["a", 1, 2]'],
  },
  "items in one part of allOf, their number in another": {
    schema: {
      allOf: [
        { type: "array", prefixItems: [text], items: number },
        {
          type: "array",
          prefixItems: [text, { type: "integer" }],
          maxItems: 3,
        },
      ],
    },
    type: "[string?, number?, number?]",
  },
  "type string": { schema: text, type: "string" },
  "type integer": { schema: { type: "integer" }, type: "number" },
  "a list of types": {
    schema: { type: ["string", "number", "null"] },
    type: "string | number | null",
  },
  "nullable as a type": {
    schema: { type: ["string", "null"] },
    type: "string | null",
  },
  "nullable as anyOf": {
    schema: { anyOf: [text, { type: "null" }] },
    type: "string | null",
  },
  "nullable as oneOf": {
    schema: { oneOf: [{ type: "null" }, text] },
    type: "string | null",
  },
  "nullable enum": { schema: { enum: ["a", null] }, type: '"a" | null' },
  const: { schema: { const: "a" }, type: '"a"' },
  "const null": { schema: { const: null }, type: "null" },
  "const true": { schema: { const: true }, type: "true" },
  "const object": {
    schema: { const: { a: [1, null] } },
    type: "{ a: [1, null] }",
  },
  "enum of both booleans": { schema: { enum: [true, false] }, type: "boolean" },
  "enum cut by type": {
    schema: { type: "string", enum: ["a", "b", null] },
    type: '"a" | "b"',
  },
  "negative numbers": { schema: { enum: [-1, 0, 1.5] }, type: "-1 | 0 | 1.5" },
  "open enum in responses": {
    schema: { enum: ["a", "b"] },
    received: true,
    good: ['"a"', '"new"'],
    bad: ["1"],
  },
  "closed enum in requests": {
    schema: { enum: ["a", "b"] },
    sent: true,
    type: '"a" | "b"',
  },
  "closed where not used": { schema: { enum: ["a", "b"] }, type: '"a" | "b"' },
  "listed texts or any text": {
    schema: { anyOf: [{ type: "string", enum: ["a", "b"] }, text] },
    type: '"a" | "b" | (string & {})',
  },
  "listed texts by reference or any text": {
    schema: { anyOf: [text, ref("Kind")] },
    others: { Kind: { enum: ["a", "b"] } },
    good: ['"a"', '"c"'],
    bad: ["1"],
  },
  "a constant, any text or null": {
    schema: { anyOf: [{ const: "auto" }, { type: ["string", "null"] }] },
    type: '"auto" | (string & {}) | null',
  },
  "an enum that repeats another": {
    schema: { allOf: [{ type: "string", enum: ["a", "b"] }, ref("Kind")] },
    others: { Kind: { enum: ["a", "b"] } },
    type: '"a" | "b"',
  },
  "an enum that narrows another": {
    schema: { allOf: [ref("Kind"), { enum: ["a"] }] },
    others: { Kind: { enum: ["a", "b"] } },
    type: '"a"',
  },
  array: { schema: { type: "array", items: text }, type: "string[]" },
  "array without items": { schema: { type: "array" }, type: "unknown[]" },
  "array of arrays": {
    schema: { type: "array", items: { type: "array", items: text } },
    type: "string[][]",
  },
  "array of unions": {
    schema: { type: "array", items: { type: ["string", "null"] } },
    type: "(string | null)[]",
  },
  tuple: {
    schema: {
      type: "array",
      prefixItems: [text, number],
      minItems: 2,
      items: false,
    },
    type: "[string, number]",
  },
  "tuple that may be short": {
    schema: { type: "array", prefixItems: [text, number], items: false },
    type: "[string?, number?]",
  },
  "tuple with a rest": {
    schema: { type: "array", prefixItems: [text], minItems: 1, items: number },
    type: "[string, ...number[]]",
  },
  "tuple by maxItems": {
    schema: {
      type: "array",
      prefixItems: [number, number],
      minItems: 2,
      maxItems: 2,
    },
    type: "[number, number]",
  },
  "tuple by maxItems that may be short": {
    schema: {
      type: "array",
      prefixItems: [text, number],
      minItems: 1,
      maxItems: 2,
    },
    type: "[string, number?]",
  },
  "tuple that ends within its prefix": {
    schema: { type: "array", prefixItems: [text, number], maxItems: 1 },
    type: "[string?]",
  },
  "tuple with bounds beyond its prefix": {
    schema: {
      type: "array",
      prefixItems: [text],
      items: number,
      minItems: 2,
      maxItems: 3,
    },
    type: "[string, number, number?]",
  },
  "tuple with a lower bound beyond its prefix": {
    schema: { type: "array", prefixItems: [text], items: number, minItems: 3 },
    type: "[string, number, number, ...number[]]",
  },
  "tuple by unevaluatedItems": {
    schema: {
      type: "array",
      prefixItems: [text],
      minItems: 1,
      unevaluatedItems: false,
    },
    type: "[string]",
  },
  "unevaluatedItems beside a choice": {
    schema: {
      type: "array",
      prefixItems: [text],
      minItems: 1,
      anyOf: [{ prefixItems: [true, number] }, { minItems: 3 }],
      unevaluatedItems: false,
    },
    good: ['[""]', '["", 1]'],
    bad: ["[]", "[1]"],
  },
  "list of one length": {
    schema: { type: "array", items: number, minItems: 2, maxItems: 2 },
    type: "[number, number]",
  },
  "list without items": {
    schema: { type: "array", items: text, maxItems: 0 },
    type: "[]",
  },
  "bounds that exclude each other": {
    schema: {
      type: "object",
      properties: { a: { type: "array", minItems: 2, items: false } },
    },
    good: ["{}"],
    bad: ["{ a: [] }"],
  },
  "array of tuples": {
    schema: {
      type: "array",
      items: { type: "array", prefixItems: [text], minItems: 1, items: false },
    },
    type: "[string][]",
  },
  "object without anything": {
    schema: { type: "object" },
    good: ["{}", "{ a: 1 }"],
    bad: ["1"],
  },
  "closed object without anything": {
    schema: { type: "object", additionalProperties: false },
    sent: true,
    good: ["{}"],
    bad: ["{ a: 1 }"],
  },
  "required and optional": {
    schema: {
      type: "object",
      required: ["a"],
      properties: { a: text, b: number },
    },
    type: "{ a: string; b?: number | undefined }",
  },
  "required without a description": {
    schema: { type: "object", required: ["a"] },
    good: ["{ a: 1 }"],
    bad: ["{}"],
  },
  map: {
    schema: { type: "object", additionalProperties: number },
    type: "{ [key: string]: number }",
  },
  "map beside members": {
    schema: {
      type: "object",
      required: ["a"],
      properties: { a: text, b: { type: "boolean" } },
      additionalProperties: number,
    },
    good: ['{ a: "" }', '{ a: "", b: true, c: 1 }'],
    bad: ["{ a: 1 }", '{ a: "", c: null }'],
  },
  "anything beside members": {
    schema: {
      type: "object",
      properties: { a: text },
      additionalProperties: true,
    },
    good: ['{ a: "", b: 1 }'],
    bad: ["{ a: 1 }"],
  },
  "patternProperties, closed": {
    schema: {
      type: "object",
      patternProperties: { "^x-": text },
      additionalProperties: false,
    },
    type: "{ [key: string]: string }",
  },
  "required key of a map": {
    schema: { type: "object", required: ["en"], additionalProperties: text },
    type: "{ en: string; [key: string]: string }",
  },
  "required key of a map, through allOf": {
    schema: { allOf: [ref("Numbers"), { required: ["all"] }] },
    others: { Numbers: { type: "object", additionalProperties: number } },
    type: "{ all: number; [key: string]: number }",
  },
  "required key of patternProperties": {
    schema: {
      type: "object",
      required: ["x-a", "b"],
      patternProperties: { "^x-": text },
      additionalProperties: number,
    },
    type: '{ "x-a": string; b: number; [key: string]: string | number }',
  },
  "required key of a map, in anyOf": {
    schema: {
      type: "object",
      additionalProperties: text,
      anyOf: [{ required: ["en"] }, { required: ["fr"] }],
    },
    type: "{ [key: string]: string } & ({ en: string } | { fr: string })",
  },
  "member that a pattern narrows": {
    schema: {
      type: "object",
      properties: { "x-a": {} },
      patternProperties: { "^x-": text },
      additionalProperties: false,
    },
    type: '{ "x-a"?: string | undefined; [key: string]: string | undefined }',
  },
  "propertyNames with a list": {
    schema: {
      type: "object",
      required: ["en"],
      propertyNames: ref("Language"),
      additionalProperties: text,
    },
    others: { Language: { enum: ["en", "fr"] } },
    type: "{ en: string; fr?: string | undefined }",
  },
  "propertyNames through allOf": {
    schema: { allOf: [ref("Texts"), ref("French")] },
    others: {
      Texts: { type: "object", additionalProperties: text },
      French: { type: "object", propertyNames: { const: "fr" } },
    },
    type: "{ fr?: string | undefined }",
  },
  "no property name is allowed": {
    schema: { type: "object", propertyNames: false },
    type: "{ [key: string]: never }",
  },
  "closed object without anything, in responses": {
    schema: { type: "object", additionalProperties: false },
    received: true,
    type: "{ [key: string]: never }",
  },
  "unevaluatedProperties: false without anything": {
    schema: { type: "object", unevaluatedProperties: false },
    type: "{ [key: string]: never }",
  },
  "unevaluatedProperties beside allOf": {
    schema: {
      allOf: [ref("A")],
      required: ["b"],
      type: "object",
      unevaluatedProperties: number,
    },
    others: { A: { type: "object", required: ["a"], properties: { a: text } } },
    good: ['{ a: "", b: 1 }', '{ a: "", b: 1, c: 2 }'],
    bad: ["{ b: 1 }", "{ a: 1, b: 1 }"],
  },
  "unevaluatedProperties beside a choice": {
    schema: {
      type: "object",
      anyOf: [{ properties: { a: text } }, { properties: { a: number } }],
      unevaluatedProperties: { type: "boolean" },
    },
    good: ['{ a: "" }', "{ a: 1 }"],
    bad: ["{ a: true }"],
  },
  "odd member names": {
    schema: {
      type: "object",
      required: ["a-b", "1", "__proto__", 'a"b'],
      properties: { "a-b": text, 1: text, 'a"b': text },
    },
    good: ['{ "a-b": "", 1: "", "a\\"b": "", ["__proto__"]: 1 }'],
    bad: ['{ "a-b": "" }'],
  },
  "allOf in one": {
    schema: {
      allOf: [ref("A"), { type: "object", properties: { b: number } }],
      required: ["b"],
    },
    others: { A: { type: "object", required: ["a"], properties: { a: text } } },
    type: "{ a: string; b: number }",
  },
  "allOf that narrows": {
    schema: {
      allOf: [
        ref("A"),
        { type: "object", properties: { kind: { const: "x" } } },
      ],
    },
    others: {
      A: { type: "object", required: ["kind"], properties: { kind: text } },
    },
    type: '{ kind: "x" }',
  },
  "required beside allOf": {
    schema: { allOf: [ref("A")], required: ["a"] },
    others: { A: { type: "object", properties: { a: text, b: text } } },
    type: "{ a: string; b?: string | undefined }",
  },
  "a reference with siblings": {
    schema: { $ref: "#/components/schemas/A", description: "More words." },
    others: { A: { type: "object", properties: { a: text } } },
    type: "{ a?: string | undefined }",
  },
  "anyOf of required": {
    schema: {
      type: "object",
      properties: { a: text, b: text, c: text },
      anyOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    good: ['{ a: "" }', '{ b: "", c: "" }', '{ a: "", b: "" }'],
    bad: ["{}", '{ c: "" }', "{ a: 1 }", '{ a: "", d: "" }'],
  },
  "items without type, beside a text": {
    schema: { items: text, oneOf: [{ type: "array", items: {} }, text] },
    type: "string[] | string",
  },
  "properties without type, beside null": {
    schema: {
      properties: { a: text },
      anyOf: [{ required: ["a"] }, { type: "null" }],
    },
    good: ['{ a: "" }', "null"],
    bad: ["{}", '""'],
  },
  "properties without type, beside a number by name": {
    schema: {
      properties: { a: text },
      anyOf: [{ required: ["a"] }, ref("N")],
    },
    others: { N: number },
    good: ['{ a: "" }', "1"],
    bad: ["{}", '""'],
  },
  "no further members without type, beside a list of texts by name": {
    schema: { additionalProperties: false, allOf: [ref("N")] },
    others: { N: { enum: ["a", "b"] } },
    good: ['"a"'],
    bad: ["{}", '"c"'],
  },
  "a type without null beside branches of which one takes null": {
    schema: { type: "object", oneOf: [ref("Plain"), ref("Nullable")] },
    others: {
      Plain: { type: "object", required: ["a"], properties: { a: text } },
      Nullable: {
        type: ["object", "null"],
        required: ["b"],
        properties: { b: text },
      },
    },
    good: ['{ a: "" }', '{ b: "" }'],
    bad: ["null", "{}"],
  },
  "oneOf of required": {
    schema: {
      type: "object",
      properties: { a: text, b: text },
      oneOf: [{ required: ["a"] }, { required: ["b"] }],
    },
    good: ['{ a: "" }', '{ b: "" }'],
    bad: ["{}", '{ a: "", b: "" }'],
  },
  "oneOf of required pairs": {
    schema: {
      type: "object",
      properties: { a: text, b: text, c: text },
      oneOf: [{ required: ["a", "b"] }, { required: ["c"] }],
    },
    good: ['{ a: "", b: "" }', '{ c: "" }', '{ a: "", c: "" }'],
    bad: ["{}", '{ a: "" }'],
  },
  "not required": {
    schema: {
      type: "object",
      properties: { a: text, b: text },
      not: { required: ["a", "b"] },
    },
    good: ["{}", '{ a: "" }', '{ b: "" }'],
    bad: ['{ a: "", b: "" }'],
  },
  "not anyOf required": {
    schema: {
      type: "object",
      properties: { a: text, b: text, c: text },
      not: { anyOf: [{ required: ["a"] }, { required: ["b"] }] },
    },
    good: ["{}", '{ c: "" }'],
    bad: ['{ a: "" }', '{ b: "" }'],
  },
  dependentRequired: {
    schema: {
      type: "object",
      properties: { card: text, code: text },
      dependentRequired: { card: ["code"] },
    },
    good: ["{}", '{ code: "" }', '{ card: "", code: "" }'],
    bad: ['{ card: "" }'],
  },
  dependentSchemas: {
    schema: {
      type: "object",
      properties: { card: text },
      dependentSchemas: {
        card: {
          type: "object",
          required: ["code"],
          properties: { code: number },
        },
      },
    },
    good: ["{}", '{ card: "", code: 1 }'],
    bad: ['{ card: "" }', '{ card: "", code: "" }'],
  },
  "if, then, else": {
    schema: {
      type: "object",
      required: ["kind"],
      properties: { kind: { enum: ["card", "bank"] }, card: text, iban: text },
      if: { properties: { kind: { const: "card" } } },
      then: { required: ["card"] },
      else: { required: ["iban"] },
    },
    sent: true,
    good: ['{ kind: "card", card: "" }', '{ kind: "bank", iban: "" }'],
    bad: ['{ kind: "card", iban: "" }', '{ kind: "bank" }'],
  },
  recursion: {
    schema: {
      type: "object",
      properties: { next: ref("X"), all: { type: "array", items: ref("X") } },
    },
    good: ["{ next: { next: {}, all: [{}] } }"],
    bad: ["{ next: 1 }", "{ all: [1] }"],
  },
  "any JSON": {
    schema: {
      oneOf: [
        { type: ["string", "number", "boolean", "null"] },
        { type: "array", items: ref("X") },
        { type: "object", additionalProperties: ref("X") },
      ],
    },
    good: ["null", '{ a: [1, { b: "" }] }'],
    bad: ["undefined", "{ a: undefined }", "[() => 1]"],
  },
  "branches that the type beside them excludes": {
    schema: {
      type: "object",
      oneOf: [{ enum: ["auto"] }, ref("Config"), { type: "array" }],
    },
    others: { Config: config },
    type: "{ size: number }",
  },
  "a named branch of which the type leaves a part": {
    schema: { type: "string", anyOf: [ref("Mode"), { type: "object" }] },
    others: {
      Mode: { anyOf: [{ const: "auto" }, ref("Config")] },
      Config: config,
    },
    type: '"auto"',
  },
  "branches beside a type with null": {
    schema: {
      type: ["string", "null"],
      anyOf: [{ enum: ["a"] }, { type: "number" }, { type: "null" }],
    },
    type: '"a" | null',
  },
  "branches beside type array": {
    schema: {
      type: "array",
      oneOf: [
        { type: "array", items: text },
        text,
        { type: "array", items: number },
      ],
    },
    type: "string[] | number[]",
  },
  "branches that an enum beside them excludes": {
    schema: { enum: ["a", 1, {}], anyOf: [text, { type: "array" }] },
    type: '"a"',
    sent: true,
  },
  "branches that allOf excludes": {
    schema: {
      allOf: [ref("Base"), { oneOf: [{ const: "auto" }, ref("Config")] }],
    },
    others: {
      Base: { type: "object", properties: { id: text } },
      Config: config,
    },
    good: ["{ size: 1 }", '{ id: "1", size: 1 }'],
    bad: ['"auto"', "{}", "{ id: 1, size: 1 }"],
  },
  "members that the type beside the branch leaves no object for": {
    schema: { type: "string", oneOf: [{ properties: { a: text } }] },
    type: "string",
  },
  "members of an object beside branches keep their types": {
    schema: {
      type: "object",
      anyOf: [
        {
          type: "object",
          required: ["a"],
          properties: { a: { type: ["string", "array"] } },
        },
        text,
      ],
    },
    type: "{ a: string | unknown[] }",
  },
  "readOnly is not sent": {
    schema: {
      type: "object",
      required: ["id", "name"],
      properties: { id: { ...text, readOnly: true }, name: text },
    },
    sent: true,
    type: "{ name: string }",
  },
  "writeOnly is not received": {
    schema: {
      type: "object",
      required: ["name"],
      properties: { secret: { ...text, writeOnly: true }, name: text },
    },
    received: true,
    type: "{ name: string }",
  },
};

/** The check of one row: the type is just what is wanted, takes what is good, and refuses what is not. */
function check({ type, good = [], bad = [] }: Row): string {
  const same =
    type === undefined
      ? []
      : [
          "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
          "type Flat<T> = T extends object ? { [K in keyof T]: T[K] } : T;",
          `export const same: Same<Flat<X>, Flat<${type}>> = true;`,
        ];
  return [
    'import type { X } from "./types/x.js";',
    ...same,
    ...good.map((value, index) => `export const good${index}: X = ${value};`),
    ...bad.map(
      (value, index) =>
        `// @ts-expect-error\nexport const bad${index}: X = ${value};`,
    ),
    "export type Used = X;",
  ].join("\n");
}

test("each combination of keywords gives the type that says the most, by direction", () => {
  const files = new Map<string, string>();
  Object.entries(rows).forEach(([name, row], index) => {
    const folder = String(index + 1);
    const schemas = { X: row.schema, ...row.others };
    const { files: types } = makeTypes(
      withUse(schemas, {
        ...(row.sent ? { sent: ["X"] } : {}),
        ...(row.received ? { received: ["X"] } : {}),
      }),
    );
    for (const [path, content] of inFolder(folder, types))
      files.set(path, content);
    files.set(`${folder}/${name.replace(/\W+/g, "-")}.ts`, check(row));
  });
  const { files: both } = makeTypes(sentAndReceived);
  for (const [path, content] of inFolder("both", both))
    files.set(path, content);
  files.set("both/use.ts", useOfBoth);
  expect(compileErrors("keywords", files)).toEqual([]);
});

/** Types that differ by direction, and one that does not. */
const sentAndReceived = withUse(
  {
    State: { enum: ["on", "off"] },
    Lamp: {
      type: "object",
      required: ["id", "state"],
      properties: {
        id: { ...text, readOnly: true },
        state: ref("State"),
        code: { ...text, writeOnly: true },
      },
    },
    Same: { type: "object", properties: { a: text } },
  },
  { sent: ["Lamp", "Same"], received: ["Lamp", "Same"] },
);

const useOfBoth = `import type { Lamp, LampInput } from "./types/lamp.js";
import type { Same } from "./types/same.js";
// @ts-expect-error one type is enough
import type { SameInput } from "./types/same.js";

export const received: Lamp = { id: "1", state: "broken" };
export const sent: LampInput = { state: "on", code: "x" };
// @ts-expect-error closed in requests
export const wrong: LampInput = { state: "broken" };
// @ts-expect-error not sent
export const id: LampInput = { state: "on", id: "1" };
export type Used = Same | SameInput;
`;
