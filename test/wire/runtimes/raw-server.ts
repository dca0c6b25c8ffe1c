import { createServer, type AddressInfo, type Socket } from "node:net";

/** A request as it came over the socket. */
export interface RawRequest {
  /** The first line: method, target, version. */
  readonly line: string;
  /** In their order, names as sent; a byte of a value is a character. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

export interface RawServer {
  readonly url: string;
  /** Gives what has come since it was last called. */
  readonly take: () => RawRequest[];
  readonly close: () => void;
}

const answer =
  "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n";
const page =
  "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 15\r\nconnection: close\r\n\r\n<!doctype html>";

/**
 * A server that takes requests from the bytes of the socket, so that no HTTP library tidies them up. It answers
 * with `{}`, one request a connection; `/page` is an empty page, and it and icons are not recorded.
 */
export async function rawServer(): Promise<RawServer> {
  let received: RawRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    let bytes = Buffer.alloc(0);
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      const request = parse(bytes);
      if (request === undefined) return;
      bytes = Buffer.alloc(0);
      const [method, target] = request.line.split(" ");
      if (target === "/page" || target === "/favicon.ico")
        socket.end(target === "/page" ? page : answer);
      else {
        received.push(request);
        socket.end(method === "HEAD" ? answer : `${answer}{}`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = received;
      received = [];
      return taken;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The request that the bytes hold; undefined while they do not yet hold all of it (RFC 9112 §6). */
function parse(bytes: Buffer): RawRequest | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [line = "", ...fields] = bytes.toString("latin1", 0, end).split("\r\n");
  const headers = fields.map((field): [string, string] => {
    const at = field.indexOf(":");
    return [
      field.slice(0, at),
      field.slice(at + 1).replace(/^[ \t]+|[ \t]+$/g, ""),
    ];
  });
  const value = (wanted: string): string | undefined =>
    headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const rest = bytes.subarray(end + 4);
  const body =
    value("transfer-encoding") === "chunked"
      ? unchunked(rest)
      : upTo(rest, Number(value("content-length") ?? 0));
  return body && { line, headers, body };
}

function upTo(bytes: Buffer, length: number): Buffer | undefined {
  return bytes.length < length ? undefined : bytes.subarray(0, length);
}

/** The body out of its chunks (RFC 9112 §7.1); undefined while the last one is missing. */
function unchunked(bytes: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf("\r\n", at);
    if (end < 0) return undefined;
    const size = parseInt(bytes.toString("latin1", at, end), 16);
    const start = end + 2;
    if (bytes.length < start + size + 2) return undefined;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(start, start + size));
    at = start + size + 2;
  }
}
