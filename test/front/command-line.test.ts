import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { version } from "../../generator/version.js";
import { runBuilt, runHere } from "./run-cli.js";
import { temporaryFolder } from "./temporary-folder.js";

const spec = `openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - {name: id, in: path, required: true, schema: {type: string, minLength: 1}}
      responses:
        "200":
          description: The pet.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Pet"}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
        tag: {$ref: "#/components/schemas/Tag"}
    Tag: {type: string, maxLength: 10}
`;

const withoutTag = spec
  .replace('        tag: {$ref: "#/components/schemas/Tag"}\n', "")
  .replace("    Tag: {type: string, maxLength: 10}\n", "");

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function times(folder: string): [string, number][] {
  return files(folder).map((path) => [path, statSync(path).mtimeMs]);
}

function tagFile(folder: string): string {
  const found = files(join(folder, "generated/schemas")).find((path) =>
    /tag\.ts$/.test(path),
  );
  if (found === undefined) throw new Error("no module for Tag");
  return found;
}

describe("generate", () => {
  it("takes spec/openapi.yaml to generated/ by default", async () => {
    const folder = temporaryFolder({ "spec/openapi.yaml": spec });
    const { exitCode, out, error } = await runHere(folder, ["generate"]);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    expect(out).toMatch(
      /^generated: 1 operation, 2 schemas, \d+ files \(\d+ written, 0 unchanged\)\n\d+\.\d\d s/,
    );
    expect(existsSync(join(folder, "generated/manifest.json"))).toBe(true);
    expect(files(folder).filter((path) => path.includes("-tmp"))).toEqual([]);
  });

  it("is the command where none is named", async () => {
    const folder = temporaryFolder({ "openapi.yaml": spec });
    const { exitCode, out, error } = await runHere(folder, [
      ...["openapi.yaml", "--out", "api"],
    ]);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    expect(out).toMatch(/^api: 1 operation/);
  });

  it("takes flags before the description, and a description that is called like a command", async () => {
    const folder = temporaryFolder({ check: spec });
    const { exitCode, out } = await runHere(folder, [
      ...["--out", "api", "check"],
    ]);
    expect({ exitCode, out: out.slice(0, 4) }).toEqual({
      exitCode: 0,
      out: "api:",
    });
  });

  it("loads a configuration that imports specwright where only npx has it", async () => {
    const folder = temporaryFolder({
      "openapi.yaml": spec,
      "specwright.config.ts": `import { defineConfig } from "specwright";
export default defineConfig({ spec: "openapi.yaml", out: "api" });
`,
    });
    const { exitCode, error } = await runHere(folder, []);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    expect(existsSync(join(folder, "api/index.ts"))).toBe(true);
  });

  it("touches no file the second time", async () => {
    const folder = temporaryFolder({ "spec/openapi.yaml": spec });
    await runHere(folder, ["generate"]);
    const before = times(folder);
    const { exitCode, out } = await runHere(folder, ["generate"]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/\(0 written, \d+ unchanged\)/);
    expect(times(folder)).toEqual(before);
  });

  it("removes what the spec no longer has", async () => {
    const folder = temporaryFolder({ "a.yaml": spec });
    await runHere(folder, ["generate", "a.yaml", "--out", "generated"]);
    const tag = tagFile(folder);
    writeFileSync(join(folder, "generated/own.txt"), "mine");
    writeFileSync(join(folder, "a.yaml"), withoutTag);
    const { out } = await runHere(folder, [
      "generate",
      "a.yaml",
      "--out",
      "generated",
    ]);
    expect(out).toMatch(/ [1-9]\d* removed/);
    expect(existsSync(tag)).toBe(false);
    expect(existsSync(join(folder, "generated/own.txt"))).toBe(true);
  });

  it("replaces no file that it did not write", async () => {
    const folder = temporaryFolder({
      "a.yaml": spec,
      "src/index.ts": "export const mine = 1;\n",
    });
    const { exitCode, error } = await runHere(folder, [
      "generate",
      "a.yaml",
      "--out",
      "src",
    ]);
    expect(exitCode).toBe(1);
    expect(error).toMatch(/src\/index\.ts:1:1: error not-ours/);
    expect(files(join(folder, "src"))).toEqual([join(folder, "src/index.ts")]);
  });

  it("reports five mistakes in one run, each with its place, and writes nothing", async () => {
    const broken = spec
      .replace("minLength: 1", "minLength: -1")
      .replace("#/components/schemas/Pet", "#/components/schemas/Pte")
      .replace("required: [name]", "required: name")
      .replace("name: {type: string}", "name: {type: strnig}")
      .replace("maxLength: 10", "maxLength: -1");
    const folder = temporaryFolder({ "a.yaml": broken });
    const { exitCode, error, out } = await runHere(folder, [
      "generate",
      "a.yaml",
      "--out",
      "out",
    ]);
    expect(exitCode).toBe(1);
    expect(out).toBe("");
    const places = [...error.matchAll(/^a\.yaml:(\d+):(\d+): error /gm)];
    expect(
      places.map(([, line]) => Number(line)).sort((a, b) => a - b),
    ).toEqual([8, 14, 19, 21, 23]);
    expect(error.match(/^ {2}> /gm)).toHaveLength(5);
    expect(error).toMatch(/5 errors; nothing was written/);
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("gives everything as JSON", async () => {
    const folder = temporaryFolder({
      "a.yaml": "openapi: 3.1.0\na: 1\na: 2\n",
    });
    const { exitCode, out, error } = await runHere(folder, [
      "generate",
      "a.yaml",
      "--json",
    ]);
    expect({ exitCode, error }).toEqual({ exitCode: 1, error: "" });
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      written: [],
      diagnostics: [
        {
          code: "duplicate-key",
          severity: "error",
          file: "a.yaml",
          pointer: "/a",
          line: 3,
          column: 1,
        },
      ],
    });
  });

  it("follows references into other files", async () => {
    const folder = temporaryFolder({
      "api/a.yaml": spec.replace(
        '"#/components/schemas/Pet"',
        '"shared/pet.yaml#/Pet"',
      ),
      "api/shared/pet.yaml":
        "Pet:\n  type: object\n  properties:\n    tag: {$ref: '../a.yaml#/components/schemas/Tag'}\n    bad: {$ref: 'pet.yaml#/Nope'}\n",
    });
    const { exitCode, error } = await runHere(folder, [
      "generate",
      "api/a.yaml",
    ]);
    expect(exitCode).toBe(1);
    expect(error).toMatch(
      /^api\/shared\/pet\.yaml:5:17: error reference-not-found/,
    );
  });
});

