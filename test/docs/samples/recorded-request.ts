import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as a server got it. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case; values a character a byte. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** A server that keeps the last request and answers with a word. */
export interface RecordingServer {
  readonly origin: string;
  /** Gives the request since the last call. */
  take(): RecordedRequest | undefined;
  close(): void;
}

export async function startRecordingServer(): Promise<RecordingServer> {
  let last: RecordedRequest | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = new Map<string, string>();
      for (let index = 0; index < request.rawHeaders.length; index += 2)
        headers.set(
          (request.rawHeaders[index] ?? "").toLowerCase(),
          request.rawHeaders[index + 1] ?? "",
        );
      last = {
        method: request.method ?? "",
        url: request.url ?? "",
        headers,
        body: Buffer.concat(chunks),
      };
      response.setHeader("connection", "close");
      response.end("fine");
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    take: () => {
      const taken = last;
      last = undefined;
      return taken;
    },
    close: () => server.close(),
  };
}
