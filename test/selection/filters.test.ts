import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Settings } from "../../generator/config/config.js";
import { parseFilter } from "../../generator/config/filters.js";
import { makeOutput, type MadeOutput } from "../../generator/make-output.js";
import { allOperations } from "../../generator/model/api.js";
import { runHere } from "../front/run-cli.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import fc from "fast-check";

const root = fileURLToPath(new URL("../../", import.meta.url));
const spec = `${root}test/cases/filters/openapi.yaml`;
const example = `${root}examples/orders/openapi.yaml`;

/** The spec of the case, whose unused and left out parts are broken. */
function make(settings: Settings, allow: "filter-unmatched"[] = []) {
  return makeOutput({ spec, settings, allow });
}

/** The files, by path. */
function textsOf({ files = [], diagnostics }: MadeOutput): Map<string, string> {
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual(
    [],
  );
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** Files that list what there is. */
const isList = (path: string): boolean =>
  /^(?:index|operations|servers|api|client)\.ts$|^manifest\.json$|^docs\/(?:index\.|llms|assets|schemas)/u.test(
    path,
  );

describe("what is generated", () => {
  test.each([
    ["tag:stock", ["GET /stock", "PUT /stock", "POST stockEmpty"]],
    ["path:/*/audit", []],
    ["path:/orders/*/audit", ["GET /orders/{id}/audit"]],
    ["path:/orders/**", ["GET /orders/{id}/audit"]],
    ["path:/orders*", ["POST /orders", "GET /orders"]],
    ["path:orderShipped", ["POST orderShipped"]],
    ["operation:list*", ["GET /orders", "GET /stock"]],
    ["deprecated", ["GET /orders"]],
    ["x-audience=staff", ["GET /orders/{id}/audit"]],
    ["x-audience", ["GET /orders/{id}/audit"]],
    ["x-audience=sta", []],
    ["schema:Invoice", []],
  ])("%s", async (filter, expected) => {
    const { api } = await make({ include: [filter] }, ["filter-unmatched"]);
    const found = [...(api?.operations ?? []), ...(api?.webhooks ?? [])];
    expect(found.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      [...expected].sort(),
    );
  });

  test("it is what chosen operations need, and nothing else", async () => {
    const { api } = await make({
      include: ["tag:orders"],
      exclude: ["deprecated", "x-audience=staff"],
    });
    expect(
      Object.values(api?.definitions ?? {}).map(({ name }) => name),
    ).toEqual(["Order", "Payment", "Amount"]);
    expect(api?.callbacks).toHaveLength(1);
    expect(api?.tags.map(({ name }) => name)).toEqual(["sales", "orders"]);
    expect(api?.securitySchemes.map(({ name }) => name)).toEqual(["token"]);
    expect(api?.servers).toHaveLength(1);
    const stock = await make({ include: ["operation:listStock"] });
    expect(stock.api?.servers).toEqual([]);
    expect(textsOf(stock).get("servers.ts")).not.toContain("api.shops");
  });

  test("without `include`, schemas that nothing uses are generated as well", async () => {
    const { api } = await make({
      exclude: ["deprecated", "tag:stock", "x-audience"],
    });
    const names = Object.values(api?.definitions ?? {}).map(({ name }) => name);
    expect(names).toContain("Invoice");
    expect(names).not.toContain("Item");
    expect(names).not.toContain("Audit");
  });

  test("faults of what is left out are not reported", async () => {
    const { diagnostics } = await make({ include: ["tag:stock"] });
    expect(diagnostics).toEqual([]);
    const whole = await make({});
    const codes = whole.diagnostics.map(({ code, line }) => `${code} ${line}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^reference-not-found/u) as string,
      ]),
    );
    const broken = await make({ include: ["operation:listOrdersOld"] });
    expect(broken.files).toBeUndefined();
    expect(broken.diagnostics.map(({ code }) => code)).toEqual([
      "reference-not-found",
    ]);
  });
});

describe("names and files do not depend on what is left out", () => {
  test("adding a tag adds files, and changes lists alone", async () => {
    const few = textsOf(
      await make({ include: ["tag:orders"], exclude: ["deprecated"] }),
    );
    const more = textsOf(
      await make({
        include: ["tag:orders", "tag:stock"],
        exclude: ["deprecated"],
      }),
    );
    const changed = [...few].filter(
      ([path, text]) => more.get(path) !== text && !isList(path),
    );
    expect(changed.map(([path]) => path)).toEqual([]);
    expect(more.size).toBeGreaterThan(few.size);
  });

  test("in every golden case, whatever is chosen", async () => {
    const cases = readdirSync(`${root}test/cases`).filter(
      (name) => !name.startsWith("fails-") && name !== "filters",
    );
    for (const name of cases) {
      const path = `${root}test/cases/${name}/openapi.yaml`;
      const whole = await makeOutput({ spec: path });
      if (whole.api === undefined || whole.files === undefined) continue;
      const texts = textsOf(whole);
      const ids = [...whole.api.operations, ...whole.api.webhooks];
      await fc.assert(
        fc.asyncProperty(fc.subarray(ids, { minLength: 1 }), async (chosen) => {
          const include = chosen.map((one) =>
            one.id === undefined ? `path:${one.path}` : `operation:${one.id}`,
          );
          const part = await makeOutput({ spec: path, settings: { include } });
          for (const [file, text] of textsOf(part)) {
            if (isList(file)) continue;
            expect(text, `${name} ${file}`).toBe(texts.get(file));
          }
          const { api } = part;
          expect(api && allOperations(api).length).toBeGreaterThan(0);
        }),
        { numRuns: 3, seed: 7 },
      );
    }
  }, 60_000);
});

describe("filters that match nothing", () => {
  test("are errors with a hint, and say what there is", async () => {
    const { files, diagnostics } = await make({
      include: ["tag:stok", "path:/nowhere"],
      exclude: ["x-internal"],
    });
    expect(files).toBeUndefined();
    const own = diagnostics.filter(({ code }) => code === "filter-unmatched");
    expect(own.map(({ message }) => message)).toEqual([
      'The filter "tag:stok" matches no operation.',
      'The filter "path:/nowhere" matches no operation.',
      'The filter "x-internal" matches no operation.',
    ]);
    expect(own[0]?.fix).toContain('Did you mean "stock"?');
    expect(own[1]?.fix).toContain('The description has: "/orders"');
  });

  test("have no effect if they are allowed", async () => {
    const made = await makeOutput({
      spec: example,
      settings: { include: ["operation:createOrder", "tag:none"] },
      allow: ["filter-unmatched"],
    });
    expect(made.files).toBeDefined();
    expect(made.diagnostics.map(({ severity }) => severity)).toEqual([
      "warning",
    ]);
  });
});

describe("how filters are written", () => {
  test.each(["", "tag", "tag:", "orders", "method:get", "x-", "X-a"])(
    "%j is none",
    (text) => {
      expect(parseFilter(text)).toBeUndefined();
    },
  );

  test("special characters of patterns are those of texts", async () => {
    const folder = temporaryFolder({
      "openapi.json": JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Signs", version: "1" },
        paths: Object.fromEntries(
          ["/a.b", "/a+b", "/a(b)", "/axb"].map((path) => [
            path,
            { get: { tags: [path], responses: { 200: { description: "" } } } },
          ]),
        ),
      }),
    });
    for (const path of ["/a.b", "/a+b", "/a(b)"]) {
      for (const kind of ["path", "tag"]) {
        const { api } = await makeOutput({
          spec: `${folder}/openapi.json`,
          settings: { include: [`${kind}:${path}`] },
        });
        expect(api?.operations.map((one) => one.path)).toEqual([path]);
      }
    }
  });

  test("on the command line", async () => {
    const folder = temporaryFolder({ "api.yaml": readFileSync(spec) });
    const { exitCode, out } = await runHere(folder, [
      ...["api.yaml", "--out", "api", "--include", "tag:stock"],
      ...["--include", "operation:getHours", "--exclude", "operation:set*"],
    ]);
    expect(out).toContain("api: 2 of 6 operations, 3 of 10 schemas");
    expect(exitCode).toBe(0);
    expect(readdirSync(`${folder}/api/operations`).sort()).toEqual([
      "get-hours.ts",
      "list-stock.ts",
      "stock-empty-webhook.ts",
    ]);
    const wrong = await runHere(folder, ["api.yaml", "--exclude", "schema:A"]);
    expect(wrong.exitCode).toBe(2);
    expect(wrong.error).toContain("exclude the operations that use it");
    const none = await runHere(folder, ["api.yaml", "--include", "stock"]);
    expect(none.error).toContain('--include: "stock" is no filter; write');
  });

  test("in the configuration", async () => {
    const folder = temporaryFolder({
      "api.yaml": readFileSync(spec),
      "specwright.config.mjs":
        'export default { spec: "api.yaml", out: "api", include: "tag:stock" };',
    });
    const { exitCode, error } = await runHere(folder, []);
    expect(exitCode).toBe(2);
    expect(error).toContain('"include" must be a list of filters');
  });
});
