import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium, type Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { specwright } from "../../generator/plugin/plugin.js";
import { findChromium } from "../docs/find-chromium.js";
import { launchOptions } from "../docs/launch-options.js";
import { makeProject } from "./project.js";

const packages = fileURLToPath(new URL("packages/", import.meta.url));
const executablePath = findChromium();
const canRun =
  executablePath !== undefined && existsSync(`${packages}node_modules/vite`);
if (!canRun)
  console.warn(
    "SKIPPED: needs Chromium, and npm install --prefix test/plugin/packages --ignore-scripts",
  );

interface Server {
  listen(): Promise<unknown>;
  close(): Promise<void>;
  readonly resolvedUrls: { readonly local: readonly string[] } | null;
}

type CreateServer = (options: object) => Promise<Server>;

/** Opens the page of a development server on a folder. */
async function openPage(folder: string): Promise<Page> {
  const path = createRequire(`${packages}package.json`).resolve("vite");
  const { createServer } = (await import(pathToFileURL(path).href)) as {
    readonly createServer: CreateServer;
  };
  const server = await createServer({
    ...{ root: folder, configFile: false, logLevel: "silent" },
    server: { port: 0, host: "127.0.0.1" },
    plugins: [specwright.vite({ folder })],
  });
  onTestFinished(() => server.close());
  await server.listen();
  const browser = await chromium.launch(launchOptions(executablePath ?? ""));
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? "");
  return page;
}

const shows = (page: Page, text: string): Promise<void> =>
  page.getByText(text, { exact: true }).waitFor({ timeout: 30_000 });

test.skipIf(!canRun)(
  "a page follows edits of the description, and its overlay shows their errors",
  async () => {
    const { folder, describe, read } = await makeProject();
    const page = await openPage(folder);
    await shows(page, "https://books.example/books");

    describe("", "/shelves");
    await shows(page, "https://books.example/shelves");

    const before = read("src/api/index.ts");
    describe("    Shelf: { type: nothing }\n", "/shelves");
    const overlay = page.locator("vite-error-overlay");
    await overlay.waitFor({ timeout: 30_000 });
    const told = await overlay.locator(".window").innerText();
    expect(told).toContain("value-unknown");
    expect(told).toContain(`${join(folder, "openapi.yaml")}:20:20`);
    expect(told).toContain("> 20 |     Shelf: { type: nothing }");
    expect(read("src/api/index.ts")).toBe(before);

    await page.reload();
    await overlay.waitFor({ timeout: 30_000 });
    await shows(page, "https://books.example/shelves");

    // The same output as before: no module changes, and the overlay has to go nevertheless.
    describe("", "/shelves");
    await overlay.waitFor({ state: "detached", timeout: 30_000 });
    await shows(page, "https://books.example/shelves");

    describe("    Shelf: { type: string }\n", "/racks");
    await shows(page, "https://books.example/racks");
  },
  180_000,
);

test.skipIf(!canRun)("nothing is written in a loop", async () => {
  const { folder, describe } = await makeProject();
  const page = await openPage(folder);
  describe("", "/shelves");
  await shows(page, "https://books.example/shelves");
  const times = (): readonly number[] =>
    ["index.ts", "manifest.json", "operations/list-books.ts"].map(
      (path) => statSync(join(folder, "src/api", path)).mtimeMs,
    );
  const before = times();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(times()).toEqual(before);
});
