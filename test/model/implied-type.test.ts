import { describe, expect, test } from "vitest";
import { defaultSettings } from "../../generator/config/config.js";
import type { JsonObject } from "../../generator/model/json.js";
import { compileSchema } from "../validators/compile-validators.js";
import { buildValue, withSchemas } from "./build.js";

const values = { object: {}, array: [], text: "a", number: 1, null: null };

/** The kinds of values that a schema takes, and whether it was said how it is read. */
async function taken(
  schema: JsonObject,
  untyped: "intent" | "letter" = "intent",
): Promise<{ kinds: string[]; infos: number }> {
  const { is } = await compileSchema(schema, { untyped });
  const settings = { ...defaultSettings, untyped };
  const { diagnostics } = buildValue(
    withSchemas({ S: schema }),
    undefined,
    undefined,
    settings,
  );
  return {
    kinds: Object.entries(values)
      .filter(([, value]) => is(value))
      .map(([kind]) => kind),
    infos: diagnostics.filter(({ code }) => code === "type-implied").length,
  };
}

const all = Object.keys(values);
const a = { properties: { a: { type: "string" } } };

describe("a schema without type", () => {
  test.each<[JsonObject, string]>([
    [a, "object"],
    [{ minProperties: 0 }, "object"],
    [{ additionalProperties: { type: "string" } }, "object"],
    [{ allOf: [a, { required: [] }] }, "object"],
    [{ ...a, anyOf: [{ required: [] }, { required: ["b"] }] }, "object"],
    [{ ...a, nullable: true }, "object null"],
    [{ items: { type: "string" } }, "array"],
    [{ minItems: 0, uniqueItems: true }, "array"],
    [{ prefixItems: [{ type: "string" }] }, "array"],
  ])(
    "%j takes the kind that its keywords speak of: %s",
    async (schema, kinds) => {
      expect(await taken(schema)).toEqual({
        kinds: kinds.split(" "),
        infos: 1,
      });
    },
  );

  test("is read like that as an item too", async () => {
    const list = { type: "array", prefixItems: [a], items: { items: {} } };
    const { is } = await compileSchema(list);
    expect([is([{}, []]), is([[]]), is([{}, {}])]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("has its branches read like that, where nothing is said around them", async () => {
    const branches = { oneOf: [a, { type: "string" }] };
    expect(await taken(branches)).toEqual({
      kinds: ["object", "text"],
      infos: 1,
    });
  });

  test.each<[JsonObject, readonly string[]]>([
    [{ type: ["object", "null"], allOf: [a] }, ["object", "null"]],
    [{ type: ["object", "null"], anyOf: [a, a] }, ["object", "null"]],
    [{ ...a, minLength: 1 }, all],
    [{ ...a, items: {} }, all],
    [{ not: { required: ["a"] } }, ["object"]],
    [{ if: { required: ["b"] }, then: a }, all],
    [{ required: true }, all],
    [{ minLength: 1 }, all],
    [{ $schema: "https://json-schema.org/draft/2020-12/schema", ...a }, all],
    [{}, all],
  ])("%j is read to the letter", async (schema, kinds) => {
    expect(await taken(schema)).toEqual({ kinds, infos: 0 });
  });

  test.each([[a], [{ items: {} }]])(
    '%j takes everything with untyped: "letter"',
    async (schema) => {
      expect(await taken(schema, "letter")).toEqual({ kinds: all, infos: 0 });
    },
  );
});
