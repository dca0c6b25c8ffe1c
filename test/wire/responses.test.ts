import { beforeAll, describe, expect, test } from "vitest";
import {
  compileOutput,
  diagnose,
  operationOf,
  type CompiledOutput,
  type Result,
} from "./compile-output.js";
import { playServer, type Play } from "./play-server.js";
import { responsesDocument } from "./responses-document.js";

let output: CompiledOutput;
beforeAll(async () => {
  output = await compileOutput(responsesDocument);
});

/** Sends an operation to a server that answers as `play` does, and reads the answer. */
async function answer(
  id: string,
  play: Play,
  options: object = {},
): Promise<Result> {
  const { url } = await playServer(play);
  const { build, read } = operationOf(output, id);
  return output.runtime.send(build(), { baseUrl: url, read, ...options });
}

const type = (contentType: string): Record<string, string> => ({
  "content-type": contentType,
});
const json = type("application/json");

describe("the status picks the branch", () => {
  test("the code itself comes before its range", async () => {
    const result = await answer("getPet", (response) => {
      response
        .writeHead(200, { ...json, "x-limit": "5" })
        .end('{"name":"Mia"}');
    });
    expect(result).toMatchObject({
      status: 200,
      ok: true,
      contentType: "application/json",
      body: { name: "Mia" },
      issues: [],
    });
  });

  test("a range takes the codes that are not described", async () => {
    const result = await answer("getPet", (response) => {
      response.writeHead(202, json).end("[1]");
    });
    expect(result).toMatchObject({
      status: 202,
      ok: true,
      body: [1],
      issues: [],
    });
  });

  test("an error is not a success", async () => {
    const result = await answer("getPet", (response) => {
      response
        .writeHead(404, type("application/problem+json; charset=utf-8"))
        .end('{"code":7}');
    });
    expect(result).toMatchObject({
      status: 404,
      ok: false,
      contentType: "application/problem+json",
      body: { code: 7 },
    });
  });

  test("the content type picks among bodies", async () => {
    const result = await answer("getPet", (response) => {
      response.writeHead(400, type("Text/Plain;charset=utf-8")).end("no");
    });
    expect(result).toMatchObject({
      status: 400,
      contentType: "text/plain",
      body: "no",
      issues: [],
    });
  });

  test("JSON under another name of JSON is read as what is described", async () => {
    const result = await answer("getPet", (response) => {
      response.writeHead(400, json).end('{"code":1}');
    });
    expect(result).toMatchObject({
      contentType: "application/problem+json",
      body: { code: 1 },
    });
  });

  test("an unknown status keeps its body", async () => {
    const result = await answer("getPet", (response) => {
      response.writeHead(503, json).end('{"any":true}');
    });
    expect(result).toMatchObject({
      kind: "undescribed",
      status: 503,
      ok: false,
      contentType: "application/json",
      body: { any: true },
    });
    expect(result.issues).toMatchObject([{ keyword: "status" }]);
  });

  test("default takes what is left", async () => {
    const result = await answer("getFile", (response) => {
      response.writeHead(500, type("text/html")).end("<h1>oh</h1>");
    });
    expect(result).toMatchObject({
      status: 500,
      contentType: "text/html",
      body: "<h1>oh</h1>",
    });
  });

  test("204 has no body", async () => {
    const result = await answer("getPet", (response) => {
      response.writeHead(204).end();
    });
    expect(result).toMatchObject({
      status: 204,
      contentType: undefined,
      body: undefined,
      issues: [],
    });
  });

  test("HEAD has none either", async () => {
    const result = await answer("headPet", (response) => {
      response.writeHead(200, { ...json, "content-length": "100" }).end();
    });
    expect(result).toMatchObject({
      status: 200,
      ok: true,
      body: undefined,
      issues: [],
    });
  });
});

test("content that is described where HTTP has no body is reported, and not waited for", async () => {
  const content = { "application/json": { schema: { type: "object" } } };
  const described = { description: "x", content };
  const operation = {
    operationId: "get",
    responses: { "200": described, "204": described, "304": described },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    paths: { "/": { get: operation } },
  };
  const found = (await diagnose(document)).filter(
    ({ code }) => code === "answer-without-body",
  );
  expect(found.map(({ pointer }) => pointer)).toEqual([
    "/paths/~1/get/responses/204",
    "/paths/~1/get/responses/304",
  ]);
  const { read } = operationOf(await compileOutput(document), "get");
  expect(await read(new Response(null, { status: 204 }))).toMatchObject({
    contentType: undefined,
    body: undefined,
    issues: [],
  });
});

