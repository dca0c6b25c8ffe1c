import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the server got it. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** A server that allows pages of every origin to call it. */
export interface CorsServer {
  readonly origin: string;
  readonly received: Received[];
  /** Answers the next requests. */
  answer: (response: ServerResponse) => void;
  /** False: the server says nothing of other origins, so that browsers show nothing to pages. */
  allowsOrigins: boolean;
  close(): void;
}

export async function startCorsServer(): Promise<CorsServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (made.allowsOrigins) {
        response.setHeader("access-control-allow-origin", "*");
        response.setHeader("access-control-allow-methods", "*");
        response.setHeader("access-control-expose-headers", "*");
        response.setHeader(
          "access-control-allow-headers",
          request.headers["access-control-request-headers"] ?? "*",
        );
      }
      if (request.method === "OPTIONS") {
        response.end();
        return;
      }
      made.received.push({
        method: request.method ?? "",
        url: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks),
      });
      made.answer(response);
    });
  });
  const made: CorsServer = {
    origin: "",
    received: [],
    allowsOrigins: true,
    answer: (response) => response.end(),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(made, { origin: `http://127.0.0.1:${String(port)}` });
}
