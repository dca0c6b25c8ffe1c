import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundleSize } from "../../bench/size/bundle-size.js";
import { shopFiles } from "./shop-files.js";

const folder = mkdtempSync(join(tmpdir(), "specwright-flow-sizes-"));
beforeAll(() => {
  for (const [path, text] of shopFiles("")) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const list =
  'export { createClient, listOrdersOperation } from "./api/index.ts";';
const watch =
  'export { createClient, watchOrdersOperation } from "./api/index.ts";';
const receive = 'export { receiveOrderPaid } from "./api/index.ts";';

/** The bytes that code adds to a bundle, gzipped. */
async function added(before: string, code: string): Promise<number> {
  const [without, whole] = await Promise.all([
    before === "" ? { gzipped: 0 } : bundleSize(before, folder),
    bundleSize(before + code, folder),
  ]);
  return whole.gzipped - without.gzipped;
}

test.each([
  ["items", list, "paginate", 1000],
  ["pages", list, "paginate", 1000],
  ["reconnect", watch, "reconnect", 500],
  ["fileNameOf", "", "download", 700],
  ["uploadProgress", "", "upload", 500],
  ["standardWebhooks", receive, "standard-webhooks", 600],
])("%s adds a few bytes", async (name, before, module, limit) => {
  const code = `export { ${name} } from "./api/runtime/${module}.ts";`;
  const bytes = await added(before, code);
  expect(bytes).toBeGreaterThan(200);
  expect(bytes).toBeLessThanOrEqual(limit);
});

test("a received webhook needs no client", async () => {
  expect(await added("", receive)).toBeLessThanOrEqual(2600);
});
