import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "./find-chromium.js";
import { launchOptions } from "./launch-options.js";
import { makeDocs } from "./make-docs.js";

const executablePath = findChromium();
if (executablePath === undefined) {
  console.warn(
    "SKIPPED: the docs in a browser; no Chromium (set CHROMIUM_PATH)",
  );
}

const operation = "operations/create-incoming-phone-number.html";
const fields = [
  ...[
    "AreaCode",
    "PhoneNumber",
    "FriendlyName",
    "ApiVersion",
    "StatusCallback",
  ],
  ...["StatusCallbackMethod", "VoiceReceiveMode", "VoiceUrl", "VoiceMethod"],
  ...["VoiceFallbackUrl", "VoiceFallbackMethod", "VoiceCallerIdLookup"],
  ...[
    "VoiceApplicationSid",
    "TrunkSid",
    "SmsUrl",
    "SmsMethod",
    "SmsFallbackUrl",
  ],
  ...["SmsFallbackMethod", "SmsApplicationSid", "EmergencyStatus"],
  ...["EmergencyAddressSid", "AddressSid", "IdentitySid", "BundleSid"],
];

describe.runIf(executablePath !== undefined)("the docs in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  let pages: string[] = [];
  let browser: Browser;

  beforeAll(async () => {
    const docs = await makeDocs("spec/openapi.yaml");
    for (const [path, text] of docs) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    pages = [...docs.keys()].filter((path) => path.endsWith(".html"));
    browser = await chromium.launch(launchOptions(executablePath as string));
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a page from the file system; whatever goes wrong, or leaves the docs, is a complaint. */
  async function open(
    path: string,
    width: number,
    colorScheme: "light" | "dark" = "light",
  ): Promise<{ page: Page; complaints: string[] }> {
    const viewport = { width, height: 900 };
    const page = await browser.newPage({ viewport, colorScheme });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("requestfailed", (request) => complaints.push(request.url()));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) complaints.push(request.url());
    });
    const [file = "", anchor = ""] = path.split("#");
    const { href } = pathToFileURL(join(folder, file));
    await page.goto(anchor === "" ? href : `${href}#${anchor}`);
    return { page, complaints };
  }

  test.each([390, 1280])(
    "every page is sound at %i pixels",
    async (width) => {
      for (const path of pages) {
        const { page, complaints } = await open(path, width);
        expect(complaints, path).toEqual([]);
        const right = await page.evaluate(
          "document.documentElement.scrollWidth",
        );
        expect(right, path).toBeLessThanOrEqual(width);
        await page.close();
      }
    },
    60_000,
  );

  test("the operation shows every field, its rule and its advice", async () => {
    const { page } = await open(operation, 1280);
    for (const name of [
      "path-AccountSid",
      ...fields.map((field) => `body-${field}`),
    ]) {
      const field = page.locator(`#${name}`);
      expect(await field.isVisible(), name).toBe(true);
      expect(await field.locator("> code").first().textContent()).toBe(
        name.slice(name.indexOf("-") + 1),
      );
    }
    const text = await page.locator("main").innerText();
    expect(text).toContain(
      "At least one of AreaCode and PhoneNumber is needed.",
    );
    expect(text).toContain("Ignored while TrunkSid is set");
    expect(
      await page
        .locator("#response-201")
        .getByText("sid", { exact: true })
        .isVisible(),
    ).toBe(true);
    await page.close();
  });

  test("anchors lead to their places", async () => {
    const { page } = await open(`${operation}#body-TrunkSid`, 1280);
    await page.waitForTimeout(1000);
    const top = await page.locator("#body-TrunkSid").boundingBox();
    expect(top?.y).toBeGreaterThanOrEqual(0);
    expect(top?.y).toBeLessThan(900);
    const dead = await page.evaluate(
      `[...document.querySelectorAll('a[href^="#"]')].map((link) => link.hash.slice(1)).filter((id) => !document.getElementById(id))`,
    );
    expect(dead).toEqual([]);
    await page.close();
  });

  test("links between the pages lead to pages", async () => {
    const { page } = await open(operation, 1280);
    const hrefs = await page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href*=".html"]')].map((link) => link.href)`,
    );
    const known = new Set(
      pages.map((path) => pathToFileURL(join(folder, path)).href),
    );
    for (const href of hrefs) expect(known).toContain(href.replace(/#.*/, ""));
    await page.close();
  });

  test("dark where the system is, and by choice", async () => {
    const ground = "getComputedStyle(document.body).backgroundColor";
    const { page } = await open(operation, 1280, "dark");
    const dark = await page.evaluate(ground);
    await page.emulateMedia({ colorScheme: "light" });
    const light = await page.evaluate(ground);
    expect(light).toBe("rgb(255, 255, 255)");
    expect(dark).not.toBe(light);
    const button = page.getByRole("button", { name: /^Colours/ });
    await button.click();
    await button.click();
    expect(await page.evaluate(ground)).toBe(dark);
    await page.close();
  });

  test("tabs and search work by keyboard", async () => {
    const { page } = await open(operation, 1280);
    await page.getByRole("tab", { name: "curl" }).first().focus();
    await page.keyboard.press("ArrowRight");
    const sample = page.locator("#sample-1");
    expect(await sample.innerText()).toContain(
      "createIncomingPhoneNumberOperation",
    );
    await page.keyboard.press("/");
    await page.keyboard.type("apierror");
    await page.keyboard.press("Enter");
    await page.waitForURL(/schemas\/api-error\.html$/);
    await page.close();
  });
});
