import { expect, test } from "vitest";
import type { OutputSettings } from "../../generator/config/config.js";
import type { JsonObject, JsonValue } from "../../generator/model/json.js";
import { compileValidators, descriptionOf } from "./compile-validators.js";

const ref = (name: string): JsonObject => ({
  $ref: `#/components/schemas/${name}`,
});
const text = { type: "string" };

function object(properties: JsonObject): JsonObject {
  return { type: "object", required: Object.keys(properties), properties };
}

/** Which of the values a schema takes. */
async function verdicts(
  name: string,
  schemas: Readonly<Record<string, JsonValue>>,
  values: readonly unknown[],
  settings?: Partial<OutputSettings>,
): Promise<boolean[]> {
  const [compiled] = await compileValidators([
    {
      document: descriptionOf(schemas),
      ...(settings === undefined ? {} : { settings }),
    },
  ]);
  const validator = compiled?.validator(name);
  return values.map((value) => {
    const found = validator?.is(value);
    expect(validator?.validate(value).ok).toBe(found);
    return found === true;
  });
}

const base = {
  Pet: {
    ...object({ kind: text }),
    discriminator: { propertyName: "kind", mapping: { cat: "Cat" } },
  },
  Cat: { allOf: [ref("Pet"), object({ claws: { type: "integer" } })] },
  Lion: { allOf: [ref("Cat"), object({ mane: text })] },
  Dog: {
    allOf: [
      ref("Pet"),
      { ...object({ barks: text }), properties: { friend: ref("Pet") } },
    ],
  },
};

test("a base is the union of what extends it, and each has its tag", async () => {
  const cat = { kind: "cat", claws: 1 };
  const lion = { kind: "Lion", claws: 1, mane: "long" };
  const dog = { kind: "Dog", barks: "yes", friend: cat };
  expect(
    await verdicts("Pet", base, [
      ...[cat, lion, dog],
      { kind: "bird" },
      { kind: "cat", claws: "1" },
      { kind: "Lion", claws: 1 },
      { ...dog, friend: { kind: "cat" } },
      ...[{ claws: 1 }, null, "cat"],
    ]),
  ).toEqual([...[true, true, true], ...Array<boolean>(7).fill(false)]);
  // What extends a schema that extends the base is one of it, too.
  expect(
    await verdicts("Cat", base, [cat, lion, { ...cat, kind: "Dog" }]),
  ).toEqual([true, true, false]);
  expect(await verdicts("PetBase", base, [{ kind: "bird" }, {}])).toEqual([
    true,
    false,
  ]);
});

test("as annotations, discriminators change nothing of what is valid", async () => {
  const letter = { discriminators: "annotation" } as const;
  expect(
    await verdicts("Pet", base, [{ kind: "bird" }, { kind: "cat" }], letter),
  ).toEqual([true, true]);
  const shapes = {
    Shape: {
      oneOf: [ref("Round"), ref("Flat")],
      discriminator: { propertyName: "kind" },
    },
    Round: object({ kind: text, r: text }),
    Flat: object({ kind: text, side: text }),
  };
  const values = [
    { kind: "Round", side: "a" },
    { kind: "Round", r: "a", side: "a" },
    { kind: "Round", r: "a" },
  ];
  expect(await verdicts("Shape", shapes, values, letter)).toEqual([
    ...[true, false, true],
  ]);
  expect(await verdicts("Shape", shapes, values)).toEqual([
    ...[false, true, true],
  ]);
});

