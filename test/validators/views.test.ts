import { expect, test } from "vitest";
import type { JsonValue } from "../../generator/model/json.js";
import { compileValidators } from "./compile-validators.js";

const json = (schema: JsonValue): JsonValue => ({
  content: { "application/json": { schema } },
});
const pet = { $ref: "#/components/schemas/Pet" };

/** `Pet` goes out and comes back; `Owner`, within it, holds a secret and what only the server sets. */
const document: JsonValue = {
  openapi: "3.1.1",
  info: { title: "Test", version: "1" },
  paths: {
    "/pets": {
      post: {
        requestBody: json(pet),
        responses: { "200": { description: "ok", ...(json(pet) as object) } },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: "object",
        required: ["id", "name", "owner"],
        properties: {
          id: { type: "integer", readOnly: true },
          name: { type: "string" },
          homepage: { type: "string", format: "uri" },
          owner: { $ref: "#/components/schemas/Owner" },
        },
      },
      Owner: {
        allOf: [{ required: ["token", "since"] }],
        type: "object",
        properties: {
          token: { type: "string", writeOnly: true },
          since: { $ref: "#/components/schemas/Since" },
        },
      },
      Since: { type: "string", format: "date", readOnly: true },
      Plain: { type: "string" },
    },
  },
};

test("each direction has its own validator, references included", async () => {
  const [compiled] = await compileValidators([{ document }]);
  const functions = compiled?.exports ?? {};
  const check = (name: string, value: unknown): unknown =>
    functions[name]?.(value);
  const request = { name: "Rex", owner: { token: "t" } };
  const response = { id: 1, name: "Rex", owner: { since: "2026-01-31" } };
  const whole = {
    id: 1,
    name: "Rex",
    owner: { token: "t", since: "2026-01-31" },
  };
  expect(check("isPetInput", request)).toBe(true);
  expect(check("isPet", request)).toBe(false);
  expect(functions["isPetOutput"]).toBeUndefined();
  expect(check("isPetInput", response)).toBe(false);
  // The plain name speaks for the side of the type with that name.
  expect(check("isPet", response)).toBe(true);
  expect(check("isPet", whole)).toBe(true);
  expect(check("isPetInput", whole)).toBe(false);
  // What the server would ignore is said by name.
  expect(check("validatePetInput", { ...request, id: 1 })).toMatchObject({
    ok: false,
    issues: [{ pointer: "/id", keyword: "readOnly" }],
  });
});

test("a format is asserted in requests, and costs no response", async () => {
  const [compiled] = await compileValidators([{ document }]);
  const { isPetInput, isPet } = compiled?.exports ?? {};
  const request = { name: "Rex", owner: { token: "t" }, homepage: "no uri" };
  expect(isPetInput?.(request)).toBe(false);
  expect(isPetInput?.({ ...request, homepage: "https://x.test" })).toBe(true);
  const owner = { token: "t", since: "yesterday" };
  expect(isPet?.({ id: 1, name: "Rex", owner, homepage: "" })).toBe(true);
});

test("formats everywhere, nowhere, and all but one", async () => {
  const settings = (
    assert: "everywhere" | "nowhere",
    ...except: readonly string[]
  ): {
    formats: { assert: "everywhere" | "nowhere"; except: readonly string[] };
  } => ({
    formats: { assert, except },
  });
  const [everywhere, nowhere, except] = await compileValidators([
    { document, settings: settings("everywhere") },
    { document, settings: settings("nowhere") },
    { document, settings: settings("everywhere", "date") },
  ]);
  expect(everywhere?.validator("Since").is("yesterday")).toBe(false);
  expect(nowhere?.validator("Since").is("yesterday")).toBe(true);
  expect(except?.validator("Since").is("yesterday")).toBe(true);
});

test("no variant where nothing differs", async () => {
  const [compiled] = await compileValidators([{ document }]);
  const names = Object.keys(compiled?.exports ?? {});
  expect(names.filter((name) => name.startsWith("isPlain"))).toEqual([
    "isPlain",
  ]);
});
