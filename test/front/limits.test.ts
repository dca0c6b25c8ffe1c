import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { checkConfig } from "../../generator/config/check-config.js";
import {
  limits,
  type LimitName,
  type Limits,
} from "../../generator/diagnostics/limits.js";
import { makeOutput } from "../../generator/make-output.js";
import { temporaryFolder } from "./temporary-folder.js";

type Schemas = Readonly<Record<string, unknown>>;

function withSchemas(schemas: Schemas): string {
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "A", version: "1" },
    paths: {},
    components: { schemas },
  });
}

/** A value within so many lists. */
function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

function deepSchema(levels: number): unknown {
  let schema: unknown = { type: "string" };
  for (let level = 1; level < levels; level++) {
    schema = { type: "array", items: schema };
  }
  return schema;
}

function named(size: number, schema: (index: number) => unknown): Schemas {
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [`S${index}`, schema(index)]),
  );
}

/** Five levels are around the example: the document, components, schemas, the schema and its examples. */
const levelsAround = 5;

interface Edge {
  readonly limit: number;
  /** The text of a description that reaches the limit. */
  readonly within: string;
  /** One that goes beyond it. */
  readonly beyond: string;
}

const edges: Readonly<Record<Exclude<LimitName, "fetchSeconds">, Edge>> = {
  fileSize: {
    limit: withSchemas({}).length,
    within: withSchemas({}),
    beyond: `${withSchemas({})} `,
  },
  expansion: {
    limit: 3,
    within: `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\nx-a: &a [1, 2]\nx-b: *a\n`,
    beyond: `openapi: 3.1.0\ninfo: {title: A, version: "1"}\npaths: {}\nx-a: &a [1, 2, 3]\nx-b: *a\n`,
  },
  nesting: {
    limit: 20,
    within: withSchemas({ A: { examples: [nested(20 - levelsAround)] } }),
    beyond: withSchemas({ A: { examples: [nested(21 - levelsAround)] } }),
  },
  schemaDepth: {
    limit: 10,
    within: withSchemas({ A: deepSchema(10) }),
    beyond: withSchemas({ A: deepSchema(11) }),
  },
  chain: {
    limit: 4,
    within: withSchemas({
      ...named(4, (i) => ({ not: { $ref: `#/components/schemas/S${i + 1}` } })),
      S4: { type: "string" },
    }),
    beyond: withSchemas({
      ...named(5, (i) => ({ not: { $ref: `#/components/schemas/S${i + 1}` } })),
      S5: { type: "string" },
    }),
  },
  schemas: {
    limit: 6,
    within: withSchemas(named(3, () => ({ type: "array", items: {} }))),
    beyond: withSchemas({
      ...named(3, () => ({ type: "array", items: {} })),
      A: { type: "string" },
    }),
  },
  names: {
    limit: 3,
    within: withSchemas(named(3, () => ({ type: "string" }))),
    beyond: withSchemas(named(4, () => ({ type: "string" }))),
  },
  diagnostics: {
    limit: 3,
    within: withSchemas(named(3, () => ({ $ref: "#/nowhere" }))),
    beyond: withSchemas(named(4, () => ({ $ref: "#/nowhere" }))),
  },
  patternSteps: {
    limit: 100,
    within: withSchemas({ A: { type: "string", pattern: "^a+b+$" } }),
    beyond: withSchemas({
      A: { type: "string", pattern: `^${"(?:ab?c)+".repeat(20)}$` },
    }),
  },
};

async function codesOf(text: string, moved: Partial<Limits>) {
  const spec = `${temporaryFolder()}/api.json`;
  writeFileSync(spec, text);
  const settings = { parts: { docs: false }, limits: moved };
  const { diagnostics } = await makeOutput({ spec, settings });
  return diagnostics;
}

