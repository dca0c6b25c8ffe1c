import fc from "fast-check";
import { format } from "prettier";
import { expect, test } from "vitest";
import { formatModules } from "../../generator/format/format-modules.js";

/** Types of the kinds that generated code is made of, nested at most three deep. */
const { type } = fc.letrec<{ type: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(
      "string",
      "number",
      "null",
      "IncomingPhoneNumber",
      "(string & {})",
      "Blob | Uint8Array<ArrayBuffer>",
    ),
    fc.stringMatching(/^[a-z0-9_-]{1,24}$/).map((text) => JSON.stringify(text)),
  ),
  type: fc.oneof(
    { depthSize: "small", maxDepth: 3 },
    tie("leaf"),
    fc
      .array(tie("type"), { minLength: 2, maxLength: 6 })
      .map((types) => `(${types.join(" | ")})`),
    fc
      .array(tie("type"), { minLength: 1, maxLength: 4 })
      .map(
        (types) =>
          `{ ${types.map((value, index) => `member${index}${index % 2 === 0 ? "?" : ""}: ${value}`).join("; ")} }`,
      ),
    tie("type").map((value) => `readonly (${value})[]`),
    tie("type").map((value) => `{ [key: string]: ${value} }`),
    tie("type").map((value) => `Record<string, ${value}>`),
    fc
      .tuple(tie("type"), tie("type"))
      .map(([a, b]) => `${parenthesized(a)} & ${parenthesized(b)}`),
    fc
      .array(tie("type"), { minLength: 1, maxLength: 3 })
      .map((types) => `[${types.join(", ")}]`),
  ),
}));

const union = fc
  .array(type, { minLength: 1, maxLength: 7 })
  .map((types) => types.join(" | "));

/** Guards and constants have named types in generated code, and are not among these. */
const declaration = fc.oneof(
  union.map((text) => `export type Name = ${text};`),
  union.map(
    (text) => `export interface Name {\n  /** Docs. */\n  member?: ${text};\n}`,
  ),
  union.map(
    (text) => `export function name(input: ${text}, other?: ${text}): void {}`,
  ),
);

function parenthesized(text: string): string {
  return `(${text})`;
}

test("types are laid out as prettier lays them out", async () => {
  await fc.assert(
    fc.asyncProperty(declaration, async (text) => {
      expect(await formatModules([{ path: "name.ts", text }], ".ts")).toEqual([
        await format(text, { parser: "typescript" }),
      ]);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test("modules that are laid out together are laid out as each by itself", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(declaration, { minLength: 2, maxLength: 8 }),
      async (texts) => {
        const modules = texts.map((text, index) => ({
          path: `${index}.ts`,
          text: `// Generated.\n\nimport "./a.js";\n\n\n${text}\n`,
        }));
        const alone = modules.map(({ text }) =>
          format(text, { parser: "typescript" }),
        );
        expect(await formatModules(modules, ".ts")).toEqual(
          await Promise.all(alone),
        );
      },
    ),
    { numRuns: 100, seed: 1 },
  );
});

test("what stands between modules of a batch may stand in a module", async () => {
  const text = "//// specwright: the next module ////\n";
  const modules = [
    { path: "a.ts", text },
    { path: "b.ts", text: "const b = 1;\n" },
  ];
  expect(await formatModules(modules, ".ts")).toEqual([text, "const b = 1;\n"]);
});

test("a module that does not parse is refused by its name, whatever stands beside it", async () => {
  const modules = [
    { path: "a/a.ts", text: "const a = 1;" },
    { path: "a/b.ts", text: "const = 1;" },
  ];
  await expect(formatModules(modules, ".ts")).rejects.toThrow(
    "a/b.ts does not parse",
  );
});
