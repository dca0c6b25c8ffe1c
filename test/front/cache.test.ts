import { spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { check } from "../../generator/check.js";
import { generate } from "../../generator/generate.js";
import type { GenerateOptions } from "../../generator/options.js";
import { temporaryFolder } from "./temporary-folder.js";

const spec = `openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /pets:
    post:
      operationId: addPet
      requestBody:
        content:
          application/json:
            schema: {$ref: "#/components/schemas/Pet"}
      responses:
        "200": {description: The pet.}
components:
  schemas:
    Pet:
      type: object
      properties:
        name: {type: string, maxLength: 10}
        tag: {$ref: "tag.yaml#/Tag"}
        odd: {type: string, format: odd-format}
`;
const tag = "Tag: {type: string, minLength: 1}\n";

function project(): { cwd: string; cache: string } {
  const cwd = temporaryFolder({ "a.yaml": spec, "tag.yaml": tag });
  mkdirSync(join(cwd, "node_modules"));
  const cache = join(cwd, "node_modules/.cache/specwright");
  return { cwd, cache };
}

function options(
  cwd: string,
  more: Partial<GenerateOptions> = {},
): GenerateOptions {
  return {
    spec: "a.yaml",
    out: "out",
    cwd,
    settings: { parts: { docs: false } },
    ...more,
  };
}

async function isKnown(
  cwd: string,
  more?: Partial<GenerateOptions>,
): Promise<boolean> {
  const { ok, timings } = await generate(options(cwd, more));
  expect(ok).toBe(true);
  return timings.every(({ stage }) => stage === "cache");
}

function contents(folder: string): Record<string, string> {
  const paths = readdirSync(folder, {
    recursive: true,
    encoding: "utf8",
  }).sort();
  const files = paths.filter((path) => /\.\w+$/.test(path));
  return Object.fromEntries(
    files.map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}

describe("the cache of runs", () => {
  it("stops after hashing where nothing changed, and tells the same", async () => {
    const { cwd } = project();
    const first = await generate(options(cwd));
    const second = await generate(options(cwd));
    expect(second.timings.map(({ stage }) => stage)).toEqual(["cache"]);
    expect(second.diagnostics).toEqual(first.diagnostics);
    expect(second.summary).toEqual(first.summary);
    expect(second).toMatchObject({
      ok: true,
      written: [],
      unchanged: first.written.length,
    });
    const checked = await check(options(cwd));
    expect(checked.timings.map(({ stage }) => stage)).toEqual(["cache"]);
    expect(checked).toMatchObject({
      ok: true,
      unchanged: first.written.length,
    });
  });

  it.each([
    ["the spec", (cwd: string) => appendFileSync(join(cwd, "a.yaml"), "# x\n")],
    [
      "a file that it refers to",
      (cwd: string) =>
        writeFileSync(join(cwd, "tag.yaml"), tag.replace("1", "2")),
    ],
    [
      "a file of the output",
      (cwd: string) => appendFileSync(join(cwd, "out/index.ts"), "// x\n"),
    ],
    [
      "the manifest",
      (cwd: string) => appendFileSync(join(cwd, "out/manifest.json"), "\n"),
    ],
    [
      "a file that is gone",
      (cwd: string) => rmSync(join(cwd, "out/package.json")),
    ],
    [
      "the cache itself",
      (cwd: string) =>
        rmSync(join(cwd, "node_modules/.cache"), { recursive: true }),
    ],
    [
      "a record that is no JSON",
      (cwd: string) => {
        const folder = join(cwd, "node_modules/.cache/specwright");
        for (const name of readdirSync(folder))
          writeFileSync(join(folder, name), "{");
      },
    ],
  ])("does the work anew after a change of %s", async (_, change) => {
    const { cwd } = project();
    await generate(options(cwd));
    expect(await isKnown(cwd)).toBe(true);
    change(cwd);
    expect(await isKnown(cwd)).toBe(false);
    expect(await isKnown(cwd)).toBe(true);
  });

  it("keeps options apart", async () => {
    const { cwd } = project();
    await generate(options(cwd));
    expect(
      await isKnown(cwd, {
        settings: { parts: { docs: false }, importExtension: ".ts" },
      }),
    ).toBe(false);
    expect(await isKnown(cwd)).toBe(false);
    expect(await isKnown(cwd, { out: "other" })).toBe(false);
    expect(await isKnown(cwd)).toBe(true);
  });

  it("sees files of others although nothing else changed", async () => {
    const { cwd } = project();
    await generate(options(cwd));
    writeFileSync(join(cwd, "out/schemas/own.ts"), "");
    expect(await check(options(cwd))).toMatchObject({
      ok: true,
      unknown: ["schemas/own.ts"],
    });
    const { diagnostics } = await generate(options(cwd));
    expect(diagnostics.map(({ code }) => code)).toContain("unknown-file");
  });

  it("keeps nothing where it is not wanted, where there is no project, or where the spec is at fault", async () => {
    const { cwd, cache } = project();
    await generate(options(cwd, { cache: false }));
    expect(existsSync(cache)).toBe(false);
    writeFileSync(join(cwd, "a.yaml"), "openapi: 3.1.0\n");
    expect((await generate(options(cwd))).ok).toBe(false);
    expect(existsSync(cache)).toBe(false);
  });

  it("gives what a cold run gives, over fifty edits", async () => {
    const { cwd } = project();
    for (let edit = 0; edit < 50; edit += 1) {
      const length = (edit * 7919) % 13;
      const text = spec.replace("maxLength: 10", `maxLength: ${length}`);
      writeFileSync(
        join(cwd, "a.yaml"),
        edit % 3 === 0 ? text.replace("addPet", `addPet${length}`) : text,
      );
      if (edit % 5 === 0)
        writeFileSync(join(cwd, "tag.yaml"), tag.replace("1", String(edit)));
      await generate(options(cwd));
      await generate(options(cwd, { out: "cold", cache: false }));
      expect(contents(join(cwd, "out"))).toEqual(contents(join(cwd, "cold")));
    }
  }, 240_000);

  it("is safe with processes side by side", async () => {
    const { cwd, cache } = project();
    const bin = fileURLToPath(new URL("../../dist/bin.js", import.meta.url));
    const start = (...args: readonly string[]) =>
      new Promise<number | null>((done) => {
        const all = [bin, "generate", "a.yaml", "--no-docs", ...args];
        const child = spawn(process.execPath, all, { cwd, stdio: "ignore" });
        child.on("close", done);
      });
    const three = ["out", "out", "out"].map((out) => start("--out", out));
    expect(await Promise.all(three)).toEqual([0, 0, 0]);
    expect(
      readdirSync(cache).filter((name) => !/^(?:run|units)-\w+$/.test(name)),
    ).toEqual([]);
    expect(await start("--out", "cold", "--no-cache")).toBe(0);
    expect(contents(join(cwd, "out"))).toEqual(contents(join(cwd, "cold")));
    expect(
      readdirSync(join(cwd, "out")).filter((name) => name.includes("tmp")),
    ).toEqual([]);
  }, 120_000);
});
