import type {
  StandardJSONSchemaV1,
  StandardSchemaV1,
} from "@standard-schema/spec";
import { sValidator } from "@hono/standard-validator";
import { initTRPC } from "@trpc/server";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import type { StandardSchema } from "../../templates/runtime/standard.js";
import { compileValidators, descriptionOf } from "./compile-validators.js";

const document = descriptionOf({
  Pet: {
    description: "An animal of somebody's.",
    type: "object",
    required: ["name"],
    properties: {
      name: { type: "string", minLength: 1 },
      tags: {
        type: "array",
        prefixItems: [{ const: "pet" }],
        items: { type: "string" },
      },
      owner: {
        $ref: "#/components/schemas/Owner",
        description: "Who feeds it.",
      },
    },
    dependentRequired: { tags: ["owner"] },
    additionalProperties: false,
  },
  Owner: {
    type: "object",
    properties: {
      "e/mail": { type: "string" },
      pets: { type: "array", items: { $ref: "#/components/schemas/Pet" } },
    },
  },
});

interface Pet {
  name: string;
}

// The interface of ours is the one of the specification.
type Both = StandardSchemaV1<Pet, Pet> & StandardJSONSchemaV1<Pet, Pet>;
const asSpecified = (schema: StandardSchema<Pet>): Both => schema;

let pet: Both;
beforeAll(async () => {
  const [compiled] = await compileValidators([{ document }]);
  const found = compiled?.exports["petSchema"] as unknown;
  pet = asSpecified(found as StandardSchema<Pet>);
});

describe("Standard Schema", () => {
  test("a valid value", () => {
    const value = { name: "Rex" };
    expect(pet["~standard"].validate(value)).toEqual({ value });
    expect(pet["~standard"].version).toBe(1);
    expect(pet["~standard"].vendor).toBe("specwright");
  });

  test("issues with their paths; indices are numbers", () => {
    const value = { name: "", owner: { "e/mail": 1, pets: [{ name: 5 }] } };
    expect(pet["~standard"].validate(value)).toEqual({
      issues: [
        {
          message: "expected 1 characters or more, found 0",
          path: ["name"],
        },
        {
          message: "expected string, found 1",
          path: ["owner", "e/mail"],
        },
        {
          message: "expected string, found 5",
          path: ["owner", "pets", 0, "name"],
        },
      ],
    });
  });

  test("tRPC takes it as the input of a procedure", async () => {
    const { router, procedure, createCallerFactory } = initTRPC.create();
    const pets = router({
      add: procedure.input(pet).mutation(({ input }) => `hello ${input.name}`),
    });
    const caller = createCallerFactory(pets)({});
    expect(await caller.add({ name: "Rex" })).toBe("hello Rex");
    const wrong = { name: 5 } as unknown as Pet;
    await expect(caller.add(wrong)).rejects.toMatchObject({
      code: "BAD_REQUEST",
      message: expect.stringContaining("expected string, found 5") as string,
    });
  });

  test("Hono takes it as a validator of a body", async () => {
    const app = new Hono().post("/pets", sValidator("json", pet), (context) =>
      context.json({ hello: context.req.valid("json").name }),
    );
    const post = (body: unknown): Promise<Response> | Response =>
      app.request("/pets", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const good = await post({ name: "Rex" });
    expect([good.status, await good.json()]).toEqual([200, { hello: "Rex" }]);
    const bad = await post({ name: "Rex", legs: 4 });
    expect(bad.status).toBe(400);
    expect(await bad.text()).toContain('unexpected \\"legs\\"');
  });
});

describe("the JSON Schema of it", () => {
  const valid = [{ name: "Rex" }, { name: "Rex", tags: ["pet"], owner: {} }];
  const invalid = [
    {},
    { name: "" },
    { name: "Rex", legs: 4 },
    { name: "Rex", tags: ["pet"] },
    { name: "Rex", tags: ["cat"], owner: {} },
    { name: "Rex", owner: { pets: [{}] } },
  ];

  test("draft 2020-12 stands by itself and says the same", () => {
    const schema = pet["~standard"].jsonSchema.input({
      target: "draft-2020-12",
    });
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const value of valid) expect(validate(value)).toBe(true);
    for (const value of invalid) expect(validate(value)).toBe(false);
    expect(schema["$defs"]).toMatchObject({
      Pet: { description: "An animal of somebody's." },
      Owner: {},
    });
  });

  test("draft-07 says the same", () => {
    const schema = pet["~standard"].jsonSchema.output({ target: "draft-07" });
    const validate = new Ajv({ strict: false }).compile(schema);
    for (const value of valid) expect(validate(value)).toBe(true);
    for (const value of invalid) expect(validate(value)).toBe(false);
  });

  test("another target is refused", () => {
    expect(() =>
      pet["~standard"].jsonSchema.input({ target: "openapi-3.0" }),
    ).toThrow(RangeError);
  });
});
