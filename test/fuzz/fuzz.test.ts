import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { checkDescription } from "../../scripts/fuzz/check-description.js";
import { fuzzKinds, type KindName } from "../../scripts/fuzz/kinds.js";
import { newFolder } from "../../scripts/fuzz/new-folder.js";
import {
  randomDescription,
  tolerable,
} from "../../scripts/fuzz/random-description.js";
import { compileErrors } from "../types/compile.js";

const work = mkdtempSync(join(tmpdir(), "specwright-fuzz-"));
afterAll(() => rmSync(work, { recursive: true }));

describe("descriptions that a fuzzer has found a fault with", () => {
  const cases = fileURLToPath(new URL("cases/", import.meta.url));
  const modules = new Map<string, string>();

  test.each(readdirSync(cases))("%s", async (name) => {
    const { faults, files } = await checkDescription(
      {
        text: readFileSync(cases + name, "utf8"),
        allow: tolerable,
        settings: {},
      },
      join(work, name),
    );
    expect(faults).toEqual([]);
    for (const { path, text } of files ?? [])
      if (path.endsWith(".ts")) modules.set(`${name}/${path}`, text);
  });

  test("their outputs compile", () => {
    expect(modules.size).toBeGreaterThan(0);
    expect(compileErrors("fuzz-cases", modules)).toEqual([]);
  });
});

/** Seeds of a kind that take some seconds together; `npm run fuzz` runs many more. */
const seeds: Readonly<Record<KindName, number>> = {
  descriptions: 120,
  values: 1,
  responses: 4,
  requests: 2,
};

test.each(Object.keys(fuzzKinds) as KindName[])(
  "random %s have no finding",
  async (name) => {
    const run = await fuzzKinds[name](newFolder(work, name));
    const faults: string[] = [];
    for (let seed = 1; seed <= seeds[name]; seed++) {
      const found = await run.check(seed);
      faults.push(...found.faults.map((fault) => `seed ${seed}: ${fault}`));
    }
    faults.push(...((await run.finish?.())?.faults ?? []));
    expect(faults).toEqual([]);
  },
);

test("a seed gives the same description each time", () => {
  for (let seed = 1; seed <= 20; seed++)
    expect(randomDescription(seed)).toEqual(randomDescription(seed));
});
