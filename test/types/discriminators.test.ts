import { expect, test } from "vitest";
import { compileErrors } from "./compile.js";
import { inFolder, makeTypes, withUse } from "./type-files.js";

interface Form {
  readonly name: string;
  readonly schemas: Readonly<Record<string, unknown>>;
  /** The property that tells, its values, and a member that only one branch has. */
  readonly tag: string;
  readonly values: Readonly<Record<string, string>>;
  /** The union where it is not `Pet`. */
  readonly type?: string;
  readonly absent?: boolean;
  /** Further values of `Pet`, as expressions. */
  readonly others?: readonly string[];
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const object = (properties: object, required = Object.keys(properties)) => ({
  type: "object",
  required,
  properties,
});
const catDog = { oneOf: [ref("Cat"), ref("Dog")] };
const byNames = { Cat: "meows", Dog: "barks" };
const plain = (tag: object) => ({
  Cat: object({ kind: tag, meows: text }),
  Dog: object({ kind: tag, barks: text }),
});

const forms: readonly Form[] = [
  {
    name: "constants, no discriminator",
    schemas: {
      Pet: catDog,
      Cat: object({ kind: { const: "cat" }, meows: text }),
      Dog: object({ kind: { const: "dog" }, barks: text }),
    },
    tag: "kind",
    values: { cat: "meows", dog: "barks" },
  },
  {
    name: "enums of one value",
    schemas: {
      Pet: { ...catDog, discriminator: { propertyName: "kind" } },
      Cat: object({ kind: { ...text, enum: ["Cat"] }, meows: text }),
      Dog: object({ kind: { ...text, enum: ["Dog"] }, barks: text }),
    },
    tag: "kind",
    values: byNames,
  },
  {
    name: "implicit names",
    schemas: {
      Pet: { ...catDog, discriminator: { propertyName: "kind" } },
      ...plain(text),
    },
    tag: "kind",
    values: byNames,
  },
  {
    name: "mapping by pointer",
    schemas: {
      Pet: {
        ...catDog,
        discriminator: {
          propertyName: "kind",
          mapping: {
            c: "#/components/schemas/Cat",
            d: "#/components/schemas/Dog",
          },
        },
      },
      ...plain(text),
    },
    tag: "kind",
    values: { c: "meows", d: "barks" },
  },
  {
    name: "mapping by name, several values for one branch",
    schemas: {
      Pet: {
        ...catDog,
        discriminator: {
          propertyName: "kind",
          mapping: { c: "Cat", kitten: "Cat", d: "Dog" },
        },
      },
      ...plain(text),
    },
    tag: "kind",
    values: { c: "meows", kitten: "meows", d: "barks" },
  },
  {
    name: "anyOf",
    schemas: {
      Pet: {
        anyOf: [ref("Cat"), ref("Dog")],
        discriminator: { propertyName: "kind" },
      },
      ...plain(text),
    },
    tag: "kind",
    values: byNames,
  },
  {
    name: "an enum shared by the branches",
    schemas: {
      Kind: { ...text, enum: ["Cat", "Dog"] },
      Pet: { ...catDog, discriminator: { propertyName: "kind" } },
      ...plain(ref("Kind")),
    },
    tag: "kind",
    values: byNames,
  },
  {
    name: "enums that know better than the names of the schemas",
    schemas: {
      Mode: { ...text, enum: ["fast", "slow"] },
      Pet: { ...catDog, discriminator: { propertyName: "kind" } },
      Cat: object({ kind: { ...text, enum: ["cat", "kitten"] }, meows: text }),
      Dog: object({ kind: ref("Mode"), barks: text }),
    },
    tag: "kind",
    values: { cat: "meows", kitten: "meows", fast: "barks", slow: "barks" },
  },
  {
    name: "an optional constant",
    schemas: {
      Pet: { ...catDog, discriminator: { propertyName: "kind" } },
      Cat: object({ kind: { const: "Cat" }, meows: text }, ["meows"]),
      Dog: object({ kind: { const: "Dog" }, barks: text }, ["barks"]),
    },
    tag: "kind",
    values: byNames,
  },
  {
    name: "branches that do not have the property",
    schemas: {
      Pet: { ...catDog, discriminator: { propertyName: "kind" } },
      Cat: object({ meows: text }),
      Dog: object({ barks: text }),
    },
    tag: "kind",
    values: byNames,
  },
  {
    name: "an optional property",
    schemas: {
      Pet: { ...catDog, discriminator: { propertyName: "kind" } },
      Cat: object({ kind: text, meows: text }, ["meows"]),
      Dog: object({ kind: text, barks: text }, ["barks"]),
    },
    tag: "kind",
    values: byNames,
  },
  {
    name: "inheritance through allOf, implicit names",
    schemas: {
      Pet: {
        ...object({ kind: text }),
        discriminator: { propertyName: "kind" },
      },
      Cat: { allOf: [ref("Pet"), object({ meows: text })] },
      Dog: { allOf: [ref("Pet"), object({ barks: text })] },
    },
    tag: "kind",
    values: byNames,
  },
  {
    name: "inheritance through allOf, mapping",
    schemas: {
      Pet: {
        ...object({ kind: text }),
        discriminator: {
          propertyName: "kind",
          mapping: { c: "#/components/schemas/Cat", d: "Dog" },
        },
      },
      Cat: { allOf: [ref("Pet"), object({ meows: text })] },
      Dog: { allOf: [ref("Pet")], ...object({ barks: text }) },
    },
    tag: "kind",
    values: { c: "meows", d: "barks" },
  },
  {
    name: "inheritance over two steps",
    schemas: {
      Pet: {
        ...object({ kind: text }),
        discriminator: { propertyName: "kind" },
      },
      Furry: { allOf: [ref("Pet"), object({ fur: text })] },
      Cat: { allOf: [ref("Furry"), object({ meows: text })] },
      Dog: { allOf: [ref("Furry"), object({ barks: text })] },
    },
    tag: "kind",
    values: { Furry: "fur", Cat: "meows", Dog: "barks" },
  },
  {
    name: "extensions that add nothing, one of another",
    schemas: {
      Pet: {
        ...object({ kind: text, name: text }),
        discriminator: { propertyName: "kind" },
      },
      Furry: { allOf: [ref("Pet")], type: "object" },
      Cat: { allOf: [ref("Furry")] },
      Dog: { allOf: [ref("Pet"), object({ barks: text })] },
    },
    tag: "kind",
    values: { Furry: "name", Cat: "name", Dog: "barks" },
  },
  {
    name: "a base with a discriminator, and a union of those that extend it",
    schemas: {
      Base: {
        ...object({ kind: text }),
        discriminator: {
          propertyName: "kind",
          mapping: { c: "Cat", d: "Dog" },
        },
      },
      Pet: {
        ...catDog,
        discriminator: {
          propertyName: "kind",
          mapping: { c: "Cat", d: "Dog" },
        },
      },
      Cat: { allOf: [ref("Base"), object({ meows: text })] },
      Dog: { allOf: [ref("Base"), object({ barks: text })] },
    },
    tag: "kind",
    values: { c: "meows", d: "barks" },
  },
  {
    name: "unions within a union",
    schemas: {
      Pet: { oneOf: [ref("Feline"), ref("Dog")] },
      Feline: { oneOf: [ref("Cat"), ref("Lion")] },
      Cat: object({ kind: { const: "cat" }, meows: text }),
      Lion: object({ kind: { const: "lion" }, roars: text }),
      Dog: object({ kind: { const: "dog" }, barks: text }),
    },
    tag: "kind",
    values: { cat: "meows", lion: "roars", dog: "barks" },
  },
  {
    name: "branches written in place",
    schemas: {
      Pet: {
        oneOf: [
          object({ kind: { const: "cat" }, meows: text }),
          object({ kind: { enum: ["dog"] }, barks: text }),
        ],
      },
    },
    tag: "kind",
    values: { cat: "meows", dog: "barks" },
  },
  {
    name: "a property with an odd name",
    schemas: {
      Pet: { ...catDog, discriminator: { propertyName: "@type" } },
      Cat: object({ "@type": text, meows: text }),
      Dog: object({ "@type": text, barks: text }),
    },
    tag: "@type",
    values: byNames,
  },
  {
    name: "a union that may be null",
    schemas: {
      Pet: {
        oneOf: [ref("Cat"), ref("Dog"), { type: "null" }],
        discriminator: { propertyName: "kind" },
      },
      ...plain(text),
    },
    tag: "kind",
    values: byNames,
    type: "NonNullable<Pet>",
    others: ["null"],
  },
  {
    name: "a branch that may be null",
    schemas: {
      Pet: { ...catDog, discriminator: { propertyName: "kind" } },
      Cat: object({ kind: text, meows: text }),
      Dog: { ...object({ kind: text, barks: text }), type: ["object", "null"] },
    },
    tag: "kind",
    values: byNames,
    type: "NonNullable<Pet>",
    others: ["null"],
  },
  {
    name: "branches that are no objects",
    schemas: {
      Pet: {
        anyOf: [ref("Cat"), ref("Dog"), ref("Name"), ref("Litter")],
        discriminator: { propertyName: "kind" },
      },
      ...plain(text),
      Name: text,
      Litter: { type: "array", items: ref("Cat") },
    },
    tag: "kind",
    values: byNames,
    type: "Extract<Pet, { kind: unknown }>",
    others: ['"Tom"', "[]"],
  },
];

/** A function with an exhaustive `switch`, where each branch knows its own member. */
function narrowing({ tag, values, type = "Pet", others = [] }: Form): string {
  const cases = Object.entries(values).map(
    ([value, member]) =>
      `    case ${JSON.stringify(value)}:\n      return pet.${member};`,
  );
  const wrong = Object.values(values).at(-1);
  return `import type { Pet } from "./types/pet.js";

export function tell(pet: ${type}): string {
  switch (pet[${JSON.stringify(tag)}]) {
${cases.join("\n")}
    default: {
      const nothing: never = pet;
      return nothing;
    }
  }
}

// @ts-expect-error no other value picks a branch
export const other: ${type} = { ${JSON.stringify(tag)}: "none of them", ${wrong}: "" };
export const others: readonly Pet[] = [${others.join(", ")}];
`;
}

test("every form of discriminated union narrows in an exhaustive switch", () => {
  const files = new Map<string, string>();
  forms.forEach((form, index) => {
    for (const [side, use] of [
      ["sent", { sent: ["Pet"] }],
      ["received", { received: ["Pet"] }],
    ] as const) {
      const folder = `${index + 1}-${side}`;
      const { files: types } = makeTypes(withUse(form.schemas, use));
      for (const [path, content] of inFolder(folder, types))
        files.set(path, content);
      files.set(`${folder}/narrow.ts`, `// ${form.name}\n${narrowing(form)}`);
    }
  });
  expect(forms.length).toBeGreaterThanOrEqual(12);
  expect(compileErrors("discriminators", files)).toEqual([]);
});

test("a member that can be no text stays as it is, whatever discriminator speaks of it", () => {
  const pages = {
    Page: {
      ...object({ content: { type: "array", items: text } }),
      discriminator: { propertyName: "content" },
    },
    Reviews: { allOf: [ref("Page"), object({ stars: { type: "number" } })] },
    Pet: {
      oneOf: [ref("Cat"), ref("Dog")],
      discriminator: { propertyName: "tags" },
    },
    Cat: object({ tags: { type: "array", items: text }, meows: text }),
    Dog: object({ tags: ref("Tags"), barks: text }),
    Tags: { type: ["integer", "null"] },
  };
  const { files: types } = makeTypes(
    withUse(pages, { sent: ["Reviews", "Page", "Pet"] }),
  );
  const files = new Map(inFolder("pages", types));
  files.set(
    "pages/use.ts",
    `import type { Page } from "./types/page.js";
import type { Pet } from "./types/pet.js";
import type { Reviews } from "./types/reviews.js";
export const reviews: Reviews = { content: ["a"], stars: 1 };
export const page: Page = reviews;
export const pets: Pet[] = [
  { tags: ["a"], meows: "yes" },
  { tags: 1, barks: "yes" },
  { tags: null, barks: "yes" },
];
`,
  );
  expect(compileErrors("pages", files)).toEqual([]);
});
