import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { DiagnosticCollector } from "../../generator/diagnostics/collector.js";
import { findInJson } from "../../generator/read/find-in-json.js";
import { pointerToken } from "../../generator/read/json-pointer.js";
import { LineIndex } from "../../generator/read/line-index.js";
import { findOffset, type OutlineNode } from "../../generator/read/outline.js";
import { parseYaml } from "../../generator/read/parse-yaml.js";

/** The places that the YAML parser finds: JSON is YAML. */
function judge(text: string): OutlineNode {
  const collector = new DiagnosticCollector();
  const parsed = parseYaml(text, "", new LineIndex(text), collector);
  if (parsed === undefined) throw new Error(`no YAML: ${text}`);
  return parsed.outline();
}

function pointersOf({ children }: OutlineNode, pointer = ""): string[] {
  const below = [...(children ?? [])].flatMap(([key, { node }]) =>
    pointersOf(node, `${pointer}/${pointerToken(key)}`),
  );
  return [pointer, `${pointer}/none`, `${pointer}/7`, ...below];
}

function expectAgreement(text: string): void {
  const outline = judge(text);
  for (const pointer of pointersOf(outline)) {
    for (const at of ["key", "value"] as const) {
      expect(findInJson(text, pointer, at), `${at} ${pointer}`).toBe(
        findOffset(outline, pointer, at),
      );
    }
  }
}

describe("a single place in JSON", () => {
  it.each([
    "1",
    ' "a" ',
    "[ ]",
    "{}",
    '{"a":{"b":[1, -2.5e3 ,{"c":null}],"d":"x\\"}]"},"e":true}',
    '{ "a\\u0062" : [ [ ] , [ [ "," ] ] ] , "a/b~c": { "": [ { } ] } }\n',
  ])("is where the outline has it: %s", expectAgreement);

  it("is where the outline has it in descriptions", () => {
    const cases = fileURLToPath(new URL("../cases/", import.meta.url));
    for (const name of readdirSync(cases).slice(0, 6)) {
      if (name.startsWith("fails-")) continue;
      const yaml = readFileSync(`${cases}${name}/openapi.yaml`, "utf8");
      expectAgreement(JSON.stringify(parse(yaml), null, 2));
      expectAgreement(JSON.stringify(parse(yaml)));
    }
  });
});
