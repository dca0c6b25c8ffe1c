import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived at the socket. */
export interface ReceivedRequest {
  readonly method: string;
  /** The request target: path and query, as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** An HTTP server on a free local port that keeps what it receives and answers everything alike. */
export interface RecordingServer {
  readonly origin: string;
  /** Takes the one request that arrived since the last call; throws where there is none or more than one. */
  take(): ReceivedRequest;
  close(): Promise<void>;
}

export async function startRecordingServer(
  status: number,
  answer: unknown,
): Promise<RecordingServer> {
  const received: ReceivedRequest[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({
        method: request.method ?? "",
        target: request.url ?? "",
        headers: request.headers as Record<string, string | undefined>,
        body: Buffer.concat(chunks),
      });
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    take() {
      const [request, ...others] = received.splice(0);
      if (request === undefined || others.length > 0) {
        throw new Error(
          `${request === undefined ? "no" : "more than one"} request arrived`,
        );
      }
      return request;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
