import { readFileSync } from "node:fs";
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { packageRoot } from "../../code/package-root.js";
import { isOutputPath } from "../../code/file.js";
import { UsageError } from "../../config/usage-error.js";
import type { LiveChannel } from "./live-state.js";
import { livePage, waitingPage } from "./live-page.js";
import { forward } from "./proxy.js";
import { refusalOf } from "./request-guard.js";

export interface PagesServerOptions {
  /** The folder of the pages. */
  readonly folder: string;
  /** The path that they are served under, with `/` at both ends. */
  readonly base: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly live: LiveChannel;
  /** Whether the proxy may send something there. */
  readonly isAllowed: (target: URL) => boolean;
}

export interface PagesServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the pages on 127.0.0.1: files of the folder, the script that reloads them, and the proxy of Try It.
 * @throws UsageError if the port is taken or may not be used
 */
export async function servePages(
  options: PagesServerOptions,
): Promise<PagesServer> {
  const server = createServer();
  const port = await listen(server, options.port);
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, { ...options, port });
  });
  return {
    url: `http://127.0.0.1:${port}${options.base}`,
    close: () =>
      new Promise((resolve) => {
        options.live.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The path of the server's own files, below the base; no page has such a path. */
const ownPath = "-/";
const proxyPath = `${ownPath}proxy`;
const eventsPath = `${ownPath}events`;

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, base, port, live, isAllowed }: PagesServerOptions,
): void {
  for (const [name, value] of Object.entries(safeHeaders))
    response.setHeader(name, value);
  const send = (status: number, type: string, body: string | Buffer): void => {
    response.writeHead(status, { "content-type": type });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  const path = pathOf(request.url ?? "", base);
  const isOwnPageOnly = path === proxyPath || path === eventsPath;
  const refusal = refusalOf(request, { port, isOwnPageOnly });
  if (refusal !== undefined) return send(403, plain, refusal);
  if (path === undefined) {
    if (request.url !== "/") return send(404, plain, "No such page.");
    response.writeHead(302, { location: base });
    response.end();
    return;
  }
  if (path === proxyPath) {
    if (request.method === "POST") return forward(request, response, isAllowed);
    return send(405, plain, "Send a POST.");
  }
  if (request.method !== "GET" && request.method !== "HEAD")
    return send(405, plain, "Send a GET.");
  if (path === eventsPath) return live.add(response);
  const own = ownFiles.get(path);
  if (own !== undefined)
    return send(200, typeOf(own), readFileSync(new URL(own, ownFolder)));
  const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const found = isOutputPath(name) ? read(join(folder, name)) : undefined;
  if (found !== undefined) {
    const isPage = name.endsWith(".html");
    const body = isPage ? livePage(found.toString(), base) : found;
    return send(200, typeOf(name), body);
  }
  const missing = read(join(folder, "404.html"))?.toString();
  const page = missing ?? waitingPage(live.problems);
  send(404, typeOf(".html"), livePage(page, base));
}

const ownFolder = new URL("templates/docs-server/", packageRoot);
const ownFiles: ReadonlyMap<string, string> = new Map([
  [`${ownPath}live.js`, "live.js"],
  [`${ownPath}live.css`, "live.css"],
]);

const plain = "text/plain; charset=utf-8";

/** Nothing is kept, sniffed, framed or read by other websites. */
const safeHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".txt": plain,
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

function typeOf(name: string): string {
  return types[extname(name)] ?? "application/octet-stream";
}

/** The path below the base, decoded; undefined outside of it, and for what is no path. */
function pathOf(url: string, base: string): string | undefined {
  const [path = ""] = url.split(/[?#]/u);
  if (!path.startsWith(base)) return undefined;
  try {
    return decodeURIComponent(path.slice(base.length));
  } catch {
    return undefined;
  }
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Gives the port. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why = portFaults[error.code ?? ""];
      reject(
        why === undefined
          ? error
          : new UsageError(
              `port ${port} ${why}: pass --port with another one, or --port 0 for any that is free`,
            ),
      );
    });
    server.listen(port, "127.0.0.1", () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

const portFaults: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken",
  EACCES: "may not be used",
};