describe("nothing that was received is lost", () => {
  test("broken JSON is given as text", async () => {
    const result = await answer("getPet", (response) => {
      response.writeHead(200, { ...json, "x-limit": "1" }).end('{"name":');
    });
    expect(result).toMatchObject({
      status: 200,
      kind: "unreadable",
      ok: false,
      contentType: undefined,
      body: undefined,
      text: '{"name":',
      headers: { "X-Limit": 1 },
    });
    expect(result.issues).toMatchObject([
      { pointer: "/body", keyword: "json" },
    ]);
  });

  test("a body of another content type is given as text", async () => {
    const result = await answer("getPet", (response) => {
      response
        .writeHead(200, { ...type("text/html"), "x-limit": "1" })
        .end("<p>");
    });
    expect(result).toMatchObject({
      status: 200,
      contentType: undefined,
      text: "<p>",
    });
    expect(result.issues).toMatchObject([{ keyword: "contentType" }]);
  });

  test("and as bytes, which text would spoil", async () => {
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0x00]);
    for (const [status, mediaType] of [
      [200, "image/jpeg"],
      [302, "image/jpeg"],
    ] as const) {
      const { response } = await answer("getPet", (played) => {
        played.writeHead(status, type(mediaType)).end(bytes);
      });
      expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    }
  });

  test("a media type with its parameters comes before one without", async () => {
    const content = {
      "application/json": { schema: { type: "array" } },
      "application/json;stream=watch": { schema: { type: "object" } },
    };
    const document = {
      openapi: "3.1.0",
      info: { title: "t", version: "1" },
      paths: {
        "/": {
          get: {
            operationId: "get",
            responses: { "200": { description: "x", content } },
          },
        },
      },
    };
    const { read } = operationOf(await compileOutput(document), "get");
    const received = (mediaType: string): Promise<Result> =>
      read(new Response("{}", { headers: type(mediaType) }));
    expect(await received("application/JSON; stream=watch")).toMatchObject({
      contentType: "application/json;stream=watch",
      issues: [],
    });
    expect(await received("application/json; charset=utf-8")).toMatchObject({
      contentType: "application/json",
      issues: [{ keyword: "type" }],
    });
  });

  test("a missing content type is the first that is described", async () => {
    const result = await answer("getPet", (response) => {
      response.writeHead(200, { "x-limit": "1" }).end('{"name":"x"}');
    });
    expect(result).toMatchObject({
      contentType: "application/json",
      body: { name: "x" },
    });
  });

  test("an empty body where JSON is described", async () => {
    const result = await answer("getPet", (response) => {
      response.writeHead(200, { ...json, "x-limit": "1" }).end();
    });
    expect(result).toMatchObject({ status: 200, body: undefined, text: "" });
  });

  test("a body that breaks its schema is given, with issues", async () => {
    const result = await answer("getPet", (response) => {
      response
        .writeHead(200, { ...json, "x-limit": "1" })
        .end('{"kind":"fox","more":1}');
    });
    expect(result.body).toEqual({ kind: "fox", more: 1 });
    expect(result.issues.map(({ pointer }) => pointer)).toContain("/body");
  });

  test("an unknown enum value and an empty URL cost nothing", async () => {
    const result = await answer("getPet", (response) => {
      response
        .writeHead(200, { ...json, "x-limit": "1" })
        .end('{"name":"x","kind":"fox","home":""}');
    });
    expect(result).toMatchObject({
      status: 200,
      ok: true,
      body: { name: "x", kind: "fox", home: "" },
    });
    expect(result.issues.every(({ keyword }) => keyword !== "format")).toBe(
      true,
    );
  });

  test("validation can be left out", async () => {
    const { read } = operationOf(output, "getPet");
    const result = await read(new Response('{"kind":1}', { headers: json }), {
      validate: false,
    });
    expect(result).toMatchObject({ body: { kind: 1 }, issues: [] });
  });
});

describe("headers", () => {
  test("are parsed by their schemas", async () => {
    const result = await answer("getPet", (response) => {
      response
        .writeHead(200, {
          ...json,
          "x-limit": "5",
          "x-tags": "a, b",
          "x-fresh": "true",
          "x-size": "w=1,h=2",
        })
        .end('{"name":"x"}');
    });
    expect(result.headers).toEqual({
      "X-Limit": 5,
      "X-Tags": ["a", "b"],
      "X-Fresh": true,
      "X-Size": { w: 1, h: 2 },
    });
    expect(result.issues).toEqual([]);
  });

  test("that are wrong or missing are issues", async () => {
    const result = await answer("getPet", (response) => {
      response
        .writeHead(200, { ...json, "x-fresh": "maybe" })
        .end('{"name":"x"}');
    });
    expect(result.headers).toEqual({ "X-Fresh": "maybe" });
    expect(result.issues.map(({ pointer }) => pointer).sort()).toEqual([
      "/headers",
      "/headers/X-Fresh",
    ]);
  });
});

describe("bodies that are not JSON", () => {
  test("200 MB of bytes are streamed in flat memory", async () => {
    const chunk = Buffer.alloc(1 << 20, 7);
    const result = await answer("getFile", async (response) => {
      response.writeHead(200, type("application/octet-stream"));
      for (let sent = 0; sent < 200; sent++) {
        if (!response.write(chunk))
          await new Promise((resolve) => response.once("drain", resolve));
      }
      response.end();
    });
    let total = 0;
    // Once buffers and garbage have found their level, what is held would show as growth with every byte more.
    const peaks = { firstHalf: 0, secondHalf: 0 };
    for await (const bytes of result.body as AsyncIterable<Uint8Array>) {
      total += bytes.length;
      const half = total <= 100 << 20 ? "firstHalf" : "secondHalf";
      peaks[half] = Math.max(peaks[half], process.memoryUsage().rss);
    }
    expect(total).toBe(200 << 20);
    expect((peaks.secondHalf - peaks.firstHalf) / (1 << 20)).toBeLessThan(80);
  });

  test("forms", async () => {
    const form = await answer("getForm", (response) => {
      response
        .writeHead(200, type("application/x-www-form-urlencoded"))
        .end("a=1&b=x+y");
    });
    expect((form.body as URLSearchParams).get("b")).toBe("x y");
    const multipart = await answer("getForm", (response) => {
      response
        .writeHead(200, type("multipart/form-data; boundary=B"))
        .end(
          '--B\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--B--\r\n',
        );
    });
    expect((multipart.body as FormData).get("a")).toBe("1");
  });

  test("a broken form is given as text", async () => {
    const result = await answer("getForm", (response) => {
      response
        .writeHead(200, type("multipart/form-data; boundary=B"))
        .end("nothing");
    });
    expect(result).toMatchObject({ body: undefined, text: "nothing" });
  });
});