describe("check", () => {
  async function generated(): Promise<string> {
    const folder = temporaryFolder({ "spec/openapi.yaml": spec });
    await runHere(folder, ["generate"]);
    return folder;
  }

  it("names a file of others, which is no fault", async () => {
    const folder = await generated();
    writeFileSync(join(folder, "generated/schemas/extra.ts"), "x");
    for (const flags of [[], ["--no-cache"]]) {
      const { exitCode, error } = await runHere(folder, ["check", ...flags]);
      expect(exitCode).toBe(0);
      expect(error).toMatch(/^unknown {3}schemas\/extra\.ts$/m);
    }
  });

  it("is content with what generate left", async () => {
    const folder = await generated();
    const before = times(folder);
    const { exitCode, out } = await runHere(folder, ["check"]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^generated is up to date: \d+ files/);
    expect(times(folder)).toEqual(before);
  });

  it.each([
    [
      "a hand edit",
      /^differing schemas\/tag\.ts$/m,
      (folder: string) => writeFileSync(tagFile(folder), "// edited\n"),
    ],
    [
      "a missing file",
      /^missing {3}schemas\/tag\.ts$/m,
      (folder: string) => rmSync(tagFile(folder)),
    ],
    [
      "a stale file",
      /^stale {5}schemas\/tag\.ts$/m,
      (folder: string) =>
        writeFileSync(join(folder, "spec/openapi.yaml"), withoutTag),
    ],
    [
      "a changed spec",
      /^differing schemas\/tag\.ts$/m,
      (folder: string) =>
        writeFileSync(
          join(folder, "spec/openapi.yaml"),
          spec.replace("maxLength: 10", "maxLength: 11"),
        ),
    ],
    [
      "no output at all",
      /^missing {3}index\.ts$/m,
      (folder: string) =>
        rmSync(join(folder, "generated"), { recursive: true }),
    ],
  ])("lists %s, exits with 1 and writes nothing", async (_, listed, change) => {
    const folder = await generated();
    change(folder);
    const before = times(folder);
    const { exitCode, error } = await runHere(folder, ["check"]);
    expect(exitCode).toBe(1);
    expect(error).toMatch(listed);
    expect(error).toMatch(
      /Run: specwright generate spec\/openapi\.yaml --out generated$/,
    );
    expect(times(folder)).toEqual(before);
  });

  it("prints the verdict on every keyword", async () => {
    const folder = await generated();
    const { exitCode, out } = await runHere(folder, ["check", "--coverage"]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^keyword +count +verdict +reason$/m);
    expect(out).toMatch(/^maxLength +1 +enforced$/m);
  });
});

