import { expect, test } from "vitest";
import type { JsonValue } from "../../generator/model/json.js";
import type { Issue } from "../../templates/runtime/issues.js";
import {
  compileSchema,
  compileValidators,
  descriptionOf,
} from "./compile-validators.js";

/** Pointer, keyword and message of every issue. */
async function issuesOf(schema: JsonValue, value: unknown): Promise<string[]> {
  const { validate } = await compileSchema(schema);
  return lines(validate(value).issues);
}

function lines(issues: readonly Issue[] = []): string[] {
  return issues.map(
    ({ pointer, keyword, message }) => `${pointer} ${keyword}: ${message}`,
  );
}

test("all issues at once, each with its place, its facts and its place in the description", async () => {
  const { validate } = await compileSchema({
    type: "object",
    required: ["name", "age"],
    properties: {
      name: { type: "string", minLength: 3, pattern: "^[a-z]+$" },
      tags: { type: "array", maxItems: 1, items: { enum: ["x", "y"] } },
      "a/b~c": { type: "integer" },
    },
    additionalProperties: false,
  });
  const result = validate({
    name: "A",
    tags: ["x", "z"],
    "a/b~c": 1.5,
    extra: 1,
  });
  expect(result.issues).toEqual([
    {
      pointer: "",
      keyword: "required",
      message: '"age" is missing',
      params: { name: "age" },
      schemaPointer: "#/components/schemas/Tested/required",
    },
    {
      pointer: "/name",
      keyword: "minLength",
      message: "expected 3 characters or more, found 1",
      params: { limit: 3 },
      schemaPointer: "#/components/schemas/Tested/properties/name/minLength",
    },
    {
      pointer: "/name",
      keyword: "pattern",
      message: 'expected text like ^[a-z]+$, found "A"',
      params: { pattern: "^[a-z]+$" },
      schemaPointer: "#/components/schemas/Tested/properties/name/pattern",
    },
    {
      pointer: "/tags",
      keyword: "maxItems",
      message: "expected at most 1 items, found 2",
      params: { limit: 1 },
      schemaPointer: "#/components/schemas/Tested/properties/tags/maxItems",
    },
    {
      pointer: "/tags/1",
      keyword: "enum",
      message: 'expected "x" or "y", found "z"',
      params: { allowed: ["x", "y"] },
      schemaPointer: "#/components/schemas/Tested/properties/tags/items/enum",
    },
    {
      pointer: "/a~1b~0c",
      keyword: "type",
      message: "expected integer, found 1.5",
      params: { types: ["integer"] },
      schemaPointer: "#/components/schemas/Tested/properties/a~1b~0c/type",
    },
    {
      pointer: "/extra",
      keyword: "additionalProperties",
      message: 'unexpected "extra"',
      params: { name: "extra" },
      schemaPointer: "#/components/schemas/Tested/additionalProperties",
    },
  ]);
});

test("issues are plain data", async () => {
  const { validate } = await compileSchema({ type: "string" });
  const { issues } = validate(5);
  expect(JSON.parse(JSON.stringify(issues))).toEqual(issues);
});

test("an issue within a reference points at the definition", async () => {
  const document = descriptionOf({
    Pet: { properties: { owner: { $ref: "#/components/schemas/Owner" } } },
    Owner: { type: "object", required: ["name"] },
  });
  const [compiled] = await compileValidators([{ document }]);
  expect(compiled?.validator("Pet").validate({ owner: {} }).issues).toEqual([
    {
      pointer: "/owner",
      keyword: "required",
      message: '"name" is missing',
      params: { name: "name" },
      schemaPointer: "#/components/schemas/Owner/required",
    },
  ]);
});

test("the value of a secret member stands in no issue", async () => {
  const schema = {
    properties: {
      password: { type: "string", format: "password", pattern: "^.{8,}$" },
      pin: { writeOnly: true, enum: [1, 2] },
      key: {
        writeOnly: true,
        anyOf: [{ type: "object", properties: { secret: { maxLength: 2 } } }],
      },
    },
  };
  const { validate } = await compileSchema(schema);
  const result = validate({
    password: "hunter2",
    pin: 4711,
    key: { secret: "hunter2" },
  });
  expect(result.issues?.length).toBe(3);
  expect(JSON.stringify(result.issues)).not.toMatch(/hunter2|4711/);
});

