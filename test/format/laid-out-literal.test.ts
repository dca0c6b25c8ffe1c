import fc from "fast-check";
import { format } from "prettier";
import { expect, test } from "vitest";
import { laidOutLiteral } from "../../generator/code/laid-out-literal.js";
import { jsonLiteral } from "../../generator/code/literals.js";
import type { JsonObject } from "../../generator/model/json.js";

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ minLength: 40, maxLength: 100 }),
  fc.string({
    unit: fc.constantFrom("a", '"', "'", "\\", "\n", " ", "é", "–", "“"),
    maxLength: 30,
  }),
);

const key = fc.oneof(
  fc.stringMatching(/^[a-z$_]{1,7}$/),
  fc.stringMatching(/^[a-zA-Z]{20,60}$/),
  fc.constantFrom("$ref", "name", "items", "1", "a-b", "__proto__", 'a"b'),
);

const { object } = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", maxDepth: 5 },
    text,
    fc.constantFrom(null, true, false),
    fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.array(fc.integer(), { maxLength: 40 }),
    fc.array(tie("value"), { maxLength: 5 }),
    tie("object"),
  ),
  object: fc.dictionary(key, tie("value"), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
}));

test("literals are laid out as prettier does it, or left to the formatter", async () => {
  let laidOut = 0;
  await fc.assert(
    fc.asyncProperty(object, async (value) => {
      const column = "  schema: () => (".length;
      const literal = laidOutLiteral(value as JsonObject, {
        indent: 2,
        column,
        after: 2,
      });
      if (literal === undefined) return;
      laidOut += 1;
      const plain = jsonLiteral(value as JsonObject).parts.join("");
      const expected = await format(`f({\nschema: () => (${plain}),\n});`, {
        parser: "typescript",
      });
      const text = literal.parts.join("");
      expect(`f({\n  schema: () => (${text}),\n});\n`).toBe(expected);
    }),
    { numRuns: 1000 },
  );
  expect(laidOut).toBeGreaterThan(500);
});

test("what a letter's width decides is left to the formatter", () => {
  const place = { indent: 2, column: 17, after: 2 };
  expect(laidOutLiteral({ title: "日本語" }, place)).toBeUndefined();
  expect(laidOutLiteral({ title: "Größe – „groß“" }, place)).toBeUndefined();
  expect(laidOutLiteral({ title: "Größe – “groß”" }, place)).toBeDefined();
});