describe("each limit has its diagnostic at its edge", () => {
  test.each(Object.entries(edges))(
    "%s",
    async (name, { limit, within, beyond }) => {
      const moved = { [name]: limit };
      const { code } = limits[name as LimitName];
      const below = await codesOf(within, moved);
      expect(below.map((one) => one.code)).not.toContain(code);
      const above = await codesOf(beyond, moved);
      const found = above.find((one) => one.code === code);
      expect(found?.fix).toContain(`raise "limits.${name}"`);
      expect(found?.line).toBeGreaterThanOrEqual(1);
      // Without the setting it is no fault.
      const usual = await codesOf(beyond, {});
      expect(usual.map((one) => one.code)).not.toContain(code);
    },
  );

  test("fetchSeconds", async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const { diagnostics } = await makeOutput({
      spec: `http://127.0.0.1:${port}/`,
      settings: { limits: { fetchSeconds: 1 } },
    });
    server.closeAllConnections();
    server.close();
    const [found] = diagnostics;
    expect(found?.code).toBe("not-fetched");
    expect(found?.message).toContain("did not answer within 1 seconds");
    expect(found?.fix).toContain('raise "limits.fetchSeconds"');
  });
});

test("errors and warnings are counted apart, and those that are not shown still stop the run", async () => {
  const many = withSchemas({
    ...named(30, () => ({ type: "string", nullable: true })),
    Broken: { $ref: "#/nowhere" },
  });
  const spec = `${temporaryFolder()}/api.json`;
  writeFileSync(spec, many);
  const { files, diagnostics } = await makeOutput({
    spec,
    settings: { limits: { diagnostics: 2 } },
  });
  expect(files).toBeUndefined();
  expect(diagnostics.map(({ severity }) => severity)).toContain("error");
  const cut = diagnostics.find(({ code }) => code === "diagnostics-cut");
  expect(cut?.message).toMatch(/^\d+ more diagnostics are not shown/);
});

describe("the configuration takes limits", () => {
  test.each<[object, string]>([
    [
      { nesting: 1001 },
      '"limits".nesting must be a whole number from 1 to 1000',
    ],
    [{ nesting: 0 }, "must be a whole number"],
    [{ names: 1.5 }, "must be a whole number"],
    [{ name: 5 }, 'Did you mean "names"?'],
    [{ constructor: 5 }, "is not known"],
  ])("%j is refused", (wrong, words) => {
    expect(() => checkConfig({ limits: wrong }, "config")).toThrow(words);
  });

  test("each up to its highest value", () => {
    for (const [name, { most }] of Object.entries(limits)) {
      const config = { limits: { [name]: most } };
      expect(checkConfig(config, "config")).toBe(config);
    }
  });
});

describe("the highest values do not run out of stack", () => {
  const { nesting, schemaDepth, chain } = limits;
  test.each<[string, string]>([
    [
      "nesting",
      withSchemas({ A: { enum: [nested(nesting.most - levelsAround)] } }),
    ],
    ["schemaDepth", withSchemas({ A: deepSchema(schemaDepth.most) })],
    [
      "chain",
      withSchemas({
        ...named(chain.most - 1, (i) => ({
          allOf: [
            { $ref: `#/components/schemas/S${i + 1}` },
            { properties: { [`m${i}`]: { type: "string" } } },
          ],
        })),
        [`S${chain.most - 1}`]: { type: "object" },
      }),
    ],
  ])("%s", { timeout: 60_000 }, async (_, text) => {
    const found = await codesOf(text, {
      nesting: nesting.most,
      schemaDepth: schemaDepth.most,
      chain: chain.most,
    });
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

test("the documentation has the table of limits", () => {
  const page = readFileSync(
    new URL("../../docs/security.md", import.meta.url),
    "utf8",
  );
  const section = page.split("\n## Limits\n")[1]?.split("\n### ")[0] ?? "";
  const rows = section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  expect(rows.map((cells) => cells.slice(1, -1))).toEqual(
    Object.entries(limits).map(([name, { counts, usual, most, code }]) => [
      `\`${name}\``,
      counts,
      usual.toLocaleString("en"),
      most.toLocaleString("en"),
      `\`${code}\``,
    ]),
  );
});
