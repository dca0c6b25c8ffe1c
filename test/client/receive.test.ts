import { createHmac } from "node:crypto";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { standardWebhooks } from "../../templates/runtime/standard-webhooks.js";
import { compileOutput } from "../wire/compile-output.js";

const output = await compileOutput(
  {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1" },
    servers: [{ url: "https://api.shop.example" }],
    security: [{ key: [] }],
    paths: {},
    webhooks: {
      paid: {
        post: {
          operationId: "orderPaid",
          parameters: [
            {
              name: "X-Attempt",
              in: "header",
              required: true,
              schema: { type: "integer" },
            },
            {
              name: "X-Sent",
              in: "header",
              schema: { type: "string", format: "date-time" },
            },
          ],
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Order" },
              },
            },
          },
          responses: { 204: { description: "Noted." } },
        },
      },
      ping: {
        post: {
          operationId: "ping",
          requestBody: {
            content: {
              "application/json": { schema: { type: "object" } },
              "text/plain": { schema: { type: "string" } },
              "application/x-www-form-urlencoded": {
                schema: {
                  type: "object",
                  properties: { n: { type: "integer" } },
                },
              },
            },
          },
          responses: { 204: { description: "Noted." } },
        },
      },
      kept: {
        post: {
          operationId: "kept",
          security: [{ key: [] }],
          responses: { 204: { description: "Noted." } },
        },
      },
      bare: {
        post: { operationId: "bare", responses: { 204: { description: "-" } } },
      },
    },
    components: {
      securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
      schemas: {
        Order: {
          type: "object",
          required: ["id", "state", "placed"],
          properties: {
            id: { type: "integer", readOnly: true },
            state: { type: "string", enum: ["paid", "refunded"] },
            placed: { type: "string", format: "date-time" },
          },
        },
      },
    },
  },
  { types: { formats: { "date-time": "Date" } } },
);

interface Outcome {
  readonly ok: boolean;
  readonly status?: number;
  readonly contentType?: string;
  readonly headers?: object;
  readonly body?: unknown;
  readonly issues: readonly { readonly pointer: string }[];
}

type Receive = (request: Request, options: object) => Promise<Outcome>;

async function moduleOf(
  file: string,
): Promise<Record<string, Receive & ((input: object) => object)>> {
  const url = pathToFileURL(`${output.folder}/operations/${file}.js`);
  return (await import(url.href)) as never;
}

const { receiveOrderPaid, orderPaid } = await moduleOf("order-paid");
const { receivePing } = await moduleOf("ping");
const { receiveBare } = await moduleOf("bare");
const unsigned = { verify: "unsigned" };

const order = { id: 7, state: "paid", placed: "2026-05-01T10:00:00Z" };

function request(
  body: string | undefined,
  headers: Record<string, string> = {},
): Request {
  return new Request("https://me.example/hook", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-attempt": "1",
      ...headers,
    },
    body: body ?? null,
  });
}

describe("a received webhook", () => {
  test("is read as described, with types of the user's own", async () => {
    const headers = { "x-attempt": "2", "x-sent": "2026-05-01T10:00:01Z" };
    expect(
      await receiveOrderPaid?.(
        request(JSON.stringify(order), headers),
        unsigned,
      ),
    ).toEqual({
      ok: true,
      contentType: "application/json",
      headers: {
        "X-Attempt": 2,
        "X-Sent": new Date("2026-05-01T10:00:01Z"),
      },
      body: { ...order, placed: new Date(order.placed) },
      issues: [],
    });
  });

  test("keeps what differs from the description, and reports it", async () => {
    const body = JSON.stringify({ ...order, state: "shipped", more: 1 });
    const sent = (): Request => request(body, { "x-attempt": "many" });
    const received = await receiveOrderPaid?.(sent(), unsigned);
    expect(received).toMatchObject({
      ok: true,
      body: { state: "shipped", more: 1 },
    });
    expect(received?.issues.map(({ pointer }) => pointer).sort()).toEqual([
      "/body/state",
      "/headers/X-Attempt",
    ]);
    const unchecked = { ...unsigned, validate: false };
    expect(await receiveOrderPaid?.(sent(), unchecked)).toMatchObject({
      ok: true,
      issues: [],
    });
  });

  test.each([
    ["a broken body", request("{"), 400, "/body"],
    ["no body", request(undefined), 400, "/body"],
    [
      "another content type",
      request("<a/>", { "content-type": "application/xml" }),
      415,
      "/body",
    ],
  ])("%s is refused", async (_what, received, status, pointer) => {
    expect(await receiveOrderPaid?.(received, unsigned)).toMatchObject({
      ok: false,
      status,
      issues: [{ pointer }],
    });
  });

  test.each([
    ["application/json", "{}", {}],
    ["text/plain", "hello", "hello"],
    ["application/x-www-form-urlencoded", "n=1", new URLSearchParams("n=1")],
  ])("one of several media types: %s", async (type, text, body) => {
    expect(
      await receivePing?.(request(text, { "content-type": type }), unsigned),
    ).toMatchObject({ ok: true, contentType: type, body });
  });

  test("a body that may be absent", async () => {
    expect(await receivePing?.(request(undefined), unsigned)).toEqual({
      ok: true,
      headers: {},
      issues: [],
    });
    expect(await receiveBare?.(request(undefined), unsigned)).toMatchObject({
      ok: true,
    });
    // What is not described is not read.
    expect(await receiveBare?.(request("{}"), unsigned)).toMatchObject({
      ok: true,
      issues: [],
    });
  });
});

