import { describe, expect, test } from "vitest";
import { compileOutput, operationOf } from "../wire/compile-output.js";
import { playServer } from "../wire/play-server.js";

const list = { type: "array", items: { type: "integer" } };
const output = await compileOutput({
  openapi: "3.1.0",
  info: { title: "Export", version: "1" },
  paths: {
    "/export": {
      get: {
        operationId: "export",
        responses: {
          200: {
            description: "All.",
            content: {
              "application/json": { schema: list },
              "text/csv": { schema: { type: "string" } },
            },
          },
          202: {
            description: "Later.",
            content: { "application/json": { schema: list } },
          },
          404: {
            description: "Nothing.",
            content: { "application/problem+json": { schema: {} } },
          },
        },
      },
    },
  },
});

/** The answer to a call that asks for a media type, of a server that sends another one. */
async function answer(
  accept: string | undefined,
  status: number,
  type: string | undefined,
  body: string,
): Promise<unknown> {
  const { url, received } = await playServer((response) => {
    response.writeHead(
      status,
      type === undefined ? {} : { "content-type": type },
    );
    response.end(body);
  });
  const client = output.runtime.createClient({ baseUrl: url });
  const { operation } = operationOf(output, "export");
  const found: object = await client.call(operation, { accept });
  return { ...found, accept: received[0]?.headers.accept };
}

const problem = "application/problem+json";

describe("a media type that is asked for", () => {
  test("comes first, before those of errors", async () => {
    expect(
      await answer("text/csv", 200, "text/csv; charset=utf-8", "1,2"),
    ).toMatchObject({
      accept: `text/csv, ${problem}`,
      ok: true,
      contentType: "text/csv",
      body: "1,2",
      issues: [],
    });
    expect(await answer(undefined, 200, "text/csv", "1,2")).toMatchObject({
      accept: `application/json, text/csv, ${problem}`,
      ok: true,
    });
  });

  test("and comes in another one is read, and not ok", async () => {
    expect(
      await answer("text/csv", 200, "application/json", "[1]"),
    ).toMatchObject({
      ok: false,
      kind: "described",
      contentType: "application/json",
      body: [1],
      issues: [
        {
          pointer: "/body",
          message: "content type application/json is not text/csv",
        },
      ],
    });
  });

  test("is taken for granted where there is no content type", async () => {
    expect(await answer("text/csv", 200, undefined, "1")).toMatchObject({
      ok: true,
      contentType: "text/csv",
    });
  });

  test("says nothing of statuses that are not described in it", async () => {
    expect(
      await answer("text/csv", 202, "application/json", "[]"),
    ).toMatchObject({
      ok: true,
      body: [],
    });
    expect(await answer("text/csv", 404, problem, "{}")).toMatchObject({
      ok: false,
      kind: "described",
      issues: [],
    });
  });

  test("and comes in one that is not described cannot be read", async () => {
    expect(await answer("text/csv", 200, "text/html", "<p>")).toMatchObject({
      ok: false,
      kind: "unreadable",
      text: "<p>",
    });
  });
});
