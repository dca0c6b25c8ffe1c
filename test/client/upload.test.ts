import { afterEach, describe, expect, test, vi } from "vitest";
import { clientOf } from "../../templates/runtime/client.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { HttpBody, HttpRequest } from "../../templates/runtime/request.js";
import { retries } from "../../templates/runtime/retry.js";
import {
  canStreamRequests,
  uploadProgress,
  type UploadProgress,
} from "../../templates/runtime/upload.js";
import { playServer } from "../wire/play-server.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

const size = 300_000;
const bytes = new Uint8Array(size).fill(7);

const uploadOperation: Operation<HttpBody, Response> = {
  id: "upload",
  method: "PUT",
  path: "/files",
  tags: [],
  build: (body): HttpRequest<Response> => {
    const headers = { "content-type": "application/octet-stream" };
    return { method: "PUT", url: "/files", headers, body };
  },
  read: (response) => Promise.resolve(response),
};

describe("progress of an upload", () => {
  test.each<[string, () => HttpBody, number | undefined]>([
    ["a blob", () => new Blob([bytes]), size],
    ["bytes", () => bytes, size],
    ["a buffer", () => bytes.buffer, size],
    ["a text", () => "\u0007".repeat(size), size],
    ["a stream", streamOfBytes, undefined],
  ])("%s", async (_what, body, total) => {
    const { url, received } = await playServer((response) => response.end());
    const seen: UploadProgress[] = [];
    const upload = uploadProgress((one) => seen.push(one));
    const client = clientOf({ baseUrl: url });
    await client.call(uploadOperation, body(), { upload });
    expect(received[0]?.body.equals(bytes)).toBe(true);
    expect(received[0]?.headers).toMatchObject({
      "content-type": "application/octet-stream",
      "transfer-encoding": "chunked",
    });
    const sent = seen.map((one) => one.sent);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent).toEqual([...sent].sort((a, b) => a - b));
    expect(seen.at(-1)).toEqual({ sent: size, total });
  });

  test("a retry sends the bytes again, and begins again", async () => {
    const { url, received } = await playServer((response) => {
      response.writeHead(received.length === 1 ? 503 : 200).end();
    });
    const sent: number[] = [];
    const client = clientOf({ baseUrl: url, retry: retries(1) });
    await client.call(uploadOperation, new Blob([bytes.subarray(0, 9)]), {
      upload: uploadProgress((one) => sent.push(one.sent)),
    });
    expect(received.map(({ body }) => body.length)).toEqual([9, 9]);
    expect(sent).toEqual([9, 9]);
  });

  test("the source is cancelled with the upload", async () => {
    const cancel = vi.fn();
    const source = new ReadableStream<Uint8Array<ArrayBuffer>>({ cancel });
    const body = uploadProgress(() => undefined)(source);
    await (body as ReadableStream).cancel("enough");
    expect(cancel).toHaveBeenCalledWith("enough");
  });

  test("a platform that cannot stream sends the body as it is", () => {
    expect(canStreamRequests()).toBe(true);
    // Firefox and Safari look at no `duplex`, and make text of the stream.
    vi.stubGlobal(
      "Request",
      class {
        readonly headers = new Headers({ "content-type": "text/plain" });
      },
    );
    expect(canStreamRequests()).toBe(false);
    expect(uploadProgress(() => undefined)(bytes)).toBe(bytes);
  });
});

function streamOfBytes(): HttpBody {
  const half = size / 2;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, half));
      controller.enqueue(bytes.subarray(half));
      controller.close();
    },
  });
}
