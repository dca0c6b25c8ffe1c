import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../docs/find-chromium.js";
import { launchOptions } from "../docs/launch-options.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { serve } from "./serve.js";

const executablePath = findChromium();
if (executablePath === undefined)
  console.warn("SKIPPED: live reload; no Chromium (set CHROMIUM_PATH)");

const spec = (text: string) => `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths: {}
components:
  schemas:
    Name: { type: string, description: ${text} }
`;

describe.runIf(executablePath !== undefined)("a served page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions(executablePath as string));
  }, 60_000);
  afterAll(() => browser.close());

  test("follows the description, and shows what is wrong with it", async () => {
    const folder = temporaryFolder({ "a.yaml": spec("First.") });
    const { url } = await serve(folder, "a.yaml");
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${url}schemas/name.html`);
    const main = page.locator("main");
    expect(await main.innerText()).toContain("First.");
    const alert = page.getByRole("alert");

    writeFileSync(join(folder, "a.yaml"), spec("{ a"));
    await alert.waitFor();
    expect(await alert.innerText()).toMatch(/a\.yaml:\d+:\d+: error/);
    expect(await main.innerText()).toContain("First.");

    writeFileSync(join(folder, "a.yaml"), spec("First."));
    await alert.waitFor({ state: "detached" });

    writeFileSync(join(folder, "a.yaml"), spec("Second."));
    await main.getByText("Second.").first().waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  }, 60_000);
});
