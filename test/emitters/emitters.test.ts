import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  code,
  defineEmitter,
  findOperation,
  type Emitter,
} from "../../generator/index.js";
import { runHere } from "../front/run-cli.js";
import { read, run, shop } from "./shop.js";

/** Writes the summary of each operation, and counts how often it is asked to. */
function summaries(counts: string[] = []): Emitter {
  return defineEmitter({
    name: "summaries",
    units: ({ operations }) =>
      operations.map((pointer) => ({
        name: pointer,
        emit: ({ api, names }) => {
          const operation = findOperation(api, pointer);
          const own = names.operations.get(pointer);
          if (operation === undefined || own === undefined) return [];
          counts.push(own.id);
          const text = `${operation.summary ?? ""}\n`;
          return [{ kind: "text", path: `summaries/${own.slug}.txt`, text }];
        },
      })),
  });
}

const constants = defineEmitter({
  name: "constants",
  names: ({ reserve }) => {
    for (const name of ["listOrders", "total"])
      reserve(name, { name, module: "constants/all.ts" });
  },
  units: () => [
    {
      name: "all",
      emit: (_context, { symbol }) => {
        const [first, total] = [symbol("listOrders"), symbol("total")];
        const file = { kind: "typescript", source: "nothing" } as const;
        const constant = { kind: "constant", exported: true } as const;
        const type = code`number`;
        return [
          {
            ...file,
            path: first.module,
            declarations: [
              { ...constant, name: first.name, type, value: code`1` },
              { ...constant, name: total.name, type, value: code`2` },
            ],
          },
          {
            ...file,
            path: "constants/sum.ts",
            isEntry: true,
            declarations: [
              {
                ...constant,
                name: "sum",
                type,
                value: code`${first} + ${total}`,
              },
            ],
          },
        ];
      },
    },
  ],
});

describe("files of an emitter", () => {
  test("are written, listed and removed as those of specwright are", async () => {
    const folder = shop();
    expect((await run(folder, [summaries()])).ok).toBe(true);
    const path = "summaries/place-order.txt";
    expect(read(folder, path)).toBe("Places an order.\n");
    expect(read(folder, "manifest.json")).toContain(`"${path}"`);
    const { removed } = await run(folder, []);
    expect(removed).toEqual(["summaries/list-orders.txt", path]);
    expect(existsSync(join(folder, "out", path))).toBe(false);
  });

  test("reserve names, are imported by them, and are entries of the package", async () => {
    const folder = shop();
    const { diagnostics } = await run(folder, [constants]);
    expect(diagnostics).toEqual([]);
    const all = read(folder, "constants/all.ts");
    expect(all).toContain("export const listOrdersConstants: number = 1;");
    expect(all).toContain("export const total: number = 2;");
    expect(read(folder, "constants/sum.ts")).toContain(
      'import { listOrdersConstants, total } from "./all.js";',
    );
    const index = read(folder, "index.ts");
    expect(index).toContain('export * from "./constants/all.js";');
    expect(index).not.toContain("constants/sum");
    expect(read(folder, "package.json")).toContain('"./constants/*"');
  });
});

describe("the cache", () => {
  const options = (folder: string) => ({
    emitterFiles: [join(folder, "emitter.ts")],
  });

  test("makes only units again whose reads have changed, or whose emitter has", async () => {
    const folder = shop({ "emitter.ts": "1" });
    const counts: string[] = [];
    const again = () => run(folder, [summaries(counts)], options(folder));
    await again();
    await again();
    expect(counts.splice(0)).toEqual(["listOrders", "placeOrder"]);
    const path = join(folder, "openapi.json");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("Places an order", "Orders"));
    await again();
    expect(counts.splice(0)).toEqual(["placeOrder"]);
    expect(read(folder, "summaries/place-order.txt")).toBe("Orders.\n");
    writeFileSync(join(folder, "emitter.ts"), "2");
    await again();
    expect(counts).toEqual(["listOrders", "placeOrder"]);
  });

  test("is not used for emitters whose files nobody names", async () => {
    const folder = shop();
    const counts: string[] = [];
    await run(folder, [summaries(counts)]);
    await run(folder, [summaries(counts)]);
    expect(counts).toHaveLength(4);
  });

  test("keeps what a unit has reported", async () => {
    const folder = shop({ "emitter.ts": "1" });
    const warning = (summary: string) =>
      defineEmitter({
        name: "critic",
        units: () => [
          {
            name: "all",
            emit: ({ api }, { report }) => {
              report({
                pointer: api.operations[0]?.pointer ?? "",
                message: "No.",
              });
              return [];
            },
          },
          {
            name: "info",
            emit: ({ api }) => [
              { kind: "text", path: "v.txt", text: api.info.version + summary },
            ],
          },
        ],
      });
    const first = await run(folder, [warning("")], options(folder));
    expect(first.diagnostics).toMatchObject([
      {
        code: "emitter-warning",
        severity: "warning",
        message: "No.",
        pointer: "/paths/~1orders/get",
      },
    ]);
    const path = join(folder, "openapi.json");
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace('"version":"1"', '"version":"2"'),
    );
    const second = await run(folder, [warning("")], options(folder));
    expect(second.diagnostics.map(({ message }) => message)).toEqual(["No."]);
    const strict = await run(folder, [warning("")], { strict: true });
    expect(strict.ok).toBe(false);
  });
});

describe("the configuration", () => {
  const config = `import { defineConfig } from "specwright";
import { title } from "./title.js";
export default defineConfig({ spec: "openapi.json", out: "out", parts: { docs: false }, emitters: [title] });
`;
  const title = (word: string) => `import { defineEmitter } from "specwright";
import { word } from "./word.js";
export const title = defineEmitter({
  name: "title",
  units: () => [{ name: "all", emit: ({ api }) => [{ kind: "text", path: "title.txt", text: word + api.info.title }] }],
});
export const other: string = "${word}";
`;

  test("has emitters, whose files are read again when one of them changes", async () => {
    const folder = shop({
      "specwright.config.ts": config,
      "title.ts": title("a"),
      "word.ts": 'export const word: string = "one ";',
    });
    expect((await runHere(folder, ["generate"])).error).toBe("");
    expect(read(folder, "title.txt")).toBe("one Shop");
    writeFileSync(
      join(folder, "word.ts"),
      'export const word: string = "two ";',
    );
    expect((await runHere(folder, ["check"])).error).toContain("title.txt");
    expect((await runHere(folder, ["generate"])).error).toBe("");
    expect(read(folder, "title.txt")).toBe("two Shop");
    expect((await runHere(folder, ["check"])).exitCode).toBe(0);
  });

  test.each([
    ["emitters: {}", "must be a list of emitters"],
    ["emitters: [{ name: 'x' }]", "[0] must be what defineEmitter gives"],
    ["emitters: [{ name: 'a b', units: () => [] }]", "[0] must be what"],
    [
      "emitters: [1, 2].map(() => ({ name: 'x', units: () => [] }))",
      'has two emitters called "x"',
    ],
  ])("refuses %s", async (setting, message) => {
    const folder = shop({
      "specwright.config.ts": `export default { spec: "openapi.json", ${setting} };`,
    });
    const { exitCode, error } = await runHere(folder, ["generate"]);
    expect(exitCode).toBe(2);
    expect(error).toContain(message);
  });
});
