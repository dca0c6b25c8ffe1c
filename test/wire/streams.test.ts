import { beforeAll, describe, expect, test } from "vitest";
import {
  compileOutput,
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

/** Writes a text in chunks of so many bytes. */
function inChunks(
  text: string,
  size: number,
  contentType: string,
  encoding: BufferEncoding = "utf8",
): Play {
  return async (response) => {
    response.writeHead(200, type(contentType));
    const bytes = Buffer.from(text, encoding);
    for (let at = 0; at < bytes.length; at += size) {
      response.write(bytes.subarray(at, at + size));
      await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
  };
}

async function collect(result: Result): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of result.body as AsyncIterable<unknown>)
    items.push(item);
  return items;
}

describe("streams", () => {
  const events =
    "\ufeff: a comment\r\nevent: add\r\nid: 1\r\ndata: é😀\r\ndata: two\r\n\r\nretry: 10\ndata\n\nevent: fox\rdata:  x\r\rdata: unfinished";
  const expected = [
    { event: "add", id: "1", data: "é😀\ntwo" },
    { retry: 10, data: "" },
    { event: "fox", data: " x" },
  ];

  test.each([1, 2, 3, 7, 1000])(
    "server-sent events in chunks of %i bytes",
    async (size) => {
      const result = await answer(
        "getEvents",
        inChunks(events, size, "text/event-stream"),
      );
      expect(await collect(result)).toEqual(expected);
      expect(result.issues.map(({ pointer }) => pointer)).toEqual([
        "/body/2/event",
      ]);
    },
  );

  test("events whose data is JSON", async () => {
    const result = await answer(
      "chat",
      inChunks(
        'data: {"name":"a"}\n\ndata: {}\n\ndata: [DONE]\n\n',
        1,
        "text/event-stream",
      ),
    );
    expect(await collect(result)).toEqual([
      { data: { name: "a" }, text: '{"name":"a"}' },
      { data: {}, text: "{}" },
      { data: undefined, text: "[DONE]" },
    ]);
    expect(result.issues.map(({ pointer }) => pointer)).toEqual([
      "/body/1/data",
      "/body/2/data",
    ]);
  });

  test.each([1, 5, 1000])("JSON Lines in chunks of %i bytes", async (size) => {
    const text = '{"name":"ü"}\r\n\n{"name":\n{}\n{"name":"last"}';
    const result = await answer(
      "getLines",
      inChunks(text, size, "application/jsonl"),
    );
    expect(await collect(result)).toEqual([
      { name: "ü" },
      {},
      { name: "last" },
    ]);
    expect(
      result.issues.map(({ pointer, keyword }) => `${pointer} ${keyword}`),
    ).toEqual(["/body/1 json", "/body/2 required"]);
  });

  test.each([1, 2, 1000])(
    "bytes that are no UTF-8, in chunks of %i bytes, are replaced and an issue",
    async (size) => {
      const result = await answer(
        "getEvents",
        inChunks(
          "data: \xc3\xed\ndata: a\n\n",
          size,
          "text/event-stream",
          "latin1",
        ),
      );
      expect(await collect(result)).toEqual([{ data: "\ufffd\ufffd\na" }]);
      expect(result.issues.map(({ keyword }) => keyword)).toEqual(["charset"]);
    },
  );

  test("JSON text sequences", async () => {
    const result = await answer(
      "getLines",
      inChunks(
        '\u001e{"name":"a"}\n\u001e{"name":"b"}\n',
        1,
        "application/json-seq",
      ),
    );
    expect(await collect(result)).toEqual([{ name: "a" }, { name: "b" }]);
  });

  test("a reader that stops closes the connection", async () => {
    let closed = false;
    const result = await answer("getLines", (response) => {
      response.on("close", () => (closed = true));
      response
        .writeHead(200, type("application/jsonl"))
        .write('{"name":"a"}\n');
    });
    for await (const item of result.body as AsyncIterable<unknown>) {
      expect(item).toEqual({ name: "a" });
      break;
    }
    await expect.poll(() => closed).toBe(true);
  });
});

describe("broken connections", () => {
  test("a reset before the answer rejects", async () => {
    await expect(
      answer("getPet", (response) => {
        response.destroy();
      }),
    ).rejects.toThrow(TypeError);
  });

  test("a reset within the body rejects", async () => {
    const result = answer("getPet", (response) => {
      response
        .writeHead(200, { ...json, "content-length": "100" })
        .write('{"name":');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(result).rejects.toThrow(TypeError);
  });

  test("a slow body is aborted by the signal", async () => {
    const result = answer(
      "getPet",
      (response) => {
        response.writeHead(200, json).write('{"name":');
      },
      { signal: AbortSignal.timeout(50) },
    );
    await expect(result).rejects.toMatchObject({ name: "TimeoutError" });
  });
});
