import { beforeAll, describe, expect, test } from "vitest";
import { retries } from "../../templates/runtime/retry.js";
import {
  compileOutput,
  operationOf,
  type CompiledOutput,
  type Result,
} from "./compile-output.js";
import { playServer, type Play } from "./play-server.js";
import { securityDocument } from "./security-document.js";

let output: CompiledOutput;
beforeAll(async () => {
  output = await compileOutput(securityDocument);
});

interface Hooked {
  readonly request: Request;
  readonly response: Response;
}

const auth = { basic: { username: "u", password: "p" } };

function send(
  id: string,
  baseUrl: string,
  options: object = {},
): Promise<Result> {
  const { build, read } = operationOf(output, id);
  return output.runtime.send(build(), { baseUrl, auth, read, ...options });
}

const fine: Play = (response) => {
  response
    .writeHead(200, { "content-type": "application/json" })
    .end('{"ok":true}');
};

/** Answers with these statuses first, then well. */
function failing(
  statuses: readonly number[],
  headers: Record<string, string> = {},
): Play {
  const rest = [...statuses];
  return (response, request) => {
    const status = rest.shift();
    if (status === undefined) return fine(response, request);
    if (status === 0) response.destroy();
    else response.writeHead(status, headers).end();
    return undefined;
  };
}

