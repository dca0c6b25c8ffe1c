import type { ServerResponse } from "node:http";
import type { Play, ReceivedRequest } from "../wire/play-server.js";

/** What the server of the description in `test/cases/shop` saw. */
export interface ShopLog {
  readonly renewals: string[];
  /** The idempotency keys of orders that were placed, one for each attempt. */
  readonly keys: (string | string[] | undefined)[];
  /** The `Last-Event-ID` of each connection for events. */
  readonly lastIds: (string | string[] | undefined)[];
  readonly uploads: number[];
}

/**
 * Plays the server: tokens expire, the second page and the first order fail once, and the first connection for events
 * ends after two.
 */
export function shopServer(): { readonly play: Play; readonly log: ShopLog } {
  const log = { renewals: [], keys: [], lastIds: [], uploads: [] } as ShopLog;
  let token = "second";
  let hasFailed = false;

  const play: Play = (response, request) => {
    const { pathname, searchParams } = new URL(request.url, "http://a.example");
    if (pathname === "/token") {
      log.renewals.push(request.body.toString());
      token = "third";
      return json(response, 200, { access: token, refresh: "again" });
    }
    if (request.headers.authorization !== `Bearer ${token}`)
      return json(response, 401, { title: "The token has expired." });
    switch (`${request.method} ${pathname}`) {
      case "GET /orders":
        return listOrders(response, searchParams.get("cursor"));
      case "POST /orders":
        return createOrder(response, request);
      case "PUT /orders/1/label":
        log.uploads.push(request.body.length);
        return json(response, 200, { size: request.body.length });
      case "GET /orders/1/invoice":
        return response
          .writeHead(200, {
            "content-type": "application/pdf",
            "content-disposition":
              "attachment; filename*=UTF-8''..%2FR%C3%A9sum%C3%A9.pdf",
          })
          .end("%PDF");
      case "GET /changes":
        return changes(response, request);
      default:
        return json(response, 404, { title: "There is no such order." });
    }
  };
  return { play, log };

  function listOrders(response: ServerResponse, cursor: string | null): void {
    if (cursor === null)
      return json(response, 200, { data: [order(1), order(2)], next: "two" });
    if (!hasFailed) {
      hasFailed = true;
      response.writeHead(503, { "retry-after": "0" }).end();
      return;
    }
    json(response, 200, { data: [order(3)], next: null });
  }

  function createOrder(
    response: ServerResponse,
    { headers, body }: ReceivedRequest,
  ): void {
    log.keys.push(headers["idempotency-key"]);
    const { sku } = JSON.parse(body.toString()) as { readonly sku: string };
    if (sku === "none") return json(response, 422, { title: "No such thing." });
    // The order is placed, and its answer is lost.
    if (log.keys.length === 1) return void response.destroy();
    json(response, 201, order(4));
  }

  function changes(response: ServerResponse, request: ReceivedRequest): void {
    const id = request.headers["last-event-id"];
    log.lastIds.push(id);
    if (id === "3") return void response.writeHead(204).end();
    response.writeHead(200, { "content-type": "text/event-stream" });
    const from = id === undefined ? 1 : Number(id) + 1;
    const events = (id === undefined ? [1, 2] : [3]).map(
      (n) => `id: ${n}\ndata: ${JSON.stringify(order(n))}\n\n`,
    );
    response.end(from === 1 ? `retry: 1\n\n${events.join("")}` : events[0]);
  }
}

export function order(n: number): object {
  return { id: String(n), sku: "cup", status: "placed" };
}

function json(response: ServerResponse, status: number, body: object): void {
  const type = status < 400 ? "application/json" : "application/problem+json";
  response.writeHead(status, { "content-type": type });
  response.end(JSON.stringify(body));
}
