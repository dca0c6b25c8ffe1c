import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { generate } from "../../generator/generate.js";
import { makeStaging } from "../../generator/output/staging.js";
import { killRuns } from "../../scripts/interrupt/kills.js";
import { twoAtOnce } from "../../scripts/interrupt/two-at-once.js";

const work = mkdtempSync(join(tmpdir(), "specwright-interrupt-"));
afterAll(() => rmSync(work, { recursive: true }));

test(
  "runs that are killed leave old and new files, and the next run repairs them",
  { timeout: 240_000 },
  async () => {
    const { killed, faults } = await killRuns(work, 3, 11);
    expect(faults).toEqual([]);
    expect(killed).toBe(3);
  },
);

test("two runs into one output end well", { timeout: 240_000 }, async () => {
  expect((await twoAtOnce(work, 2)).faults).toEqual([]);
});

test("the next run removes the folder of a dead run, and not that of a living one", async () => {
  const out = join(work, "leftovers");
  mkdirSync(out);
  const spec = join(work, "openapi.json");
  const info = { title: "t", version: "1" };
  writeFileSync(spec, JSON.stringify({ openapi: "3.1.0", info, paths: {} }));
  await generate({ spec, out });
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const living = makeStaging(out);
  const called = (number: number): string =>
    living.replace(`-${process.pid}-`, `-${number}-`);
  const dead = called(pid);
  const parents = called(process.ppid);
  const elsewhere = living.replace(
    /\.specwright-\w{8}/,
    ".specwright-00000000",
  );
  for (const path of [dead, parents, elsewhere]) mkdirSync(path);
  // Nothing has changed, so that the run writes nothing.
  expect((await generate({ spec, out })).written).toEqual([]);
  expect(existsSync(dead)).toBe(false);
  const left = readdirSync(out).filter((name) => name.startsWith("."));
  expect(left.map((name) => join(out, name)).sort()).toEqual(
    [living, parents, elsewhere].sort(),
  );
});
