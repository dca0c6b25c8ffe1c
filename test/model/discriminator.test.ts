import { expect, test } from "vitest";
import type { Discriminator, Schema } from "../../generator/model/schema.js";
import { apiOf, codesOf, withSchemas } from "./build.js";
import { isValid } from "./evaluate.js";

const pets = {
  Cat: { type: "object", properties: { kind: { const: "cat" } } },
  Dog: { type: "object", properties: { kind: { const: "dog" } } },
};

function discriminatorOf(
  schemas: Readonly<Record<string, unknown>>,
  openapi = "3.1.0",
): Discriminator {
  const schema = apiOf(withSchemas(schemas, openapi)).definitions[
    "#/components/schemas/Pet"
  ]?.schema;
  const rules = schema?.kind === "rules" ? schema.rules : [];
  for (const rule of rules) {
    if (
      (rule.kind === "oneOf" ||
        rule.kind === "anyOf" ||
        rule.kind === "discriminator") &&
      rule.discriminator !== undefined
    ) {
      return rule.discriminator;
    }
  }
  throw new Error("no discriminator");
}

function casesOf({ cases }: Discriminator): [string, string][] {
  return cases.map(({ value, target }) => [
    value,
    target.replace("#/components/schemas/", ""),
  ]);
}

const branches = [
  { $ref: "#/components/schemas/Dog" },
  { $ref: "#/components/schemas/Cat" },
];

test("implicit names, in the order of the branches", () => {
  const found = discriminatorOf({
    ...pets,
    Pet: { oneOf: branches, discriminator: { propertyName: "kind" } },
  });
  expect(found.property).toBe("kind");
  expect(casesOf(found)).toEqual([
    ["Dog", "Dog"],
    ["Cat", "Cat"],
  ]);
});

test("a mapping by name, by reference, several values for one branch; names for the rest", () => {
  const found = discriminatorOf({
    ...pets,
    Pet: {
      anyOf: branches,
      discriminator: {
        propertyName: "kind",
        mapping: { cat: "Cat", kitten: "#/components/schemas/Cat" },
      },
    },
  });
  expect(casesOf(found)).toEqual([
    ["Dog", "Dog"],
    ["cat", "Cat"],
    ["kitten", "Cat"],
  ]);
});

test("a base that others extend through allOf, directly and through each other", () => {
  const found = discriminatorOf({
    Puppy: { allOf: [{ $ref: "#/components/schemas/Dog" }] },
    Pet: { type: "object", discriminator: { propertyName: "kind" } },
    Dog: {
      allOf: [{ $ref: "#/components/schemas/Pet" }, { minProperties: 1 }],
    },
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }] },
    Stone: { type: "object" },
  });
  expect(casesOf(found)).toEqual([
    ["Puppy", "Puppy"],
    ["Dog", "Dog"],
    ["Cat", "Cat"],
  ]);
});

test("3.2's default mapping, which earlier versions do not know", () => {
  const schemas = {
    ...pets,
    Pet: {
      oneOf: branches,
      discriminator: { propertyName: "kind", defaultMapping: "Cat" },
    },
  };
  expect(discriminatorOf(schemas, "3.2.0").fallback).toBe(
    "#/components/schemas/Cat",
  );
  expect(codesOf(withSchemas(schemas, "3.1.0"))).toEqual([
    "field-of-newer-version #/components/schemas/Pet/discriminator/defaultMapping",
  ]);
});

test("a mapping to nothing and a branch in place are warnings", () => {
  const schemas = {
    ...pets,
    Pet: {
      oneOf: [...branches, { type: "object" }, { type: "null" }],
      discriminator: { propertyName: "kind", mapping: { bird: "Bird" } },
    },
  };
  expect(codesOf(withSchemas(schemas))).toEqual([
    "discriminator-inline-branch #/components/schemas/Pet/oneOf/2",
    "discriminator-mapping-broken #/components/schemas/Pet/discriminator/mapping/bird",
  ]);
});

test("a base that lists what extends it gives its members without the list", () => {
  const document = withSchemas({
    Pet: {
      type: "object",
      required: ["kind"],
      oneOf: branches,
      discriminator: { propertyName: "kind" },
    },
    Dog: {
      allOf: [
        { $ref: "#/components/schemas/Pet" },
        { properties: { kind: { const: "Dog" } } },
      ],
    },
    Cat: {
      allOf: [
        { $ref: "#/components/schemas/Pet" },
        { properties: { kind: { const: "Cat" } } },
      ],
    },
  });
  const { definitions } = apiOf(document);
  const valid = (name: string, value: Record<string, string>) =>
    isValid(
      definitions[`#/components/schemas/${name}`]?.schema as Schema,
      value,
      definitions,
    );
  expect(valid("Pet", { kind: "Dog" })).toBe(true);
  expect(valid("Pet", { kind: "Stone" })).toBe(false);
  expect(valid("Dog", { kind: "Dog" })).toBe(true);
  expect(valid("Dog", {})).toBe(false);
  expect(codesOf(document)).toEqual([
    "union-extends-itself #/components/schemas/Dog/allOf/0",
    "union-extends-itself #/components/schemas/Cat/allOf/0",
  ]);
});

test("schemas that apply to the same value for ever are refused", () => {
  expect(
    codesOf(
      withSchemas({
        A: { allOf: [{ $ref: "#/components/schemas/B" }] },
        B: { if: { $ref: "#/components/schemas/A" } },
        C: { oneOf: [{ $ref: "#/components/schemas/C" }, { type: "string" }] },
        Tree: { properties: { next: { $ref: "#/components/schemas/Tree" } } },
      }),
    ),
  ).toEqual([
    "schema-endless #/components/schemas/A",
    "schema-endless #/components/schemas/C",
  ]);
});
