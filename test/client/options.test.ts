import { describe, expect, test, vi } from "vitest";
import { serverUrl } from "../../templates/runtime/server.js";
import { playServer } from "../wire/play-server.js";
import {
  anOrder,
  connect,
  exported,
  getOrder,
  inTurn,
  json,
  operation,
  useOrders,
} from "./orders-client.js";
import { retries } from "../../templates/runtime/retry.js";

useOrders();

const fine = json(200, anOrder);

interface Hooked {
  readonly operation: { readonly id: string };
  readonly attempt: number;
  readonly request: Request;
  readonly response: Response;
  readonly error: unknown;
}

describe("the URL", () => {
  test("of a call comes before the client's", async () => {
    const other = await playServer(fine);
    const { call, server } = await connect(fine);
    await call(...getOrder, { baseUrl: `${other.url}/v2/` });
    expect(server.received).toHaveLength(0);
    expect(other.received[0]?.url).toBe("/v2/orders/1");
  });

  test("of a single server may be another", async () => {
    const uploads = await playServer(fine);
    const orders = await playServer(fine);
    const { call } = await connect(fine, {
      baseUrl: undefined,
      servers: {
        "https://uploads.example": `${uploads.url}/u`,
        "https://orders.example/v1": serverUrl(
          {
            url: `${orders.url}/{version}`,
            variables: { version: { enum: ["v1", "v2"] } },
          },
          { version: "v2" },
        ),
      },
    });
    await call("upload", { body: new Uint8Array([1]) });
    await call(...getOrder);
    expect(uploads.received[0]?.url).toBe("/u/upload");
    expect(orders.received[0]?.url).toBe("/v2/orders/1");
  });
});

describe("headers", () => {
  test("of a call come before the client's, those of the request before both", async () => {
    const { call, server } = await connect(fine, {
      headers: { "X-A": "client", "x-b": "client", accept: "text/wrong" },
    });
    await call(...getOrder, {
      headers: () => Promise.resolve({ "x-a": "call", "x-c": undefined }),
    });
    expect(server.received[0]?.headers).toMatchObject({
      "x-a": "call",
      "x-b": "client",
      accept: "application/json",
    });
    expect(server.received[0]?.headers).not.toHaveProperty("x-c");
  });
});

describe("an option", () => {
  test("of a call that is undefined leaves the client's", async () => {
    const { call, server } = await connect(json(503, { message: "busy" }), {
      retry: retries({ limit: 1, longestWait: 0 }),
    });
    await call(...getOrder, {
      ...{ auth: undefined, baseUrl: undefined, headers: undefined },
      ...{ retry: undefined, attemptTimeout: undefined, timeout: undefined },
    });
    expect(server.received).toHaveLength(2);
    expect(server.received[0]?.headers.authorization).toBe("Bearer token");
  });

  test.each([Infinity, 2 ** 31, 2 ** 40])(
    "a time of %d ends nothing",
    async (time) => {
      const { call } = await connect((response, request) => {
        setTimeout(() => fine(response, request), 30);
      });
      const options = { timeout: time, attemptTimeout: time };
      expect(await call(...getOrder, options)).toMatchObject({ status: 200 });
    },
  );

  test("that makes no header is named, and its value is not", async () => {
    const { call, server } = await connect(fine, {
      headers: { "X-Key": "sec\nret" },
    });
    await expect(call(...getOrder)).rejects.toThrow(
      '"X-Key" cannot go into a header',
    );
    expect(server.received).toHaveLength(0);
  });
});

describe("a webhook", () => {
  test("goes to its subscriber, without anything of the client's", async () => {
    const subscriber = await playServer((response) =>
      response.writeHead(204).end(),
    );
    const { client, server } = await connect(fine, {
      auth: { bearer: "secret", queryKey: "secret" },
      headers: { "x-secret": "secret" },
    });
    const answer = await client.call(
      await exported("orderShippedOperation"),
      { body: anOrder },
      { baseUrl: `${subscriber.url}/hook?a=1`, headers: { "x-own": "1" } },
    );
    expect(answer).toMatchObject({ kind: "described", status: 204 });
    expect(server.received).toHaveLength(0);
    expect(subscriber.received).toMatchObject([
      { method: "POST", url: "/hook?a=1", headers: { "x-own": "1" } },
    ]);
    expect(JSON.stringify(subscriber.received)).not.toContain("secret");
  });

  test("does not go to the API", async () => {
    const { client, server } = await connect(fine);
    const shipped = await exported("orderShippedOperation");
    await expect(client.call(shipped, { body: anOrder })).rejects.toThrow(
      "a webhook needs the URL of its subscriber: `baseUrl`",
    );
    expect(server.received).toHaveLength(0);
  });
});

