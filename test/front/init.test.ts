import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "./run-cli.js";
import { temporaryFolder } from "./temporary-folder.js";

const spec = `openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /pets:
    get:
      operationId: listPets
      responses: {"204": {description: Nothing.}}
`;

const read = (folder: string, path: string): string =>
  readFileSync(join(folder, path), "utf8");

const init = (
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  answers?: string[],
) => {
  const folder = temporaryFolder(files);
  const asked: string[] = [];
  const ask = (question: string): Promise<string> => {
    asked.push(question);
    return Promise.resolve(answers?.shift() ?? "");
  };
  const run = runHere(
    folder,
    ["init", ...args],
    answers === undefined ? {} : { ask },
  );
  return run.then((result) => ({ ...result, folder, asked }));
};

describe("a project", () => {
  const files = {
    "openapi.yaml": spec,
    "package.json": `{
    "name": "app",
    "files": ["dist", "docs"],
    "scripts": {
        "start": "node ."
    }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "module": "preserve", "noEmit": true }, "include": ["src"] }`,
    "src/main.ts": "",
  };

  it("is set up without a question", async () => {
    const { folder, exitCode, out, error, asked } = await init(files, [], []);
    expect({ exitCode, error, asked }).toEqual({
      exitCode: 0,
      error: "",
      asked: [],
    });
    const config = read(folder, "specwright.config.ts");
    expect(config).toContain('spec: "openapi.yaml"');
    expect(config).toContain('out: "src/api"');
    expect(config).toContain("now: tsconfig.json, moduleResolution: bundler");
    expect(read(folder, "package.json")).toBe(`{
    "name": "app",
    "files": ["dist", "docs"],
    "scripts": {
        "start": "node .",
        "generate:api": "specwright generate",
        "check:api": "specwright check"
    }
}
`);
    expect(read(folder, ".gitattributes")).toBe(
      "src/api/** text eol=lf linguist-generated\n",
    );
    expect(out).toBe(`found    openapi.yaml: OpenAPI 3.1.0
created  specwright.config.ts: from openapi.yaml to src/api
changed  package.json: scripts "generate:api" and "check:api"
created  .gitattributes: src/api/** text eol=lf linguist-generated

specwright is not installed here: add it to the devDependencies, so that scripts and everybody else run the same version.

Next: npm run generate:api`);
  });

  it("generates what the configuration says", async () => {
    const { folder } = await init(files);
    const { exitCode, error } = await runHere(folder, ["generate"]);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    expect(existsSync(join(folder, "src/api/index.ts"))).toBe(true);
    const again = await runHere(folder, ["check"]);
    expect(again.exitCode).toBe(0);
  });

  it("is left alone the second time", async () => {
    const { folder } = await init(files);
    const names = ["specwright.config.ts", "package.json", ".gitattributes"];
    const before = names.map((name) => read(folder, name));
    const { exitCode, out } = await runHere(folder, ["init"]);
    expect(exitCode).toBe(0);
    expect(names.map((name) => read(folder, name))).toEqual(before);
    expect(out.match(/^kept /gm)).toHaveLength(3);
  });

  it("keeps a configuration, scripts and attributes of its own", async () => {
    const { folder, out } = await init({
      ...files,
      "specwright.config.mjs":
        'export default { spec: "openapi.yaml", out: "lib/client" };\n',
      "package.json": '{ "scripts": { "generate:api": "other" } }',
      ".gitattributes": "*.png binary",
    });
    expect(existsSync(join(folder, "specwright.config.ts"))).toBe(false);
    expect(read(folder, "package.json")).toBe(
      '{ "scripts": { "generate:api": "other", "check:api": "specwright check" } }',
    );
    expect(read(folder, ".gitattributes")).toBe(
      "*.png binary\nlib/client/** text eol=lf linguist-generated\n",
    );
    expect(out).toContain(
      'kept     package.json: the script "generate:api" does something else',
    );
    expect(out).toMatch(/Next: npx specwright generate$/);
  });

  it("runs scripts with its package manager", async () => {
    const { out } = await init({
      ...files,
      "package.json": '{ "devDependencies": { "specwright": "0.1.0" } }',
      "pnpm-lock.yaml": "",
    });
    expect(out).not.toContain("not installed");
    expect(out).toMatch(/Next: pnpm generate:api$/);
  });

  it("gets a configuration that its compiler can check", async () => {
    const wide = {
      ...files,
      "tsconfig.json": `{ "compilerOptions": { "noEmit": true } }`,
    };
    const without = await init(wide);
    expect(read(without.folder, "specwright.config.mjs")).toContain("@type");
    const manifest = '{ "devDependencies": { "specwright": "0.1.0" } }';
    const { folder } = await init({ ...wide, "package.json": manifest });
    expect(read(folder, "specwright.config.ts")).toContain("defineConfig");
  });

  it("gets a configuration that its compiler does not emit", async () => {
    const { folder } = await init({
      ...files,
      "tsconfig.json": `{ "compilerOptions": { "module": "commonjs", "outDir": "dist" } }`,
    });
    expect(existsSync(join(folder, "specwright.config.ts"))).toBe(false);
    expect(read(folder, "specwright.config.mjs")).toContain("// @ts-check");
    const { exitCode } = await runHere(folder, []);
    expect(exitCode).toBe(0);
  });
});

