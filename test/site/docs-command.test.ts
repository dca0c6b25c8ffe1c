import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { runHere } from "../front/run-cli.js";
import { temporaryFolder } from "../front/temporary-folder.js";
import { ask, serve } from "./serve.js";

/** A description of a shop, with one schema of this type. */
function shop(type: string, server = "https://api.example.com/v1"): string {
  return `openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: "${server}" }]
paths:
  /orders:
    get:
      summary: List orders
      operationId: listOrders
      responses: { "200": { description: Fine } }
components:
  schemas:
    Name: { type: ${type} }
`;
}

/** The first event of the live channel after those so far that has what is looked for. */
async function nextState(
  url: string,
  isWanted: (state: State) => boolean,
): Promise<State> {
  const abort = new AbortController();
  const response = await fetch(`${url}-/events`, {
    headers: { "sec-fetch-site": "same-origin" },
    signal: abort.signal,
  });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done) break;
    text += decoder.decode(value, { stream: true });
    for (const [, data = ""] of text.matchAll(/^data: (.*)\n\n/gm)) {
      const state = JSON.parse(data) as State;
      if (!isWanted(state)) continue;
      abort.abort();
      return state;
    }
  }
  throw new Error("the channel ended");
}

interface State {
  readonly run: string;
  readonly changed: readonly string[];
  readonly problems: readonly string[];
}

describe("specwright docs --out", () => {
  test("builds the pages at the root of a folder, with what a host needs", async () => {
    const folder = temporaryFolder({ "a.yaml": shop("string") });
    const args = ["docs", "a.yaml", "--out", "site", "--base", "/shop/"];
    const { exitCode, out } = await runHere(folder, args);
    expect({ exitCode, out }).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^site: 1 operation, 1 schema, \d+ files/),
    });
    const site = join(folder, "site");
    expect(readdirSync(site).sort()).toEqual(
      expect.arrayContaining([
        ...[".nojekyll", "404.html", "assets", "index.html", "index.md"],
        ...["llms.txt", "manifest.json", "operations", "schemas"],
      ]),
    );
    expect(existsSync(join(site, "index.ts"))).toBe(false);
    const missing = readFileSync(join(site, "404.html"), "utf8");
    expect(missing).toContain('href="/shop/index.html"');
    const page = readFileSync(
      join(site, "operations/list-orders.html"),
      "utf8",
    );
    expect(page).not.toMatch(/docs-proxy|live\.js/);
    const again = await runHere(folder, args);
    expect(again.out).toContain("0 written");
  });

  test("the samples import from the output of generate", async () => {
    const folder = temporaryFolder({
      "a.yaml": shop("string"),
      "specwright.config.ts":
        'export default { out: "api", packageName: "@shop/api" };\n',
    });
    await runHere(folder, ["docs", "a.yaml", "--out", "site"]);
    await runHere(folder, ["generate", "a.yaml"]);
    const name = "operations/list-orders.html";
    expect(readFileSync(join(folder, "site", name), "utf8")).toBe(
      readFileSync(join(folder, "api/docs", name), "utf8"),
    );
  });

  test("removes pages of what is gone, and nothing else", async () => {
    const folder = temporaryFolder({
      "a.yaml": shop("string"),
      "site/CNAME": "example.com",
    });
    await runHere(folder, ["docs", "a.yaml", "--out", "site"]);
    const text = shop("string").replaceAll("listOrders", "findOrders");
    writeFileSync(join(folder, "a.yaml"), text);
    await runHere(folder, ["docs", "a.yaml", "--out", "site"]);
    const pages = readdirSync(join(folder, "site/operations"));
    expect(pages.sort()).toEqual(["find-orders.html", "find-orders.md"]);
    expect(readFileSync(join(folder, "site/CNAME"), "utf8")).toBe(
      "example.com",
    );
  });

  test.each([
    ["generate", "docs", "the output of `specwright generate`"],
    ["docs", "generate", "the pages that `specwright docs` has built"],
  ])(
    "what %s has written stays when %s is given its folder",
    async (first, second, words) => {
      const folder = temporaryFolder({ "a.yaml": shop("string") });
      const args = ["a.yaml", "--out", "out"];
      await runHere(folder, [first, ...args]);
      const before = readdirSync(join(folder, "out"));
      const { exitCode, error } = await runHere(folder, [second, ...args]);
      expect(exitCode).toBe(1);
      expect(error).toContain(`not-ours: This folder has ${words}.`);
      expect(readdirSync(join(folder, "out"))).toEqual(before);
    },
  );

  test("a file of others at the path of a page is left alone", async () => {
    const folder = temporaryFolder({
      "a.yaml": shop("string"),
      "site/index.html": "mine",
    });
    const { exitCode, error } = await runHere(folder, [
      ...["docs", "a.yaml", "--out", "site"],
    ]);
    expect(exitCode).toBe(1);
    expect(error).toContain("not-ours");
    expect(readdirSync(join(folder, "site"))).toEqual(["index.html"]);
  });

  test.each(["shop", "/shop", "shop/", "//shop/", "/a/../b/", '/"><b>/'])(
    "--base %s is refused",
    async (base) => {
      const folder = temporaryFolder({ "a.yaml": shop("string") });
      const args = ["docs", "a.yaml", "--out", "site", "--base", base];
      const { exitCode, error } = await runHere(folder, args);
      expect({ exitCode, error }).toEqual({
        exitCode: 2,
        error: `error: --base ${base}: write a path with "/" at both ends, such as /docs/`,
      });
    },
  );
});

