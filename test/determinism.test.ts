import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { parseDocument, Scalar, visit } from "yaml";
import { loadConfig } from "../generator/cli/load-config.js";
import { makeOutput } from "../generator/make-output.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = mkdtempSync(`${tmpdir()}/specwright-determinism-`);
afterAll(() => rmSync(folder, { recursive: true }));

/** The folders of the cases that give an output. */
const cases = readdirSync(`${root}test/cases`)
  .filter((name) => !name.startsWith("fails-"))
  .map((name) => `${root}test/cases/${name}`);

test("two runs give the same bytes", async () => {
  for (const home of cases) {
    const spec = `${home}/openapi.yaml`;
    expect(await textsOf(spec, home)).toEqual(await textsOf(spec, home));
  }
});

test("the spelling of the description changes nothing but its hash", async () => {
  for (const home of cases) {
    copyBeside(home);
    const spec = `${home}/openapi.yaml`;
    const text = readFileSync(spec, "utf8");
    const expected = withoutHash(await textsOf(spec, home));
    const spellings = {
      "openapi.json": toJson(parseYaml(text)),
      "crlf.yaml": text.replaceAll("\n", "\r\n"),
      "flow.yaml": parseDocument(text, { intAsBigInt: true }).toString({
        collectionStyle: "flow",
      }),
    };
    for (const [name, content] of Object.entries(spellings)) {
      writeFileSync(`${folder}/${name}`, content);
      const texts = withoutHash(await textsOf(`${folder}/${name}`, home));
      expect(texts, `${spec} as ${name}`).toEqual(expected);
    }
  }
});

test("the order of keywords in a schema changes nothing but the hash", async () => {
  for (const home of cases) {
    copyBeside(home);
    const spec = `${home}/openapi.yaml`;
    const value = parseYaml(readFileSync(spec, "utf8"));
    const path = `${folder}/reversed.json`;
    writeFileSync(path, toJson(reverseKeywords(value)));
    expect(withoutHash(await textsOf(path, home)), spec).toEqual(
      withoutHash(await textsOf(spec, home)),
    );
  }
});

test("time zone, language, folder and terminal change nothing", async () => {
  const home = `${root}test/cases/basics`;
  const spec = `${home}/openapi.yaml`;
  const expected = await textsOf(spec, home);
  const places: readonly (readonly [string, NodeJS.ProcessEnv])[] = [
    [root, { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR" }],
    ["/", { TZ: "America/St_Johns", LANG: "C", FORCE_COLOR: "1" }],
  ];
  for (const [index, [cwd, env]] of places.entries()) {
    const out = `${folder}/out${index}`;
    mkdirSync(out);
    const run = spawnSync(
      process.execPath,
      [`${root}dist/bin.js`, "generate", spec, "--out", out],
      { cwd, env: { PATH: process.env["PATH"], ...env }, encoding: "utf8" },
    );
    expect(run.status, run.stderr).toBe(0);
    expect(filesOf(out)).toEqual(expected);
  }
});

/** A description with its numbers as texts: they are written again as they were, digit by digit. */
function parseYaml(text: string): unknown {
  const document = parseDocument(text);
  visit(document, {
    Scalar(place, { value, source }) {
      if (place === "key" || typeof value !== "number") return undefined;
      return new Scalar(`number ${source ?? value}`);
    },
  });
  return document.toJS();
}

function toJson(value: unknown): string {
  return JSON.stringify(value).replace(/"number ([^"]+)"/g, "$1");
}

/** Copies what the description of a case may refer to beside its other spellings. */
function copyBeside(home: string): void {
  for (const name of readdirSync(home)) {
    const isSchema = /\.(json|yaml)$/.test(name) && name !== "openapi.yaml";
    if (isSchema) copyFileSync(`${home}/${name}`, `${folder}/${name}`);
  }
}

/** The output of a description under the configuration of a case. */
async function textsOf(
  spec: string,
  home: string,
): Promise<Record<string, string>> {
  const { config } = await loadConfig(home);
  const { allow = [] } = config;
  const { files } = await makeOutput({ spec, settings: config, allow });
  if (files === undefined) throw new Error(`${spec} has errors`);
  return Object.fromEntries(files.map((file) => [file.path, file.text]));
}

function filesOf(out: string): Record<string, string> {
  const entries = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) => [path.slice(out.length + 1), readFileSync(path, "utf8")]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function withoutHash(texts: Record<string, string>): Record<string, string> {
  const manifest = JSON.parse(texts["manifest.json"] as string) as object;
  const stable = { ...manifest, spec: undefined };
  return { ...texts, "manifest.json": JSON.stringify(stable) };
}

/** Members whose order is the order of the output: maps from names that the author chose. */
const authored: ReadonlySet<string> = new Set([
  "paths",
  "webhooks",
  "callbacks",
  "schemas",
  "properties",
  "patternProperties",
  "dependentRequired",
  "dependentSchemas",
  "securitySchemes",
  "definitions",
  "securityDefinitions",
  "responses",
  "content",
  "encoding",
  "headers",
  "examples",
  "variables",
  "mapping",
  "x-ignored-with",
  "example",
  "default",
  "const",
  "scopes",
  "parameters",
  "security",
]);

/** The same description with the fixed fields of every object in the opposite order. */
function reverseKeywords(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => reverseKeywords(item, key));
  }
  if (typeof value !== "object" || value === null) return value;
  // The examples of Swagger 2.0 stand by media type; the order of their members is the author's.
  const isByType = Object.keys(value).some((name) => name.includes("/"));
  if (key === "examples" && isByType) return value;
  const entries = Object.entries(value).map(([name, member]) => [
    name,
    reverseKeywords(member, name),
  ]);
  const isPathItem = entries.some(
    ([name]) => name === "get" || name === "post",
  );
  const keepsOrder = authored.has(key) || isPathItem;
  return Object.fromEntries(keepsOrder ? entries : entries.reverse()) as object;
}
