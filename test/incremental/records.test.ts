import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  copyFileSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { check } from "../../generator/check.js";
import { generate } from "../../generator/generate.js";
import type { GenerateOptions } from "../../generator/options.js";
import { CacheFile } from "../../generator/cache/cache-file.js";
import { FileStamps, hashFile } from "../../generator/cache/file-stamps.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { readFolder } from "../types/read-folder.js";
import { baseSpec } from "./base-spec.js";

interface Project {
  readonly cwd: string;
  readonly cache: string;
  readonly options: GenerateOptions;
}

/** A project whose output is made and whose spec was changed since, by the maximum of one number. */
async function changedProject(docs = false): Promise<Project> {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "node_modules"));
  const options = {
    spec: "openapi.json",
    cwd,
    out: "out",
    settings: { parts: { docs } },
  };
  const text = JSON.stringify(baseSpec());
  writeFileSync(join(cwd, "openapi.json"), text);
  expect((await generate(options)).ok).toBe(true);
  const changed = text.replace('"minimum":0', '"minimum":1');
  writeFileSync(join(cwd, "openapi.json"), changed);
  return { cwd, cache: join(cwd, "node_modules/.cache/specwright"), options };
}

async function expectCold({ cwd, options }: Project): Promise<void> {
  const cold = { ...options, out: "cold", cache: false };
  expect((await generate(cold)).ok).toBe(true);
  expect(readFolder(join(cwd, "out"), /./)).toEqual(
    readFolder(join(cwd, "cold"), /./),
  );
}

const money = "schemas/money.ts";

describe("the record of units", () => {
  it("spares what does not depend on the change", async () => {
    const project = await changedProject(true);
    const { written, unchanged } = await generate(project.options);
    expect(written).toContain(money);
    expect(written).toContain("docs/schemas/money.md");
    expect(written).not.toContain("schemas/fault.ts");
    expect(unchanged).toBeGreaterThan(100);
    await expectCold(project);
  });

  it("says what differs, exactly, without a write", async () => {
    const project = await changedProject();
    const result = await check(project.options);
    const cold = await check({ ...project.options, cache: false });
    expect(result.ok).toBe(false);
    expect({ ...result, timings: [] }).toEqual({ ...cold, timings: [] });
  });

  it.each(["schemas/fault.ts", money, "docs/index.html", "manifest.json"])(
    "makes %s anew where it was changed by hand or is gone",
    async (path) => {
      const project = await changedProject(path.startsWith("docs/"));
      const file = join(project.cwd, "out", path);
      appendFileSync(file, "// by hand\n");
      const { differing } = await check(project.options);
      expect(differing).toContain(path);
      expect((await generate(project.options)).written).toContain(path);
      await expectCold(project);
      rmSync(file);
      appendFileSync(join(project.cwd, "openapi.json"), "\n");
      expect((await generate(project.options)).written).toContain(path);
      await expectCold(project);
    },
  );

  it("sees a change by hand that keeps size and time", async () => {
    const project = await changedProject();
    const file = join(project.cwd, "out/schemas/fault.ts");
    const past = new Date(2020, 1, 1);
    utimesSync(file, past, past);
    await generate(project.options);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("Fault", "Fauls"));
    utimesSync(file, past, past);
    appendFileSync(join(project.cwd, "openapi.json"), "\n");
    const { written } = await generate(project.options);
    expect(written).toContain("schemas/fault.ts");
    await expectCold(project);
  });

  it.each([
    ["is cut off", (text: string) => text.slice(0, text.length / 2)],
    ["has another letter", (text: string) => text.replace(/Money/, "Monty")],
    ["is empty", () => ""],
  ])("counts for nothing where it %s", async (_, damage) => {
    const project = await changedProject();
    const { cache } = project;
    for (const name of readdirSync(cache)) {
      const path = join(cache, name);
      writeFileSync(path, damage(readFileSync(path, "utf8")));
    }
    await generate(project.options);
    await expectCold(project);
  });

  it("counts for nothing where one stands in the place of another", async () => {
    const project = await changedProject();
    const { cache } = project;
    const names = readdirSync(cache);
    const texts = names.map((name) => readFileSync(join(cache, name)));
    for (let shift = 1; shift < names.length; shift += 1) {
      names.forEach((name, place) => {
        const text = texts[(place + shift) % names.length] ?? "";
        writeFileSync(join(cache, name), text);
      });
      await generate(project.options);
      await expectCold(project);
    }
  });

  it("may be gone, and its folder may be no folder", async () => {
    const project = await changedProject();
    rmSync(join(project.cwd, "node_modules/.cache"), { recursive: true });
    writeFileSync(join(project.cwd, "node_modules/.cache"), "");
    await generate(project.options);
    await expectCold(project);
    expect((await check(project.options)).ok).toBe(true);
  });

  it("does not count for other settings", async () => {
    const project = await changedProject();
    const settings = {
      parts: { docs: false },
      importExtension: ".ts",
    } as const;
    const options = { ...project.options, settings };
    await generate(options);
    await expectCold({ ...project, options });
  });

  it("may take one zero for the other, which makes no difference", async () => {
    const project = await changedProject();
    const path = join(project.cwd, "openapi.json");
    const text = readFileSync(path, "utf8");
    for (const zero of ["-0", "0"]) {
      writeFileSync(path, text.replace('"minimum":1', `"minimum":${zero}`));
      await generate(project.options);
      await expectCold(project);
    }
  });

  it("is one for an output folder", async () => {
    const { options, cache } = await changedProject();
    const before = readdirSync(cache).sort();
    await generate(options);
    await generate({ ...options, settings: { parts: { docs: true } } });
    expect(readdirSync(cache).sort()).toEqual(before);
  });
});

