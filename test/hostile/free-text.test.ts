import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeOutput } from "../../generator/make-output.js";
import { freeTextSpec } from "./free-text-spec.js";
import { syntaxErrors, syntaxShape } from "./syntax.js";

const hostileTexts: Readonly<Record<string, string>> = {
  "a double quote": '" + alert(1) + "',
  "a single quote": "' + alert(1) + '",
  "a backtick": "` + alert(1) + `",
  "a template's hole": "${alert(1)}",
  "a comment's end": "*/ alert(1); /*",
  "a comment's end in two": "**//*/ alert(1) /*",
  "a line comment": "// alert(1)",
  "a script's end": "</script><script>alert(1)</script>",
  "an HTML comment": "--><img src=x onerror=alert(1)><!--",
  "a line separator": "a\u2028alert(1)\u2029b",
  "a line feed": "a\nalert(1)\nb",
  "a carriage return": "a\r\nalert(1)\rb",
  "a backslash": "a\\",
  "an escape": '\\u0022 + alert(1) + \\u0022 \\" \\` \\${',
  "a doc tag": "@deprecated {@link alert(1)} @type {any}",
  "a control character": "a\u0001\u001b[31mb",
  "a direction mark": "a\u202eb\u2066c",
  "a private character": "a\ue0000\ue001b",
  everything: "\"'`${alert(1)}*/</script>\u2028\n\\",
};

const folder = mkdtempSync(`${tmpdir()}/specwright-free-text-`);
let harmless: ReadonlyMap<string, string>;

beforeAll(async () => {
  harmless = await modulesFor("harmless");
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("free text of a description changes no token of the code", () => {
  for (const [name, text] of Object.entries(hostileTexts)) {
    test(name, async () => {
      const modules = await modulesFor(text);
      expect([...modules.keys()]).toEqual([...harmless.keys()]);
      for (const [path, module] of modules) {
        expect(syntaxErrors(module), path).toEqual([]);
        expect(syntaxShape(module), path).toEqual(
          syntaxShape(harmless.get(path) as string),
        );
      }
    });
  }
});

test("the harmless text stands in the code", () => {
  const text = [...harmless.values()].join("\n");
  expect(text.split("harmless").length).toBeGreaterThan(20);
});

async function modulesFor(text: string): Promise<ReadonlyMap<string, string>> {
  const spec = `${folder}/openapi.json`;
  writeFileSync(spec, JSON.stringify(freeTextSpec(text)));
  const { files, diagnostics } = await makeOutput({ spec });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual(
    [],
  );
  const modules = (files ?? []).filter((file) => file.path.endsWith(".ts"));
  expect(modules.length).toBeGreaterThan(5);
  return new Map(modules.map((file) => [file.path, file.text]));
}
