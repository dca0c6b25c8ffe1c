import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkConfig } from "../../generator/config/check-config.js";
import type { PaginationSettings } from "../../generator/config/pagination.js";
import { makeOutput } from "../../generator/make-output.js";
import { compileOutput, diagnose } from "../wire/compile-output.js";

const pageOfOrders = {
  type: "object",
  properties: {
    data: { type: "array", items: { type: "object" } },
    meta: {
      allOf: [
        {
          type: "object",
          properties: {
            next: { type: ["string", "null"] },
            more: { type: "boolean" },
            total: { type: "integer" },
            tags: { type: "array", items: { type: "string" } },
          },
        },
      ],
    },
    ids: { type: "array", items: { type: "string" } },
  },
};

function document(
  pagination?: unknown,
  { schema = pageOfOrders as object, ...more }: Record<string, object> = {},
): object {
  return {
    openapi: "3.1.0",
    info: { title: "Orders", version: "1" },
    paths: {
      "/orders": {
        get: {
          operationId: "listOrders",
          ...(pagination === undefined
            ? {}
            : { "x-specwright-pagination": pagination }),
          parameters: [
            { name: "cursor", in: "query", schema: { type: "string" } },
            { name: "page", in: "query", schema: { type: "integer" } },
            {
              name: "filter",
              in: "query",
              schema: { type: "array", items: { type: "string" } },
            },
          ],
          responses: {
            200: {
              description: "Orders.",
              headers: { "X-Next": { schema: { type: "string" } } },
              content: { "application/json": { schema } },
            },
            ...more,
          },
        },
      },
    },
  };
}

/** The same without the hints. */
async function said(...args: Parameters<typeof found>): Promise<unknown[]> {
  const all = (await found(...args)) as unknown[][];
  return all.map((one) => one.slice(0, 4));
}

async function found(
  document: object,
  pagination: PaginationSettings = {},
): Promise<unknown[]> {
  const diagnostics = await diagnose(document, { pagination });
  return diagnostics.map(({ code, severity, pointer, message, fix }) => [
    code,
    severity,
    pointer.replace("/paths/~1orders/get/", ""),
    message,
    fix?.replace(/ Pass --allow .*$/, ""),
  ]);
}

const extension = "x-specwright-pagination";

describe("a pagination that fits", () => {
  test.each([
    { kind: "cursor", parameter: "cursor", next: "/meta/next", items: "/data" },
    {
      kind: "cursor",
      parameter: "$request.query.cursor",
      next: "$response.header.x-next",
      items: "$response.body#/data",
      more: "/meta/more",
    },
    { kind: "cursor", parameter: "cursor", last: "/id", items: "/data" },
    { kind: "offset", parameter: "page", total: "/meta/total", items: "/data" },
    { kind: "page", parameter: "page", start: 0, items: "/data" },
    { kind: "url", next: "/meta/next", items: "/ids" },
    { kind: "link", items: "/data" },
  ])("$kind", async (pagination) => {
    const items = {
      type: "object",
      properties: { id: { type: "string" } },
    };
    const schema = {
      ...pageOfOrders,
      properties: {
        ...pageOfOrders.properties,
        data: { type: "array", items },
      },
    };
    expect(await found(document(pagination, { schema }))).toEqual([]);
  });

  test("the body itself is the list, through a reference and null", async () => {
    const list = { type: "array", items: { type: "integer" } };
    const schema = { anyOf: [list, { type: "null" }] };
    expect(await found(document({ kind: "link" }, { schema }))).toEqual([]);
  });
});

