import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { afterAll, expect, test } from "vitest";
import { makeOutput } from "../../generator/make-output.js";

const folder = mkdtempSync(join(tmpdir(), "specwright-samples-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names of every length about which a line of a sample is full. */
const lengths = Array.from({ length: 40 }, (_, index) => index + 8);

test("samples of calls are laid out as prettier does it, whatever the names' lengths", async () => {
  const parameters = [
    { name: "id", in: "path", required: true, schema: { type: "string" } },
  ];
  const responses = { "200": { description: "Fine." } };
  const paths = lengths.flatMap((length) => {
    const name = "a".repeat(length);
    return [
      [`/${length}`, { get: { operationId: name, responses } }],
      [
        `/${length}/{id}`,
        { get: { operationId: `b${name}`, parameters, responses } },
      ],
    ];
  });
  const spec = join(folder, "openapi.json");
  writeFileSync(
    spec,
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "t", version: "1" },
      paths: Object.fromEntries(paths) as object,
    }),
  );
  const { files = [] } = await makeOutput({ spec });
  const samples = files.flatMap(({ path, text }) =>
    path.startsWith("docs/operations/") && path.endsWith(".md")
      ? [...text.matchAll(/```ts\n([^]*?\n)```/g)].map(([, code = ""]) => code)
      : [],
  );
  expect(samples).toHaveLength(2 * lengths.length);
  for (const code of samples)
    expect(await format(code, { parser: "typescript" })).toBe(code);
  expect(samples.join("")).toMatch(/call\(\n {2}b?a+Operation,\n\);/);
  expect(samples.join("")).toMatch(/call\(\n {2}ba+Operation,\n {2}\{\n/);
}, 60_000);