describe("specwright docs", () => {
  test("serves the pages under the base, and what is only the server's", async () => {
    const folder = temporaryFolder({ "a.yaml": shop("string") });
    const { port, out } = await serve(folder, "a.yaml", "--base", "/shop/");
    expect(out.join("\n")).toContain(`http://127.0.0.1:${port}/shop/`);
    expect(await ask(port, "/")).toMatchObject({
      status: 302,
      headers: { location: "/shop/" },
    });
    const index = await ask(port, "/shop/");
    expect(index).toMatchObject({
      status: 200,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
      },
    });
    expect(index.body).toContain(
      '<meta name="docs-proxy" content="/shop/-/proxy">',
    );
    const paths = [
      "assets/style.css",
      "-/live.js",
      "operations/list-orders.md",
    ];
    for (const path of paths)
      expect(await ask(port, `/shop/${path}`)).toMatchObject({ status: 200 });
    expect(await ask(port, "/shop/none.html")).toMatchObject({
      status: 404,
      body: expect.stringContaining("No such page") as string,
    });
  });

  test.each([
    "/../a.yaml",
    "/%2e%2e/a.yaml",
    "/..%2fa.yaml",
    "/operations/..%5c..%5ca.yaml",
    "/%00",
    "/%",
    "//a.yaml",
  ])("no file outside of the pages is served: %s", async (path) => {
    const folder = temporaryFolder({ "a.yaml": shop("string") });
    const { port } = await serve(folder, "a.yaml");
    expect((await ask(port, path)).status).toBe(404);
  });

  test("tells open pages what changed, and what is wrong", async () => {
    const folder = temporaryFolder({
      "a.yaml": shop("string").replace(
        "Name: { type: string }",
        "Name: { $ref: b.yaml }",
      ),
      "b.yaml": "type: string\n",
    });
    const { url, port, error } = await serve(folder, "a.yaml");
    const first = await nextState(url, ({ run }) => run !== "");
    expect(first.problems).toEqual([]);
    writeFileSync(join(folder, "b.yaml"), "type: strin\n");
    const broken = await nextState(url, ({ problems }) => problems.length > 0);
    expect(broken.run).toBe(first.run);
    expect(broken.problems[0]).toMatch(/^b\.yaml:1:7: error/);
    await expect
      .poll(() => error.join("\n"))
      .toMatch(/b\.yaml:1:7: error[^]*the pages stay as they are/);
    const path = "/schemas/name.html";
    expect((await ask(port, path)).body).toContain("string");
    writeFileSync(join(folder, "b.yaml"), "type: integer\n");
    const mended = await nextState(url, ({ run }) => run !== first.run);
    expect(mended.problems).toEqual([]);
    expect(mended.changed).toContain("schemas/name.html");
    expect((await ask(port, path)).body).toContain("integer");
  }, 20_000);

  test("waits for a description that is at fault from the start", async () => {
    const folder = temporaryFolder({ "a.yaml": shop("strin") });
    const { url, port } = await serve(folder, "a.yaml");
    expect(await ask(port, "/index.html")).toMatchObject({
      status: 404,
      body: expect.stringMatching(/No pages yet[^]*<li>a\.yaml:/) as string,
    });
    writeFileSync(join(folder, "a.yaml"), shop("string"));
    await nextState(url, ({ problems }) => problems.length === 0);
    expect((await ask(port, "/index.html")).status).toBe(200);
  });

  test("refuses names that resolve here, and pages of other websites", async () => {
    const folder = temporaryFolder({ "a.yaml": shop("string") });
    const { port } = await serve(folder, "a.yaml");
    const own = `127.0.0.1:${port}`;
    const status = async (headers: Record<string, string>, path = "/") =>
      (await ask(port, path, headers)).status;
    expect(await status({ host: own })).toBe(200);
    expect(await status({ host: `localhost:${port}` })).toBe(200);
    expect(await status({ host: `evil.example:${port}` })).toBe(403);
    expect(await status({ host: "127.0.0.1" })).toBe(403);
    expect(await status({ host: own, origin: "https://evil.example" })).toBe(
      403,
    );
    expect(await status({ host: own, origin: "null" })).toBe(403);
    const foreign = { host: own, "sec-fetch-site": "cross-site" };
    expect(await status(foreign, "/assets/script.js")).toBe(403);
    expect(await status({ ...foreign, "sec-fetch-mode": "navigate" })).toBe(
      200,
    );
    expect(await status({ host: own }, "/-/events")).toBe(403);
  });

  test("says so if the port is taken", async () => {
    const folder = temporaryFolder({ "a.yaml": shop("string") });
    const { port } = await serve(folder, "a.yaml");
    const args = ["docs", "a.yaml", "--port", String(port)];
    expect(await runHere(folder, args)).toMatchObject({
      exitCode: 2,
      error: `error: port ${port} is taken: pass --port with another one, or --port 0 for any that is free`,
    });
    const wrong = await runHere(folder, ["docs", "a.yaml", "--port", "http"]);
    expect(wrong).toMatchObject({
      exitCode: 2,
      error: "error: --port http: write a number from 0 to 65535",
    });
  });
});

