import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import type { Client } from "../wire/compile-output.js";
import { playServer, type Play } from "../wire/play-server.js";
import {
  anOrder,
  connect,
  getOrder,
  json,
  operation,
  useOrders,
} from "./orders-client.js";

useOrders();

const fine = json(200, anOrder);

/** Lets in who has the token. */
function guarded(token: () => string): Play {
  return (response, request) =>
    request.headers.authorization === `Bearer ${token()}`
      ? fine(response, request)
      : json(401, { message: "no" })(response, request);
}

describe("credentials", () => {
  test.each([
    ["a value", "token"],
    ["a function", () => "token"],
    ["an asynchronous function", () => Promise.resolve("token")],
  ])("may be %s", async (_name, bearer) => {
    const { call } = await connect(
      guarded(() => "token"),
      {
        auth: { bearer },
      },
    );
    expect(await call(...getOrder)).toMatchObject({ ok: true });
  });

  test("are asked for whenever a request is sent, and by the operations that need them", async () => {
    let token = 0;
    const other = vi.fn(() => "key");
    const { call, server } = await connect(fine, {
      auth: { bearer: () => String(++token), queryKey: other },
    });
    await call(...getOrder);
    await call("getStatus");
    await call(...getOrder);
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(
      ["Bearer 1", undefined, "Bearer 2"],
    );
    expect(other).not.toHaveBeenCalled();
  });

  test("the first alternative that has all of its own is used", async () => {
    const { call, server } = await connect(fine, {
      auth: {
        headerKey: () => undefined,
        cookieKey: "c",
        queryKey: () => Promise.resolve("q"),
      },
    });
    await call("getKeys");
    expect(server.received[0]?.url).toBe("/keys?key=q");
    expect(server.received[0]?.headers.cookie).toBeUndefined();
  });

  test("that are missing are named, and nothing is sent", async () => {
    const { call, server } = await connect(fine, { auth: {} });
    await expect(call("getKeys")).rejects.toThrow(
      "credentials are missing: headerKey and cookieKey or queryKey",
    );
    expect(server.received).toHaveLength(0);
  });

  test("an error of their function is the error of the call", async () => {
    const { call } = await connect(fine, {
      auth: { bearer: () => Promise.reject(new Error("locked")) },
    });
    await expect(call(...getOrder)).rejects.toThrow("locked");
  });
});

