import { expect, describe, test } from "vitest";
import { items, pages } from "../../templates/runtime/paginate.js";
import { nextLink } from "../../templates/runtime/link.js";
import { compileOutput, operationOf } from "../wire/compile-output.js";
import { playServer, type Play } from "../wire/play-server.js";

const body = {
  type: "object",
  properties: {
    data: { type: "array", items: { type: "integer" } },
    next: { type: ["string", "null"] },
    after: { type: "integer" },
    more: { type: "boolean" },
    total: { type: "integer" },
  },
};

const settings: Record<string, object> = {
  byCursor: { kind: "cursor", parameter: "cursor", next: "/next" },
  byHeader: {
    kind: "cursor",
    parameter: "$request.header.X-After",
    next: "$response.header.X-Next",
  },
  byBody: {
    kind: "cursor",
    parameter: "$request.body#/page/after",
    next: "/after",
  },
  byOffset: { kind: "offset", parameter: "offset" },
  byTotal: { kind: "offset", parameter: "offset", total: "/total" },
  byMore: { kind: "offset", parameter: "offset", more: "/more" },
  byPage: { kind: "page", parameter: "page" },
  byZero: { kind: "page", parameter: "page", start: 0, pages: "/total" },
  byUrl: { kind: "url", next: "/next" },
  byLink: { kind: "link" },
  byList: { kind: "link", items: "" },
  byLast: { kind: "cursor", parameter: "after", last: "/id", items: "/list" },
};

const query = (name: string, type: string): object => ({
  name,
  in: "query",
  schema: { type },
});

const output = await compileOutput({
  openapi: "3.1.0",
  info: { title: "Numbers", version: "1" },
  security: [{ bearer: [] }],
  paths: Object.fromEntries(
    Object.entries(settings).map(([operationId, pagination]) => {
      const list = { type: "array", items: { type: "integer" } };
      const objects = {
        type: "object",
        properties: {
          more: { type: "boolean" },
          list: {
            type: "array",
            items: { type: "object", properties: { id: { type: "string" } } },
          },
        },
      };
      const schema =
        { byList: list, byLast: objects }[operationId] ?? (body as object);
      return [
        `/${operationId}`,
        {
          [operationId === "byBody" ? "post" : "get"]: {
            operationId,
            "x-specwright-pagination": { items: "/data", ...pagination },
            parameters: [
              query("cursor", "string"),
              query("after", "string"),
              query("offset", "integer"),
              query("page", "integer"),
              query("limit", "integer"),
              { name: "X-After", in: "header", schema: { type: "string" } },
            ],
            ...(operationId === "byBody"
              ? {
                  requestBody: {
                    content: {
                      "application/json": {
                        schema: {
                          type: "object",
                          properties: {
                            filter: { type: "string" },
                            page: {
                              type: "object",
                              properties: { after: { type: "integer" } },
                            },
                          },
                        },
                      },
                    },
                  },
                }
              : {}),
            responses: {
              200: {
                description: "A page.",
                headers: { "X-Next": { schema: { type: "string" } } },
                content: {
                  ...(operationId === "byOffset"
                    ? { "text/csv": { schema: { type: "string" } } }
                    : {}),
                  "application/json": { schema },
                },
              },
              204: { description: "Nothing." },
            },
          },
        },
      ];
    }),
  ),
  components: {
    securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
  },
});

/** An answer: a body, and headers. `$` stands for the server's own origin. */
type Reply = readonly [body: unknown, headers?: Record<string, string>];

/** All items and what was asked for, of a server that gives these answers one after another. */
async function list(
  id: string,
  replies: readonly Reply[],
  input: object = {},
  base = "",
): Promise<{ found: unknown[]; asked: string[] }> {
  let count = 0;
  const server = await playServer((response, { headers }) => {
    const [value, more = {}] = replies[count++] ?? [undefined];
    if (value === undefined || headers.authorization !== "Bearer t")
      return response.writeHead(value === undefined ? 404 : 401).end();
    const own = (text: string): string => text.replaceAll("$", server.url);
    response.writeHead(200, {
      "content-type": "application/json",
      ...Object.fromEntries(
        Object.entries(more).map(([name, text]) => [name, own(text)]),
      ),
    });
    return response.end(own(JSON.stringify(value)));
  });
  const client = output.runtime.createClient({
    baseUrl: server.url + base,
    auth: { bearer: "t" },
  });
  const found: unknown[] = [];
  const { operation } = operationOf(output, id);
  for await (const item of items(client as never, operation as never, input))
    found.push(item);
  const asked = server.received.map(({ url, body, headers }) =>
    [url, headers["x-after"], body.toString()].filter(Boolean).join(" "),
  );
  return { found, asked };
}

