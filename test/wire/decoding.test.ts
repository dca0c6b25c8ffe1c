import { beforeAll, describe, expect, test } from "vitest";
import {
  compileOutput,
  operationOf,
  type CompiledOutput,
  type Result,
} from "./compile-output.js";
import { playServer } from "./play-server.js";

const row = { $ref: "#/components/schemas/Row" };
const answers = {
  text: { "text/csv": { schema: { type: "string" } } },
  json: { "application/json": { schema: row } },
  bytes: { "text/csv": { schema: { type: "string", format: "binary" } } },
  lines: {
    "application/x-ndjson": { schema: row },
    "application/vnd.acme.jsonl": { schema: { type: "array", items: row } },
    "application/stream+json": { schema: row },
  },
  events: { "text/event-stream": { schema: row } },
};

const document = {
  openapi: "3.0.3",
  info: { title: "How answers are read", version: "1" },
  components: {
    schemas: {
      Row: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "string" } },
      },
    },
  },
  paths: {
    ...Object.fromEntries(
      Object.entries(answers).map(([id, content]) => [
        `/${id}`,
        {
          get: {
            operationId: id,
            responses: {
              "200": {
                description: "Found.",
                headers: {
                  "Set-Cookie": {
                    schema: { type: "array", items: { type: "string" } },
                  },
                },
                content,
              },
              "404": {
                description: "Not there.",
                content: { "application/problem+json": { schema: {} } },
              },
            },
          },
        },
      ]),
    ),
    "/form": {
      post: {
        operationId: "form",
        requestBody: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: {
                type: "object",
                properties: {
                  plain: { type: "string" },
                  quoted: { type: "string" },
                },
              },
              encoding: { quoted: { contentType: "application/json" } },
            },
          },
        },
        responses: { "204": { description: "Taken." } },
      },
    },
    "/any": {
      put: {
        operationId: "any",
        requestBody: {
          required: true,
          content: {
            "application/*+json": { schema: row },
            "application/*": { schema: { type: "string", format: "binary" } },
            "text/*": { schema: { type: "string" } },
          },
        },
        responses: { "204": { description: "Taken." } },
      },
    },
  },
};

let output: CompiledOutput;
beforeAll(async () => {
  output = await compileOutput(document);
});

function read(
  id: string,
  body: BodyInit | null,
  contentType: string,
  options: object = {},
): Promise<Result> {
  const response = new Response(body, {
    headers: { "content-type": contentType },
  });
  return operationOf(output, id).read(response, options);
}

const bytes = (...list: readonly number[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(list);

async function items(result: Result): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of result.body as AsyncIterable<unknown>)
    all.push(item);
  return all;
}

describe("charsets", () => {
  test.each([
    ["text/csv", bytes(0x63, 0xc3, 0xa9)],
    ["text/csv; charset=UTF-8", bytes(0xef, 0xbb, 0xbf, 0x63, 0xc3, 0xa9)],
    ["text/csv; header=present; charset=iso-8859-1", bytes(0x63, 0xe9)],
    ['text/csv; CHARSET="latin1"', bytes(0x63, 0xe9)],
    ["text/csv; charset=utf-16", bytes(0xff, 0xfe, 0x63, 0, 0xe9, 0)],
    ["text/csv; charset=utf-16", bytes(0xfe, 0xff, 0, 0x63, 0, 0xe9)],
    ["text/csv; charset=utf-16be", bytes(0, 0x63, 0, 0xe9)],
    ['text/csv; note="; charset=utf-16"', bytes(0x63, 0xc3, 0xa9)],
  ])("%s is decoded", async (type, body) => {
    const { body: text, issues } = await read("text", body, type);
    expect(text).toBe("cé");
    expect(issues).toEqual([]);
  });

  test.each([
    ["an unknown charset", "text/csv; charset=x-none", bytes(0x63)],
    ["bytes that are not UTF-8", "text/csv", bytes(0x63, 0xe9)],
    [
      "bytes that are not UTF-8 in JSON",
      "application/json",
      bytes(...Buffer.from('{"id":"'), 0xe9, ...Buffer.from('"}')),
    ],
  ])("%s is an issue", async (_what, type, body) => {
    const id = type.startsWith("text") ? "text" : "json";
    const { issues } = await read(id, body, type);
    expect(issues).toMatchObject([{ pointer: "/body", keyword: "charset" }]);
  });

  test("lines are decoded, and broken bytes told", async () => {
    const type = "application/x-ndjson";
    const latin = await read(
      "lines",
      bytes(...Buffer.from('{"id":"'), 0xe9, ...Buffer.from('"}\n')),
      `${type}; charset=latin1`,
    );
    expect(await items(latin)).toEqual([{ id: "é" }]);
    const broken = await read(
      "lines",
      bytes(...Buffer.from('{"id":"'), 0xe9, ...Buffer.from('"}\n')),
      type,
    );
    expect(await items(broken)).toEqual([{ id: "\ufffd" }]);
    expect(broken.issues).toMatchObject([{ keyword: "charset" }]);
  });
});

test("a text that is binary comes as bytes", async () => {
  const sent = bytes(0xef, 0xbb, 0xbf, 0xff, 0);
  const { body } = await read("bytes", sent, "text/csv");
  const got = await new Response(body as BodyInit).arrayBuffer();
  expect(new Uint8Array(got)).toEqual(sent);
});