test.each(["oneOf", "anyOf"])(
  "%s: tags that are lists, truths and numbers, beside null and in unions within",
  async (keyword) => {
    const schemas = {
      Kind: { ...text, enum: ["a", "b", "c"] },
      A: object({ kind: ref("Kind"), a: text }),
      B: object({ kind: ref("Kind"), b: text }),
      Listed: {
        [keyword]: [ref("A"), ref("B"), { type: "null" }],
        discriminator: {
          propertyName: "kind",
          mapping: { a: "A", b: "B", c: "B" },
        },
      },
      Good: object({ kind: { type: "boolean" }, data: text }),
      Bad: object({ kind: { type: "boolean" }, reason: text }),
      Answer: {
        [keyword]: [ref("Good"), ref("Bad")],
        discriminator: { propertyName: "kind", mapping: { true: "Good" } },
      },
      Two: object({ kind: { type: "integer" }, two: text }),
      Number: {
        [keyword]: [ref("Two"), ref("Bad")],
        discriminator: {
          propertyName: "kind",
          mapping: { 2: "Two", false: "Bad" },
        },
      },
      All: {
        [keyword]: [ref("Listed"), ref("Answer")],
        discriminator: { propertyName: "kind" },
      },
    };
    expect(
      await verdicts("Listed", schemas, [
        ...[{ kind: "a", a: "" }, { kind: "c", b: "" }, null],
        ...[{ kind: "c", a: "" }, { kind: "d", a: "" }, { a: "" }, 1],
      ]),
    ).toEqual([...[true, true, true], ...[false, false, false, false]]);
    expect(
      await verdicts("Answer", schemas, [
        ...[
          { kind: true, data: "" },
          { kind: false, reason: "" },
        ],
        ...[
          { kind: false, data: "" },
          { kind: "true", data: "" },
        ],
      ]),
    ).toEqual([true, true, false, false]);
    expect(
      await verdicts("Number", schemas, [
        ...[
          { kind: 2, two: "" },
          { kind: false, reason: "" },
        ],
        ...[
          { kind: "2", two: "" },
          { kind: 1, two: "" },
        ],
      ]),
    ).toEqual([true, true, false, false]);
    expect(
      await verdicts("All", schemas, [
        ...[{ kind: "a", a: "" }, { kind: true, data: "" }, null],
        ...[
          { kind: "a", b: "" },
          { kind: true, reason: "" },
        ],
      ]),
    ).toEqual([true, true, true, false, false]);
  },
);

test("the message about a truth names the truth", async () => {
  const [compiled] = await compileValidators([
    {
      document: descriptionOf({
        Good: object({ success: { type: "boolean" }, data: text }),
        Bad: object({ success: { type: "boolean" }, reason: text }),
        Answer: {
          oneOf: [ref("Good"), ref("Bad")],
          discriminator: {
            propertyName: "success",
            mapping: { true: "Good", false: "Bad" },
          },
        },
      }),
    },
  ]);
  const result = compiled?.validator("Answer").validate({ success: "true" });
  expect(result?.issues).toEqual([
    {
      pointer: "/success",
      keyword: "discriminator",
      message: 'expected one of true, false, found "true"',
      params: { allowed: [true, false] },
      schemaPointer: "#/components/schemas/Answer/discriminator",
    },
  ]);
});

const openPets = {
  Pet: {
    oneOf: [ref("Cat"), ref("Dog"), { type: "null" }],
    discriminator: {
      propertyName: "kind",
      mapping: { cat: "Cat", dog: "Dog" },
    },
  },
  Cat: object({ kind: text, claws: { type: "integer" } }),
  Dog: object({ kind: text, barks: text }),
};

test("an open union takes unknown tags that are strings in responses, and in requests none", async () => {
  const json = {
    description: "",
    content: { "application/json": { schema: ref("Pet") } },
  };
  const [compiled] = await compileValidators([
    {
      document: {
        openapi: "3.1.1",
        info: { title: "Test", version: "1" },
        paths: {
          "/pet": { put: { requestBody: json, responses: { "200": json } } },
        },
        components: { schemas: openPets },
      },
      settings: { unions: { schemas: { Pet: "open" } } },
    },
  ]);
  const { isPet, validatePet, isPetInput, validatePetInput } =
    compiled?.exports ?? {};
  const expected: [value: unknown, response: boolean, request: boolean][] = [
    [{ kind: "cat", claws: 1 }, true, true],
    [null, true, true],
    [{ kind: "bird", wings: 2 }, true, false],
    [{ kind: "cat" }, false, false],
    [{ kind: 1 }, false, false],
    [{}, false, false],
    ["bird", false, false],
    [["bird"], false, false],
  ];
  for (const [value, response, request] of expected) {
    expect(isPet?.(value)).toBe(response);
    expect(validatePet?.(value)).toMatchObject({ ok: response });
    expect(isPetInput?.(value)).toBe(request);
    expect(validatePetInput?.(value)).toMatchObject({ ok: request });
  }
});
