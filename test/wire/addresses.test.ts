import { afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  compileOutput,
  operationOf,
  type CompiledOutput,
  type WireRequest,
} from "./compile-output.js";
import { playServer } from "./play-server.js";

const ok = { responses: { "204": { description: "Done." } } };

const document = {
  openapi: "3.1.0",
  info: { title: "Where requests go", version: "1" },
  servers: [{ url: "/api/v2" }],
  components: {
    securitySchemes: {
      token: { type: "http", scheme: "bearer" },
      session: { type: "apiKey", in: "cookie", name: "sid" },
    },
    parameters: {
      key: {
        name: "key",
        in: "path",
        required: true,
        "x-specwright-segments": true,
        schema: { type: "string" },
      },
    },
  },
  security: [{ token: [] }],
  paths: {
    "/pets": { get: { operationId: "listPets", ...ok } },
    "/mine": {
      get: { operationId: "mine", security: [{ session: [] }], ...ok },
    },
    "/blobs/{key}": {
      parameters: [{ $ref: "#/components/parameters/key" }],
      get: { operationId: "getBlob", ...ok },
    },
    "/{+from}/copy-to/{to}": {
      post: { operationId: "copy", ...ok },
      parameters: ["from", "to"].map((name) => ({
        name,
        in: "path",
        required: true,
        schema: { type: "string" },
      })),
    },
    "/files": {
      servers: [{ url: "https://files.example/f" }],
      get: { operationId: "listFiles", ...ok },
      post: {
        operationId: "upload",
        servers: [
          {
            url: "https://{region}.example",
            variables: { region: { default: "eu" } },
          },
        ],
        ...ok,
      },
    },
  },
  webhooks: {
    paid: {
      post: {
        operationId: "paid",
        parameters: [{ name: "try", in: "query", schema: { type: "integer" } }],
        ...ok,
      },
    },
  },
};

let output: CompiledOutput;
beforeAll(async () => {
  output = await compileOutput(document);
});

const auth = { token: "t" };

function build(id: string, input?: unknown): WireRequest {
  return operationOf(output, id).build(input);
}

function request(id: string, options: object, input?: unknown): Request {
  return output.runtime.toRequest(build(id, input), { auth, ...options });
}

function onPage(href: string): void {
  Reflect.set(globalThis, "location", { href });
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, "location");
});

describe("servers", () => {
  test.each([
    ["listPets", "https://page.example/api/v2/pets"],
    ["listFiles", "https://files.example/f/files"],
    ["upload", "https://eu.example/files"],
  ])("%s goes to its own", (id, url) => {
    onPage("https://page.example/deep/er?tab=1#top");
    expect(request(id, {}).url).toBe(url);
  });

  test("can be replaced one by one", () => {
    const servers = {
      "/api/v2": "https://staging.example/api/v2/",
      "https://eu.example": new URL("http://127.0.0.1:1/up"),
    };
    const urls = ["listPets", "listFiles", "upload"].map(
      (id) => request(id, { servers }).url,
    );
    expect(urls).toEqual([
      "https://staging.example/api/v2/pets",
      "https://files.example/f/files",
      "http://127.0.0.1:1/up/files",
    ]);
  });

  test("are all replaced by a base URL", () => {
    const options = {
      baseUrl: "http://127.0.0.1:1",
      servers: { "/api/v2": "https://staging.example" },
    };
    expect(request("listPets", options).url).toBe("http://127.0.0.1:1/pets");
    expect(request("upload", options).url).toBe("http://127.0.0.1:1/files");
  });

  test.each(["", "/", "https://page.example"])(
    "the base URL %j is the root of the page's origin",
    (baseUrl) => {
      onPage("https://page.example/deep/er?tab=1#top");
      const { url } = request("listPets", { baseUrl });
      expect(url).toBe("https://page.example/pets");
    },
  );

  test.each(["https://a.example?x", "https://u:p@a.example", "https://a#b"])(
    "the base URL %s is refused",
    (baseUrl) => {
      expect(() => request("listPets", { baseUrl })).toThrow(TypeError);
    },
  );
});

