import { beforeAll, describe, expect, test } from "vitest";
import {
  compileOutput,
  operationOf,
  type CompiledOutput,
} from "./compile-output.js";

const date = { type: "string", format: "date-time" };
const int64 = { type: "integer", format: "int64" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Each schema is the body of an operation of its name, out and in. */
const schemas: Readonly<Record<string, object>> = {
  // A base that leads to what extends it, two levels deep, and one that adds nothing.
  Animal: {
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string" }, born: date },
    discriminator: { propertyName: "kind" },
  },
  Cat: {
    allOf: [
      ref("Animal"),
      { type: "object", properties: { lives: int64, fed: date } },
    ],
  },
  Dog: { allOf: [ref("Animal")] },
  Zoo: {
    type: "object",
    properties: { animals: { type: "array", items: ref("Animal") } },
  },
  TextOrDate: { anyOf: [{ type: "string", pattern: "^[a-z]" }, date] },
  OneOfObjects: {
    oneOf: [
      {
        type: "object",
        required: ["at"],
        properties: { at: date },
        additionalProperties: false,
      },
      {
        type: "object",
        required: ["id"],
        properties: { id: int64 },
        additionalProperties: false,
      },
      { type: "array", items: int64 },
    ],
  },
  Both: {
    type: "object",
    properties: { a: { type: "object", properties: { x: date } } },
    allOf: [
      {
        type: "object",
        properties: { a: { type: "object", properties: { y: int64 } } },
      },
    ],
    anyOf: [
      { type: "object", properties: { b: date } },
      { type: "object", properties: { c: int64 } },
    ],
  },
  Patterns: {
    type: "object",
    properties: { plain: { type: "string" }, __proto__x: date },
    patternProperties: { "^at-": date },
    additionalProperties: int64,
  },
  Conditional: {
    type: "object",
    required: ["kind", "value"],
    properties: { kind: { type: "string" } },
    if: { properties: { kind: { const: "date" } } },
    then: { properties: { value: date } },
    else: { properties: { value: int64 } },
  },
  Whole: int64,
  Tree: {
    type: "object",
    required: ["id"],
    properties: {
      id: { type: "string", format: "int64" },
      next: { anyOf: [ref("Tree"), { type: "null" }] },
    },
  },
  Nullable: { type: ["string", "integer", "null"], format: "date-time" },
  // A number and a text that look the same as keys.
  Twins: {
    oneOf: [tagged(1, date), tagged("1", { type: "string" })],
    discriminator: { propertyName: "kind" },
  },
  // A known branch that converts nothing, beside one for all other tags that does.
  Texts: tagged("text", { type: "string" }),
  Others: tagged(undefined, date),
  WithDefault: {
    oneOf: [ref("Texts"), ref("Others")],
    discriminator: {
      propertyName: "kind",
      mapping: { text: "Texts" },
      defaultMapping: "Others",
    },
  },
};

function tagged(kind: string | number | undefined, at: object): object {
  return {
    type: "object",
    required: ["kind", "at"],
    properties: {
      kind: kind === undefined ? { type: "string" } : { const: kind },
      at,
    },
  };
}

let output: CompiledOutput;

beforeAll(async () => {
  const paths = Object.keys(schemas).map((name) => {
    const content = { "application/json": { schema: ref(name) } };
    return [
      `/${name}`,
      {
        post: {
          operationId: name,
          requestBody: { required: true, content },
          responses: { 200: { description: "The same.", content } },
        },
      },
    ] as const;
  });
  output = await compileOutput(
    {
      openapi: "3.2.0",
      info: { title: "Unions", version: "1" },
      paths: Object.fromEntries(paths),
      components: { schemas },
    },
    { types: { formats: { "date-time": "Date", int64: "bigint" } } },
  );
});

const text = "2024-02-29T12:00:00.000Z";
const moment = new Date(text);
const big = 2n ** 62n + 1n;

describe("a value in memory is its text on the wire, and back", () => {
  test.each<[string, unknown, string]>([
    [
      "Animal",
      { kind: "Cat", born: moment, lives: big, fed: moment },
      `{"kind":"Cat","born":"${text}","lives":${big},"fed":"${text}"}`,
    ],
    ["Dog", { kind: "Dog", born: moment }, `{"kind":"Dog","born":"${text}"}`],
    [
      "Zoo",
      {
        animals: [
          { kind: "Dog", born: moment },
          { kind: "Cat", lives: 9n },
        ],
      },
      `{"animals":[{"kind":"Dog","born":"${text}"},{"kind":"Cat","lives":9}]}`,
    ],
    ["TextOrDate", "later", '"later"'],
    ["TextOrDate", moment, `"${text}"`],
    ["OneOfObjects", { at: moment }, `{"at":"${text}"}`],
    ["OneOfObjects", { id: big }, `{"id":${big}}`],
    ["OneOfObjects", [1n, big], `[1,${big}]`],
    [
      "Both",
      { a: { x: moment, y: big }, b: moment, c: -big },
      `{"a":{"x":"${text}","y":${big}},"b":"${text}","c":${-big}}`,
    ],
    [
      "Patterns",
      { plain: text, "at-once": moment, other: big },
      `{"plain":"${text}","at-once":"${text}","other":${big}}`,
    ],
    [
      "Conditional",
      { kind: "date", value: moment },
      `{"kind":"date","value":"${text}"}`,
    ],
    [
      "Conditional",
      { kind: "number", value: big },
      `{"kind":"number","value":${big}}`,
    ],
    ["Whole", big, String(big)],
    ["Whole", -1n, "-1"],
    [
      "Tree",
      { id: 1n, next: { id: big, next: null } },
      `{"id":"1","next":{"id":"${big}","next":null}}`,
    ],
    ["Twins", { kind: 1, at: moment }, `{"kind":1,"at":"${text}"}`],
    ["Twins", { kind: "1", at: text }, `{"kind":"1","at":"${text}"}`],
    [
      "WithDefault",
      { kind: "text", at: text },
      `{"kind":"text","at":"${text}"}`,
    ],
    [
      "WithDefault",
      { kind: "new", at: moment },
      `{"kind":"new","at":"${text}"}`,
    ],
    ["Nullable", null, "null"],
    ["Nullable", 5, "5"],
    ["Nullable", moment, `"${text}"`],
  ])("%s: %o", async (name, body, wire) => {
    const { build, validate, read } = operationOf(output, name);
    expect(validate({ body })).toEqual({ ok: true, value: { body } });
    expect(build({ body }).body).toBe(wire);
    const answer = await read(
      new Response(wire, { headers: { "content-type": "application/json" } }),
    );
    expect(answer.issues).toEqual([]);
    expect(answer.body).toEqual(body);
  });
});
