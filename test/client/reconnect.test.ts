import { describe, expect, test, vi } from "vitest";
import {
  reconnect,
  type Connection,
  type ReconnectOptions,
} from "../../templates/runtime/reconnect.js";
import type { EventStream } from "../../templates/runtime/stream.js";
import { compileOutput, operationOf } from "../wire/compile-output.js";
import { playServer, type Play } from "../wire/play-server.js";

const output = await compileOutput({
  openapi: "3.1.0",
  info: { title: "Ticks", version: "1" },
  paths: {
    "/ticks": {
      get: {
        operationId: "ticks",
        responses: {
          200: {
            description: "Ticks.",
            content: {
              "text/event-stream": {
                schema: {
                  type: "object",
                  properties: { n: { type: "integer" } },
                },
              },
            },
          },
          204: { description: "No more." },
        },
      },
    },
  },
});

interface Tick {
  readonly data: { readonly n: number } | undefined;
}

interface TickAnswer {
  readonly status: number;
  readonly body: EventStream<Tick>;
}

/** Connects by way of the generated builder and reader. */
function ticksFrom(
  baseUrl: string,
  options: ReconnectOptions = {},
): AsyncGenerator<Tick> {
  const { build, read } = operationOf(output, "ticks");
  const connect = (connection: Connection): Promise<TickAnswer> =>
    output.runtime.send(build(), { baseUrl, read, ...connection });
  return reconnect(connect, options);
}

type Part = string | "drop" | "stall" | number;

/** Answers each connection in turn: with a status, or with events after which it ends, drops or stalls. */
function playing(...connections: readonly (readonly Part[])[]): Play {
  const rest = [...connections];
  return async (response) => {
    const parts = rest.shift() ?? [204];
    for (const part of parts) {
      if (typeof part === "number") return response.writeHead(part).end();
      if (part === "stall") return undefined;
      if (part === "drop") return response.destroy();
      if (!response.headersSent)
        response.writeHead(200, { "content-type": "text/event-stream" });
      await new Promise<void>((resolve) => {
        response.write(part, () => setTimeout(resolve, 5));
      });
    }
    return response.end();
  };
}

async function numbers(ticks: AsyncIterable<Tick>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { data } of ticks) found.push(data?.n);
  return found;
}

const tick = (n: number, id = String(n)): string =>
  `id: ${id}\ndata: {"n":${n}}\n\n`;