describe("an output in an application's source", () => {
  const application = {
    "package.json": '{ "name": "app" }',
    "tsconfig.json": '{ "compilerOptions": { "moduleResolution": "bundler" } }',
    "spec/openapi.yaml": spec,
  };
  const out = ["--out", "src/api"];
  const read = (folder: string, path: string): string =>
    readFileSync(join(folder, "src/api", path), "utf8");

  it("has no package files, and imports as the application's", async () => {
    const folder = temporaryFolder(application);
    const { exitCode, out: text } = await runHere(folder, ["generate", ...out]);
    expect(exitCode).toBe(0);
    expect(text).toContain(
      "import endings: tsconfig.json, moduleResolution: bundler",
    );
    const files = readdirSync(join(folder, "src/api"));
    for (const name of ["package.json", "publish.mjs", "tsconfig.build.json"])
      expect(files).not.toContain(name);
    const module = read(folder, "schemas/tag.ts");
    expect(module).toMatch(/from "\.\.\/runtime\/[\w-]+";/);
    expect(read(folder, "runtime/client.ts")).toContain('from "./request";');
    expect(module + read(folder, "runtime/client.ts")).not.toMatch(
      /from "\.[^"]*\.[jt]s"/,
    );
    const check = await runHere(folder, ["check", ...out]);
    expect(check.exitCode).toBe(0);
  });

  it("follows the application's settings in the next run", async () => {
    const folder = temporaryFolder(application);
    await runHere(folder, ["generate", ...out]);
    writeFileSync(
      join(folder, "tsconfig.json"),
      '{ "compilerOptions": { "module": "nodenext" } }',
    );
    expect((await runHere(folder, ["check", ...out])).exitCode).toBe(1);
    await runHere(folder, ["generate", ...out]);
    expect(read(folder, "schemas/tag.ts")).toMatch(
      /from "\.\.\/runtime\/[\w-]+\.js";/,
    );
  });

  it("says once that it is no package any more", async () => {
    const folder = temporaryFolder({ "spec/openapi.yaml": spec });
    await runHere(folder, ["generate", ...out]);
    expect(read(folder, "package.json")).toContain('"type": "module"');
    writeFileSync(join(folder, "package.json"), "{}");
    const first = await runHere(folder, ["generate", ...out]);
    expect(first.error).toMatch(/info package-left-out: .*package\.json/);
    const second = await runHere(folder, ["generate", ...out]);
    expect(second.error).not.toContain("package-left-out");
    const named = ["generate", ...out, "--package-name", "@acme/api"];
    await runHere(folder, named);
    expect(read(folder, "package.json")).toContain("@acme/api");
  });
});