describe("a pagination that does not fit", () => {
  const cursor = { kind: "cursor", parameter: "cursor", next: "/meta/next" };
  const good = { ...cursor, items: "/data" };

  test.each<[string, unknown, unknown]>([
    [
      "a parameter that is not there",
      { ...good, parameter: "curser" },
      [
        "pagination-unfit",
        "error",
        `${extension}/parameter`,
        `"${extension}": there is no query parameter "curser".`,
        'Did you mean "cursor"?',
      ],
    ],
    [
      "a parameter of another type",
      { kind: "offset", parameter: "cursor", items: "/data" },
      [
        "pagination-unfit",
        "error",
        `${extension}/parameter`,
        `"${extension}": the parameter "cursor" is described as string, not as integer or number.`,
        "Name another place, or correct its schema.",
      ],
    ],
    [
      "items that are no list",
      { ...good, items: "/meta" },
      [
        "pagination-unfit",
        "error",
        `${extension}/items`,
        `"${extension}": "/meta" leads to no list in the response 200.`,
        'Did you mean "/data" or "/ids"?',
      ],
    ],
    [
      "items that are not there",
      { ...good, items: "/date" },
      [
        "pagination-unfit",
        "error",
        `${extension}/items`,
        `"${extension}": "/date" leads to nothing that the response 200 describes.`,
        'Did you mean "/data" or "/ids"?',
      ],
    ],
    [
      "a cursor that is not there",
      { ...good, next: "/next" },
      [
        "pagination-unfit",
        "error",
        `${extension}/next`,
        `"${extension}": "/next" leads to nothing that the response 200 describes.`,
        "Describe it in the schema, or name another place.",
      ],
    ],
    [
      "a cursor of another type",
      { ...good, next: "/meta/tags" },
      [
        "pagination-unfit",
        "error",
        `${extension}/next`,
        `"${extension}": "/meta/tags" is described as array, not as string or integer or number.`,
        "Name another place, or correct its schema.",
      ],
    ],
    [
      "a header that is not there",
      { ...good, next: "$response.header.X-Nxt" },
      [
        "pagination-unfit",
        "error",
        `${extension}/next`,
        `"${extension}": the response 200 has no header "X-Nxt".`,
        'Did you mean "X-Next"?',
      ],
    ],
    [
      "a place that is no pointer",
      { ...good, next: "meta.next" },
      [
        "pagination-unfit",
        "error",
        `${extension}/next`,
        `"${extension}": "meta.next" is no JSON Pointer.`,
        'Write "/meta.next", or an expression such as "$response.header.X-Next".',
      ],
    ],
  ])("%s", async (_what, pagination, expected) => {
    expect(await found(document(pagination))).toEqual([expected]);
  });

  test.each<[unknown, string]>([
    ["cursor", "is no object"],
    [{}, 'needs a "kind" of cursor, offset, page, url, link'],
    [{ kind: "cursors" }, 'needs a "kind" of cursor, offset, page, url, link'],
    [{ kind: "toString" }, 'needs a "kind" of cursor, offset, page, url, link'],
    [{ kind: "cursor", next: "/next" }, 'has no "parameter"'],
    [{ kind: "cursor", parameter: "cursor" }, 'needs one of "next" and "last"'],
    [{ ...good, last: "/id" }, 'needs one of "next" and "last"'],
    [{ ...good, limit: "limit" }, 'has the unknown field "limit"'],
    [{ ...good, items: 1 }, 'has a "items" that is no text'],
    [
      { kind: "page", parameter: "page", start: "0" },
      'has a "start" that is no integer',
    ],
  ])("%j", async (pagination, complaint) => {
    expect(await said(document(pagination))).toEqual([
      [
        "pagination-malformed",
        "error",
        extension,
        `"${extension}" ${complaint}.`,
      ],
    ]);
  });

  test("one of several successes has no list", async () => {
    const content = { "application/json": { schema: { type: "object" } } };
    const more = { 206: { description: "Some.", content } };
    expect(await said(document(good, more))).toEqual([
      [
        "pagination-unfit",
        "error",
        `${extension}/items`,
        `"${extension}": "/data" leads to nothing that the response 206 describes.`,
      ],
    ]);
  });

  test("there is no body of JSON", async () => {
    const plain = document({ kind: "link" });
    const text = JSON.stringify(plain).replace("application/json", "text/csv");
    expect(await said(JSON.parse(text) as object)).toEqual([
      [
        "pagination-unfit",
        "error",
        extension,
        `"${extension}": no success with a body of JSON is described.`,
      ],
    ]);
  });

  test("it is an error with a line, with which one can go on", async () => {
    const wrong = document({ ...good, parameter: "curser" });
    const [diagnostic] = await diagnose(wrong);
    expect(diagnostic?.line).toBe(1);
    const allowed = await compileOutput(wrong, {}, ["pagination-unfit"]);
    expect([...allowed.operations.keys()]).toEqual(["listOrders"]);
  });
});

test("an operation of another file is named by its own place", async () => {
  const folder = mkdtempSync(join(tmpdir(), "specwright-pagination-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { paths, ...entry } = document({ kind: "link", items: "/date" }) as {
    paths: Record<string, object>;
  };
  const reference = { $ref: "./orders.json#/orders" };
  const write = (name: string, value: object): void =>
    writeFileSync(join(folder, name), JSON.stringify(value, null, 2));
  write("openapi.json", { ...entry, paths: { "/orders": reference } });
  write("orders.json", { orders: paths["/orders"] });
  const spec = join(folder, "openapi.json");
  const { diagnostics } = await makeOutput({
    spec,
    settings: { parts: { docs: false } },
  });
  expect(diagnostics).toMatchObject([
    {
      code: "pagination-unfit",
      file: expect.stringMatching(/orders\.json$/) as string,
      pointer: `/orders/get/${extension}/items`,
      line: 7,
    },
  ]);
});

describe("the configuration", () => {
  const setting = {
    kind: "cursor",
    parameter: "cursor",
    next: "/meta/next",
    items: "/data",
  } as const;

  test("comes before the extension, and takes it back", async () => {
    expect(await found(document("broken"), { listOrders: setting })).toEqual(
      [],
    );
    expect(await found(document("broken"), { listOrders: false })).toEqual([]);
  });

  test("what does not fit points at the operation", async () => {
    const wrong = { ...setting, items: "/meta" };
    expect(await said(document(), { listOrders: wrong })).toEqual([
      [
        "pagination-unfit",
        "error",
        "/paths/~1orders/get",
        '`pagination.listOrders` of the configuration: "/meta" leads to no list in the response 200.',
      ],
    ]);
  });

  test("an operation that is not there", async () => {
    expect(await said(document(), { listOrder: setting })).toEqual([
      [
        "pagination-setting-unused",
        "warning",
        "",
        '`pagination` of the configuration names "listOrder", and no operation has that `operationId`.',
      ],
    ]);
  });

  test("is checked when it is loaded", () => {
    const check = (pagination: unknown): unknown =>
      checkConfig({ pagination }, "specwright.config.ts");
    expect(check({ listOrders: setting, listUsers: false })).toBeDefined();
    expect(() => check({ listOrders: { kind: "cursor" } })).toThrow(
      'specwright.config.ts: "pagination".listOrders has no "parameter"',
    );
    expect(() => check([])).toThrow("must be a map from operation ids");
  });
});
