import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../generator/check.js";
import { runHere } from "./run-cli.js";
import { temporaryFolder } from "./temporary-folder.js";

const spec = `openapi: 3.1.0
info: {title: Shop, version: "1"}
paths: {}
components:
  schemas:
    Tag: {type: string, maxLength: 10, enum: [new, old, lent, lost, sold, away]}
`;

const path = "generated/schemas/tag.ts";

const withWindowsEnds = (text: string): string => text.replaceAll("\n", "\r\n");

/** As with prettier's options `singleQuote`, `semi: false`, `useTabs`, `trailingComma: "none"`. */
const laidOut = (text: string): string =>
  text
    .replaceAll('"', "'")
    .replaceAll(";\n", "\n")
    .replaceAll(/^ +/gm, "\t")
    .replaceAll(/,(?=\s*[)\]}])/g, "");

const edited = (text: string): string =>
  text.replaceAll("10", "11").replace("return", "return !");

test.each([
  {
    what: "line ends of Windows",
    change: withWindowsEnds,
    kind: "line-ends",
    line: "differing schemas/tag.ts (in its line ends alone)",
    advice: "Line ends were changed, as Git does on Windows: give",
  },
  {
    what: "another layout",
    change: laidOut,
    kind: "layout",
    line: "differing schemas/tag.ts (in its layout alone)",
    advice: "Files were laid out by another formatter: list",
  },
  {
    what: "an edit with line ends of Windows",
    change: (text: string) => withWindowsEnds(edited(text)),
    kind: undefined,
    line: "differing schemas/tag.ts",
    advice: "generated is not what spec/openapi.yaml gives.",
  },
  {
    what: "an edit in another layout",
    change: (text: string) => laidOut(edited(text)),
    kind: undefined,
    line: "differing schemas/tag.ts",
    advice: "generated is not what spec/openapi.yaml gives.",
  },
])("check tells $what", async ({ change, kind, line, advice }) => {
  const folder = temporaryFolder({ "spec/openapi.yaml": spec });
  await runHere(folder, ["generate"]);
  const file = join(folder, path);
  const text = readFileSync(file, "utf8");
  expect(change(text)).not.toBe(text);
  writeFileSync(file, change(text));
  const { exitCode, error } = await runHere(folder, ["check"]);
  expect(exitCode).toBe(1);
  expect(error.split("\n")[0]).toBe(line);
  expect(error.split("\n")[1]).toContain(advice);
  const { layoutChanges } = await check({
    spec: "spec/openapi.yaml",
    out: "generated",
    cwd: folder,
  });
  expect(layoutChanges).toEqual(
    kind === undefined ? {} : { "schemas/tag.ts": kind },
  );
});
