import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { check } from "../../generator/check.js";
import type { OutputSettings } from "../../generator/config/config.js";
import { generate } from "../../generator/generate.js";
import { makeOutput } from "../../generator/make-output.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { readFolder } from "../types/read-folder.js";
import { baseSpec, type NodeObject } from "./base-spec.js";
import { Dice, edits } from "./random-edits.js";

/** Makes edits one after the other; after each, the folder holds what a run without a cache makes. */
async function expectColdBytes(
  start: NodeObject,
  count: number,
  seed: number,
  settings: Partial<OutputSettings> = {},
): Promise<{
  readonly remade: number;
  readonly all: number;
  readonly faults: number;
}> {
  let spec = start;
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, "node_modules"));
  const options = { spec: "openapi.json", cwd, out: "out", settings };
  const dice = new Dice(seed);
  const names = Object.keys(edits);
  const save = () =>
    writeFileSync(join(cwd, "openapi.json"), JSON.stringify(spec, null, 2));
  save();
  expect((await generate(options)).ok).toBe(true);
  const figures = { remade: 0, all: 0, faults: 0 };
  for (let step = 0; step < count; step += 1) {
    const name = names[step % names.length] as string;
    const before = structuredClone(spec);
    edits[name]?.(spec, dice);
    save();
    const warm = await generate(options);
    const cold = await makeOutput(options);
    expect(warm.ok, `${step}: ${name}`).toBe(cold.files !== undefined);
    expect(warm.diagnostics, `${step}: ${name}`).toEqual(cold.diagnostics);
    if (cold.files === undefined) {
      figures.faults += 1;
      spec = before;
      continue;
    }
    const expected = new Map(cold.files.map(({ path, text }) => [path, text]));
    expect(readFolder(join(cwd, "out"), /./), `${step}: ${name}`).toEqual(
      expected,
    );
    figures.remade += warm.written.length;
    figures.all += expected.size;
    if (step % 10 === 0)
      expect(await check(options)).toMatchObject({ ok: true });
  }
  return figures;
}

it("fifty random edits give, byte by byte, what cold runs give", async () => {
  const { remade, all, faults } = await expectColdBytes(
    baseSpec(),
    60,
    20_260_801,
  );
  expect(remade).toBeLessThan(all / 2);
  expect(faults).toBeLessThan(6);
}, 240_000);

it("so do edits of a description with mapped types", async () => {
  const types = {
    formats: { int64: "bigint", "date-time": "Date", uuid: "brand" },
    schemas: { Money: { type: "Money", module: "../money.js" } },
  } as const;
  await expectColdBytes(baseSpec(), 31, 11, { docs: false, types });
}, 240_000);

const corpus = fileURLToPath(
  new URL("../../../shared/corpus/", import.meta.url),
);

it.skipIf(!existsSync(corpus)).each([
  ["meilisearch.json", 12, 7],
  ["museum.yaml", 31, 3],
  ["figma.yaml", 12, 5],
])(
  "so do edits of a real description, %s",
  async (name, count, seed) => {
    const text = readFileSync(join(corpus, name), "utf8");
    await expectColdBytes(parse(text) as NodeObject, count, seed);
  },
  240_000,
);
