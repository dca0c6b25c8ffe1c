import { describe, expect, test } from "vitest";
import { buildValue, withSchemas } from "./build.js";
import { isValid } from "./evaluate.js";

function built(schemas: Readonly<Record<string, unknown>>) {
  const { api, diagnostics } = buildValue(withSchemas(schemas));
  const takes = (name: string, value: unknown): boolean => {
    const definition = api?.definitions[`#/components/schemas/${name}`];
    if (api === undefined || definition === undefined) throw new Error(name);
    return isValid(definition.schema, value as never, api.definitions);
  };
  const said = diagnostics.map(
    ({ code, severity, pointer }) => `${severity} ${code} ${pointer}`,
  );
  return { takes, said, diagnostics };
}

const pet = (reference: string) => ({
  $id: "https://example.com/pet",
  properties: {
    name: { $ref: "#/$defs/word" },
    tag: { $ref: reference },
  },
  $defs: { word: { type: "string", minLength: 1 } },
});

const tag = { type: "string", maxLength: 3 };

describe("a reference that leads to nothing under the $id around it", () => {
  test.each([
    "#/components/schemas/Tag",
    "#tag",
    "openapi.json#/components/schemas/Tag",
  ])("%s is read from the root of the document", (reference) => {
    const { takes, said, diagnostics } = built({
      Pet: pet(reference),
      Tag: { $anchor: "tag", ...tag },
    });
    expect(said).toEqual([
      "warning reference-from-other-root /components/schemas/Pet/properties/tag",
    ]);
    expect(diagnostics[0]?.message).toContain(
      'under the $id "https://example.com/pet"',
    );
    expect(takes("Pet", { name: "a", tag: "abc" })).toBe(true);
    expect(takes("Pet", { name: "a", tag: "abcd" })).toBe(false);
    expect(takes("Pet", { name: "" })).toBe(false);
  });

  test("the schema under the $id comes first", () => {
    const { takes, said } = built({
      Pet: {
        ...pet("#/components/schemas/Tag"),
        components: { schemas: { Tag: { type: "number" } } },
      },
      Tag: tag,
    });
    expect(said.filter((text) => text.includes("past-id"))).toEqual([]);
    expect(takes("Pet", { tag: 1 })).toBe(true);
    expect(takes("Pet", { tag: "a" })).toBe(false);
  });

  test("is an error where the document has nothing there either", () => {
    expect(built({ Pet: pet("#/components/schemas/Nope") }).said).toEqual([
      "error schema-reference-broken /components/schemas/Pet/properties/tag",
    ]);
    const remote = built({ Pet: pet("tag.json#/Tag") });
    expect(remote.said).toEqual([
      "error reference-remote /components/schemas/Pet/properties/tag",
    ]);
    expect(remote.diagnostics[0]?.fix).toContain(
      "--resource https://example.com/tag.json=FILE",
    );
  });
});
