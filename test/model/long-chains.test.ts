import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chains } from "../../bench/shapes/chains.js";
import { longestChain } from "../../generator/model/check-endless.js";
import { makeOutput } from "../../generator/make-output.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(`${tmpdir()}/specwright-chains-`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const inPlace = [
  "a chain of references",
  "a chain of `allOf`",
  "a chain of `anyOf`",
  "a chain of `not`",
];

for (const title of inPlace) {
  const make = chains.find((chain) => chain.title === title)?.make;

  test(`${title} is followed to the limit`, { timeout: 60_000 }, async () => {
    const { files, diagnostics } = await output(make?.(longestChain));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual(
      [],
    );
    expect(files).toBeDefined();
  });

  test(`${title} beyond it is a diagnostic with a place`, async () => {
    const { files, diagnostics } = await output(make?.(1200));
    expect(files).toBeUndefined();
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code }) => code)).toEqual(["schema-chain-long"]);
    // Link1200 is the last one of the chain.
    expect(errors[0]?.pointer).toBe(
      `/components/schemas/Link${1200 - longestChain - 1}`,
    );
  });
}

async function output(value: unknown) {
  const spec = `${folder}/api.json`;
  writeFileSync(spec, JSON.stringify(value));
  return makeOutput({ spec });
}
