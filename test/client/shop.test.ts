import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { expect, test, vi } from "vitest";
import { compileErrors } from "../types/compile.js";
import { playServer } from "../wire/play-server.js";
import { shopFiles } from "./shop-files.js";
import { order, shopServer } from "./shop-server.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = readFileSync(`${root}test/cases/shop/sdk/shop.ts`, "utf8");
const folder = `${root}node_modules/.cache/specwright-test/types/shop/`;

test("the SDK of the documentation has 40 lines, compiles and does all that it says", async () => {
  expect(source.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  const flags = { isolatedDeclarations: false, declaration: false };
  expect(compileErrors("shop", shopFiles(source), flags)).toEqual([]);

  const outfile = `${folder}shop.mjs`;
  await build({
    entryPoints: [`${folder}program.ts`],
    bundle: true,
    format: "esm",
    outfile,
    logLevel: "error",
  });
  const { shop, isErrorOf, AnswerError } = (await import(
    pathToFileURL(outfile).href
  )) as Sdk;
  const lines: unknown[][] = [];
  vi.spyOn(console, "info").mockImplementation((...line) => lines.push(line));
  const { play, log } = shopServer();
  const { url } = await playServer(play);
  const sdk = shop(url, { access: "first", refresh: "once" });

  // Two calls at once renew the token once, and the second page is asked for again.
  const [orders, changes] = await Promise.all([
    all(sdk.orders({ status: "placed" })),
    all(sdk.changes()),
  ]);
  expect(orders).toEqual([order(1), order(2), order(3)]);
  expect(log.renewals).toEqual(['{"access":"first","refresh":"once"}']);
  expect(changes).toMatchObject([
    { data: order(1) },
    { data: order(2) },
    { data: order(3) },
  ]);
  expect(log.lastIds).toEqual([undefined, "2", "3"]);

  // The answer to the first attempt is lost; the second has the same key.
  expect(await sdk.create({ sku: "cup" })).toEqual(order(4));
  expect(log.keys).toHaveLength(2);
  expect(log.keys[0]).toMatch(/\w{8}/);
  expect(log.keys[1]).toBe(log.keys[0]);

  const error: unknown = await sdk.create({ sku: "none" }).catch((one) => one);
  expect(error).toBeInstanceOf(AnswerError);
  expect(error).toMatchObject({ status: 422, body: { title: /No such/ } });
  expect(isErrorOf({ id: "createOrder" }, error)).toBe(true);

  const progress: number[] = [];
  const label = new Blob([new Uint8Array(200_000)]);
  const stored = await sdk.upload("1", label, (sent) => progress.push(sent));
  expect(stored).toEqual({ size: 200_000 });
  expect(progress).toEqual([65_536, 131_072, 196_608, 200_000]);

  const invoice = await sdk.invoice("1");
  expect(invoice.name).toBe("Résumé.pdf");
  expect(await new Response(invoice.body).text()).toBe("%PDF");

  expect(lines).toContainEqual(["listOrders", 1, 401]);
  expect(lines).toContainEqual(["createOrder", 2, 201]);
});

interface Sdk {
  readonly AnswerError: typeof Error;
  readonly isErrorOf: (operation: object, error: unknown) => boolean;
  readonly shop: (
    baseUrl: string,
    tokens: object,
  ) => {
    orders(query?: object): AsyncIterable<unknown>;
    changes(): AsyncIterable<unknown>;
    create(body: object): Promise<unknown>;
    upload(
      id: string,
      body: Blob,
      report: (sent: number) => void,
    ): Promise<unknown>;
    invoice(id: string): Promise<{ body: ReadableStream; name: string }>;
  };
}

async function all(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of items) found.push(item);
  return found;
}
