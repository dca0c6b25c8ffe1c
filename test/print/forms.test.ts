import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printFormTables } from "../../scripts/print-forms.js";

test("the tables of forms are what openapi-typescript and ts-morph print", async () => {
  for (const { path, text } of await printFormTables())
    expect(readFileSync(path, "utf8")).toBe(text);
});
