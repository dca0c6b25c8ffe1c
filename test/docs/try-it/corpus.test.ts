import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "../find-chromium.js";
import {
  launchBrowser,
  openPage,
  openPanel,
  useServer,
  writeDocs,
} from "./browser-docs.js";
import { startCorsServer, type CorsServer } from "./cors-server.js";

const executablePath = findChromium();
const corpus = fileURLToPath(
  new URL("../../../../shared/corpus/", import.meta.url),
);
const isThere = executablePath !== undefined && existsSync(corpus);
if (!isThere)
  console.warn(
    "SKIPPED: Try It on real descriptions; no Chromium, or no folder shared/corpus",
  );

describe.runIf(isThere)("Try It on real descriptions", () => {
  let browser: Browser;
  let server: CorsServer;

  beforeAll(async () => {
    browser = await launchBrowser(executablePath as string);
    server = await startCorsServer();
    server.answer = (response) => {
      response.setHeader("content-type", "application/json");
      response.end("{}");
    };
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  test("a comment in Figma, with a union of places", async () => {
    const docs = await writeDocs(`${corpus}figma.yaml`);
    const { page, complaints } = await openPage(
      browser,
      docs.url("operations/post-comment.html"),
    );
    const dialog = await openPanel(page);
    await useServer(dialog, server.origin);
    await dialog.getByLabel(/^file_key/).fill("a/b");
    await dialog.getByLabel(/^message/).fill('it\'s "me"');
    await dialog.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("button", { name: "Send POST" }).click();
    await dialog.getByText("200 OK").waitFor();
    const received = server.received.pop();
    expect(received?.url).toBe("/v1/files/a%2Fb/comments");
    expect(JSON.parse(received?.body.toString() ?? "")).toMatchObject({
      message: 'it\'s "me"',
    });
    expect(complaints).toEqual([]);
    await page.close();
    docs.remove();
  }, 120_000);

  test("a file for OpenAI", async () => {
    const docs = await writeDocs(`${corpus}openai.yaml`);
    const { page, complaints } = await openPage(
      browser,
      docs.url("operations/create-file.html"),
    );
    const dialog = await openPanel(page);
    await useServer(dialog, server.origin);
    const bytes = Buffer.from([0, 255, 13, 10]);
    await dialog.getByLabel(/^file/).setInputFiles({
      name: "a b.jsonl",
      mimeType: "application/jsonl",
      buffer: bytes,
    });
    await dialog.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("button", { name: "Send POST" }).click();
    await dialog.getByText("200 OK").waitFor();
    const received = server.received.pop();
    expect(received?.url).toBe("/files");
    expect(received?.headers["content-type"]).toMatch(
      /^multipart\/form-data; boundary=/,
    );
    expect(received?.body.includes(bytes)).toBe(true);
    expect(received?.body.toString("latin1")).toContain(
      'name="file"; filename="a b.jsonl"',
    );
    expect(complaints).toEqual([]);
    await page.close();
    docs.remove();
  }, 120_000);

  test("a folder in Box, with nested objects and a token", async () => {
    const docs = await writeDocs(`${corpus}box.json`);
    const { page, complaints } = await openPage(
      browser,
      docs.url("operations/post-folders.html"),
    );
    const dialog = await openPanel(page);
    await useServer(dialog, server.origin);
    await dialog.getByLabel(/^name/).fill("New");
    await dialog.getByLabel(/access token/).fill("secret");
    await dialog.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("button", { name: "Send POST" }).click();
    await dialog.getByText("200 OK").waitFor();
    const received = server.received.pop();
    expect(received?.headers["authorization"]).toBe("Bearer secret");
    const body: unknown = JSON.parse(received?.body.toString() ?? "");
    expect(body).toMatchObject({ name: "New", parent: { id: "0" } });
    expect(complaints).toEqual([]);
    await page.close();
    docs.remove();
  }, 120_000);
});
