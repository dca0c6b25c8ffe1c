import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chains } from "../../bench/shapes/chains.js";
import { limits } from "../../generator/diagnostics/limits.js";
import { makeOutput } from "../../generator/make-output.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(`${tmpdir()}/specwright-chains-`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const longestChain = limits.chain.usual;
const inPlace = [
  { title: "a chain of references", longest: 16 * longestChain },
  { title: "a chain of `allOf`", longest: longestChain },
  { title: "a chain of `anyOf`", longest: longestChain },
  { title: "a chain of `not`", longest: longestChain },
];

for (const { title, longest } of inPlace) {
  const beyond = longest + 900;
  const make = chains.find((chain) => chain.title === title)?.make;

  test(`${title} is followed to the limit`, { timeout: 60_000 }, async () => {
    const { files, diagnostics } = await output(make?.(longest - 16));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual(
      [],
    );
    expect(files).toBeDefined();
  });

  test(`${title} beyond it is a diagnostic with a place`, async () => {
    const { files, diagnostics } = await output(make?.(beyond));
    expect(files).toBeUndefined();
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code }) => code)).toEqual(["schema-chain-long"]);
    // The last link of the chain is none itself.
    const [, link] = /Link(\d+)$/.exec(errors[0]?.pointer ?? "") ?? [];
    expect(Math.abs(beyond - longest - Number(link))).toBeLessThan(20);
  });
}

async function output(value: unknown) {
  const spec = `${folder}/api.json`;
  writeFileSync(spec, JSON.stringify(value));
  return makeOutput({ spec, settings: { parts: { docs: false } } });
}
