import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { launchOptions } from "./launch-options.js";
import { makeDocs } from "./make-docs.js";

/** The docs of a description in a folder, and a browser to open them. */
export interface OpenDocs {
  /** Paths of all HTML pages. */
  readonly pages: readonly string[];
  /** Opens a page from the file system. Whatever goes wrong there is a complaint. */
  open(
    path: string,
    options?: Parameters<Browser["newPage"]>[0],
  ): Promise<{ page: Page; complaints: string[] }>;
  close(): Promise<void>;
}

/** Makes the docs of a description and starts the browser. */
export async function openDocs(
  spec: string,
  executablePath: string,
): Promise<OpenDocs> {
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  const docs = await makeDocs(spec);
  for (const [path, text] of docs) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const browser = await chromium.launch(launchOptions(executablePath));
  return {
    pages: [...docs.keys()].filter((path) => path.endsWith(".html")),
    open: async (path, options) => {
      const page = await browser.newPage(options);
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      const [file = "", anchor = ""] = path.split("#");
      const { href } = pathToFileURL(join(folder, file));
      await page.goto(anchor === "" ? href : `${href}#${anchor}`);
      return { page, complaints };
    },
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}