describe("events of more than one connection", () => {
  test("it goes on with the last id until a 204", async () => {
    const { url, received } = await playServer(
      playing(
        ["retry: 1\n\n", 'data: {"n":0}\n\n'],
        [tick(1), tick(2)],
        [tick(3), "drop"],
        ['data: {"n":4}\n\n', 'id: 9\ndata: {"n":5}'],
        [204],
      ),
    );
    expect(await numbers(ticksFrom(url))).toEqual([0, 1, 2, 3, 4]);
    // What is unfinished has no effect, its id included.
    expect(received.map(({ headers }) => headers["last-event-id"])).toEqual([
      undefined,
      undefined,
      "2",
      "3",
      "3",
    ]);
  });

  test("an empty id takes the last one back", async () => {
    const { url, received } = await playServer(
      playing([tick(1), tick(2, "")], [204]),
    );
    expect(await numbers(ticksFrom(url, { retry: 1 }))).toEqual([1, 2]);
    expect(received[1]?.headers["last-event-id"]).toBeUndefined();
  });

  test("an id goes as its UTF-8", async () => {
    const { url, received } = await playServer(playing([tick(1, "č€")], [204]));
    const ticks = ticksFrom(url, { retry: 1, attempts: 2 });
    expect(await numbers(ticks)).toEqual([1]);
    const id = String(received[1]?.headers["last-event-id"]);
    expect(Buffer.from(id, "latin1").toString()).toBe("č€");
  });

  test("refusals and lost connections are repeated, once there was one", async () => {
    const { url, received } = await playServer(
      playing([tick(1)], [503], ["drop"], [429], [tick(2)], [204]),
    );
    expect(await numbers(ticksFrom(url, { retry: 1 }))).toEqual([1, 2]);
    expect(received).toHaveLength(6);
  });

  test("each further failure is waited for twice as long, up to a minute", async () => {
    try {
      const waits: number[] = [];
      const timeout = vi.spyOn(globalThis, "setTimeout");
      timeout.mockImplementation(((run: () => void, wait: number) => {
        waits.push(wait);
        queueMicrotask(run);
        return 0;
      }) as never);
      let calls = 0;
      const connect = (): Promise<{ status: number; body?: unknown }> => {
        calls++;
        if (calls === 1)
          return Promise.resolve({ status: 200, body: stream() });
        if (calls === 9) return Promise.resolve({ status: 204 });
        return Promise.reject(new TypeError("fetch failed"));
      };
      for await (const _ of reconnect(connect)) continue;
      expect(waits).toEqual([
        3000, 3000, 6000, 12000, 24000, 48000, 60000, 60000,
      ]);
    } finally {
      vi.restoreAllMocks();
    }
  });

  test("only so many failures in a row", async () => {
    const { url, received } = await playServer(
      playing([tick(1)], [503], [tick(2)], [503], [503]),
    );
    const ticks = ticksFrom(url, { retry: 1, attempts: 2 });
    expect(await ticks.next()).toMatchObject({ value: { data: { n: 1 } } });
    expect(await ticks.next()).toMatchObject({ value: { data: { n: 2 } } });
    await expect(ticks.next()).rejects.toThrow("status 503 came in place");
    expect(received).toHaveLength(5);
  });

  test.each([[503], [404], ["drop"]] as const)(
    "the first connection: %s is thrown",
    async (part) => {
      const { url, received } = await playServer(playing([part]));
      await expect(numbers(ticksFrom(url, { retry: 1 }))).rejects.toThrow(
        TypeError,
      );
      expect(received).toHaveLength(1);
    },
  );

  test("a later connection: 401 is thrown", async () => {
    const { url, received } = await playServer(playing([tick(1)], [401]));
    await expect(numbers(ticksFrom(url, { retry: 1 }))).rejects.toThrow(
      "status 401 came in place of an event stream",
    );
    expect(received).toHaveLength(2);
  });

  test("a body that is no event stream is thrown", async () => {
    const connect = (): Promise<{ status: number; body?: unknown }> =>
      Promise.resolve({ status: 200, body: { events: [] } });
    await expect(reconnect(connect).next()).rejects.toThrow(
      "status 200 came in place of an event stream",
    );
  });

  test("an error that carries a status of the client's is no failure to repeat", async () => {
    const refused = Object.assign(new Error("no"), { status: 403 });
    let calls = 0;
    const connect = (): Promise<{ status: number; body?: unknown }> =>
      calls++ === 0
        ? Promise.resolve({ status: 200, body: stream() })
        : Promise.reject(refused);
    const events = reconnect(connect, { retry: 1 });
    await expect(events.next()).rejects.toBe(refused);
    expect(calls).toBe(2);
  });

  test.each(["while it waits for an event", "while it waits to connect"])(
    "an abort %s rejects with its reason",
    async (when) => {
      const parts: Part[] = [tick(1)];
      if (when.includes("event")) parts.push("stall");
      const { url, received } = await playServer(playing(parts));
      const controller = new AbortController();
      const reason = new Error("enough");
      const { signal } = controller;
      const ticks = ticksFrom(url, { signal, retry: 100_000 });
      await ticks.next();
      setTimeout(() => controller.abort(reason), 20);
      await expect(ticks.next()).rejects.toBe(reason);
      expect(received).toHaveLength(1);
    },
  );

  test("who stops reading closes the connection", async () => {
    let isClosed = false;
    const { url, received } = await playServer((response) => {
      response.on("close", () => (isClosed = true));
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(tick(1));
    });
    for await (const _ of ticksFrom(url)) break;
    await vi.waitFor(() => expect(isClosed).toBe(true));
    expect(received).toHaveLength(1);
  });
});

/** A stream without events. */
function stream(): EventStream<Tick> {
  return {
    lastEventId: "",
    retry: undefined,
    async *[Symbol.asyncIterator]() {},
  };
}
