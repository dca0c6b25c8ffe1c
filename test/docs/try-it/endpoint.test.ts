import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createIncomingPhoneNumber } from "../../../generated/index.js";
import { findChromium } from "../find-chromium.js";
import {
  launchBrowser,
  openPage,
  openPanel,
  useServer,
  writeDocs,
  type DocsFolder,
} from "./browser-docs.js";
import { startCorsServer, type CorsServer } from "./cors-server.js";

const executablePath = findChromium();
if (executablePath === undefined)
  console.warn("SKIPPED: Try It in a browser; no Chromium (set CHROMIUM_PATH)");

const page = "operations/create-incoming-phone-number.html";
const accountSid = `AC${"a".repeat(32)}`;

describe.runIf(executablePath !== undefined)(
  "Try It on the endpoint's page",
  () => {
    let docs: DocsFolder;
    let browser: Browser;
    let server: CorsServer;

    beforeAll(async () => {
      docs = await writeDocs("spec/openapi.yaml");
      browser = await launchBrowser(executablePath as string);
      server = await startCorsServer();
    }, 60_000);

    afterEach(() => {
      server.received.length = 0;
      server.allowsOrigins = true;
      server.answer = (response) => response.end();
    });

    afterAll(async () => {
      await browser.close();
      server.close();
      docs.remove();
    });

    async function openEndpoint() {
      const opened = await openPage(browser, docs.url(page));
      const dialog = await openPanel(opened.page);
      await useServer(dialog, server.origin);
      const send = async (): Promise<void> => {
        await dialog.getByRole("button", { name: "Send", exact: true }).click();
        const confirm = opened.page.getByRole("button", { name: "Send POST" });
        await confirm.click();
      };
      return { ...opened, dialog, send };
    }

    function answerJson(status: number, body: unknown): void {
      server.answer = (response) => {
        response.statusCode = status;
        response.setHeader("content-type", "application/json");
        response.end(typeof body === "string" ? body : JSON.stringify(body));
      };
    }

    test("three mistakes give three messages at their fields, and a summary with the focus", async () => {
      const { dialog, complaints, page: opened } = await openEndpoint();
      await dialog.getByLabel("AreaCode").fill("41");
      await dialog.getByLabel("VoiceUrl", { exact: true }).fill("no url");
      await dialog.getByLabel("AccountSid").fill("AC1");
      await dialog.getByRole("button", { name: "Send", exact: true }).click();
      const summary = dialog.getByRole("alert");
      // The account's id is too short and of another form.
      expect(await summary.locator("li").count()).toBe(4);
      expect(
        await summary.evaluate((node) => node === document.activeElement),
      ).toBe(true);
      for (const [name, words] of [
        ["AreaCode", "text like"],
        ["VoiceUrl", "a URI"],
        ["AccountSid required", "34 characters"],
      ] as const) {
        const field = dialog.getByLabel(name, { exact: true }).first();
        expect(await field.getAttribute("aria-invalid"), name).toBe("true");
        const id = await field.getAttribute("aria-describedby");
        const message = await opened
          .locator(`[id="${id ?? ""}"]`)
          .textContent();
        expect(message).toContain(words);
      }
      await summary.getByRole("link", { name: "/body/AreaCode" }).click();
      expect(
        await dialog
          .getByLabel("AreaCode")
          .evaluate((node) => node === document.activeElement),
      ).toBe(true);
      expect(server.received).toEqual([]);
      expect(complaints).toEqual([]);
      await opened.close();
    }, 60_000);

    test("a field is judged when it is left, rules and advice as well", async () => {
      const { dialog, page: opened } = await openEndpoint();
      await dialog.getByLabel("AreaCode").fill("");
      await dialog.getByLabel("FriendlyName").fill("x".repeat(65));
      await dialog.getByLabel("TrunkSid").fill(`TK${"a".repeat(32)}`);
      await dialog
        .getByLabel("VoiceUrl", { exact: true })
        .fill("https://a.example");
      await dialog.getByLabel("VoiceMethod").focus();
      const text = await dialog.innerText();
      expect(text).toContain("64 characters or fewer");
      expect(text).toContain("VoiceUrl is ignored while TrunkSid is set");
      expect(text).toContain(
        'at least one of "AreaCode" and "PhoneNumber" is needed',
      );
      await opened.close();
    }, 60_000);

    test("the right form sends exactly the builder's bytes, with credentials", async () => {
      const { dialog, send, complaints, page: opened } = await openEndpoint();
      answerJson(201, { sid: `PN${"a".repeat(32)}` });
      const friendlyName = "a\"b'c\\d$e${f}#{g}`h`%i</script> é€😀";
      await dialog.getByLabel("FriendlyName").fill(friendlyName);
      await dialog.getByLabel(/user name/).fill("AC user");
      await dialog.getByLabel(/password/).fill("p:w€");
      await send();
      await dialog.getByText("201 Created").waitFor();
      const [received] = server.received;
      const built = createIncomingPhoneNumber({
        path: { AccountSid: accountSid },
        body: { AreaCode: "415", FriendlyName: friendlyName },
      });
      expect(received?.method).toBe("POST");
      expect(received?.url).toBe(built.url);
      expect(received?.body.toString()).toBe(built.body);
      expect(received?.headers["content-type"]).toBe(
        built.headers["content-type"],
      );
      expect(received?.headers["authorization"]).toBe(
        `Basic ${Buffer.from("AC user:p:w€").toString("base64")}`,
      );
      // What is shown and kept has placeholders.
      expect(await dialog.innerText()).not.toContain("p:w€");
      const stored = await opened.evaluate("JSON.stringify(localStorage)");
      expect(stored).not.toContain("p:w");
      // It lacks fields: the generated reader says which.
      await dialog
        .getByText(/It differs from its description in \d+ places/)
        .waitFor();
      expect(complaints).toEqual([]);
      await opened.close();
    }, 60_000);

    test("a 400, a broken answer and one that is not described are shown", async () => {
      const { dialog, send, page: opened } = await openEndpoint();
      const error = {
        code: 21452,
        message: "No numbers",
        more_info: "https://a.example",
        status: 400,
      };
      answerJson(400, error);
      await send();
      await dialog.getByText("400 Bad Request").waitFor();
      await dialog
        .getByText("The answer is one that the description has.")
        .waitFor();
      expect(await dialog.locator(".answer").innerText()).toContain(
        '"code": 21452',
      );
      answerJson(201, "{broken");
      await dialog.getByRole("button", { name: "Send", exact: true }).click();
      await dialog.getByText("of another media type or broken").waitFor();
      answerJson(204, "");
      await dialog.getByRole("button", { name: "Send", exact: true }).click();
      await dialog
        .getByText("The description does not have this status.")
        .waitFor();
      await opened.close();
    }, 60_000);

    test("a request is asked about once, and can be aborted", async () => {
      const { dialog, page: opened } = await openEndpoint();
      server.answer = () => undefined;
      const send = dialog.getByRole("button", { name: "Send", exact: true });
      await send.click();
      await opened.getByRole("button", { name: "Cancel" }).click();
      expect(server.received).toEqual([]);
      await send.click();
      await opened.getByRole("button", { name: "Send POST" }).click();
      await dialog.getByRole("button", { name: "Abort" }).click();
      await dialog.getByText("Aborted.").waitFor();
      await opened.close();
    }, 60_000);

    test("a server without CORS is named as such, with the curl to copy", async () => {
      const { dialog, send, page: opened } = await openEndpoint();
      server.allowsOrigins = false;
      await send();
      await dialog.getByText(/does not allow pages of other origins/).waitFor();
      await expect
        .poll(() => dialog.getByLabel("curl").textContent())
        .toMatch(/^curl --request POST/);
      await opened.close();
    }, 60_000);

    test("samples follow the form in nine languages, and the choice is remembered", async () => {
      const { dialog, page: opened } = await openEndpoint();
      await dialog.getByText("As code").click();
      const picker = dialog.getByLabel("Language");
      const code = dialog.getByLabel("Sample");
      await dialog.getByLabel("FriendlyName").fill("it's me");
      for (const [language, words] of [
        ["curl", "FriendlyName=it%27s+me"],
        ["TypeScript", `FriendlyName: "it's me"`],
        ["fetch", "FriendlyName=it%27s+me"],
        ["Python", "requests.request("],
        ["Go", "http.NewRequest("],
        ["Java", "HttpRequest.newBuilder("],
        ["PHP", "curl_setopt_array("],
        ["Ruby", "Net::HTTPGenericRequest"],
        ["C#", "HttpRequestMessage("],
      ] as const) {
        await picker.selectOption({ label: language });
        await expect
          .poll(() => code.textContent(), { message: language })
          .toContain(words);
      }
      expect(
        await opened.evaluate("localStorage.getItem('docs-language')"),
      ).toBe("C#");
      await opened.close();
    }, 60_000);

    test("the page prints its example in other languages", async () => {
      const { page: opened, complaints } = await openPage(
        browser,
        docs.url(page),
      );
      const picker = opened.getByLabel("Other languages");
      await picker.selectOption({ label: "Python" });
      await expect
        .poll(() => opened.getByLabel("Python sample").textContent())
        .toContain("AreaCode=415");
      expect(complaints).toEqual([]);
      await opened.close();
    }, 60_000);

    test("the keyboard alone opens it, sends and closes", async () => {
      const { page: opened } = await openPage(
        browser,
        docs.url(`${page}#try-it`),
      );
      const dialog = opened.getByRole("dialog", { name: "Try it" });
      await dialog.waitFor();
      await useServer(dialog, server.origin);
      answerJson(201, {});
      await dialog.getByLabel("AreaCode").focus();
      await opened.keyboard.press("Enter");
      await opened.getByRole("button", { name: "Cancel" }).waitFor();
      await opened.keyboard.press("Tab");
      await opened.keyboard.press("Enter");
      await dialog.getByText("201 Created").waitFor();
      await opened.keyboard.press("Escape");
      expect(await dialog.isVisible()).toBe(false);
      await opened.close();
    }, 60_000);

    test("without a script there is no button", async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const opened = await context.newPage();
      await opened.goto(docs.url(page));
      expect(await opened.getByRole("button", { name: "Try it" }).count()).toBe(
        0,
      );
      expect(await opened.locator("main").innerText()).toContain("curl");
      await context.close();
    }, 60_000);

    test("the setting leaves it out", async () => {
      const without = await writeDocs("spec/openapi.yaml", { tryIt: false });
      const { page: opened } = await openPage(browser, without.url(page));
      expect(await opened.getByRole("button", { name: "Try it" }).count()).toBe(
        0,
      );
      await opened.close();
      without.remove();
    }, 60_000);
  },
);
