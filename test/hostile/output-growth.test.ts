import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lists } from "../../bench/shapes/lists.js";
import type { Shape } from "../../bench/shapes/shapes.js";
import { unions } from "../../bench/shapes/unions.js";
import { makeInto } from "../../generator/make-output.js";
import { StageClock } from "../../generator/stages.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(`${tmpdir()}/specwright-output-growth-`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The characters of all modules, pages and messages of a description. */
async function lengthOfOutput({ make }: Shape, size: number): Promise<number> {
  const path = `${folder}/api.json`;
  writeFileSync(path, JSON.stringify(make(size)));
  let length = 0;
  const sink = {
    add: ({ text }: { readonly text: string }) => {
      length += text.length;
    },
    addUnchanged: () => undefined,
  };
  const options = { spec: path };
  const made = await makeInto(sink, undefined, options, new StageClock());
  return length + JSON.stringify(made.diagnostics).length;
}

/** Small enough for a test, and beyond the numbers up to which schemas are spelled out in each other. */
const sizes = [70, 140, 280] as const;
/** The same for examples: up to a hundred members, one stands in each page that shows it. */
const sizesOfExamples = [140, 280, 560] as const;

/**
 * What is added by the second step is twice what the first one adds, give or take longer numbers in names. Output that
 * grows with the square adds four times as much.
 */
const mostGrowth = 2.6;

describe("the output grows no faster than the description", () => {
  test.each([...lists, ...unions])("with $title", async (shape) => {
    const lengths: number[] = [];
    const isExample = shape.title === "members of a default";
    for (const size of isExample ? sizesOfExamples : sizes)
      lengths.push(await lengthOfOutput(shape, size));
    const [small = 0, middle = 0, large = 0] = lengths;
    expect(large - middle).toBeLessThan((middle - small) * mostGrowth + 5000);
  });
});
