import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultSettings } from "../../generator/config/config.js";
import { makeOutput } from "../../generator/make-output.js";
import { schema } from "./agreement-arbitraries.js";
import { compileErrors } from "./compile.js";
import { withUse } from "./type-files.js";

const count = 120;

test("types and validators of random schemas compile under every flag of the contract", async () => {
  const schemas = Object.fromEntries(
    fc
      .sample(schema, { numRuns: count, seed: 21 })
      .map((one, index) => [`S${index}`, one]),
  );
  const names = Object.keys(schemas);
  const half = names.slice(count / 3);
  const files = await outputOf(
    withUse(schemas, { sent: half, received: names.slice(0, -count / 3) }),
  );
  const errors = compileErrors("random-output", files);
  expect(errors.map((line) => withSchema(line, schemas))).toEqual([]);
});

/** The modules of a description that is given as data. */
async function outputOf(document: unknown): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "random-output-"));
  try {
    const spec = join(folder, "openapi.json");
    writeFileSync(spec, JSON.stringify(document));
    const { files, diagnostics } = await makeOutput({
      spec,
      settings: { ...defaultSettings, parts: { docs: false } },
      allow: [],
      strict: false,
    });
    if (files === undefined) throw new Error(JSON.stringify(diagnostics));
    return new Map(
      files
        .filter(({ path }) => path.endsWith(".ts"))
        .map(({ path, text }) => [path, text]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A message with the schema whose module it is about. */
function withSchema(
  message: string,
  schemas: Readonly<Record<string, unknown>>,
): string {
  const name = /\/(s\d+)\.ts/.exec(message)?.[1]?.toUpperCase();
  return name === undefined
    ? message
    : `${message}\n${JSON.stringify(schemas[name])}`;
}