describe("refresh", () => {
  test("is called once for all calls that wait", async () => {
    let valid = "new";
    let token = "old";
    const late: Promise<unknown>[] = [];
    const refresh = vi.fn(async () => {
      if (late.length === 0)
        late.push(...Array.from({ length: 2 }, () => call(...getOrder)));
      await sleep(50);
      token = valid;
    });
    const { call, server } = await connect(
      guarded(() => valid),
      {
        auth: { bearer: () => token },
        refresh,
      },
    );
    const early = Array.from({ length: 8 }, () => call(...getOrder));
    await Promise.all(early);
    for (const answer of await Promise.all([...early, ...late]))
      expect(answer).toMatchObject({ status: 200 });
    expect(refresh).toHaveBeenCalledTimes(1);
    // Those that came late waited for the new token.
    expect(server.received).toHaveLength(8 * 2 + 2);
    valid = "newer";
    expect(await call(...getOrder)).toMatchObject({ status: 200 });
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  test("a call that was refused with an older token is only sent again", async () => {
    let token = "old";
    const refresh = vi.fn(() => {
      token = "new";
    });
    let answered = 0;
    const slow = guarded(() => "new");
    const { call } = await connect(
      async (response, request) => {
        // The second refusal arrives after the first has been dealt with.
        if (++answered === 2) await sleep(60);
        slow(response, request);
      },
      { auth: { bearer: () => token }, refresh },
    );
    const answers = await Promise.all([call(...getOrder), call(...getOrder)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  test("a POST is sent again, and only once", async () => {
    const refresh = vi.fn();
    const { call, server } = await connect(json(401, { message: "no" }), {
      refresh,
    });
    const answer = await call("createOrder", { body: { note: "a" } });
    expect(answer).toMatchObject({ status: 401, body: { message: "no" } });
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(server.received.map(({ body }) => String(body))).toEqual([
      '{"note":"a"}',
      '{"note":"a"}',
    ]);
  });

  test("that gives false leaves the 401 as the answer", async () => {
    const { call, server } = await connect(json(401, { message: "no" }), {
      refresh: () => false,
    });
    expect(await call(...getOrder)).toMatchObject({
      status: 401,
      body: { message: "no" },
    });
    expect(server.received).toHaveLength(1);
  });

  test("that throws rejects all that wait, and may be tried again", async () => {
    const refresh = vi.fn(async () => {
      await sleep(20);
      throw new Error("logged out");
    });
    const { call } = await connect(json(401, {}), { refresh });
    const calls = [call(...getOrder), call(...getOrder)];
    for (const one of await Promise.allSettled(calls))
      expect(one).toMatchObject({ reason: { message: "logged out" } });
    await expect(call(...getOrder)).rejects.toThrow("logged out");
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  test("has a client that does not refresh", async () => {
    const { call, server } = await connect(json(401, { message: "no" }), {
      refresh: async (plain: Client) => {
        await plain.call(operation("getOrder"), { path: { id: "2" } });
      },
    });
    expect(await call(...getOrder)).toMatchObject({ status: 401 });
    expect(server.received.map(({ url }) => url)).toEqual([
      "/orders/1",
      "/orders/2",
      "/orders/1",
    ]);
  });

  test("is not called for operations without credentials", async () => {
    const refresh = vi.fn();
    const { call } = await connect(json(401, { message: "no" }), { refresh });
    expect(await call("getStatus")).toMatchObject({ status: 401 });
    expect(refresh).not.toHaveBeenCalled();
  });

  test("may call an operation without credentials with the client itself", async () => {
    let token = "old";
    const { client, call } = await connect(
      guarded(() => "new"),
      {
        auth: { bearer: () => token },
        refresh: async () => {
          await client.call(operation("getStatus"));
          token = "new";
        },
        timeout: 2000,
      },
    );
    expect(await call(...getOrder)).toMatchObject({ status: 200 });
  });

  test("is not called for credentials of a call", async () => {
    const refresh = vi.fn();
    const { call } = await connect(json(401, { message: "no" }), { refresh });
    const answer = await call(...getOrder, { auth: { bearer: "wrong" } });
    expect(answer).toMatchObject({ status: 401 });
    expect(refresh).not.toHaveBeenCalled();
  });

  test("ends when the call is aborted", async () => {
    const { call } = await connect(json(401, {}), {
      refresh: () => new Promise(() => undefined),
      timeout: 50,
    });
    await expect(call(...getOrder)).rejects.toMatchObject({
      name: "TimeoutError",
    });
  });
});

describe("at another origin", () => {
  const secrets = /secret/;

  test.each([
    ["getKeys", { headerKey: "secret", cookieKey: "secret" }, {}],
    ["getOrder", { bearer: () => "secret" }, {}],
    ["getStatus", {}, { headers: { "x-key": "secret" } }],
    ["getStatus", {}, { headers: () => ({ "x-key": "secret" }) }],
  ])("%s with %j and %j sends no secret", async (id, auth, options) => {
    const other = await playServer(fine);
    const { call } = await connect(
      (response) => response.writeHead(302, { location: other.url }).end(),
      { auth, ...options },
    );
    await call(id, { path: { id: "1" } });
    expect(other.received).toHaveLength(1);
    expect(JSON.stringify(other.received)).not.toMatch(secrets);
  });

  test("headers of hooks and of the request are not sent", async () => {
    const other = await playServer(fine);
    const { client } = await connect(
      (response) => response.writeHead(302, { location: other.url }).end(),
      {
        hooks: {
          before: ({ request }: { readonly request: Request }) => {
            if (!request.url.startsWith(other.url))
              request.headers.set("x-hook", "secret");
          },
        },
      },
    );
    await client.call(operation("getStatus"));
    const own = { "x-parameter": "secret" };
    const build = (): object => ({
      method: "GET",
      url: "/status",
      headers: own,
    });
    await client.call({ ...operation("getStatus"), build });
    expect(other.received).toHaveLength(2);
    expect(JSON.stringify(other.received)).not.toMatch(secrets);
  });

  test("an absolute URL is refused, and nothing is sent", async () => {
    const other = await playServer(fine);
    const { client } = await connect(fine);
    const elsewhere = {
      ...operation("getOrder"),
      build: () => ({
        method: "GET",
        url: `${other.url}/orders`,
        headers: {},
        security: [[{ name: "bearer", kind: "http", scheme: "Bearer" }]],
      }),
    };
    await expect(client.call(elsewhere)).rejects.toThrow(
      "the URL leads to another origin",
    );
    expect(other.received).toHaveLength(0);
  });
});