describe("lines of JSON", () => {
  test.each([
    "application/x-ndjson",
    "application/vnd.acme.jsonl",
    "application/stream+json",
  ])("%s: each is checked", async (type) => {
    const result = await read("lines", '{"id":"a"}\n{"id":1}\n{}', type);
    expect(await items(result)).toHaveLength(3);
    expect(
      result.issues.map(({ pointer, keyword }) => `${pointer} ${keyword}`),
    ).toEqual(["/body/1/id type", "/body/2 required"]);
  });

  test("a line that is too long ends the reading", async () => {
    const text = `{"id":"${"x".repeat(100)}"}\n`;
    const type = "application/x-ndjson";
    const result = await read("lines", text, type, { longestItem: 64 });
    await expect(items(result)).rejects.toThrow(RangeError);
    const fits = await read("lines", text, type, { longestItem: 128 });
    expect(await items(fits)).toHaveLength(1);
  });

  test("an event that is too long ends the reading, in many lines too", async () => {
    const text = `${"data: x\n".repeat(100)}\n`;
    const type = "text/event-stream";
    const result = await read("events", text, type, { longestItem: 64 });
    await expect(items(result)).rejects.toThrow(RangeError);
  });

  test("are found in any chunks, and each piece is looked at once", async () => {
    const line = `{"id":"${"x".repeat(200_000)}"}`;
    const text = `${line}\r\n${line}\r${line}\n`;
    let at = 0;
    const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        const chunk = text.slice(at, (at += 7));
        if (chunk === "") controller.close();
        else controller.enqueue(Uint8Array.from(Buffer.from(chunk)));
      },
    });
    const result = await read("lines", stream, "application/x-ndjson");
    expect((await items(result)).length).toBe(3);
    expect(result.issues).toEqual([]);
  });
});

test("who connects again knows the last id and how long to wait", async () => {
  const text =
    'id: 1\ndata: {"id":"a"}\n\nretry: 40\n\n: a comment\n\nid: 7\n\nid: 8\n';
  const result = await read("events", text, "text/event-stream");
  const { body } = result as { body: unknown };
  expect(body).toMatchObject({ lastEventId: "", retry: undefined });
  expect(await items(result)).toHaveLength(1);
  // The last block has no end, and counts as never received.
  expect(body).toMatchObject({ lastEventId: "7", retry: 40 });
  expect(result.issues).toEqual([]);
});

describe("what is not described", () => {
  test.each([
    ["text/event-stream", 200],
    ["application/x-ndjson", 200],
    ["multipart/x-mixed-replace; boundary=x", 200],
    ["video/mp4", 500],
  ])("%s is left to be read, with the status %i", async (type, status) => {
    const server = await playServer((response) => {
      response.writeHead(status, { "content-type": type });
      response.write("data: first\n\n");
    });
    const { build, read: reader } = operationOf(output, "json");
    const result: Result = await output.runtime.send(build(), {
      baseUrl: server.url,
      read: reader,
    });
    expect(result.issues).toHaveLength(1);
    const first = await result.response.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toContain("first");
  });

  test("is text where it is text", async () => {
    const result = await read("json", "down", "text/plain; charset=latin1");
    expect(result.text).toBe("down");
    expect(await result.response.text()).toBe("down");
  });
});

test("cookies of an answer are a list, one a field", async () => {
  const cookies = ["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"];
  const response = Response.json({ id: "a" });
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  const { headers } = await operationOf(output, "json").read(response);
  expect(headers["Set-Cookie"]).toEqual(cookies);
});

describe("accept", () => {
  test("is every type, or the chosen one and those of errors", () => {
    const { build, validate } = operationOf(output, "lines");
    expect(build().headers["accept"]).toBe(
      "application/x-ndjson, application/vnd.acme.jsonl, application/stream+json, application/problem+json",
    );
    const input = { accept: "application/stream+json" };
    expect(validate(input).ok).toBe(true);
    expect(build(input).headers["accept"]).toBe(
      "application/stream+json, application/problem+json",
    );
    expect(validate({ accept: "text/html" }).ok).toBe(false);
  });

  test("is no choice where there is one type", () => {
    const { validate } = operationOf(output, "json");
    expect(validate({ accept: "application/json" }).ok).toBe(false);
  });
});

test("the name of a part that is no text is refused", () => {
  const { build } = operationOf(output, "form");
  expect(() => build({ body: { "a\ud800": "x" } })).toThrow(TypeError);
});

test("a text with the content type JSON is a JSON text, unless it is said to be a document", async () => {
  const { build } = operationOf(output, "form");
  const body = build({ body: { plain: "[1]", quoted: "[1]" } }).body as Blob;
  const text = await body.text();
  expect(text).toContain('"plain"\r\n\r\n[1]\r\n');
  expect(text).toContain('\r\n\r\n"[1]"\r\n');
});

test.each([
  [
    { contentType: "application/*+json", body: { id: "a" } },
    "application/json",
  ],
  [{ contentType: "text/*", body: "a" }, "text/plain"],
  [
    { contentType: "application/*", body: new Blob(["a"], { type: "a/b" }) },
    "a/b",
  ],
  [
    { contentType: "application/*", body: Uint8Array.from([1]) },
    "application/octet-stream",
  ],
])("a body for the range of %o is sent as %s", (input, type) => {
  const { headers } = operationOf(output, "any").build(input);
  expect(headers["content-type"]).toBe(type);
});