describe("the kinds", () => {
  test("a cursor of the body, absent, null or empty at the end", async () => {
    for (const last of [{}, { next: null }, { next: "" }]) {
      expect(
        await list(
          "byCursor",
          [
            [{ data: [1, 2], next: "a b" }],
            // A page without items is not the end if it has a cursor.
            [{ data: [], next: "c" }],
            [{ data: [3], ...last }],
          ],
          { query: { limit: 2 } },
        ),
      ).toEqual({
        found: [1, 2, 3],
        asked: [
          "/byCursor?limit=2",
          "/byCursor?cursor=a%20b&limit=2",
          "/byCursor?cursor=c&limit=2",
        ],
      });
    }
  });

  test("a cursor of a header, for a header", async () => {
    const replies: Reply[] = [
      [{ data: [1] }, { "x-next": "b" }],
      [{ data: [2] }],
    ];
    expect(await list("byHeader", replies)).toEqual({
      found: [1, 2],
      asked: ["/byHeader", "/byHeader b"],
    });
  });

  test("a cursor in the request body", async () => {
    const replies: Reply[] = [[{ data: [1], after: 7 }], [{ data: [2] }]];
    const input = { body: { filter: "x" } };
    expect(await list("byBody", replies, input)).toEqual({
      found: [1, 2],
      asked: [
        '/byBody {"filter":"x"}',
        '/byBody {"filter":"x","page":{"after":7}}',
      ],
    });
    expect(input).toEqual({ body: { filter: "x" } });
  });

  test("the id of the last item", async () => {
    const page = (ids: string[], more: boolean): Reply => [
      { list: ids.map((id) => ({ id })), more },
    ];
    expect(
      (
        await list("byLast", [
          page(["a", "b"], true),
          page(["c"], true),
          page([], true),
        ])
      ).asked,
    ).toEqual(["/byLast", "/byLast?after=b", "/byLast?after=c"]);
  });

  test("an offset, to the first page that has fewer items", async () => {
    const replies: Reply[] = [
      [{ data: [1, 2] }],
      [{ data: [3, 4] }],
      [{ data: [5] }],
    ];
    expect(await list("byOffset", replies)).toEqual({
      found: [1, 2, 3, 4, 5],
      asked: ["/byOffset", "/byOffset?offset=2", "/byOffset?offset=4"],
    });
    expect(
      await list("byOffset", [[{ data: [1, 2] }], [{ data: [] }]], {
        query: { offset: 10 },
      }),
    ).toEqual({
      found: [1, 2],
      asked: ["/byOffset?offset=10", "/byOffset?offset=12"],
    });
  });

  test("JSON is asked for where there are other media types", async () => {
    const { url, received } = await playServer((response) => response.end());
    const { operation } = operationOf(output, "byOffset");
    const client = output.runtime.createClient({
      baseUrl: url,
      auth: { bearer: "t" },
    });
    const all = items(client as never, operation as never);
    await expect(all.next()).rejects.toMatchObject({ kind: "unreadable" });
    expect(received[0]?.headers.accept).toBe("application/json");
  });

  test("an offset, to the number of all items, whatever pages have", async () => {
    const replies: Reply[] = [
      [{ data: [1, 2], total: 4 }],
      [{ data: [3], total: 4 }],
      [{ data: [4], total: 4 }],
    ];
    expect((await list("byTotal", replies)).found).toEqual([1, 2, 3, 4]);
  });

  test("an offset, as long as there are more", async () => {
    const replies: Reply[] = [
      [{ data: [1, 2], more: true }],
      [{ data: [3], more: true }],
      [{ data: [4, 5], more: false }],
    ];
    expect((await list("byMore", replies)).found).toEqual([1, 2, 3, 4, 5]);
    // Without items there is nothing to go on from.
    expect((await list("byMore", [[{ data: [], more: true }]])).found).toEqual(
      [],
    );
  });

  test("the number of the page", async () => {
    const replies: Reply[] = [[{ data: [1] }], [{ data: [2] }], [{ data: [] }]];
    expect((await list("byPage", replies)).asked).toEqual([
      "/byPage",
      "/byPage?page=2",
      "/byPage?page=3",
    ]);
    const some: Reply[] = [
      [{ data: [1], total: 2 }],
      [{ data: [2], total: 2 }],
    ];
    expect((await list("byZero", some)).asked).toEqual([
      "/byZero",
      "/byZero?page=1",
    ]);
    const from = { query: { page: 1 } };
    expect((await list("byZero", some.slice(1), from)).asked).toEqual([
      "/byZero?page=1",
    ]);
  });

  test.each(["$/v1/byUrl?at=2", "/v1/byUrl?at=2", "?at=2", "byUrl?at=2"])(
    "a URL in the body: %s",
    async (next) => {
      const replies: Reply[] = [
        [{ data: [1], next }],
        [{ data: [2], next: null }],
      ];
      expect(await list("byUrl", replies, {}, "/v1")).toEqual({
        found: [1, 2],
        asked: ["/v1/byUrl", "/v1/byUrl?at=2"],
      });
    },
  );

  test("a URL of the header `Link`; the body is the list", async () => {
    const link = '<$/x>; rel="prev", <$/byList?page=2>; rel="next last"';
    expect(await list("byList", [[[1], { link }], [[2]]])).toEqual({
      found: [1, 2],
      asked: ["/byList", "/byList?page=2"],
    });
  });
});

