import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  chromium,
  type Browser,
  type Locator,
  type Page,
} from "playwright-core";
import type { Settings } from "../../../generator/config/config.js";
import { makeOutput } from "../../../generator/make-output.js";

/** Launches Chromium without a screen. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"],
      ...["--no-first-run", "--disable-background-networking"],
      ...["--disable-component-update", "--disable-sync"],
    ],
  });
}

/** The pages of a description in a folder of their own. */
export interface DocsFolder {
  readonly folder: string;
  /** The URL of a page below `docs/`, in the file system. */
  url(page: string): string;
  remove(): void;
}

export async function writeDocs(
  spec: string,
  settings: Settings = {},
): Promise<DocsFolder> {
  const folder = mkdtempSync(join(tmpdir(), "try-it-"));
  const { files = [] } = await makeOutput({ spec, settings });
  for (const { path, text } of files) {
    if (!path.startsWith("docs/")) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    folder,
    url: (page) => {
      const [path = "", anchor] = page.split("#");
      const { href } = pathToFileURL(join(folder, "docs", path));
      return anchor === undefined ? href : `${href}#${anchor}`;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A page, and everything that went wrong on it. */
export async function openPage(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number } = { width: 1440, height: 900 },
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport });
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  page.setDefaultTimeout(6000);
  return { page, complaints };
}

/** Opens the panel of a page. */
export async function openPanel(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Try it" }).click();
  const dialog = page.getByRole("dialog", { name: "Try it" });
  await dialog.waitFor();
  return dialog;
}

/** Sends the requests of the panel to a server, whatever the description says. */
export async function useServer(
  dialog: Locator,
  origin: string,
): Promise<void> {
  await dialog.getByLabel("Server").selectOption({ label: "Another base URL" });
  await dialog.getByLabel("Base URL").fill(origin);
}
