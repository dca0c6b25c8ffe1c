import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  anOrder,
  compiledOrders,
  connect,
  createOrder,
  exported,
  getOrder,
  json,
  operation,
  useOrders,
} from "./orders-client.js";
import { operationOf } from "../wire/compile-output.js";

useOrders();

describe("the kind of an answer", () => {
  test.each([
    [200, anOrder, "described", true],
    [404, { hint: "?" }, "described", false],
    [500, { message: "?" }, "described", false],
    [302, { message: "?" }, "described", false],
    [204, undefined, "undescribed", false],
    [202, anOrder, "undescribed", false],
    [200, undefined, "unreadable", false],
    [404, undefined, "unreadable", false],
  ])("%i with %j is %s, ok: %s", async (status, body, kind, ok) => {
    const { call } = await connect(json(status, body));
    const options = { init: { redirect: "manual" } };
    expect(await call(...getOrder, options)).toMatchObject({
      kind,
      ok,
      status,
      ...(kind === "described" && { body, issues: [] }),
    });
  });

  test("a default without described successes describes them, too", async () => {
    for (const [status, ok] of [
      [200, true],
      [404, false],
    ] as const) {
      const { call } = await connect(json(status, { message: "?" }));
      const answer = await call("getStatus");
      expect(answer).toMatchObject({ kind: "described", ok, status });
    }
  });
});

describe("orThrow", () => {
  test("gives the body of a success", async () => {
    const { call } = await connect(json(200, anOrder));
    expect(await call(...getOrder).orThrow()).toEqual(anOrder);
  });

  test("and undefined if the success has none", async () => {
    const { call } = await connect((response) => response.writeHead(204).end());
    expect(await call(...createOrder).orThrow()).toBeUndefined();
  });

  test("throws an error that carries the answer and the request", async () => {
    const { call } = await connect(json(404, { hint: "h" }, { "x-a": "b" }));
    const error: unknown = await call(...getOrder)
      .orThrow()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(await exported("AnswerError"));
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: "AnswerError",
      message: "GET /orders/{id} answered 404",
      status: 404,
      kind: "described",
      headers: {},
      body: { hint: "h" },
      issues: [],
      operation: { id: "getOrder", tags: ["Orders"] },
      request: { method: "GET", url: "/orders/1" },
      answer: { status: 404 },
    });
    const { response } = error as { response: Response };
    expect(response.headers.get("x-a")).toBe("b");
  });

  test("also for an undescribed or unreadable success", async () => {
    for (const [status, kind] of [
      [204, "undescribed"],
      [200, "unreadable"],
    ] as const) {
      const { call } = await connect((response) =>
        response.writeHead(status).end(),
      );
      await expect(call(...getOrder).orThrow()).rejects.toMatchObject({
        message: `GET /orders/{id} answered ${status} (${kind})`,
        kind,
        status,
      });
    }
  });

  test("the error shows no secret when it is printed or logged", async () => {
    const { call } = await connect(json(404, { hint: "secret" }), {
      auth: { bearer: "secret" },
      headers: { "x-secret": "secret" },
    });
    const error: unknown = await call("getOrder", { path: { id: "secret" } })
      .orThrow()
      .catch((reason: unknown) => reason);
    expect(inspect(error, { depth: 9 })).toContain("getOrder");
    expect(inspect(error, { depth: 9 })).not.toContain("secret");
    expect(JSON.stringify(error)).not.toContain("secret");
  });

  test("an error of the network is that error in both styles", async () => {
    const { call } = await connect((response) => response.destroy());
    await expect(call(...getOrder)).rejects.toThrow(TypeError);
    await expect(call(...getOrder).orThrow()).rejects.toThrow(TypeError);
  });

  test("isErrorOf tells the errors of operations apart", async () => {
    const isErrorOf: (operation: object, error: unknown) => boolean =
      await exported("isErrorOf");
    const { call } = await connect(json(500, { message: "m" }));
    const error: unknown = await call(...getOrder)
      .orThrow()
      .catch((reason: unknown) => reason);
    const get = operation("getOrder");
    expect(isErrorOf(get, error)).toBe(true);
    expect(isErrorOf({ ...get }, error)).toBe(true);
    expect(isErrorOf(operation("createOrder"), error)).toBe(false);
    expect(isErrorOf(get, new Error("x"))).toBe(false);
  });
});

describe("the validator", () => {
  test("is not asked unless the operation has it", async () => {
    const { call, server } = await connect(json(201, anOrder));
    await call("createOrder", { body: { note: "too long" } });
    expect(server.received).toHaveLength(1);
  });

  test("refuses an input before it is sent", async () => {
    const { client, server } = await connect(json(201, anOrder));
    const { validate } = operationOf(compiledOrders(), "createOrder");
    const create = { ...operation("createOrder"), validate };
    const input = { body: { note: "too long", more: 1 } };
    await expect(client.call(create, input)).rejects.toMatchObject({
      name: "InputError",
      operation: { id: "createOrder" },
      issues: [{ pointer: "/body/note" }, { pointer: "/body/more" }],
    });
    await expect(client.call(create, input).orThrow()).rejects.toThrow(
      /the input of createOrder is invalid:\n\/body\/note expected 5/,
    );
    expect(server.received).toHaveLength(0);
    const answer = client.call(create, { body: { note: "short" } });
    await expect(answer).resolves.toMatchObject({ status: 201 });
  });
});

test("a value that no request can have rejects, and does not throw", async () => {
  const { call } = await connect(json(200, anOrder));
  const answer = call("getOrder", { path: { id: ".." } });
  await expect(answer).rejects.toThrow(/"id"/);
});
