import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "./find-chromium.js";
import { openDocs, type OpenDocs } from "./open-docs.js";

const executablePath = findChromium();
if (executablePath === undefined)
  console.warn("SKIPPED: accessibility; no Chromium (set CHROMIUM_PATH)");

const axe = readFileSync(
  fileURLToPath(
    new URL("../../node_modules/axe-core/axe.min.js", import.meta.url),
  ),
  "utf8",
);

/** What axe finds against WCAG 2.2, level AA, and against its best practices: a line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " " + target.join(" "))))`);
}

describe.runIf(executablePath !== undefined)("axe", () => {
  let docs: OpenDocs;
  beforeAll(async () => {
    docs = await openDocs("spec/openapi.yaml", executablePath as string);
  }, 120_000);
  afterAll(() => docs.close());

  test.each(["light", "dark"] as const)(
    "finds no violation on any page, %s",
    async (colorScheme) => {
      const found: string[] = [];
      for (const path of docs.pages) {
        const { page } = await docs.open(path, {
          colorScheme,
          viewport: { width: 1280, height: 900 },
        });
        await page.waitForTimeout(300);
        for (const line of await violations(page))
          found.push(`${path}: ${line}`);
        await page.close();
      }
      expect(found).toEqual([]);
    },
    120_000,
  );
});