describe("fetch", () => {
  test("is given the options of the platform twice: in the request, and beside it", async () => {
    const fetch = vi.fn((_request: Request, _init?: object) =>
      Promise.resolve(Response.json(anOrder)),
    );
    const { call } = await connect(fine, {
      fetch,
      init: { cache: "no-store", keepalive: true, next: { revalidate: 60 } },
    });
    await call(...getOrder, { init: { cache: "reload" } });
    const [[request, init] = []] = fetch.mock.calls;
    expect(request).toMatchObject({ cache: "reload", keepalive: true });
    expect(init).toEqual({
      cache: "reload",
      keepalive: true,
      next: { revalidate: 60 },
    });
  });

  test("has one argument if there are none", async () => {
    const fetch = vi.fn((..._all: unknown[]) =>
      Promise.resolve(Response.json(anOrder)),
    );
    const { call } = await connect(fine, { fetch });
    await call(...getOrder);
    expect(fetch.mock.calls[0]).toHaveLength(1);
  });

  test("a body is sent with them, too", async () => {
    const { call, server } = await connect(json(201, anOrder), {
      init: { cache: "no-store" },
    });
    await call("createOrder", { body: { note: "a" } });
    expect(String(server.received[0]?.body)).toBe('{"note":"a"}');
  });
});

describe("hooks", () => {
  test("know operation, path template, tags, attempt and error", async () => {
    const seen: unknown[] = [];
    const note =
      (hook: string) =>
      ({ operation, attempt, request, response, error }: Hooked) =>
        seen.push([
          ...[hook, operation, attempt, new URL(request.url).pathname],
          response?.status ?? (error as Error | undefined)?.name,
        ]);
    const { call } = await connect(
      inTurn(
        (response) => response.destroy(),
        json(401, { message: "no" }),
        fine,
      ),
      {
        hooks: {
          before: (context: Hooked) => void note("before")(context),
          after: note("after"),
          error: note("error"),
        },
        refresh: () => true,
        retry: retries(1),
      },
    );
    expect(await call(...getOrder)).toMatchObject({ status: 200 });
    const facts = {
      id: "getOrder",
      method: "GET",
      path: "/orders/{id}",
      tags: ["Orders"],
    };
    const what: unknown = expect.objectContaining(facts);
    expect(seen).toEqual([
      ["before", what, 1, "/orders/1", undefined],
      ["error", what, 1, "/orders/1", "TypeError"],
      ["before", what, 2, "/orders/1", undefined],
      ["after", what, 2, "/orders/1", 401],
      ["before", what, 3, "/orders/1", undefined],
      ["after", what, 3, "/orders/1", 200],
    ]);
  });

  test("may change the request in place, or give another, at once or later", async () => {
    const { call, server } = await connect(fine, {
      hooks: {
        before: ({ request }: Hooked) => request.headers.set("x-a", "in place"),
      },
    });
    await call(...getOrder);
    expect(server.received[0]?.headers["x-a"]).toBe("in place");
    const other = await connect(fine, {
      hooks: {
        before: async ({ request }: Hooked) => {
          await Promise.resolve();
          return new Request(request, { headers: { "x-a": "another" } });
        },
      },
    });
    await other.call(...getOrder);
    expect(other.server.received[0]?.headers).toMatchObject({
      "x-a": "another",
    });
  });

  test("are awaited, and what they throw is the error of the call", async () => {
    const { call } = await connect(fine, {
      hooks: {
        after: async () => {
          await Promise.resolve();
          throw new Error("hook");
        },
      },
    });
    await expect(call(...getOrder)).rejects.toThrow("hook");
  });
});

test("reading is set for all calls or for one", async () => {
  const wrong = json(200, { id: 1 });
  const { call } = await connect(wrong, { read: { validate: false } });
  expect(await call(...getOrder)).toMatchObject({ ok: true, issues: [] });
  const answer = await call(...getOrder, { read: { validate: true } });
  expect(answer.issues).toHaveLength(1);
});

test("an operation without input needs no second argument", async () => {
  const { client } = await connect(json(200, [anOrder]));
  const answer = client.call(operation("listOrders"));
  expect(await answer.orThrow()).toEqual([anOrder]);
});
