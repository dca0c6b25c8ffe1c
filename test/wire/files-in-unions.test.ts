import { beforeAll, expect, test } from "vitest";
import { compileOutput, type CompiledOutput } from "./compile-output.js";

const file = { type: "string", format: "binary" };
const none = { type: "null" };
const octets = { type: "string", contentMediaType: "application/octet-stream" };

const operation = (operationId: string, content: object): object => ({
  post: {
    operationId,
    requestBody: { required: true, content },
    responses: { 204: { description: "Done" } },
  },
});

const document = {
  openapi: "3.1.0",
  info: { title: "Files", version: "1" },
  servers: [{ url: "https://files.example" }],
  paths: {
    "/form": operation("form", {
      "multipart/form-data": { schema: { $ref: "#/components/schemas/Form" } },
    }),
    "/body": operation("body", {
      "application/octet-stream": { schema: { oneOf: [file, none] } },
    }),
    "/named": operation("named", {
      "application/octet-stream": {
        schema: { allOf: [{ $ref: "#/components/schemas/File" }] },
      },
    }),
    "/text": operation("text", {
      "application/octet-stream": {
        schema: { anyOf: [octets, { type: "string", maxLength: 3 }] },
      },
    }),
    "/either": operation("either", {
      "image/png": { schema: { type: ["string", "null"], format: "binary" } },
      "application/json": { schema: { type: "object" } },
    }),
  },
  components: {
    schemas: {
      File: file,
      Files: { type: "array", items: file },
      Form: {
        type: "object",
        properties: {
          maybe: { anyOf: [{ $ref: "#/components/schemas/File" }, none] },
          octets: { anyOf: [octets, none] },
          nullable: { type: ["string", "null"], format: "binary" },
          several: { anyOf: [{ type: "array", items: file }, none] },
          gaps: { type: "array", items: { anyOf: [file, none] } },
          either: { oneOf: [file, { type: "string", maxLength: 3 }] },
          named: {
            allOf: [{ anyOf: [{ $ref: "#/components/schemas/File" }, none] }],
          },
          described: {
            description: "A scan",
            allOf: [{ $ref: "#/components/schemas/File" }],
          },
          bounded: {
            type: "string",
            allOf: [
              { $ref: "#/components/schemas/File" },
              { type: "string", maxLength: 3 },
            ],
          },
          listed: { allOf: [{ $ref: "#/components/schemas/Files" }] },
        },
        additionalProperties: file,
      },
    },
  },
};

let output: CompiledOutput;
beforeAll(async () => {
  output = await compileOutput(document);
});

const blob = new Blob(["xyz"]);
const bytes = new Uint8Array([1, 2]);

async function sent(body: object): Promise<FormData> {
  const { build, validate } = operationOf("form");
  expect(validate({ body })).toMatchObject({ ok: true });
  const request = build({ body });
  return output.runtime
    .toRequest(request, { baseUrl: "https://files.example" })
    .formData();
}

function operationOf(id: string) {
  const found = output.operations.get(id);
  if (found === undefined) throw new Error(id);
  return found;
}

test.each([
  "maybe",
  "octets",
  "nullable",
  "either",
  "named",
  "described",
  "bounded",
  "other",
])("%s is sent as a file", async (name) => {
  for (const value of [blob, bytes]) {
    const part = (await sent({ [name]: value })).get(name);
    expect(part).toBeInstanceOf(Blob);
  }
});

test.each(["maybe", "octets", "nullable", "several"])(
  "%s may be null, which is not sent, and no text",
  async (name) => {
    expect((await sent({ [name]: null })).has(name)).toBe(false);
    expect(operationOf("form").validate({ body: { [name]: "abc" } }).ok).toBe(
      false,
    );
  },
);

test("lists hold files, and null where their items may be", async () => {
  const form = await sent({
    several: [blob, bytes],
    listed: [blob, bytes],
    gaps: [blob, null],
  });
  expect(form.getAll("several")).toHaveLength(2);
  expect(form.getAll("listed")).toHaveLength(2);
  expect(form.getAll("gaps")).toHaveLength(1);
  const { validate } = operationOf("form");
  expect(validate({ body: { several: [null] } }).ok).toBe(false);
});

test("text or a file is either", async () => {
  expect((await sent({ either: "abc" })).get("either")).toBe("abc");
  const { validate } = operationOf("form");
  expect(validate({ body: { either: "abcd" } }).ok).toBe(false);
});

test("a whole body is bytes, text or nothing", () => {
  const { build, validate } = operationOf("body");
  expect(validate({ body: blob }).ok).toBe(true);
  expect(build({ body: blob }).body).toBe(blob);
  expect(validate({ body: null }).ok).toBe(true);
  expect(build({ body: null }).body).toBeUndefined();
  expect(validate({ body: 1 }).ok).toBe(false);
  const named = operationOf("named");
  expect(named.validate({ body: blob }).ok).toBe(true);
  expect(named.validate({ body: "abc" }).ok).toBe(false);
  const text = operationOf("text");
  expect(text.validate({ body: "abc" }).ok).toBe(true);
  expect(text.validate({ body: "abcd" }).ok).toBe(false);
  expect(text.validate({ body: bytes }).ok).toBe(true);
});

test("one body of several is bytes or nothing", () => {
  const { build } = operationOf("either");
  expect(build({ contentType: "image/png", body: blob }).body).toBe(blob);
  expect(build({ contentType: "image/png", body: null }).body).toBeUndefined();
});
