import type { HttpBody } from "./request.js";

/** How far an upload is. */
export interface UploadProgress {
  /** Bytes that the platform has taken over; begins again at each attempt. */
  readonly sent: number;
  /** Undefined where the body is a stream. */
  readonly total: number | undefined;
}

/**
 * For `upload` of a call: reports each chunk that is sent. The body goes as a stream, without `Content-Length`.
 *
 * Where the platform cannot stream (see `canStreamRequests`), the body is sent as it is, and nothing is reported.
 */
export function uploadProgress(
  onProgress: (progress: UploadProgress) => void,
): (body: HttpBody) => HttpBody {
  return (body) => {
    if (!canStreamRequests()) return body;
    const source =
      body instanceof ReadableStream ? body.getReader() : new Blob([body]);
    const total = source instanceof Blob ? source.size : undefined;
    let sent = 0;
    return new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const chunk =
          source instanceof Blob
            ? await source.slice(sent, sent + chunkSize).arrayBuffer()
            : (await source.read()).value;
        if (chunk === undefined || sent === total) return controller.close();
        controller.enqueue(
          chunk instanceof ArrayBuffer ? new Uint8Array(chunk) : chunk,
        );
        sent += chunk.byteLength;
        onProgress({ sent, total });
      },
      async cancel(reason) {
        if (!(source instanceof Blob)) await source.cancel(reason);
      },
    });
  };
}

const chunkSize = 64 * 1024;

/**
 * Whether `fetch` sends a stream while it is read. Node, Deno, Bun and workers do; of the browsers those made of
 * Chromium, over HTTP/2 or newer: over HTTP/1.1 their `fetch` rejects. Firefox and Safari cannot.
 */
export function canStreamRequests(): boolean {
  let isRead = false;
  try {
    const init: RequestInit & { readonly duplex: "half" } = {
      method: "POST",
      body: new ReadableStream(),
      // A platform that streams reads this; one that does not makes text of the stream.
      get duplex() {
        isRead = true;
        return "half" as const;
      },
    };
    const { headers } = new Request("https://a.example", init);
    return isRead && !headers.has("content-type");
  } catch {
    return false;
  }
}