describe("package.json", () => {
  it.each([
    [
      "{}",
      '{\n  "scripts": {\n    "generate:api": "specwright generate",\n    "check:api": "specwright check"\n  }\n}',
    ],
    [
      '{\r\n\t"name": "x"\r\n}\r\n',
      '{\r\n\t"name": "x",\r\n\t"scripts": {\r\n\t\t"generate:api": "specwright generate",\r\n\t\t"check:api": "specwright check"\r\n\t}\r\n}\r\n',
    ],
    [
      '\uFEFF{\n "scripts": {},\n "files": [ "a" ]\n}',
      '\uFEFF{\n "scripts": {\n  "generate:api": "specwright generate",\n  "check:api": "specwright check"\n },\n "files": [ "a" ]\n}',
    ],
  ])("%j keeps its layout", async (before, after) => {
    const { folder } = await init({
      "openapi.yaml": spec,
      "package.json": before,
    });
    expect(read(folder, "package.json")).toBe(after);
  });

  it("is left alone if it is broken", async () => {
    const { folder, exitCode, out } = await init({
      "openapi.yaml": spec,
      "package.json": "{,}",
    });
    expect(exitCode).toBe(0);
    expect(read(folder, "package.json")).toBe("{,}");
    expect(out).toContain("skipped  package.json: it cannot be read");
  });
});

describe("the description", () => {
  it.each([
    ["spec/openapi.yaml", spec],
    ["docs/swagger.json", '{ "info": {}, "swagger": "2.0" }'],
    ["api/v1/petstore.yml", spec],
    ["apis/shop.json", '{ "openapi": "3.0.3", "paths": {} }'],
  ])("is found in %s", async (path, text) => {
    const { folder } = await init({
      [path]: text,
      "package.json": '{ "openapi": "3.0.0" }',
      "node_modules/x/openapi.yaml": spec,
      "notes.yaml": "about: openapi\n",
    });
    expect(read(folder, "specwright.config.ts")).toContain(`spec: "${path}"`);
  });

  it("is the likelier one of several", async () => {
    const { folder, asked } = await init(
      {
        "docs/openapi.yaml": spec,
        "openapi.json": '{ "openapi": "3.0.0" }',
        "openapi.yaml": spec,
        "old.yaml": spec,
      },
      [],
      [],
    );
    expect(asked).toEqual([]);
    expect(read(folder, "specwright.config.ts")).toContain(
      'spec: "openapi.yaml"',
    );
  });

  const twins = { "apis/a/openapi.yaml": spec, "apis/b/openapi.yaml": spec };

  it("is asked for if several are as likely", async () => {
    const { folder, asked } = await init(twins, [], ["7", "2"]);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain("  1  apis/a/openapi.yaml\n");
    expect(read(folder, "specwright.config.ts")).toContain("apis/b/");
  });

  it.each([
    [[], undefined],
    [["--yes"], ["2"]],
  ])("is the first of them after %j", async (args, answers) => {
    const { folder, out } = await init(twins, args, answers);
    expect(read(folder, "specwright.config.ts")).toContain("apis/a/");
    expect(out).toContain("not apis/b/openapi.yaml");
  });

  it("is asked for if none is found", async () => {
    const answers = ["", "nope.yaml", "https://a.example/x"];
    const { folder, error } = await init({}, [], answers);
    expect(error).toBe("nope.yaml does not exist.");
    expect(read(folder, "specwright.config.ts")).toContain(
      'spec: "https://a.example/x"',
    );
  });

  it.each([
    [[], /No OpenAPI description found here/],
    [["none.yaml"], /none.yaml does not exist/],
    [["-"], /not standard input/],
  ])("is missing after %j: exit code 2", async (args, message) => {
    const { folder, exitCode, error } = await init({}, args);
    expect(exitCode).toBe(2);
    expect(error).toMatch(message);
    expect(existsSync(join(folder, "specwright.config.ts"))).toBe(false);
  });
});

describe("the output folder", () => {
  it.each([
    [{ "package.json": "{}" }, [], "src/api"],
    [{ "src/api/route.ts": "" }, [], "src/api-client"],
    [{ "package.json": "{}", "app/page.tsx": "" }, [], "lib/api"],
    [{}, [], "generated"],
    [{ "package.json": "{}" }, ["--out", "./packages/api/"], "packages/api"],
  ])("with %j and %j is %s", async (files, args, expected) => {
    const { folder } = await init({ "openapi.yaml": spec, ...files }, args);
    expect(read(folder, "specwright.config.ts")).toContain(
      `out: ${JSON.stringify(expected)}`,
    );
  });
});
