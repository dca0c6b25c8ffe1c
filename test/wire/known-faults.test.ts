import { beforeAll, describe, expect, test } from "vitest";
import {
  compileOutput,
  operationOf,
  type CompiledOutput,
} from "./compile-output.js";
import { playServer } from "./play-server.js";

const number = {
  type: "object",
  required: ["sid"],
  properties: {
    sid: { type: "string" },
    status: { type: "string", enum: ["in-use", "released"] },
    voice_url: { type: "string", format: "uri" },
  },
};

const document = {
  openapi: "3.1.1",
  info: { title: "Faults of the field", version: "1" },
  servers: [{ url: "https://api.example.com" }],
  security: [{ basic: [] }],
  components: { securitySchemes: { basic: { type: "http", scheme: "basic" } } },
  paths: {
    "/Accounts/{Sid}/Calls.json": {
      post: {
        operationId: "createCall",
        parameters: [
          {
            name: "Sid",
            in: "path",
            required: true,
            schema: { type: "string" },
          },
        ],
        requestBody: {
          required: true,
          content: {
            "application/x-www-form-urlencoded": {
              schema: {
                type: "object",
                properties: {
                  At: { type: "string", format: "date-time" },
                  Events: { type: "array", items: { type: "string" } },
                  Record: { type: "boolean" },
                },
              },
            },
          },
        },
        responses: {
          "201": {
            description: "Created.",
            content: { "application/json": { schema: number } },
          },
          "400": {
            description: "Refused.",
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: { code: { type: "integer" } },
                },
              },
            },
          },
        },
      },
      get: {
        operationId: "listCalls",
        parameters: [
          {
            name: "Sid",
            in: "path",
            required: true,
            schema: { type: "string" },
          },
          {
            name: "DateSent<",
            in: "query",
            schema: { type: "string", format: "date-time" },
          },
          {
            name: "DateSent",
            in: "query",
            schema: { type: "string", format: "date-time" },
          },
          {
            name: "DateSent>",
            in: "query",
            schema: { type: "string", format: "date-time" },
          },
        ],
        responses: { "200": { description: "Calls." } },
      },
    },
  },
};

let output: CompiledOutput;
beforeAll(async () => {
  output = await compileOutput(document);
});

const path = { Sid: "AC1" };
const form = (body: object): unknown =>
  operationOf(output, "createCall").build({ path, body }).body;

describe("forms", () => {
  test("a date is sent as RFC 3339, without quotes", () => {
    expect(form({ At: new Date(0) })).toBe("At=1970-01-01T00%3A00%3A00.000Z");
  });

  test("an invalid date is refused by name", () => {
    expect(() => form({ At: new Date("?") })).toThrow(/"At"/);
  });

  test("a list is one pair an item", () => {
    expect(form({ Events: ["a", "b c"] })).toBe("Events=a&Events=b+c");
  });

  test("false is a value, undefined is none", () => {
    expect(form({ Record: false, At: undefined })).toBe("Record=false");
  });

  test("a body of the wrong kind is refused", () => {
    for (const body of [
      "a=1",
      new URLSearchParams("a=1"),
      new FormData(),
      null,
    ]) {
      expect(() => form(body as object)).toThrow("the body is not an object");
    }
  });
});

test("a parameter whose schema is readOnly is sent", async () => {
  const { operations } = await compileOutput({
    openapi: "3.1.1",
    info: { title: "Marks", version: "1" },
    components: { schemas: { Id: { type: "integer", readOnly: true } } },
    paths: {
      "/alerts/{id}": {
        get: {
          operationId: "getAlert",
          parameters: [
            {
              name: "id",
              in: "path",
              required: true,
              schema: { $ref: "#/components/schemas/Id" },
            },
          ],
          responses: { "204": { description: "None." } },
        },
      },
    },
  });
  const operation = operations.get("getAlert");
  const input = { path: { id: 7 } };
  expect(operation?.build(input).url).toBe("/alerts/7");
  expect(operation?.validate(input)).toMatchObject({ ok: true });
});

test("names that differ by a sign only stay apart", () => {
  const query = {
    "DateSent<": "2024-01-01T00:00:00Z",
    "DateSent>": "2023-01-01T00:00:00Z",
  };
  const { build, validate } = operationOf(output, "listCalls");
  expect(build({ path, query }).url).toBe(
    "/Accounts/AC1/Calls.json?DateSent%3C=2024-01-01T00%3A00%3A00Z&DateSent%3E=2023-01-01T00%3A00%3A00Z",
  );
  expect(validate({ path, query })).toMatchObject({ ok: true });
  expect(validate({ path, query: { DateSent: 1 } })).toMatchObject({
    issues: [{ pointer: "/query/DateSent" }],
  });
});

describe("a value in the path", () => {
  test("stays in its segment", () => {
    const { url } = operationOf(output, "createCall").build({
      path: { Sid: "AC/../x y?#%" },
      body: {},
    });
    expect(url).toBe("/Accounts/AC%2F..%2Fx%20y%3F%23%25/Calls.json");
    expect(new URL(url, "https://a.example").pathname).toBe(url);
  });

  test.each(["", ".", "..", undefined, null, {}, [], NaN, "\ud800"])(
    "cannot be %j",
    (Sid) => {
      expect(() =>
        operationOf(output, "createCall").build({ path: { Sid }, body: {} }),
      ).toThrow(/"Sid"/);
    },
  );
});

test("a password may have any character", async () => {
  const server = await playServer((response) => response.writeHead(200).end());
  const auth = { basic: { username: "é", password: "€:" } };
  await output.runtime.send(operationOf(output, "listCalls").build({ path }), {
    baseUrl: server.url,
    auth,
  });
  const [, token = ""] = (
    server.received[0]?.headers.authorization ?? ""
  ).split(" ");
  expect(Buffer.from(token, "base64").toString("utf8")).toBe("é:€:");
});

describe("answers", () => {
  const answer = async (status: number, body: unknown) =>
    operationOf(output, "createCall").read(Response.json(body, { status }));

  test("a 400 is no created number", async () => {
    const result = await answer(400, { code: 21421 });
    expect(result).toMatchObject({
      status: 400,
      ok: false,
      body: { code: 21421 },
      issues: [],
    });
  });

  test("an unknown status has a branch of its own", async () => {
    const result = await answer(418, { tea: true });
    expect(result).toMatchObject({
      status: 418,
      ok: false,
      body: { tea: true },
    });
    expect(result.issues).toMatchObject([{ keyword: "status" }]);
  });

  test("an unknown enum value and an empty URL come through", async () => {
    const result = await answer(201, {
      sid: "PN1",
      status: "porting",
      voice_url: "",
    });
    expect(result).toMatchObject({
      status: 201,
      ok: true,
      body: { sid: "PN1", status: "porting", voice_url: "" },
    });
    expect(result.issues.filter(({ keyword }) => keyword === "format")).toEqual(
      [],
    );
  });
});
