import { expect, test } from "vitest";
import { moduleSpecifier } from "../../generator/print/module-path.js";

test.each([
  ["index.ts", "schemas/a.ts", "./schemas/a.js"],
  ["schemas/a.ts", "schemas/b.ts", "./b.js"],
  ["schemas/a.ts", "types/a.ts", "../types/a.js"],
  ["schemas/a.ts", "index.ts", "../index.js"],
  ["a/b/c.ts", "a/d/e.ts", "../d/e.js"],
  ["a/b/c.ts", "a/b.ts", "../b.js"],
  ["servers.ts", "operations.ts", "./operations.js"],
])("from %s to %s it is %s", (from, to, specifier) => {
  expect(moduleSpecifier(from, to, ".js")).toBe(specifier);
  expect(moduleSpecifier(from, to, ".ts")).toBe(specifier.replace(/js$/, "ts"));
});