test("long values are cut", async () => {
  const [line = ""] = await issuesOf({ const: "a" }, "b".repeat(5000));
  expect(line.length).toBeLessThan(100);
});

test("a union reports the branch that came nearest", async () => {
  const schema = {
    anyOf: [
      {
        type: "object",
        required: ["kind", "radius"],
        properties: { kind: { const: "circle" }, radius: { type: "number" } },
      },
      {
        type: "object",
        required: ["kind", "side", "color"],
        properties: { kind: { const: "square" }, side: { type: "number" } },
      },
      { type: "string" },
    ],
  };
  expect(await issuesOf(schema, { kind: "square", side: 1 })).toEqual([
    ' required: "color" is missing',
  ]);
});

test("a union without a tag reports the branch with the fewest issues", async () => {
  const schema = {
    oneOf: [
      { type: "object", required: ["a", "b"], properties: { a: true } },
      { type: "object", required: ["d", "e"], properties: { f: false } },
    ],
  };
  expect(await issuesOf(schema, { d: 1 })).toEqual([
    ' required: "e" is missing',
  ]);
});

test("a union of types names them all", async () => {
  const schema = { anyOf: [{ type: "string" }, { type: "number" }] };
  expect(await issuesOf(schema, true)).toEqual([
    " type: expected string or number, found true",
  ]);
});

test("rules about members say which members, for too many as for too few", async () => {
  const one = { oneOf: [{ required: ["a"] }, { required: ["b"] }] };
  const expected = [' oneOf: exactly one of "a" and "b" is needed'];
  expect(await issuesOf(one, {})).toEqual(expected);
  expect(await issuesOf(one, { a: 1, b: 1 })).toEqual(expected);
  const not = { not: { required: ["a", "b"] } };
  expect(await issuesOf(not, { a: 1, b: 1 })).toEqual([
    ' not: "a" and "b" exclude each other',
  ]);
});

test("a rule about values of members says which, if it is short and words say all of it", async () => {
  const cash = { properties: { m: { const: "cash" } }, required: ["m", "n"] };
  expect(await issuesOf({ not: cash }, { m: "cash", n: 1 })).toEqual([
    ' not: where "m" is "cash", "n" is not allowed',
  ]);
  const either = { properties: { m: { enum: [1, "1", null] } } };
  expect(await issuesOf({ not: either }, {})).toEqual([
    ' not: "m" is needed and must not be 1, "1" or null',
  ]);
  const long = { properties: { m: { const: "x".repeat(200) } } };
  expect(await issuesOf({ not: long }, {})).toEqual([
    " not: expected something else, found object",
  ]);
  const deep = { ...cash, propertyNames: { maxLength: 1 } };
  expect(await issuesOf({ not: deep }, { m: "cash", n: 1 })).toEqual([
    " not: expected something else, found object",
  ]);
});

test("a union of required members says which", async () => {
  const schema = {
    type: "object",
    anyOf: [{ required: ["a"] }, { required: ["b", "c"] }],
  };
  expect(await issuesOf(schema, {})).toEqual([
    ' anyOf: "a" is needed, or "b" and "c"',
  ]);
});

test("two branches of a oneOf at once", async () => {
  const schema = { oneOf: [{ minimum: 1 }, { maximum: 5 }, { const: 9 }] };
  expect(await issuesOf(schema, 3)).toEqual([
    " oneOf: matches alternatives 0 and 1, expected exactly one",
  ]);
});