describe("usage", () => {
  it.each([
    [["generate", "--nope"], /unknown option '--nope'/],
    [
      ["genrate"],
      /"genrate" is no command and no file. Did you mean "generate"/,
    ],
    [["chekc", "openapi.yaml"], /"chekc" is no command .* "check"/],
    [["--out", "api", "check"], /Write the command "check" before all flags/],
    [[], /No description is named, .* specwright init/],
    [["--nope"], /unknown option '--nope'/],
    [["generate", "a", "b"], /too many arguments/],
    [
      ["generate", "--import-extension", ".cjs"],
      /Allowed choices are auto, .js, .ts, none/,
    ],
    [
      ["generate", "--emit", "js", "--import-extension", "none"],
      /--import-extension none: imports of JavaScript \(--emit js\) end in .js/,
    ],
    [["generate", "--allow", "yaml-syntax"], /not a code that can be allowed/],
    [["generate", "--config", "none.ts"], /none.ts does not exist/],
    [["generate", "--out", "file"], /--out file: this is a file/],
  ])("%j is wrong: exit code 2", async (args, message) => {
    const { exitCode, error } = await runHere(
      temporaryFolder({ file: "" }),
      args,
    );
    expect(exitCode).toBe(2);
    expect(error).toMatch(message);
  });

  it("takes --allow with several codes, and several times", async () => {
    const folder = temporaryFolder({
      "a.yaml": spec
        .replace(/ {6}parameters:\n.*\n/, "")
        .replace("paths:", "security: [{none: []}]\npaths:"),
    });
    const codes = ["path-parameter-missing", "security-scheme-unknown"];
    const refused = await runHere(folder, ["generate", "a.yaml", "--strict"]);
    expect(refused.exitCode).toBe(1);
    for (const code of codes) expect(refused.error).toContain(code);
    for (const allow of [
      ["--allow", codes.join(", ")],
      codes.flatMap((code) => ["--allow", code]),
    ]) {
      const { exitCode } = await runHere(folder, [
        ...["generate", "a.yaml", "--strict"],
        ...allow,
      ]);
      expect(exitCode).toBe(0);
    }
  });

  it("takes options from specwright.config.ts, flags first", async () => {
    const folder = temporaryFolder({
      "api.yaml": spec,
      "specwright.config.ts":
        'const out: string = "from-config";\nexport default { spec: "api.yaml", out, parts: { docs: false }, importExtension: ".ts" };\n',
    });
    expect((await runHere(folder, ["generate"])).exitCode).toBe(0);
    expect(existsSync(join(folder, "from-config/docs"))).toBe(false);
    expect(readFileSync(join(folder, "from-config/index.ts"), "utf8")).toMatch(
      /from "\.\/[^"]+\.ts"/,
    );
    expect((await runHere(folder, ["generate", "--out", "x"])).exitCode).toBe(
      0,
    );
    expect(existsSync(join(folder, "x/index.ts"))).toBe(true);
  });

  it.each([
    [
      "export default { specc: 1 };",
      /there is no option "specc"\. Did you mean "spec"\?/,
    ],
    [
      "export default { parts: { docs: 1 } };",
      /"parts".docs must be true or false/,
    ],
    ["export default 5;", /no object as its default export/],
    ["throw new Error('boom');", /cannot be loaded: boom/],
    [
      "export default { allow: ['nope'] };",
      /"allow" must be a list of these codes/,
    ],
  ])("finds fault with the configuration %s", async (text, message) => {
    const folder = temporaryFolder({ "specwright.config.ts": text });
    const { exitCode, error } = await runHere(folder, ["check"]);
    expect(exitCode).toBe(2);
    expect(error).toMatch(message);
  });
});

describe("the built command", () => {
  it("exits with 0, 1 and 2", () => {
    const folder = temporaryFolder({
      "spec/openapi.yaml": spec,
      "bad.yaml": "a: [1\n",
    });
    const made = runBuilt(folder, ["generate"]);
    expect(made).toMatchObject({ exitCode: 0, error: "" });
    expect(made.out).toMatch(/^generated: 1 operation/);
    expect(runBuilt(folder, ["check"]).exitCode).toBe(0);
    const bad = runBuilt(folder, ["generate", "bad.yaml"]);
    expect(bad.exitCode).toBe(1);
    expect(bad.error).toMatch(/^bad\.yaml:\d+:\d+: error yaml-syntax/);
    expect(runBuilt(folder, ["nope"]).exitCode).toBe(2);
    expect(runBuilt(folder, ["--version"])).toMatchObject({
      exitCode: 0,
      out: `${version}\n`,
    });
  });
});