describe("retries", () => {
  test("there are none unless they are asked for", async () => {
    const server = await playServer(failing([503]));
    expect(await send("inherited", server.url)).toMatchObject({ status: 503 });
    expect(server.received).toHaveLength(1);
  });

  test("an idempotent request is sent again, after refusals and lost connections", async () => {
    const server = await playServer(failing([503, 0]));
    expect(
      await send("inherited", server.url, { retry: retries(2) }),
    ).toMatchObject({
      status: 200,
      body: { ok: true },
    });
    expect(server.received).toHaveLength(3);
  });

  test("the last refusal is the answer", async () => {
    const server = await playServer(
      failing([429, 429, 429], { "retry-after": "0" }),
    );
    expect(
      await send("inherited", server.url, { retry: retries(2) }),
    ).toMatchObject({
      status: 429,
    });
  });

  test("what is not idempotent is never sent again", async () => {
    const server = await playServer(failing([503]));
    expect(
      await send("create", server.url, { retry: retries(5) }),
    ).toMatchObject({
      status: 503,
    });
    expect(server.received).toHaveLength(1);
  });

  test("Retry-After says how long, in seconds or as a date", async () => {
    const server = await playServer(failing([429], { "retry-after": "1" }));
    const start = performance.now();
    await send("inherited", server.url, { retry: retries(1) });
    expect(performance.now() - start).toBeGreaterThan(990);
    const date = new Date(Date.now() + 2000).toUTCString();
    const dated = await playServer(failing([503], { "retry-after": date }));
    const now = performance.now();
    await send("inherited", dated.url, { retry: retries(1) });
    expect(performance.now() - now).toBeGreaterThan(900);
    const past = await playServer(
      failing([503, 503], { "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }),
    );
    const begin = performance.now();
    await send("inherited", past.url, { retry: retries(2) });
    expect(performance.now() - begin).toBeLessThan(900);
  });

  test("nobody waits for an hour", async () => {
    const server = await playServer(failing([503], { "retry-after": "3600" }));
    expect(
      await send("inherited", server.url, { retry: retries(3) }),
    ).toMatchObject({
      status: 503,
    });
  });

  test("a signal ends the wait", async () => {
    const server = await playServer(failing([503], { "retry-after": "30" }));
    const result = send("inherited", server.url, {
      retry: retries(3),
      signal: AbortSignal.timeout(50),
    });
    await expect(result).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("and leaves no timer behind", async () => {
    const timers = (): number =>
      process.getActiveResourcesInfo().filter((kind) => kind === "Timeout")
        .length;
    const server = await playServer(failing([503], { "retry-after": "30" }));
    const before = timers();
    const abort = new AbortController();
    const result = send("inherited", server.url, {
      retry: retries(3),
      signal: abort.signal,
      hooks: { after: () => setTimeout(() => abort.abort(), 50) },
    });
    await expect(result).rejects.toMatchObject({ name: "AbortError" });
    expect(timers()).toBeLessThanOrEqual(before);
  });
});

describe("time", () => {
  test("a timeout ends a request without an answer", async () => {
    const server = await playServer(() => undefined);
    await expect(
      send("inherited", server.url, { timeout: 50 }),
    ).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("and one whose body does not end", async () => {
    const server = await playServer((response) => {
      response
        .writeHead(200, { "content-type": "application/json" })
        .write("{");
    });
    await expect(
      send("inherited", server.url, { timeout: 50 }),
    ).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("an aborted signal sends nothing", async () => {
    const server = await playServer(fine);
    await expect(
      send("inherited", server.url, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: "AbortError" });
    expect(server.received).toHaveLength(0);
  });
});

describe("hooks", () => {
  test("see and may change each request, and see each response", async () => {
    const server = await playServer(fine);
    const seen: unknown[] = [];
    await send("inherited", server.url, {
      headers: { "x-trace": "1", accept: "text/x-wrong" },
      hooks: {
        before: ({ request }: Hooked) => {
          const changed = new Request(request);
          changed.headers.set("x-more", "2");
          return changed;
        },
        after: ({ response, request }: Hooked) =>
          seen.push(response.status, request.headers.get("x-more")),
      },
    });
    expect(server.received[0]?.headers).toMatchObject({
      "x-trace": "1",
      "x-more": "2",
      accept: "application/json",
    });
    expect(seen).toEqual([200, "2"]);
  });

  test("without a reader the response is given", async () => {
    const server = await playServer(fine);
    const response: Response = await output.runtime.send(
      operationOf(output, "inherited").build(),
      { baseUrl: server.url, auth },
    );
    expect(await response.json()).toEqual({ ok: true });
  });

  test("another fetch may send", async () => {
    const fetch = (request: Request): Promise<Response> =>
      Promise.resolve(Response.json({ url: request.url }));
    expect(
      await send("inherited", "https://other.example/", { fetch }),
    ).toMatchObject({ body: { url: "https://other.example/inherited" } });
  });
});

describe("redirects", () => {
  const secrets = { headerKey: "h", queryKey: "q", cookieKey: "c" };

  function redirecting(status: number, location: string): Play {
    return (response, request) => {
      if (request.url.startsWith("/end")) return fine(response, request);
      response.writeHead(status, { location }).end();
      return undefined;
    };
  }

  test("are followed with credentials on the same origin", async () => {
    const server = await playServer(redirecting(307, "/end"));
    expect(await send("both", server.url, { auth: secrets })).toMatchObject({
      status: 200,
    });
    expect(server.received[1]).toMatchObject({
      url: "/end",
      headers: { "x-api-key": "h", cookie: "sid=c" },
    });
  });

  test.each([301, 302, 303, 307, 308])(
    "%i to another origin goes without credentials",
    async (status) => {
      const other = await playServer(fine);
      const server = await playServer(
        redirecting(status, `${other.url}/end?a=1`),
      );
      const result = await send("both", server.url, {
        auth: secrets,
        headers: { "x-own-key": "o" },
      });
      expect(result).toMatchObject({ status: 200 });
      const [received] = other.received;
      expect(received?.url).toBe("/end?a=1");
      expect(JSON.stringify(received?.headers)).not.toMatch(
        /"x-api-key"|"x-own-key"|"cookie"|"authorization"/,
      );
    },
  );

  test("nor where a hook gives another request", async () => {
    const other = await playServer(fine);
    const server = await playServer(redirecting(302, `${other.url}/end`));
    await send("both", server.url, {
      auth: secrets,
      hooks: {
        before: ({ request: { url, headers } }: Hooked) =>
          new Request(url, { headers }),
      },
    });
    expect(JSON.stringify(other.received[0]?.headers)).not.toContain(
      "x-api-key",
    );
  });

  test("a location that is no URL is the answer, and shows no key", async () => {
    const server = await playServer(redirecting(302, "http://["));
    expect(await send("both", server.url, { auth: secrets })).toMatchObject({
      status: 302,
    });
  });

  test("basic does not go to another origin", async () => {
    const other = await playServer(fine);
    const server = await playServer(redirecting(302, `${other.url}/end`));
    await send("create", server.url);
    expect(server.received[0]?.headers["authorization"]).toBe("Basic dTpw");
    expect(other.received[0]?.headers["authorization"]).toBeUndefined();
    expect(other.received[0]?.method).toBe("GET");
  });

  test.each([307, 308])(
    "%i sends the body again to the same origin alone",
    async (status) => {
      const server = await playServer(redirecting(status, "/end"));
      expect(await send("create", server.url)).toMatchObject({ status: 200 });
      const [first, second] = server.received;
      expect(second).toMatchObject({ method: "POST", url: "/end" });
      expect(second?.body).toEqual(first?.body);
      for (const name of ["authorization", "content-type"]) {
        expect(second?.headers[name]).toBe(first?.headers[name]);
      }
      const other = await playServer(fine);
      const elsewhere = await playServer(
        redirecting(status, `${other.url}/end`),
      );
      expect(await send("create", elsewhere.url)).toMatchObject({ status });
      expect(other.received).toHaveLength(0);
    },
  );

  test("an endless redirect ends, and is the answer", async () => {
    const server = await playServer(redirecting(302, "/again"));
    expect(await send("inherited", server.url)).toMatchObject({ status: 302 });
    expect(server.received).toHaveLength(21);
  });

  test("a redirect to something other than HTTP is refused", async () => {
    const server = await playServer(redirecting(302, "file:///etc/passwd"));
    await expect(send("inherited", server.url)).rejects.toThrow(TypeError);
  });
});