test("with a discriminator, the branch that it names alone", async () => {
  const document = descriptionOf({
    Shape: {
      oneOf: [
        { $ref: "#/components/schemas/Circle" },
        { $ref: "#/components/schemas/Square" },
      ],
      discriminator: {
        propertyName: "kind",
        mapping: { round: "#/components/schemas/Circle" },
      },
    },
    Circle: {
      type: "object",
      required: ["kind", "radius"],
      properties: { kind: { type: "string" }, radius: { type: "number" } },
    },
    Square: {
      type: "object",
      required: ["kind", "side", "color"],
      properties: { kind: { type: "string" }, side: { type: "number" } },
    },
  });
  const [compiled] = await compileValidators([{ document }]);
  const shape = compiled?.validator("Shape");
  expect(lines(shape?.validate({ kind: "Square" }).issues)).toEqual([
    ' required: "color" is missing',
    ' required: "side" is missing',
  ]);
  expect(lines(shape?.validate({ kind: "oval" }).issues)).toEqual([
    '/kind discriminator: expected one of "round", "Square", found "oval"',
  ]);
  expect(lines(shape?.validate({ radius: 1 }).issues)).toEqual([
    '/kind discriminator: expected one of "round", "Square", found nothing',
  ]);
  // The tag selects the branch, whether another one would hold as well or instead.
  const both = { kind: "round", radius: 1, side: 1, color: "red" };
  expect(shape?.is(both)).toBe(true);
  const other = { kind: "round", side: 1, color: "red" };
  expect(lines(shape?.validate(other).issues)).toEqual([
    ' required: "radius" is missing',
  ]);
});

test("members of which only a type is asked", async () => {
  const types = ["string", "boolean", "integer", "number", "null"];
  const named = (prefix: string): [string, JsonValue][] => [
    ...types.map((type): [string, JsonValue] => [prefix + type, { type }]),
    [`${prefix}either`, { type: ["integer", "null"] }],
  ];
  const required = named("needed-");
  const { validate } = await compileSchema({
    type: "object",
    required: required.map(([name]) => name),
    properties: Object.fromEntries([...required, ...named("free-")]),
  });
  expect(lines(validate({}).issues)).toEqual(
    required.map(([name]) => ` required: "${name}" is missing`),
  );
  const wrong = [...required, ...named("free-")].map(([name]) => [name, {}]);
  expect(validate(Object.fromEntries(wrong)).issues).toEqual(
    ["needed-", "free-"].flatMap((prefix) =>
      [...types.map((type) => [type, [type]]), ["either", ["integer", "null"]]]
        .map(([name, list]) => [`${prefix}${name as string}`, list] as const)
        .map(([name, list]) => ({
          pointer: `/${name}`,
          keyword: "type",
          message: `expected ${(list as string[]).join(" or ")}, found object`,
          params: { types: list },
          schemaPointer: `#/components/schemas/Tested/properties/${name}/type`,
        })),
    ),
  );
  const right = {
    "needed-string": "",
    "needed-boolean": false,
    "needed-integer": 1e3,
    "needed-number": -0.5,
    "needed-null": null,
    "needed-either": null,
  };
  expect(validate(right)).toEqual({ ok: true, value: right });
  expect(
    lines(
      validate({
        ...right,
        "needed-integer": 1.5,
        "needed-number": NaN,
        "free-string": null,
        "free-either": 7,
      }).issues,
    ),
  ).toEqual([
    "/needed-integer type: expected integer, found 1.5",
    "/needed-number type: expected number, found NaN",
    "/free-string type: expected string, found null",
  ]);
});

test.each([24, 25, 49, 100])("an object of %d members", async (count) => {
  const names = Array.from({ length: count }, (_, index) => `member${index}`);
  const properties: [string, JsonValue][] = names.map((name, index) => [
    name,
    index % 5 === 0
      ? { type: "array", items: { $ref: "#/components/schemas/Tested" } }
      : { type: "string" },
  ]);
  const validator = await compileSchema({
    type: ["object", "null"],
    required: names.slice(1),
    properties: Object.fromEntries(properties),
  });
  const right = Object.fromEntries(
    names.map((name, index) => [name, index % 5 === 0 ? [null] : "text"]),
  );
  const nested = { ...right, member5: [right, null] };
  expect([right, nested, null].map(validator.is)).toEqual([true, true, true]);
  for (const [index, name] of names.entries()) {
    const issue =
      index % 5 === 0
        ? `/${name}/0 type: expected object or null, found 1`
        : `/${name} type: expected string, found array`;
    const wrong = { ...right, [name]: [1] };
    expect(validator.is(wrong)).toBe(false);
    expect(lines(validator.validate(wrong).issues)).toEqual([issue]);
    const { [name]: _, ...missing } = right;
    expect(validator.is(missing)).toBe(index === 0);
    expect(validator.is({ ...right, member5: [missing] })).toBe(index === 0);
  }
});
