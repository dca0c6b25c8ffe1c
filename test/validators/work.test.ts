import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../generator/model/json.js";
import {
  compileValidators,
  descriptionOf,
  type CompiledDescription,
  type Validator,
} from "./compile-validators.js";

type Fragment = (self: JsonValue) => JsonObject;

const text: JsonValue = { type: "string" };

/** Keywords through which a schema of objects looks at the member `next`. */
const ofObjects: { readonly [title: string]: Fragment } = {
  properties: (self) => ({ properties: { next: self } }),
  patternProperties: (self) => ({ patternProperties: { "^n": self } }),
  additionalProperties: (self) => ({ additionalProperties: self }),
  unevaluatedProperties: (self) => ({ unevaluatedProperties: self }),
  "unevaluatedProperties: false": () => ({ unevaluatedProperties: false }),
  dependentSchemas: (self) => ({
    dependentSchemas: { next: { properties: { next: self } } },
  }),
  allOf: (self) => ({ allOf: [{ properties: { next: self } }] }),
  anyOf: (self) => ({
    anyOf: [
      { properties: { next: self } },
      { properties: { next: self, b: text }, required: ["b"] },
    ],
  }),
  oneOf: (self) => ({
    oneOf: [
      { properties: { next: self }, required: ["b"] },
      { properties: { next: self }, required: ["a"] },
    ],
  }),
  "one branch of anyOf": (self) => ({
    anyOf: [{ properties: { next: self } }, { properties: { b: text } }],
  }),
  "one branch of oneOf": (self) => ({
    oneOf: [
      { properties: { next: self } },
      { properties: { b: text }, required: ["a"] },
    ],
  }),
  not: (self) => ({
    not: { properties: { next: { not: self } }, required: ["next"] },
  }),
  if: (self) => ({
    if: { properties: { next: self } },
    then: { properties: { b: text } },
  }),
  then: (self) => ({
    if: { required: ["b"] },
    then: { properties: { next: self } },
    else: { properties: { next: self } },
  }),
};

/** Keywords through which a schema of lists looks at the first item. */
const ofLists: { readonly [title: string]: Fragment } = {
  items: (self) => ({ items: self }),
  prefixItems: (self) => ({ prefixItems: [self] }),
  contains: (self) => ({ contains: self, minContains: 0 }),
  unevaluatedItems: (self) => ({ unevaluatedItems: self }),
  "unevaluatedItems: false": () => ({ unevaluatedItems: false }),
  allOf: (self) => ({ allOf: [{ items: self }] }),
  anyOf: (self) => ({
    anyOf: [{ items: self }, { prefixItems: [self], minItems: 2 }],
  }),
  oneOf: (self) => ({
    oneOf: [
      { items: self, minItems: 9 },
      { items: self, maxItems: 8 },
    ],
  }),
  "one branch of anyOf": (self) => ({
    anyOf: [{ prefixItems: [self] }, { prefixItems: [true, text] }],
  }),
  "one branch of oneOf": (self) => ({
    oneOf: [{ prefixItems: [self] }, { minItems: 9 }],
  }),
  if: (self) => ({ if: { prefixItems: [self] }, then: { maxItems: 8 } }),
};

interface Pair {
  readonly title: string;
  readonly name: string;
  readonly schema: JsonValue;
}

/** Every two keywords, side by side in one schema and in two schemas that apply to the same value. */
function pairsOf(
  type: "object" | "array",
  fragments: { readonly [title: string]: Fragment },
): Pair[] {
  const pairs: Pair[] = [];
  const titles = Object.keys(fragments);
  for (const [index, first] of titles.entries()) {
    for (const second of titles.slice(index)) {
      const name = `${type}${pairs.length}`;
      const self = { $ref: `#/components/schemas/${name}` };
      const [one, two] = [first, second].map((key) => fragments[key]?.(self));
      const title = `${type}: ${first} and ${second}`;
      pairs.push({
        title,
        name,
        schema:
          first === second
            ? { type: [type, "null"], ...one, title }
            : { type: [type, "null"], ...one, ...two, title },
      });
      const outer = `${name}Outer`;
      const again = { $ref: `#/components/schemas/${outer}` };
      const [inner = {}, beside = {}] = [first, second].map((key) =>
        fragments[key]?.(again),
      );
      pairs.push({
        title: `${type}: ${first} within allOf and ${second}`,
        name: outer,
        schema: { allOf: [{ type: [type, "null"], ...inner }], ...beside },
      });
    }
  }
  return pairs;
}

