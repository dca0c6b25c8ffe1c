import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import type { OutputSettings } from "../../generator/config/config.js";
import {
  moneyText,
  type Money as OwnMoney,
} from "../cases/type-mapping/own-types.js";
import {
  compileOutput,
  operationOf,
  type CompiledOutput,
} from "./compile-output.js";
import { playServer } from "./play-server.js";

const folder = fileURLToPath(
  new URL("../cases/type-mapping/", import.meta.url),
);
const module = "./own-types.js";
const settings: Partial<OutputSettings> = {
  types: {
    formats: {
      int64: "bigint",
      "date-time": "Date",
      date: "Date",
      uuid: "brand",
    },
    schemas: {
      AccountSid: { type: "AccountId", module },
      Money: {
        type: "Money",
        module,
        parse: "parseMoney",
        serialize: "moneyText",
      },
    },
  },
};

let output: CompiledOutput;
/** The class as the output imports it: a module that is loaded twice has two of them. */
let Money: typeof OwnMoney;

beforeAll(async () => {
  output = await compileOutput(
    parseYaml(readFileSync(`${folder}openapi.yaml`, "utf8")) as object,
    settings,
    [],
    new Map([["own-types.ts", readFileSync(`${folder}own-types.ts`, "utf8")]]),
  );
  const url = pathToFileURL(join(output.folder, "own-types.js")).href;
  ({ Money } = (await import(url)) as { Money: typeof OwnMoney });
});