describe("what does not go on", () => {
  test.each([
    ["byCursor", [[{ data: [1], next: "a" }], [{ data: [2], next: "a" }]], {}],
    [
      "byCursor",
      [[{ data: [1], next: "b" }], [{ data: [2], next: "a" }]],
      { query: { cursor: "a" } },
    ],
    ["byUrl", [[{ data: [1], next: "$/byUrl" }]], {}],
    [
      "byLink",
      [
        [{ data: [1] }, { link: "</byLink?n=2>; rel=next" }],
        [{ data: [2] }, { link: "</byLink>; rel=next" }],
      ],
      {},
    ],
  ] as [string, Reply[], object][])(
    "%s leads back",
    async (id, replies, input) => {
      await expect(list(id, replies, input)).rejects.toThrow(
        `a page of ${id} leads back to an earlier one`,
      );
    },
  );

  test.each([
    ["byUrl", [{ data: [1], next: "http://127.0.0.1:1/byUrl" }]],
    ["byUrl", [{ data: [1], next: "//elsewhere.example/byUrl" }]],
    [
      "byLink",
      [{ data: [1] }, { link: "<https://elsewhere.example/>; rel=next" }],
    ],
  ] as [string, Reply][])("%s leads to another origin", async (id, reply) => {
    await expect(list(id, [reply])).rejects.toThrow(
      new TypeError("the URL leads to another origin"),
    );
  });

  test("an answer that is no success is thrown", async () => {
    await expect(
      list("byCursor", [[{ data: [1], next: "a" }]]),
    ).rejects.toMatchObject({ name: "AnswerError", status: 404 });
  });

  test("a body without the list ends, one with something else is an error", async () => {
    expect(await list("byCursor", [[{}]])).toMatchObject({ found: [] });
    await expect(list("byCursor", [[{ data: {} }]])).rejects.toThrow(
      new TypeError("there is no list at body/data of the answer"),
    );
  });
});

test("a page is asked for when it is needed, and pages are answers", async () => {
  const play: Play = (response) =>
    response
      .writeHead(200, { "content-type": "application/json", "x-next": "h" })
      .end(JSON.stringify({ data: [1], next: "n" }));
  const { url, received } = await playServer(play);
  const client = output.runtime.createClient({
    baseUrl: url,
    auth: { bearer: "t" },
  });
  const { operation } = operationOf(output, "byCursor");
  const controller = new AbortController();
  const { signal } = controller;
  const all = pages(client as never, operation as never, {}, { signal });
  const { value } = await all.next();
  expect(value).toMatchObject({
    ok: true,
    status: 200,
    headers: { "X-Next": "h" },
    body: { data: [1] },
  });
  expect(received).toHaveLength(1);
  controller.abort(new Error("enough"));
  await expect(all.next()).rejects.toThrow("enough");
});

test("204 is a page without items", async () => {
  const { url } = await playServer((response) => response.writeHead(204).end());
  const client = output.runtime.createClient({
    baseUrl: url,
    auth: { bearer: "t" },
  });
  const { operation } = operationOf(output, "byOffset");
  const all = items(client as never, operation as never);
  expect(await all.next()).toMatchObject({ done: true });
});

describe("the header `Link`", () => {
  test.each([
    ["</a>; rel=next", "/a"],
    ['</a>; rel="next"', "/a"],
    ['</a>;rel="NEXT"', "/a"],
    ['</a>; rel="prev next"', "/a"],
    ['</a>; title="x, y; rel=\\"next\\""; rel=prev, </b>; rel=next', "/b"],
    ["</a>; rel=prev; rel=next", undefined],
    ["</a>; rel=nextish", undefined],
    ['</a>; rel="next"; anchor="/other"', undefined],
    ["</a?x=1,2;3>; REL = next", "/a?x=1,2;3"],
    ["</a>; rel=first,</b>; rel=next,</c>; rel=next", "/b"],
    ["<>; rel=next", ""],
    ["</a>", undefined],
    ["", undefined],
  ])("%s", (link, target) => {
    expect(nextLink(new Response(null, { headers: { link } }))).toBe(target);
  });
});
