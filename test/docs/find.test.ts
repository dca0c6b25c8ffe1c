import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSearchLibrary, searchLibrary } from "../../scripts/docs-search.js";
import { findChromium } from "./find-chromium.js";
import { manyGroups } from "./many-groups.js";
import { openDocs, type OpenDocs } from "./open-docs.js";

const executablePath = findChromium();
if (executablePath === undefined)
  console.warn("SKIPPED: search and menu; no Chromium (set CHROMIUM_PATH)");

const start = "operations/orders-merge.html";
const telephone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1440, height: 900 } };

test("the library of the search is that of its package", async () => {
  expect(readFileSync(searchLibrary, "utf8")).toBe(await makeSearchLibrary());
});

describe.runIf(executablePath !== undefined)("search and menu", () => {
  const folder = mkdtempSync(join(tmpdir(), "docs-many-"));
  let docs: OpenDocs;

  beforeAll(async () => {
    const spec = join(folder, "openapi.yaml");
    writeFileSync(spec, manyGroups(40));
    docs = await openDocs(spec, executablePath as string);
  }, 120_000);

  afterAll(async () => {
    await docs.close();
    rmSync(folder, { recursive: true });
  });

  /** Types a query; gives the results once there are some. */
  async function search(page: Page, query: string): Promise<string[]> {
    const field = page.locator("#docs-search");
    await field.blur();
    await page.keyboard.press("/");
    await field.fill(query);
    await page
      .locator(".spoken", { hasText: /found/i })
      .waitFor({ state: "attached" });
    await page.waitForTimeout(200);
    return page.getByRole("option").allInnerTexts();
  }

  test("finds pages by title, path, id, field, schema and description", async () => {
    const { page, complaints } = await docs.open(start, desk);
    for (const [query, expected] of [
      ["join two orders", /^PUT Join two orders/],
      ["orders/merge", /^PUT Join two orders/],
      ["/orders/{id}/merge", /^PUT Join two orders/],
      ["keepNotes", /Join two orders.*field keepNotes/],
      ["cancels", /^PUT Join two orders/],
      ["AThing26", /^AThing26/],
      ["athing2", /^AThing2/],
      ["colour77", /^ZThing77/],
      ["createThing7", /Create a thing of group 7/],
      ["jion two ordres", /^PUT Join two orders/],
    ] as const) {
      await search(page, query);
      // Titles are found first, and what is loaded later then.
      const found = async (): Promise<string> => {
        const [text = ""] = await page.getByRole("option").allInnerTexts();
        return text.replace(/\s+/g, " ");
      };
      await expect.poll(found, { timeout: 10_000 }).toMatch(expected);
    }
    expect(complaints).toEqual([]);
    await page.close();
  }, 60_000);

  test("is a combobox, worked by keys alone", async () => {
    const { page } = await docs.open(start, desk);
    const box = page.locator("#docs-search");
    await search(page, "thing");
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    await expect
      .poll(() => page.getByRole("status").innerText())
      .toMatch(/^\d+ pages found$/);
    // What is found in descriptions comes after the titles, and replaces them.
    await page.waitForTimeout(1000);
    expect(await box.getAttribute("aria-activedescendant")).toBeNull();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const selected = page.locator('[role=option][aria-selected="true"]');
    expect(await selected.getAttribute("id")).toBe("docs-result-1");
    expect(await box.getAttribute("aria-activedescendant")).toBe(
      "docs-result-1",
    );
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await selected.getAttribute("id")).toBe("docs-result-19");
    await page.keyboard.press("Escape");
    expect(await box.getAttribute("aria-expanded")).toBe("false");
    expect(await box.inputValue()).toBe("thing");
    await page.keyboard.press("Escape");
    expect(await box.inputValue()).toBe("");
    await search(page, "zzzzzz");
    await expect
      .poll(() => page.getByRole("status").innerText())
      .toBe("Nothing found");
    await search(page, "list-merge-requests");
    await page.keyboard.press("Enter");
    await page.waitForURL(/orders-list-merge-requests\.html$/);
    await page.close();
  }, 60_000);

  test("the menu is a dialog whose last entry can be reached", async () => {
    const { page } = await docs.open(start, telephone);
    const menu = page.getByRole("button", { name: "Menu" });
    await menu.click();
    const dialog = page.getByRole("dialog", { name: "Pages" });
    const last = dialog.locator("summary").last();
    await last.scrollIntoViewIfNeeded();
    await last.click();
    const letter = dialog.locator("details details summary").last();
    await letter.waitFor();
    await letter.scrollIntoViewIfNeeded();
    expect(await letter.isVisible()).toBe(true);
    const box = await letter.boundingBox();
    expect(box?.y).toBeLessThan(844);
    // The focus stays inside, and returns.
    for (let count = 0; count < 60; count += 1)
      await page.keyboard.press("Tab");
    const isInside =
      "document.querySelector('#docs-menu').contains(document.activeElement) || document.activeElement === document.body";
    expect(await page.evaluate(isInside)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await dialog.count()).toBe(0);
    expect(
      await menu.evaluate(
        (button) => button === button.ownerDocument.activeElement,
      ),
    ).toBe(true);
    await menu.click();
    await page.setViewportSize(desk.viewport);
    await page.locator("body > #docs-side").waitFor();
    expect(await dialog.count()).toBe(0);
    await page.close();
  }, 60_000);

  test("the sidebar is before the content, and its list is that of the page", async () => {
    const { page } = await docs.open(start, desk);
    const side = page.locator("#docs-side");
    await side.locator("[aria-current=page]").waitFor();
    expect(await side.locator("[aria-current=page]").innerText()).toContain(
      "Join two orders",
    );
    expect(await side.locator("details[open]").count()).toBe(1);
    const order = `(() => {
      const side = document.getElementById("docs-side");
      const main = document.getElementById("docs-content");
      return Boolean(side.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING);
    })()`;
    expect(await page.evaluate(order)).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe(
      "skip",
    );
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(
      await page.evaluate(
        "document.getElementById('docs-content').contains(document.activeElement)",
      ),
    ).toBe(true);
    await page.close();
  }, 60_000);

  test("previous and next lead through all pages of the list", async () => {
    const { page } = await docs.open("operations/find-thing3.html", desk);
    const pager = page.getByRole("navigation", {
      name: "Previous and next page",
    });
    await pager.getByRole("link", { name: "Next" }).click();
    await page.waitForURL(/create-thing3\.html$/);
    await pager.getByRole("link", { name: "Next" }).click();
    await page.waitForURL(/list-thing4\.html$/);
    await pager.getByRole("link", { name: "Previous" }).click();
    await page.waitForURL(/create-thing3\.html$/);
    await page.close();
  }, 60_000);

  test.each([telephone, desk])(
    "nothing moves while a page loads: %j",
    async (options) => {
      for (const path of [start, "index.html", "schemas/a-thing26.html"]) {
        const { page } = await docs.open(path, options);
        await page.waitForTimeout(500);
        const shift = await page.evaluate<number>(`new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const { value } of list.getEntries()) sum += value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 300);
        })`);
        expect(shift, path).toBeLessThan(0.02);
        await page.close();
      }
    },
    60_000,
  );
});