describe("the proxy of specwright docs", () => {
  /** A server that answers what it was asked. */
  async function echo() {
    const seen: {
      method: string;
      url: string;
      headers: IncomingHttpHeaders;
      body: string;
    }[] = [];
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (part) => (body += String(part)));
      request.on("end", () => {
        const { method = "", url = "", headers } = request;
        seen.push({ method, url, headers, body });
        if (url.endsWith("/away")) {
          response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
          return;
        }
        if (url.endsWith("/stream")) {
          response.writeHead(200);
          response.write("one\n");
          return;
        }
        response.setHeader("set-cookie", "a=b");
        response.writeHead(201, "Made").end(`got ${body}`);
      });
    });
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () =>
        resolve((server.address() as AddressInfo).port),
      );
    });
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return { seen, origin: `http://127.0.0.1:${port}` };
  }

  async function proxy(server = (origin: string) => `${origin}/v1`) {
    const { seen, origin } = await echo();
    const folder = temporaryFolder({
      "a.yaml": shop("string", server(origin)),
    });
    const { port } = await serve(folder, "a.yaml");
    const own = `127.0.0.1:${port}`;
    const send = (headers: Record<string, string>, body = "") =>
      ask(
        port,
        "/-/proxy",
        { host: own, origin: `http://${own}`, ...headers },
        { method: "POST", body },
      );
    return { seen, origin, port, own, send };
  }

  test("sends what the page asks for, and nothing else", async () => {
    const { seen, origin, own, send } = await proxy();
    const answer = await send(
      {
        "docs-target": `${origin}/v1/orders?a=%2F`,
        "docs-method": "PATCH",
        "docs-headers": JSON.stringify([
          ["Authorization", "Bearer abc"],
          ["Cookie", "session=1"],
          ["Content-Type", "application/json"],
          ["Host", "elsewhere.example"],
        ]),
        cookie: "of=this-server",
        referer: `http://${own}/`,
        "content-type": "text/plain",
        "user-agent": "browser",
      },
      '{"ü":1}',
    );
    expect(answer).toMatchObject({
      status: 200,
      headers: { "docs-status": "201", "docs-status-text": "Made" },
      body: 'got {"ü":1}',
    });
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(
      JSON.parse(String(answer.headers["docs-response-headers"])),
    ).toContainEqual(["set-cookie", "a=b"]);
    expect(seen).toEqual([
      {
        method: "PATCH",
        url: "/v1/orders?a=%2F",
        headers: {
          host: new URL(origin).host,
          authorization: "Bearer abc",
          cookie: "session=1",
          "content-type": "application/json",
          connection: "close",
          "content-length": "8",
        },
        body: '{"ü":1}',
      },
    ]);
  });

  test("reaches the servers of the description alone", async () => {
    const { seen, origin, send } = await proxy();
    const status = async (target: string) =>
      (await send({ "docs-target": target })).status;
    expect(await status(`${origin}/v1/a`)).toBe(200);
    const { length } = seen;
    for (const target of [
      `${origin}/v2/a`,
      `${origin}/v1/../v2`,
      `${origin}/v1/%2e%2e/v2`,
      `${origin}/v10`,
      "http://169.254.169.254/latest",
      "http://127.0.0.1:1/v1/a",
    ])
      expect(await status(target), target).toBe(403);
    for (const target of [
      "file:///etc/passwd",
      "v1/a",
      "",
      origin.replace("//", "//user:secret@"),
    ])
      expect(await status(target), target).toBe(400);
    expect(seen).toHaveLength(length);
  });

  test("follows no redirect", async () => {
    const { origin, send } = await proxy();
    const answer = await send({
      "docs-target": `${origin}/v1/away`,
      "docs-headers": '[["X-Api-Key","secret"]]',
    });
    expect(answer).toMatchObject({
      status: 200,
      headers: { "docs-status": "302" },
    });
    expect(answer.headers["location"]).toBeUndefined();
  });

  test("is for pages of this server alone", async () => {
    const { seen, origin, port, own, send } = await proxy();
    const target = { "docs-target": `${origin}/v1/a` };
    expect(
      (await send({ ...target, origin: "https://evil.example" })).status,
    ).toBe(403);
    expect((await send({ ...target, host: "evil.example" })).status).toBe(403);
    const anonymous = await ask(
      port,
      "/-/proxy",
      { host: own, ...target },
      { method: "POST" },
    );
    expect(anonymous.status).toBe(403);
    const preflight = await ask(
      port,
      "/-/proxy",
      { host: own, origin: "https://evil.example" },
      { method: "OPTIONS" },
    );
    expect(preflight.status).toBe(403);
    expect(preflight.headers["access-control-allow-origin"]).toBeUndefined();
    expect(seen).toEqual([]);
  });

  test.each([
    [{ "docs-headers": '[["a b","c"]]' }],
    [{ "docs-headers": '[["a","b\\r\\nc: d"]]' }],
    [{ "docs-headers": '{"a":"b"}' }],
    [{ "docs-headers": "[" }],
    [{ "docs-method": "A B" }],
    [{ "docs-method": "CONNECT" }],
  ])("refuses what is no request: %j", async (headers) => {
    const { seen, origin, send } = await proxy();
    const answer = await send({ "docs-target": `${origin}/v1/a`, ...headers });
    expect(answer.status).toBe(400);
    expect(answer.headers["docs-status"]).toBeUndefined();
    expect(JSON.parse(answer.body)).toEqual({ error: expect.any(String) });
    expect(seen).toEqual([]);
  });

  test("says so if the server is not there", async () => {
    const { send } = await proxy(() => "http://127.0.0.1:1");
    const answer = await send({ "docs-target": "http://127.0.0.1:1/a" });
    expect(answer.status).toBe(502);
    expect(JSON.parse(answer.body)).toEqual({
      error: expect.stringContaining("ECONNREFUSED") as string,
    });
  });

  test("passes on a body as it grows", async () => {
    const { origin, port, own } = await proxy();
    const abort = new AbortController();
    const response = await fetch(`http://${own}/-/proxy`, {
      method: "POST",
      headers: {
        origin: `http://127.0.0.1:${port}`,
        "docs-target": `${origin}/v1/stream`,
      },
      signal: abort.signal,
    });
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe("one\n");
    abort.abort();
  });
});