describe("an absolute URL in a request", () => {
  const next = (url: string): Request =>
    output.runtime.toRequest(
      { ...build("listPets"), url },
      { baseUrl: "https://api.example/api/v2", auth },
    );

  test("is used as it is on the origin of the API", () => {
    const url = "https://api.example/elsewhere?cursor=%2F1";
    expect(next(url).url).toBe(url);
    expect(next(url).headers.get("authorization")).toBe("Bearer t");
  });

  test.each([
    "http://api.example/pets",
    "https://api.example:444/pets",
    "https://evil.example/pets",
    "https://u:p@api.example/pets",
    "file:///etc/passwd",
    "data:text/plain,x",
    "javascript:1",
    "pets",
  ])("%s is refused", (url) => {
    expect(() => next(url)).toThrow(TypeError);
  });

  test("cannot be hidden in two slashes", () => {
    expect(next("//evil.example/x").url).toBe(
      "https://api.example/api/v2//evil.example/x",
    );
  });
});

describe("webhooks", () => {
  let paid: (input?: unknown) => WireRequest;
  beforeAll(async () => {
    const module = `${output.folder}/operations/paid.js`;
    const { paid: made } = (await import(module)) as {
      paid: typeof paid;
    };
    paid = made;
  });

  const sent = (options: object, input?: unknown): Request =>
    output.runtime.toRequest(paid(input), options);

  test("need the URL of the subscriber", () => {
    expect(() => sent({})).toThrow(/subscriber/);
  });

  test.each([
    ["https://s.example/hook/", undefined, "https://s.example/hook/"],
    ["https://s.example/hook?t=1", undefined, "https://s.example/hook?t=1"],
    [
      "https://s.example/hook?t=1",
      { query: { try: 2 } },
      "https://s.example/hook?t=1&try=2",
    ],
    [
      "https://s.example/hook",
      { query: { try: 2 } },
      "https://s.example/hook?try=2",
    ],
  ])("%s with %j goes to %s", (baseUrl, input, url) => {
    expect(sent({ baseUrl }, input).url).toBe(url);
  });

  test("are sent without the credentials of the API", () => {
    const { headers } = sent({ baseUrl: "https://s.example", auth });
    expect(headers.get("authorization")).toBeNull();
  });
});

describe("cookies that the browser has", () => {
  test("are left to the browser", async () => {
    const { browserCookie } = (await import(
      `${output.folder}/runtime/security.js`
    )) as { browserCookie: symbol };
    const sent = output.runtime.toRequest(build("mine"), {
      baseUrl: "https://api.example",
      auth: { session: browserCookie },
    });
    expect(sent.credentials).toBe("include");
    expect(sent.headers.get("cookie")).toBeNull();
    // It stands for a cookie alone.
    expect(() =>
      request("listPets", {
        baseUrl: "https://api.example",
        auth: { token: browserCookie },
      }),
    ).toThrow(TypeError);
  });

  test("are sent where their value is known, and asked for where it is not", () => {
    const toRequest = (own: object): Request =>
      output.runtime.toRequest(build("mine"), {
        baseUrl: "https://api.example",
        auth: own,
      });
    expect(toRequest({ session: "1" }).headers.get("cookie")).toBe("sid=1");
    expect(() => toRequest({})).toThrow("credentials are missing: session");
  });
});

describe("values of several segments", () => {
  test.each([
    ["getBlob", { key: "a/b c/d.txt" }, "/blobs/a/b%20c/d.txt"],
    ["getBlob", { key: "folder/" }, "/blobs/folder/"],
    ["getBlob", { key: "q?#%/ü" }, "/blobs/q%3F%23%25/%C3%BC"],
    ["copy", { from: "x/y", to: "u/v" }, "/x/y/copy-to/u%2Fv"],
  ])("%s of %j is %s", (id, path, url) => {
    expect(build(id, { path }).url).toBe(url);
  });

  test.each(["", ".", "..", "a/../b", "a/./b", "/a", "a/.."])(
    "%j is refused",
    (key) => {
      expect(() => build("getBlob", { path: { key } })).toThrow(TypeError);
    },
  );
});

test("a redirect that is described is the answer", async () => {
  const described = await compileOutput({
    ...document,
    paths: {
      "/archive": {
        get: {
          operationId: "archive",
          responses: {
            "3XX": {
              description: "Where it is.",
              headers: { Location: { schema: { type: "string" } } },
            },
          },
        },
      },
    },
  });
  const { build: archive, read } = operationOf(described, "archive");
  const server = await playServer((response) =>
    response.writeHead(307, { location: "/x" }).end(),
  );
  const options = { baseUrl: server.url, auth, read };
  expect(await described.runtime.send(archive(), options)).toMatchObject({
    status: 307,
    headers: { Location: "/x" },
    issues: [],
  });
  expect(server.received).toHaveLength(1);
});
