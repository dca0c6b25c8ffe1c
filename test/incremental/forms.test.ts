import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { PrintedForms } from "../../generator/code/printed-forms.js";
import { generate } from "../../generator/generate.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { readFolder } from "../types/read-folder.js";
import { baseSpec } from "./base-spec.js";

const executable = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));

/** At its end the process tells how many compilers it has loaded. */
const hook = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from "node:module";
  const { cache } = createRequire(${JSON.stringify(executable)});
  process.on("exit", () => {
    const loaded = Object.keys(cache).filter((path) => path.endsWith("lib/typescript.js"));
    process.stdout.write("compilers: " + loaded.length);
  });
`)}`;

function run(cwd: string): string {
  const args = ["--import", hook, executable, "generate", "openapi.json"];
  return execFileSync(process.execPath, [...args, "--out", "out"], {
    cwd,
    encoding: "utf8",
  });
}

/** A type whose form the build does not print. */
const rare = {
  type: "array",
  prefixItems: Array.from({ length: 9 }, () => ({ type: "number" })),
  items: false,
  minItems: 9,
};

describe("printed forms", () => {
  it("are handed to the next process, which loads no compiler", async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "node_modules"));
    const spec = join(cwd, "openapi.json");
    const text = JSON.stringify(baseSpec()).replace(
      '"schemas":{',
      `"schemas":{"Rare":${JSON.stringify(rare)},`,
    );
    writeFileSync(spec, text);
    expect(run(cwd)).toContain("compilers: 1");
    const edited = text.replaceAll('"Fault"', '"Blame"');
    writeFileSync(spec, edited.replaceAll("schemas/Fault", "schemas/Blame"));
    expect(run(cwd)).toContain("compilers: 0");
    const options = { spec: "openapi.json", cwd, out: "cold", cache: false };
    expect((await generate(options)).ok).toBe(true);
    expect(readFolder(join(cwd, "out"), /./)).toEqual(
      readFolder(join(cwd, "cold"), /./),
    );
    const forms = join(cwd, "node_modules/.cache/specwright/forms");
    writeFileSync(forms, readFileSync(forms, "utf8").replace("required", "x"));
    const rarer = text.replace('"Rare":{', '"Rare":{"description":"Nine.",');
    writeFileSync(spec, rarer);
    expect(run(cwd)).toContain("compilers: 1");
    rmSync(forms);
    writeFileSync(spec, edited.replaceAll("schemas/Fault", "schemas/Blame"));
    run(cwd);
    expect(readFolder(join(cwd, "out"), /./)).toEqual(
      readFolder(join(cwd, "cold"), /./),
    );
  }, 120_000);

  it("are printed where nobody has printed them", () => {
    const first = new PrintedForms();
    expect(first.get("a", () => ["A"])).toEqual(["A"]);
    expect(first.get("a", () => ["again"])).toEqual(["A"]);
    const second = new PrintedForms();
    second.addBuilt([["c", ["C"]]]);
    expect(second.get("c", () => ["again"])).toEqual(["C"]);
    second.add(first.record());
    expect(second.get("a", () => ["again"])).toEqual(["A"]);
    expect(second.get("b", () => ["B", "0", ""])).toEqual(["B", "0", ""]);
    expect(second.record()).toEqual([
      ["a", ["A"]],
      ["b", ["B", "0", ""]],
    ]);
  });
});
