import {
  request as requestHttp,
  validateHeaderName,
  validateHeaderValue,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { request as requestHttps } from "node:https";
import { pipeline } from "node:stream";

/**
 * Sends the request that a page describes, so that Try It reaches servers without CORS. What the page sends:
 *
 * - `POST`, always; the body is that of the request
 * - `docs-target`: the absolute URL, which has to be below a server of the description
 * - `docs-method`: the method
 * - `docs-headers`: the headers, as JSON: a list of `[name, value]`. Nothing else that the browser sent goes on: no
 *   cookie, no `Origin`, no `Referer`.
 *
 * What it gets: status 200, the body as it comes, and
 *
 * - `docs-status` and `docs-status-text`: those of the answer
 * - `docs-response-headers`: its headers, as JSON: a list of `[name, value]`
 *
 * No redirect is followed, so no credential goes to another place than the one that the page has named: the page gets
 * the redirect. Without `docs-status` the proxy has refused or failed, and the body is JSON: `{ "error": "…" }`.
 * @param isAllowed whether a target is below a server of the description
 */
export function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  isAllowed: (target: URL) => boolean,
): void {
  const fail = (status: number, error: string): void => {
    if (outgoing.headersSent) {
      outgoing.destroy();
      return;
    }
    outgoing.writeHead(status, { "content-type": "application/json" });
    outgoing.end(JSON.stringify({ error }));
  };
  const asked = readRequest(incoming);
  if (typeof asked === "string") {
    fail(400, asked);
    return;
  }
  const { target, method, headers } = asked;
  if (!isAllowed(target)) {
    fail(403, `${target.origin} is no server of the description.`);
    return;
  }
  let sent: ClientRequest;
  try {
    const request = target.protocol === "https:" ? requestHttps : requestHttp;
    sent = request(target, {
      ...{ method, headers },
      ...{ setDefaultHeaders: false, agent: false },
    });
  } catch (error) {
    fail(400, messageOf(error));
    return;
  }
  sent.on("response", (answer) => answerWith(answer, outgoing));
  sent.on("error", (error) => fail(502, messageOf(error)));
  outgoing.on("close", () => sent.destroy());
  // An error of either side ends up in the handlers above.
  pipeline(incoming, sent, () => undefined);
}

interface AskedRequest {
  readonly target: URL;
  readonly method: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

/** Of a connection, or set by the proxy from the target and the body. */
const ownHeaders = new Set(
  "host content-length transfer-encoding connection keep-alive upgrade te trailer expect proxy-authorization proxy-connection".split(
    " ",
  ),
);

/** The request that a page asks for; in words what is wrong with it. */
function readRequest({ headers }: IncomingMessage): AskedRequest | string {
  const address = text(headers["docs-target"]);
  const method = text(headers["docs-method"]) || "GET";
  if (!URL.canParse(address)) return "docs-target has to be an absolute URL.";
  const target = new URL(address);
  if (!/^https?:$/u.test(target.protocol))
    return "docs-target has to be an http or https URL.";
  if (target.username !== "" || target.password !== "")
    return "docs-target may hold no credentials.";
  if (!/^[!#$%&'*+.^_`|~\w-]+$/u.test(method) || method === "CONNECT")
    return "docs-method is no method.";
  const pairs = readPairs(text(headers["docs-headers"]) || "[]");
  if (pairs === undefined)
    return "docs-headers has to be a JSON list of names and values.";
  const list = ["host", target.host];
  for (const [name, value] of pairs) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch (error) {
      return messageOf(error);
    }
    if (!ownHeaders.has(name.toLowerCase())) list.push(name, value);
  }
  const length = headers["content-length"];
  if (headers["transfer-encoding"] !== undefined)
    list.push("transfer-encoding", "chunked");
  else if (length !== undefined && (length !== "0" || hasBody(method)))
    list.push("content-length", length);
  return { target, method, headers: list };
}

/** Of these, an empty body has a length as well (RFC 9110, 8.6). */
function hasBody(method: string): boolean {
  return ["POST", "PUT", "PATCH"].includes(method);
}

function readPairs(
  json: string,
): readonly (readonly [string, string])[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  return Array.isArray(value) && value.every(isPair) ? value : undefined;
}

function isPair(value: unknown): value is readonly [string, string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((each) => typeof each === "string")
  );
}

function answerWith(answer: IncomingMessage, outgoing: ServerResponse): void {
  const { rawHeaders, statusCode, statusMessage = "", headers } = answer;
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    pairs.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
  const encoding = headers["content-encoding"];
  outgoing.writeHead(200, {
    "content-type": "application/octet-stream",
    // The body is passed on as it is, so the browser has to undo its encoding.
    ...(encoding === undefined ? {} : { "content-encoding": encoding }),
    "docs-status": String(statusCode),
    "docs-status-text": ascii(statusMessage),
    "docs-response-headers": ascii(JSON.stringify(pairs)),
  });
  outgoing.flushHeaders();
  pipeline(answer, outgoing, () => undefined);
}

/** A header has no other characters; in JSON, the escapes say the same. */
function ascii(value: string): string {
  return value.replace(
    /[^\u0020-\u007e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function text(header: string | readonly string[] | undefined): string {
  return typeof header === "string" ? header : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
