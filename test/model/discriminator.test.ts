import { expect, test } from "vitest";
import {
  defaultSettings,
  type OutputSettings,
} from "../../generator/config/config.js";
import type { Schema, TagValue } from "../../generator/model/schema.js";
import { apiOf, buildValue, codesOf, withSchemas } from "./build.js";
import { isValid } from "./evaluate.js";

const kind = { type: "string" };
const pets = {
  Cat: { type: "object", required: ["kind"], properties: { kind } },
  Dog: { type: "object", required: ["kind"], properties: { kind } },
};

interface Found {
  readonly property: string;
  /** Each tag and the name of what it selects. */
  readonly cases: readonly (readonly [TagValue, string])[];
  /** What takes objects without such a tag. */
  readonly rest: readonly string[];
}

function discriminatorOf(
  schemas: Readonly<Record<string, unknown>>,
  openapi = "3.1.0",
  settings?: Partial<OutputSettings>,
): Found | undefined {
  const { api } = buildValue(
    withSchemas(schemas, openapi),
    undefined,
    undefined,
    { ...defaultSettings, ...settings },
  );
  const schema = api?.definitions["#/components/schemas/Pet"]?.schema;
  for (const keyword of schema?.kind === "keywords" ? schema.keywords : []) {
    if (keyword.kind !== "oneOf" && keyword.kind !== "anyOf") continue;
    if (keyword.discriminator === undefined) continue;
    const { property, branches: found } = keyword.discriminator;
    const names = keyword.schemas.map(nameOf);
    return {
      property,
      cases: found.flatMap(({ tags = [] }, index) =>
        tags.map((tag) => [tag, names[index] ?? ""] as const),
      ),
      rest: names.filter((_, index) => found[index]?.tags === undefined),
    };
  }
  return undefined;
}

/** The component that a branch is; `Pet & Dog` for two that have to hold. */
function nameOf(schema: Schema): string {
  if (schema.kind === "ref") {
    return schema.target.replace("#/components/schemas/", "");
  }
  const keywords = schema.kind === "keywords" ? schema.keywords : [];
  const [keyword] = keywords;
  return keyword?.kind === "allOf"
    ? keyword.schemas.map(nameOf).join(" & ")
    : "in place";
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
  expect(found?.property).toBe("kind");
  expect(found?.cases).toEqual([
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
  expect(found?.cases).toEqual([
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
  expect(found?.cases).toEqual([
    ["Puppy", "Puppy"],
    ["Dog", "Dog"],
    ["Cat", "Cat"],
  ]);
});

test("3.2's default mapping, with a warning in earlier versions", () => {
  const schemas = {
    ...pets,
    Pet: {
      oneOf: branches,
      discriminator: { propertyName: "kind", defaultMapping: "Cat" },
    },
  };
  expect(discriminatorOf(schemas, "3.2.0")?.rest).toEqual(["Cat"]);
  expect(discriminatorOf(schemas, "3.1.0")?.rest).toEqual(["Cat"]);
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
    "discriminator-mapping-broken #/components/schemas/Pet/discriminator/mapping/bird",
    "discriminator-inline-branch #/components/schemas/Pet/oneOf/2",
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