/** JSON as other tools write it: bigints as bare digits, dates and amounts as text. Days are told by their key. */
function wireText(value: unknown, key = ""): string {
  if (typeof value === "bigint") {
    return key === "sku" ? `"${value}"` : String(value);
  }
  if (value instanceof Date) {
    const text = value.toISOString();
    return JSON.stringify(key === "due" ? text.slice(0, 10) : text);
  }
  if (value instanceof Money) return JSON.stringify(moneyText(value));
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${value.map((item) => wireText(item, key)).join(",")}]`;
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(
      ([name, member]) => `${JSON.stringify(name)}:${wireText(member, name)}`,
    );
  return `{${members.join(",")}}`;
}

const int64 = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom(
    0n,
    9007199254740991n,
    9007199254740993n,
    2n ** 63n - 1n,
    -(2n ** 63n),
  ),
);
const positive = int64
  .map((value) => (value < 1n ? 1n - value : value))
  .map((value) => (value >= 2n ** 63n ? 2n ** 63n - 1n : value));
const moment = fc.date({
  min: new Date("0001-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59Z"),
  noInvalidDate: true,
});
const day = moment.map((date) => new Date(date.toISOString().slice(0, 10)));
const sid = fc.stringMatching(/^[0-9a-f]{4}$/).map((digits) => `AC${digits}`);
const money = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    fc.constantFrom("EUR", "USD"),
  )
  .map(([cents, currency]) => new Money(cents, currency));

interface Line {
  readonly id: bigint;
  readonly price: unknown;
}

function lines(): fc.Arbitrary<Line> {
  return fc.record(
    {
      id: positive,
      price: money,
      taxes: fc.dictionary(fc.string({ maxLength: 4 }), money, {
        maxKeys: 3,
        noNullPrototype: true,
      }),
      sku: int64,
    },
    { requiredKeys: ["id", "price"], noNullPrototype: true },
  );
}

function orders(): fc.Arbitrary<object> {
  const event = fc.oneof(
    fc.record(
      { kind: fc.constant("Shipped"), at: moment },
      { noNullPrototype: true },
    ),
    fc.record(
      { kind: fc.constant("Cancelled"), reason: fc.string() },
      { noNullPrototype: true },
    ),
  );
  const { order } = fc.letrec<{ order: object }>((tie) => ({
    order: fc.record(
      {
        created: moment,
        account: sid,
        lines: fc.array(lines(), { minLength: 1, maxLength: 3 }),
        event,
        parent: fc.option(tie("order"), { nil: undefined, maxDepth: 2 }),
        due: fc.option(day),
        paid: fc.oneof(moment, fc.boolean()),
        reference: fc.uuid(),
        pair: fc.tuple(int64, moment),
        choice: fc.oneof(
          fc.record({ opened: moment }, { noNullPrototype: true }),
          fc.record({ serial: int64 }, { noNullPrototype: true }),
          fc.record(
            { opened: moment, serial: int64 },
            { noNullPrototype: true },
          ),
        ),
      },
      {
        requiredKeys: ["created", "account", "lines", "event"],
        noNullPrototype: true,
      },
    ),
  }));
  return order;
}

const runs = { numRuns: 100 };

/** An order as a server answers it: its id, and those of its parents, are there. */
function withIds(order: { readonly parent?: object }, id: bigint): object {
  const { parent } = order;
  return {
    id,
    ...order,
    ...(parent === undefined ? {} : { parent: withIds(parent, -id - 1n) }),
  };
}

describe("values of types of the user's own go over the wire and back", () => {
  test("a JSON body out, a JSON body in", async () => {
    let answer = "";
    const server = await playServer((response, { method }) =>
      method === "PUT"
        ? response.writeHead(204).end()
        : response
            .writeHead(200, { "content-type": "application/json" })
            .end(answer),
    );
    const put = operationOf(output, "putOrder");
    const get = operationOf(output, "getOrder");
    await fc.assert(
      fc.asyncProperty(orders(), sid, int64, async (order, account, id) => {
        const input = { path: { sid: account, id }, body: order };
        expect(put.validate(input)).toEqual({ ok: true, value: input });
        await output.runtime.send(put.build(input), { baseUrl: server.url });
        const received = server.received.at(-1);
        expect(received?.url).toBe(`/accounts/${account}/orders/${id}`);
        expect(received?.body.toString()).toBe(wireText(order));
        const stored = withIds(order, id);
        answer = wireText(stored);
        const result = await output.runtime.send(
          get.build({ path: { sid: account, id } }),
          { baseUrl: server.url, read: get.read },
        );
        expect(result).toMatchObject({ status: 200, issues: [] });
        expect((result as { body: unknown }).body).toEqual(stored);
      }),
      runs,
    );
  });

  test("query, header and cookie out, headers in", async () => {
    const server = await playServer((response, { headers, url }) => {
      const query = new URL(url, "http://a.example").searchParams;
      response
        .writeHead(404, {
          "content-type": "application/json",
          "x-query": query.toString(),
          "x-cookie": headers.cookie ?? "",
          "x-seen": headers["x-trace"] ?? "",
        })
        .end(`{"at":${JSON.stringify(query.get("since"))}}`);
    });
    const { build, validate, read } = operationOf(output, "getOrder");
    await fc.assert(
      fc.asyncProperty(
        moment,
        fc.array(day, { minLength: 1, maxLength: 3 }),
        fc.array(int64, { maxLength: 3 }),
        fc.uuid(),
        async (since, days, ids, trace) => {
          const input = {
            path: { sid: "AC0000", id: 1n },
            query: { since, days, filter: { ids } },
            header: { "X-Trace": trace },
            cookie: { seen: since },
          };
          expect(validate(input)).toEqual({ ok: true, value: input });
          const result: {
            body: unknown;
            response: Response;
          } = await output.runtime.send(build(input), {
            baseUrl: server.url,
            read,
          });
          const { headers } = result.response;
          const query = new URLSearchParams(headers.get("x-query") ?? "");
          expect(query.get("since")).toBe(since.toISOString());
          expect(query.getAll("days")).toEqual(
            days.map((one) => one.toISOString().slice(0, 10)),
          );
          expect(query.get("filter")).toBe(`{"ids":[${ids.join(",")}]}`);
          expect(decodeURIComponent(headers.get("x-cookie") ?? "")).toBe(
            `seen=${since.toISOString()}`,
          );
          expect(headers.get("x-seen")).toBe(trace);
          expect(result.body).toEqual({ at: since });
        },
      ),
      runs,
    );
  });

  test("a form", async () => {
    const { build, validate } = operationOf(output, "putOrder");
    await fc.assert(
      fc.property(
        int64,
        moment,
        money,
        fc.array(int64, { maxLength: 3 }),
        (id, at, total, ids) => {
          const input = {
            path: { sid: "AC0000", id },
            contentType: "application/x-www-form-urlencoded",
            body: { id, at, total, related: { ids } },
          };
          expect(validate(input)).toEqual({ ok: true, value: input });
          const form = new URLSearchParams(build(input).body as string);
          expect(Object.fromEntries(form)).toEqual({
            id: String(id),
            at: at.toISOString(),
            total: moneyText(total),
            related: `{"ids":[${ids.join(",")}]}`,
          });
        },
      ),
      runs,
    );
  });

  test("a multipart body", async () => {
    const { build, validate } = operationOf(output, "putOrder");
    await fc.assert(
      fc.asyncProperty(lines(), moment, async (meta, at) => {
        const file = new Blob(["bytes"]);
        const input = {
          path: { sid: "AC0000", id: 1n },
          contentType: "multipart/form-data",
          body: { meta, at, file },
        };
        expect(validate(input)).toMatchObject({ ok: true });
        const { body, headers } = build(input);
        const parts = await new Response(body as Blob, { headers }).formData();
        expect(parts.get("meta")).toBe(wireText(meta));
        expect(parts.get("at")).toBe(at.toISOString());
        expect(await (parts.get("file") as File).text()).toBe("bytes");
      }),
      runs,
    );
  });

  test("JSON Lines out, JSON Lines and server-sent events in", async () => {
    let type = "";
    const server = await playServer((response, { method, body }) => {
      if (method === "POST") {
        response.writeHead(200, { "content-type": "text/plain" });
        response.end("2024-02-29T12:00:00Z");
        return;
      }
      response.writeHead(200, { "content-type": type });
      response.end(body);
    });
    const post = operationOf(output, "sendLines");
    const get = operationOf(output, "streamLines");
    await fc.assert(
      fc.asyncProperty(
        fc.array(lines(), { maxLength: 4 }),
        fc.boolean(),
        async (items, isLater) => {
          const body = isLater ? later(items) : items;
          const sent = await output.runtime.send(post.build({ body }), {
            baseUrl: server.url,
            read: post.read,
          });
          expect((sent as { body: unknown }).body).toEqual(
            new Date("2024-02-29T12:00:00Z"),
          );
          const text = items.map((item) => `${wireText(item)}\n`).join("");
          expect(server.received.at(-1)?.body.toString()).toBe(text);
          type = "application/jsonl";
          const { body: asLines } = await get.read(
            new Response(text, { headers: { "content-type": type } }),
          );
          expect(await all(asLines)).toEqual(items);
          const events = items.map((item) => `data: ${wireText(item)}\n\n`);
          const { body: asEvents } = await get.read(
            new Response(events.join(""), {
              headers: { "content-type": "text/event-stream" },
            }),
          );
          const found = await all(asEvents);
          expect(
            found.map((event) => (event as { data: unknown }).data),
          ).toEqual(items);
        },
      ),
      runs,
    );
  });
});

describe("what cannot be converted", () => {
  const answer = (
    body: string,
  ): Promise<{ body: unknown; issues: readonly object[] }> =>
    operationOf(output, "getOrder").read(
      new Response(body, { headers: { "content-type": "application/json" } }),
    );

  test("stays as it was received, and is an issue", async () => {
    const { body, issues } = await answer(
      '{"id":1,"created":"yesterday","account":"AC0000","event":{"kind":"Cancelled"},"lines":[{"id":2,"price":"much"}]}',
    );
    expect(body).toMatchObject({
      id: 1n,
      created: "yesterday",
      lines: [{ id: 2n, price: "much" }],
    });
    expect(issues).toMatchObject([
      { pointer: "/body/lines/0/price", keyword: "pattern" },
      { pointer: "/body/created", keyword: "parse" },
      { pointer: "/body/lines/0/price", keyword: "parse" },
    ]);
  });

  test("integers that no mapping speaks of are numbers, however long", async () => {
    const { body, issues } = await answer(
      '{"id":9007199254740993,"created":"2020-01-01T00:00:00Z","account":"AC0000","event":{"kind":"Cancelled"},"lines":[{"id":1,"price":"1.00 EUR","more":9007199254740993}],"other":[9007199254740993,"\\"9007199254740993"]}',
    );
    expect(issues).toEqual([]);
    expect(body).toMatchObject({
      id: 9007199254740993n,
      lines: [{ id: 1n, more: 9007199254740992 }],
      other: [9007199254740992, '"9007199254740993'],
    });
  });

  test("what is too long or too deep to keep every digit is read all the same", async () => {
    const rest =
      '"created":"2020-01-01T00:00:00Z","account":"AC0000","event":{"kind":"Cancelled"},"lines":[{"id":1,"price":"1.00 EUR"}]';
    const long = await answer(`{"id":${"9".repeat(500)},${rest}}`);
    expect(long.body).toMatchObject({ id: Infinity });
    const deep = `${"[".repeat(20_000)}9007199254740993${"]".repeat(20_000)}`;
    const { body } = await answer(`{"id":2,${rest},"more":${deep}}`);
    expect(body).toMatchObject({
      id: 2n,
      created: new Date("2020-01-01T00:00:00Z"),
    });
  });

  test("is an issue of the input, once", () => {
    const { validate, build } = operationOf(output, "putOrder");
    const input = (id: unknown, created: unknown): object => ({
      path: { sid: "AC0000", id },
      body: {
        created,
        account: "AC0000",
        event: { kind: "Cancelled" },
        lines: [{ id: 1n, price: new Money(1n, "EUR") }],
      },
    });
    expect(validate(input(2n ** 63n, new Date(Number.NaN)))).toMatchObject({
      ok: false,
      issues: [
        { pointer: "/body/created", keyword: "serialize" },
        { pointer: "/path/id", keyword: "format" },
      ],
    });
    expect(validate(input(-(2n ** 63n), new Date(0)))).toMatchObject({
      ok: true,
    });
    expect(() => build(input(1n, new Date(Number.NaN)))).toThrow(
      '"body/created"',
    );
  });

  test("data that holds itself is an issue, not a crash", () => {
    const { validate } = operationOf(output, "putOrder");
    const body: Record<string, unknown> = {
      created: new Date(0),
      account: "AC0000",
      event: { kind: "Cancelled" },
      lines: [{ id: 1n, price: new Money(1n, "EUR") }],
    };
    body["parent"] = body;
    expect(validate({ path: { sid: "AC0000", id: 1n }, body }).ok).toBe(false);
  });
});

async function* later<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

async function all(items: unknown): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of items as AsyncIterable<unknown>) found.push(item);
  return found;
}
