import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileOutput } from "./compile-output.js";
import { runtimes } from "./runtimes/runtimes.js";

const document = {
  openapi: "3.1.0",
  info: { title: "Redirects", version: "1" },
  paths: {
    "/go": {
      get: {
        operationId: "go",
        parameters: [{ in: "query", name: "to", schema: { type: "string" } }],
        responses: { "200": { description: "Where it has led to." } },
      },
    },
  },
};

/** What a server must not lead a client to. */
const forbidden = [
  "FILE",
  "data:text/plain,secret",
  "data:text/plain;base64,c2VjcmV0",
  "blob:http://127.0.0.1/secret",
  "ftp://127.0.0.1/secret",
  "javascript:1",
  "about:blank",
  "ws://127.0.0.1/secret",
  "unix:/secret",
];

/** Runs in each runtime: the outcome of each location, with headers of the caller and without. */
const program = `
import { go } from "./index.js";
import { send } from "./runtime/send.js";
const read = async (answer) => {
  try {
    const response = await answer;
    return response.status + " " + (await response.text());
  } catch (error) {
    return error.constructor.name;
  }
};
const outcomes = [];
for (const to of locations) {
  for (const headers of [{ "x-key": "1" }, {}])
    outcomes.push(await read(send(go({ query: { to } }), { baseUrl, headers })));
}
// There is no certificate for https here, so that a function stands for it.
const sent = [];
const fetch = (request) => {
  sent.push(request.url);
  return Promise.resolve(
    new Response(null, { status: 302, headers: { location: "http://a.example/down" } }),
  );
};
const options = { baseUrl: "https://a.example", headers: { "x-key": "1" }, fetch };
outcomes.push(await read(send(go(), options)), sent.join());
// A redirect that is allowed is followed, except in a browser, which hides where it leads.
outcomes.push(await read(send(go({ query: { to: "/end" } }), { baseUrl, headers: { "x-key": "1" } })));
report(outcomes);
`;

describe("no redirect leads away from HTTP", () => {
  let origin: string;
  let folder: string;
  let code: string;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://a");
    if (pathname !== "/go") {
      response
        .writeHead(200, { "content-type": "text/html" })
        .end(pathname === "/end" ? "end" : "<!doctype html>");
      return;
    }
    const to = searchParams.get("to") ?? "";
    const location = to === "FILE" ? `file://${folder}/package.json` : to;
    response.writeHead(302, { location }).end();
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) =>
      server.listen(0, "127.0.0.1", resolve),
    );
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    folder = (await compileOutput(document)).folder;
    const { outputFiles } = await build({
      stdin: {
        contents: program,
        resolveDir: folder,
      },
      define: {
        locations: JSON.stringify(forbidden),
        baseUrl: JSON.stringify(origin),
      },
      bundle: true,
      platform: "neutral",
      format: "esm",
      target: "es2022",
      write: false,
    });
    code = outputFiles[0]?.text ?? "";
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.each(runtimes)(
    "$name",
    async ({ name, run }) => {
      if (run === undefined) {
        console.warn(`SKIPPED: redirects in ${name}, which is not installed`);
        expect(process.env["CI"], `${name} is not installed`).toBeUndefined();
        return;
      }
      const outcomes = await run(code, folder, origin);
      const [end, sent, down] = [...outcomes].reverse();
      const led = outcomes.slice(0, -3);
      expect(led).toHaveLength(2 * forbidden.length);
      const wrong = led.flatMap((outcome, index) =>
        /^(?:TypeError|DOMException|Error)$/.test(outcome)
          ? []
          : [
              `${forbidden[index >> 1]}, ${index % 2 === 0 ? "with" : "without"} headers: ${outcome}`,
            ],
      );
      expect(wrong).toEqual([]);
      expect([down, sent]).toEqual(["TypeError", "https://a.example/go"]);
      expect(end).toBe(name === "Chromium" ? "TypeError" : "200 end");
    },
    60_000,
  );
});