describe("a file of the cache", () => {
  it("holds for what it was written for alone", () => {
    const folder = join(temporaryFolder(), "deep");
    const path = join(folder, "file");
    const file = new CacheFile(folder, "file", "version-1");
    expect(file.read()).toBeUndefined();
    file.write({ text: "of two lines" });
    expect(file.read()).toEqual({ text: "of two lines" });
    expect(new CacheFile(folder, "file", "version-2").read()).toBeUndefined();
    const other = new CacheFile(folder, "other", "version-1");
    copyFileSync(path, join(folder, "other"));
    expect(other.read()).toBeUndefined();
    writeFileSync(path, readFileSync(path, "utf8").replace("two", "six"));
    expect(file.read()).toBeUndefined();
  });

  it("makes room when there are many", () => {
    const folder = temporaryFolder();
    for (let number = 0; number < 60; number += 1) {
      new CacheFile(folder, `file-${number}`, "any").write("text");
    }
    expect(readdirSync(folder)).toHaveLength(50);
  });
});

describe("what the file system says of files", () => {
  it("spares reading those that nobody has touched, and no others", async () => {
    const folder = temporaryFolder({ a: "text", b: "text" });
    const hash = hashFile(join(folder, "a")) ?? "";
    await setTimeout(150);
    const first = new FileStamps(folder, {}, {});
    expect(first.holds("a", hash)).toBe(true);
    expect(first.holds("b", "other")).toBe(false);
    expect(first.holds("none", hash)).toBe(false);
    expect(Object.keys(first.stamps)).toEqual(["a"]);
    // A hash that the file does not have is believed only while it is not read.
    const second = new FileStamps(folder, { a: "believed" }, first.stamps);
    expect(second.holds("a", "believed")).toBe(true);
    expect(second.holds("a", "other")).toBe(false);
    const { atime, mtime } = statSync(join(folder, "a"));
    writeFileSync(join(folder, "a"), "tixt");
    utimesSync(join(folder, "a"), atime, mtime);
    expect(second.holds("a", "believed")).toBe(false);
  });

  it("counts for nothing right after a write", () => {
    const folder = temporaryFolder({ a: "text" });
    const soon = new Date(Date.now() + 60_000);
    utimesSync(join(folder, "a"), soon, soon);
    const stamps = new FileStamps(folder, {}, {});
    expect(stamps.holds("a", hashFile(join(folder, "a")) ?? "")).toBe(true);
    expect(stamps.stamps).toEqual({});
    expect(stamps.hasNew).toBe(false);
  });
});