const levels = 40;
const mostReads = 20_000;

/** Nested data that counts how often its members are read. */
function counted(type: "object" | "array", last: unknown): unknown {
  let reads = 0;
  const read = (value: unknown): unknown => {
    reads += 1;
    if (reads > mostReads) throw new Error("too much work");
    return value;
  };
  let value = last;
  for (let level = 0; level < levels; level++) {
    const next = value;
    const holder: object = type === "array" ? [] : { b: "b" };
    Object.defineProperty(holder, type === "array" ? 0 : "next", {
      enumerable: true,
      get: () => read(next),
    });
    value = holder;
  }
  return value;
}

describe.each([
  ["object", pairsOf("object", ofObjects)],
  ["array", pairsOf("array", ofLists)],
] as const)("recursive schemas of type %s", (type, pairs) => {
  let compiled: CompiledDescription | undefined;
  beforeAll(async () => {
    const schemas = Object.fromEntries(
      pairs.map(({ name, schema }) => [name, schema]),
    );
    [compiled] = await compileValidators([
      { document: descriptionOf(schemas) },
    ]);
  }, 120_000);

  test.each(pairs.map(({ title, name }) => [title, name] as const))(
    "%s: the work is linear in the depth",
    (_title, name) => {
      const validator = compiled?.validator(name) as Validator;
      for (const last of [null, 1]) {
        validator.is(counted(type, last));
        validator.validate(counted(type, last));
      }
    },
  );
});

describe("graphs that share or hold their parts", () => {
  let node: Validator;
  beforeAll(async () => {
    const self = { $ref: "#/components/schemas/Node" };
    const [graph] = await compileValidators([
      {
        document: descriptionOf({
          Node: {
            type: "object",
            properties: { left: self, right: self, others: { items: self } },
          },
        }),
      },
    ]);
    node = graph?.validator("Node") as Validator;
  });

  test("a node that is its own children is one issue", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic["left"] = cyclic["right"] = cyclic;
    cyclic["others"] = [cyclic, cyclic];
    expect(node.is(cyclic)).toBe(false);
    const { issues } = node.validate(cyclic);
    expect(issues?.map(({ message }) => message)).toEqual([
      "is nested deeper than 500 levels",
    ]);
  });

  test("a graph that doubles with each level is refused", () => {
    let shared: unknown = {};
    for (let level = 0; level < 100; level++) {
      shared = { left: shared, right: shared };
    }
    expect(node.is(shared)).toBe(false);
    const { issues } = node.validate(shared);
    expect(issues).toHaveLength(1);
    expect(issues?.[0]?.message).toContain("16777216 values");
  });

  test("the issues of a graph that shares its parts are listed up to a number", () => {
    let shared: unknown = { left: 1 };
    for (let level = 0; level < 40; level++) {
      shared = { left: shared, right: shared };
    }
    const { issues } = node.validate(shared);
    expect(issues).toHaveLength(20_000);
    expect(issues?.[0]?.message).toBe("expected object, found 1");
    expect(node.is({ left: {} })).toBe(true);
    expect(node.validate({ left: 1 }).issues).toHaveLength(1);
  });

  test("a long list of wrong items has so many issues as well", () => {
    const wrong = Array.from({ length: 100_000 }, () => 1);
    expect(node.validate({ others: wrong }).issues).toHaveLength(20_000);
  });

  test("a shared part is no fault, and the next value starts anew", () => {
    const leaf = {};
    expect(node.is({ left: leaf, right: leaf, others: [leaf, leaf] })).toBe(
      true,
    );
    expect(node.validate({ left: 1, right: 2 }).issues).toHaveLength(2);
  });
});