describe("the signature of a webhook", () => {
  const key = Buffer.from("a secret that both know");
  const secret = `whsec_${key.toString("base64")}`;
  // Signatures are of bytes: a body that is laid out otherwise is another one.
  const text =
    '{ "id":7,\n"state": "paid",\t"placed": "2026-05-01T10:00:00Z" }';

  function signed(body: string, of = body): Request {
    const time = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", key)
      .update(`msg_1.${time}.${of}`)
      .digest("base64");
    return request(body, {
      "webhook-id": "msg_1",
      "webhook-timestamp": time,
      "webhook-signature": `v1,${signature}`,
    });
  }

  test("decides before the body is read", async () => {
    const verify = standardWebhooks(secret);
    expect(await receiveOrderPaid?.(signed(text), { verify })).toMatchObject({
      ok: true,
      body: { id: 7 },
      issues: [],
    });
    expect(await receiveOrderPaid?.(signed("{", "{}"), { verify })).toEqual({
      ok: false,
      status: 401,
      issues: [],
    });
  });

  test("a verifier of the user's own", async () => {
    const seen: unknown[] = [];
    const verify = ({
      headers,
      bytes,
    }: {
      headers: Headers;
      bytes: Uint8Array;
    }): boolean => {
      seen.push(new TextDecoder().decode(bytes));
      return headers.get("x-signature") === "right";
    };
    const right = request(text, { "x-signature": "right" });
    expect(await receiveOrderPaid?.(right, { verify })).toMatchObject({
      ok: true,
    });
    expect(await receiveOrderPaid?.(request(text), { verify })).toMatchObject({
      ok: false,
      status: 401,
    });
    expect(seen).toEqual([text, text]);
    const broken = (): never => {
      throw new Error("the key store is away");
    };
    await expect(
      receiveOrderPaid?.(request(text), { verify: broken }),
    ).rejects.toThrow("the key store is away");
  });
});

describe("a subscriber", () => {
  const client = (calls: Request[]) =>
    output.runtime.createClient({
      auth: { key: "secret of the API" },
      baseUrl: "https://api.shop.example",
      headers: { "x-tenant": "secret as well" },
      fetch: (request: Request) => {
        calls.push(request);
        return Promise.resolve(new Response(null, { status: 204 }));
      },
    });
  const baseUrl = "https://subscriber.example/hook?tenant=1";

  test.each(["bare", "order-paid"])(
    "of %s gets nothing of the client's",
    async (file) => {
      const calls: Request[] = [];
      const all: object = await moduleOf(file);
      const [, operation] =
        Object.entries(all).find(([name]) => name.endsWith("Operation")) ?? [];
      const body = { state: "paid", placed: new Date(order.placed) };
      const input = { header: { "X-Attempt": 1 }, body };
      await client(calls).call(operation as object, input, { baseUrl });
      expect(calls.map(({ url }) => url)).toEqual([baseUrl]);
      expect([...(calls[0]?.headers.values() ?? [])].join()).not.toContain(
        "secret",
      );
    },
  );

  test("that asks for credentials gets those of the call", async () => {
    const calls: Request[] = [];
    const { keptOperation } = await moduleOf("kept");
    const call = (options: object): Promise<unknown> =>
      client(calls).call(keptOperation as object, {}, { baseUrl, ...options });
    await expect(call({})).rejects.toThrow("credentials are missing: key");
    expect(calls).toEqual([]);
    await call({ auth: { key: "theirs" } });
    expect(calls[0]?.headers.get("x-key")).toBe("theirs");
  });
});

test("the builder of a webhook names no server and no credentials of the API", () => {
  const { id: _id, ...body } = order;
  const sent = orderPaid?.({
    header: { "X-Attempt": 1 },
    body: { ...body, placed: new Date(order.placed) },
  });
  expect(Object.keys(sent ?? {}).sort()).toEqual([
    "body",
    "headers",
    "method",
    "url",
  ]);
});
