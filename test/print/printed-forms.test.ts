import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  printedForms,
  type FormRecord,
} from "../../generator/code/printed-forms.js";
import { makeOutput } from "../../generator/make-output.js";

const cases = new URL("../cases/", import.meta.url);
const built = new URL("../../dist/printed-forms.json", import.meta.url);

test("the table of the build holds what the packages print, and nearly every form", async () => {
  for (const name of readdirSync(cases)) {
    const spec = new URL(`${name}/openapi.yaml`, cases).pathname;
    await makeOutput({ spec, settings: { docs: false } });
  }
  const table = new Map(JSON.parse(readFileSync(built, "utf8")) as FormRecord);
  const printed = printedForms.record();
  const common = printed.filter(([form]) => table.has(form));
  for (const [form, text] of common) expect(table.get(form)).toEqual(text);
  expect(common.length).toBeGreaterThan(0.9 * printed.length);
});
