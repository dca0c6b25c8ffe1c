import { afterEach, describe, expect, test, vi } from "vitest";
import {
  toRequest,
  type HttpBody,
  type HttpRequest,
} from "../../templates/runtime/request.js";
import {
  canStreamRequests,
  withProgress,
  type UploadProgress,
} from "../../templates/runtime/upload.js";
import { playServer } from "../wire/play-server.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

const size = 300_000;
const bytes = new Uint8Array(size).fill(7);

function upload(body: HttpBody): HttpRequest {
  const headers = { "content-type": "application/octet-stream" };
  return { method: "POST", url: "/files", headers, body };
}

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
    const request = withProgress(upload(body()), (one) => seen.push(one));
    await fetch(toRequest(request, { baseUrl: url }));
    expect(received[0]?.body.equals(bytes)).toBe(true);
    expect(received[0]?.headers["content-type"]).toBe(
      "application/octet-stream",
    );
    expect(received[0]?.headers["content-length"]).toBeUndefined();
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.map(({ sent }) => sent)).toEqual(
      [...seen].map(({ sent }) => sent).sort((a, b) => a - b),
    );
    expect(seen.at(-1)).toEqual({ sent: size, total });
  });

  test("a request without a body", () => {
    const request: HttpRequest = { method: "GET", url: "/", headers: {} };
    expect(withProgress(request, () => undefined)).toBe(request);
  });

  test("the source is cancelled with the upload", async () => {
    const cancel = vi.fn();
    const source = new ReadableStream<Uint8Array<ArrayBuffer>>({ cancel });
    const { body } = withProgress(upload(source), () => undefined);
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
    const request = upload(bytes);
    expect(withProgress(request, () => undefined)).toBe(request);
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
