import { describe, expect, test, vi } from "vitest";
import type { FailedAttempt } from "../../templates/runtime/retry.js";
import { playServer, type Play } from "../wire/play-server.js";
import {
  anOrder,
  connect,
  createOrder,
  exported,
  getOrder,
  inTurn,
  json,
  operation,
  useOrders,
} from "./orders-client.js";

useOrders();

type Policy = Record<string, unknown>;

async function retries(policy: Policy = {}): Promise<unknown> {
  const make: (policy: Policy) => unknown = await exported("retries");
  return make(policy);
}

const fine = json(200, anOrder);
const made = json(201, anOrder);
const busy = json(503, { message: "busy" }, { "retry-after": "0" });
const lost: Play = (response) => response.destroy();

describe("a policy", () => {
  test("may be the client's, and a call may have its own", async () => {
    const { call, server } = await connect(busy, { retry: await retries() });
    await call(...getOrder);
    expect(server.received).toHaveLength(3);
    await call(...getOrder, { retry: await retries({ limit: 0 }) });
    expect(server.received).toHaveLength(4);
  });

  test("names the statuses that are temporary", async () => {
    const teapot = json(418, { message: "?" }, { "retry-after": "0" });
    const retry = await retries({ statuses: [418] });
    const { call } = await connect(inTurn(teapot, fine), { retry });
    expect(await call(...getOrder)).toMatchObject({ status: 200 });
    const other = await connect(inTurn(busy, fine), { retry });
    expect(await other.call(...getOrder)).toMatchObject({ status: 503 });
  });

  test("decides with when, and is told what there is to know", async () => {
    const seen: FailedAttempt[] = [];
    const retry = await retries({
      limit: 5,
      when: (failed: FailedAttempt) => {
        seen.push(failed);
        return Promise.resolve(failed.attempt < 3);
      },
    });
    const { call, server } = await connect(inTurn(busy, lost, busy), { retry });
    expect(await call(...createOrder)).toMatchObject({ status: 503 });
    expect(server.received).toHaveLength(3);
    expect(seen).toMatchObject([
      {
        attempt: 1,
        isIdempotent: false,
        operation: { id: "createOrder", path: "/orders", tags: ["Orders"] },
        response: { status: 503 },
      },
      { attempt: 2, error: { name: "TypeError" } },
      { attempt: 3, response: { status: 503 } },
    ]);
  });

  test("waits no longer than longestWait, and goes on", async () => {
    const onRetry = vi.fn();
    const retry = await retries({ limit: 3, longestWait: 5, onRetry });
    const { call, server } = await connect(lost, { retry });
    await expect(call(...getOrder)).rejects.toThrow("fetch failed");
    expect(server.received).toHaveLength(4);
    expect(onRetry.mock.calls.map(([, wait]) => wait as number)).toEqual([
      5, 5, 5,
    ]);
  });

  test.each([
    ["0", 0],
    ["Wed, 21 Oct 2015 07:28:00 GMT", 0],
    ["0.002", 2],
    ["-1", 0],
    ["soon", 5],
  ])("reads Retry-After: %s", async (text, expected) => {
    const onRetry = vi.fn();
    const retry = await retries({ limit: 1, longestWait: 5, onRetry });
    const play = json(503, { message: "busy" }, { "retry-after": text });
    const { call } = await connect(play, { retry });
    await call(...getOrder);
    expect(onRetry).toHaveBeenCalledWith(expect.anything(), expected);
  });

  test("tells onRetry how long it waits", async () => {
    const onRetry = vi.fn();
    const retry = await retries({ onRetry });
    const { call } = await connect(inTurn(lost, busy, fine), { retry });
    await call(...getOrder);
    expect(onRetry.mock.calls).toMatchObject([
      [{ attempt: 1, operation: { id: "getOrder" } }, expect.any(Number)],
      [{ attempt: 2, response: { status: 503 } }, 0],
    ]);
    const [[, wait]] = onRetry.mock.calls as [[unknown, number]];
    expect(wait).toBeGreaterThanOrEqual(250);
    expect(wait).toBeLessThanOrEqual(500);
  });

  test("says how long is too long to wait", async () => {
    const slow = json(503, { message: "?" }, { "retry-after": "2" });
    const retry = await retries({ longestWait: 1999 });
    const { call, server } = await connect(slow, { retry });
    expect(await call(...getOrder)).toMatchObject({ status: 503 });
    expect(server.received).toHaveLength(1);
  });
});

