import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { actions } from "../../generator/cli/actions.js";
import { runCommandLine } from "../../generator/cli/command-line.js";
import { runHere } from "./run-cli.js";
import { temporaryFolder } from "./temporary-folder.js";

const spec = (title: string, type = "string") =>
  `openapi: 3.1.0\ninfo: { title: ${title}, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n    ${title}: { type: ${type} }\n`;

const config = (apis: unknown, shared: object = {}) =>
  `export default ${JSON.stringify({ ...shared, apis })};`;

const two = {
  orders: { spec: "orders.yaml", out: "out/orders" },
  stock: { spec: "stock.yaml" },
};

function project(text = config(two, { parts: { docs: false } })) {
  return temporaryFolder({
    "orders.yaml": spec("Order"),
    "stock.yaml": spec("Item"),
    "specwright.config.mjs": text,
  });
}

describe("several descriptions", () => {
  test("are generated and checked in one run, with the shared options", async () => {
    const cwd = project();
    const made = await runHere(cwd, []);
    expect(made.exitCode).toBe(0);
    expect(made.out).toMatch(
      /^out\/orders: 0 operations, 1 schema[^]*\ngenerated\/stock: [^]*\n2 descriptions: all done$/u,
    );
    expect(existsSync(join(cwd, "out/orders/types/order.ts"))).toBe(true);
    expect(existsSync(join(cwd, "generated/stock/types/item.ts"))).toBe(true);
    expect(existsSync(join(cwd, "generated/stock/docs"))).toBe(false);
    expect((await runHere(cwd, ["check"])).exitCode).toBe(0);
    writeFileSync(join(cwd, "stock.yaml"), spec("Item", "number"));
    const checked = await runHere(cwd, ["check"]);
    expect(checked.exitCode).toBe(1);
    expect(checked.error).toContain("Run: specwright generate --api stock");
    expect(checked.error).toContain("2 descriptions: stock failed");
    expect(checked.out).toContain("out/orders is up to date");
  });

  test("one that fails keeps no other from being written", async () => {
    const cwd = project();
    writeFileSync(join(cwd, "orders.yaml"), spec("Order", "strng"));
    const made = await runHere(cwd, []);
    expect(made.exitCode).toBe(1);
    expect(made.error).toContain("orders: 1 error; nothing was written.");
    expect(existsSync(join(cwd, "out/orders"))).toBe(false);
    expect(existsSync(join(cwd, "generated/stock/types/item.ts"))).toBe(true);
  });

  test("one option of one of them takes the place of the shared one", async () => {
    const cwd = project(
      config(
        { ...two, stock: { ...two.stock, importExtension: ".js" } },
        { importExtension: ".ts" },
      ),
    );
    expect((await runHere(cwd, [])).exitCode).toBe(0);
    const indexOf = (out: string) =>
      readFileSync(join(cwd, out, "index.ts"), "utf8");
    expect(indexOf("out/orders")).toContain("/order.ts");
    expect(indexOf("generated/stock")).toContain("/item.js");
  });

  test("are one JSON", async () => {
    const { out } = await runHere(project(), ["--json"]);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      apis: { orders: { ok: true, diagnostics: [] }, stock: { ok: true } },
    });
  });

  test("are picked by name", async () => {
    const cwd = project();
    const { out } = await runHere(cwd, ["--api", "stock"]);
    expect(out).not.toContain("orders");
    const elsewhere = ["stock.yaml", "--api", "stock", "--out", "here"];
    expect((await runHere(cwd, elsewhere)).out).toContain("here: 0 operations");
    expect((await runHere(cwd, ["--api", "stok"])).error).toContain(
      'Did you mean "stock"?',
    );
    expect((await runHere(cwd, ["stock.yaml"])).error).toContain(
      "choose one with --api",
    );
    expect((await runHere(cwd, ["diff"])).error).toContain(
      "choose it with --api",
    );
    const diff = ["diff", "--api", "orders", "stock.yaml", "orders.yaml"];
    expect((await runHere(cwd, diff)).exitCode).toBe(0);
  });

  test.each([
    [{ a: { apis: two } }, {}, '"apis.a" has "apis"'],
    [{ a: { spec: "orders.yaml", emitt: "js" } }, {}, 'Did you mean "emit"?'],
    [{ a: { out: "x" } }, {}, '"apis.a" of the configuration has no "spec"'],
    [{ a: 1 }, {}, '"apis.a" must be a configuration'],
    [{}, {}, '"apis" must be a map'],
    [{ "a/b": {} }, {}, '"apis" must be a map'],
    [two, { spec: "orders.yaml" }, '"spec" stands beside "apis"'],
    [
      {
        a: { spec: "orders.yaml", out: "x" },
        b: { spec: "stock.yaml", out: "x/y" },
      },
      {},
      'The output of "apis.b" (x/y) is in that of "apis.a" (x).',
    ],
  ])("%j beside %j: %s", async (apis, shared, message) => {
    const { exitCode, error } = await runHere(
      project(config(apis, shared)),
      [],
    );
    expect(error).toContain(message);
    expect(exitCode).toBe(2);
  });

  test("are watched, also one that is added", async () => {
    const cwd = project(config({ orders: two.orders }));
    const lines: string[] = [];
    let stop = (): void => undefined;
    const plain = (text: string): string => text;
    const watching = runCommandLine(["watch"], actions, {
      folder: cwd,
      isInteractive: false,
      interrupted: () => new Promise((resolve) => (stop = resolve)),
      style: { error: plain, warning: plain, info: plain, faint: plain },
      out: (text) => void lines.push(text.slice(9)),
      error: (text) => void lines.push(text.slice(9)),
      progress: () => undefined,
    });
    const shows = (pattern: RegExp) =>
      expect.poll(() => lines.join("\n"), { timeout: 20_000 }).toMatch(pattern);
    await shows(/^orders: 0 operations, 1 schema: \d+ files written/u);
    writeFileSync(join(cwd, "specwright.config.mjs"), config(two));
    await shows(/^stock: 0 operations, 1 schema: \d+ files written/mu);
    writeFileSync(join(cwd, "stock.yaml"), spec("Item", "number"));
    await shows(/^stock: stock\.yaml changed/mu);
    stop();
    expect(await watching).toBe(0);
  }, 60_000);
});