describe("an idempotency key", () => {
  const keysOf = (received: readonly { headers: object }[]): unknown[] =>
    received.map(({ headers }) =>
      new Map(Object.entries(headers)).get("idempotency-key"),
    );

  test("lets a POST be repeated, with the same key in each attempt of a call", async () => {
    const retry = await retries({ idempotencyKey: "Idempotency-Key" });
    const { call, server } = await connect(
      inTurn(busy, lost, made, busy, made),
      { retry },
    );
    for (const _ of [1, 2])
      expect(await call(...createOrder)).toMatchObject({ status: 201 });
    const [first, second, third, fourth, fifth] = keysOf(server.received);
    expect(first).toMatch(/^[\d-]{8,}$/);
    expect([second, third]).toEqual([first, first]);
    expect(fourth).not.toBe(first);
    expect(fifth).toBe(fourth);
  });

  test("of the caller comes first", async () => {
    const retry = await retries({ idempotencyKey: "Idempotency-Key" });
    const { call, server } = await connect(inTurn(busy, made), { retry });
    const headers = { "idempotency-key": "mine" };
    await call(...createOrder, { headers });
    expect(keysOf(server.received)).toEqual(["mine", "mine"]);
  });

  test("a POST without one is sent once", async () => {
    const { call, server } = await connect(inTurn(busy, made), {
      retry: await retries(),
    });
    expect(await call(...createOrder)).toMatchObject({ status: 503 });
    expect(server.received).toHaveLength(1);
  });
});

test("a stream is not sent again", async () => {
  const { client, server } = await connect(busy, {
    retry: await retries({ when: () => true }),
  });
  const body = new Blob(["x"]).stream();
  await client.call(operation("upload"), { body });
  expect(server.received).toHaveLength(1);
});

test("a request that cannot be made is not tried again", async () => {
  const retry = await retries({ when: () => true, limit: 3 });
  const bearer = vi.fn(() => undefined);
  const { call } = await connect(fine, { auth: { bearer }, retry });
  await expect(call(...getOrder)).rejects.toThrow("credentials are missing");
  expect(bearer).toHaveBeenCalledTimes(1);
});

test("credentials and headers are asked for in each attempt", async () => {
  let count = 0;
  const { call, server } = await connect(inTurn(busy, fine), {
    retry: await retries(),
    auth: { bearer: () => String(++count) },
    headers: ({ id }: { id: string }) => ({ "x-count": `${id} ${count}` }),
  });
  await call(...getOrder);
  expect(
    server.received.map(({ headers }) => [
      headers.authorization,
      headers["x-count"],
    ]),
  ).toEqual([
    ["Bearer 1", "getOrder 1"],
    ["Bearer 2", "getOrder 2"],
  ]);
});

describe("time", () => {
  const silent: Play = () => undefined;

  test("an attempt that takes too long is repeated", async () => {
    const { call, server } = await connect(inTurn(silent, fine), {
      attemptTimeout: 100,
      retry: await retries(),
    });
    expect(await call(...getOrder)).toMatchObject({ status: 200 });
    expect(server.received).toHaveLength(2);
  });

  test("and is an error if nothing is repeated", async () => {
    const { call } = await connect(silent, { attemptTimeout: 50 });
    await expect(call(...getOrder)).rejects.toMatchObject({
      name: "TimeoutError",
      message: "the response did not begin in time",
    });
  });

  test("an attempt ends with the beginning of its response", async () => {
    const { call } = await connect(
      (response) => {
        response
          .writeHead(200, { "content-type": "application/json" })
          .write("{");
        setTimeout(() => response.end('"id":"1"}'), 150);
      },
      { attemptTimeout: 100 },
    );
    expect(await call(...getOrder)).toMatchObject({ body: { id: "1" } });
  });

  test("the whole call has one as well, over all attempts", async () => {
    const { call, server } = await connect(silent, {
      attemptTimeout: 60,
      timeout: 200,
      retry: await retries({ limit: 50 }),
    });
    const start = performance.now();
    await expect(call(...getOrder)).rejects.toMatchObject({
      name: "TimeoutError",
    });
    expect(performance.now() - start).toBeLessThan(1500);
    expect(server.received.length).toBeGreaterThan(0);
  });

  test("a call may have a longer one than its client", async () => {
    const { call } = await connect(
      (response, request) => setTimeout(() => fine(response, request), 120),
      { timeout: 20 },
    );
    const answer = await call(...getOrder, { timeout: 5000 });
    expect(answer).toMatchObject({ status: 200 });
  });

  test("signals of client and call both end it", async () => {
    const ofClient = new AbortController();
    const { call } = await connect(silent, { signal: ofClient.signal });
    const ofCall = new AbortController();
    const first = call(...getOrder, { signal: ofCall.signal });
    const second = call(...getOrder, { signal: new AbortController().signal });
    ofCall.abort(new Error("call"));
    await expect(first).rejects.toThrow("call");
    ofClient.abort(new Error("client"));
    await expect(second).rejects.toThrow("client");
  });

  test("neither AbortSignal.any nor .timeout is needed without it", async () => {
    const any = vi.spyOn(AbortSignal, "any");
    const timeout = vi.spyOn(AbortSignal, "timeout");
    const { url } = await playServer(fine);
    const { call } = await connect(fine, { baseUrl: url });
    await call(...getOrder);
    await call(...getOrder, { signal: new AbortController().signal });
    await call(...getOrder, { attemptTimeout: 1000 });
    expect(any).not.toHaveBeenCalled();
    expect(timeout).not.toHaveBeenCalled();
    await call(...getOrder, { timeout: 1000 });
    expect(timeout).toHaveBeenCalledTimes(1);
    expect(any).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
