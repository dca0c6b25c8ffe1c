import { beforeAll, describe, expect, test } from "vitest";
import {
  compileOutput,
  diagnose,
  operationOf,
  type CompiledOutput,
} from "./compile-output.js";
import { splitMultipart } from "./split-multipart.js";

const bodies = {
  file: ["multipart/form-data", { type: "string", format: "binary" }],
  word: ["application/x-www-form-urlencoded", { type: "string" }],
  rows: [
    "application/x-www-form-urlencoded",
    { type: "array", items: { $ref: "#/components/schemas/Row" } },
  ],
} as const;

const document = {
  openapi: "3.1.0",
  info: { title: "Forms that are no objects", version: "1" },
  paths: Object.fromEntries(
    Object.entries(bodies).map(([name, [mediaType, schema]]) => [
      `/${name}`,
      {
        post: {
          operationId: name,
          requestBody: {
            required: true,
            content: { [mediaType]: { schema, example: "any" } },
          },
          responses: { "204": { description: "Taken." } },
        },
      },
    ]),
  ),
  components: { schemas: { Row: { type: "object" } } },
};

test("each form that is no object has a warning", async () => {
  const found = await diagnose(document);
  expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
    Object.keys(bodies).map(() => "warning form-not-object"),
  );
});

describe("a form that is no object is a form of any fields", () => {
  let output: CompiledOutput;
  beforeAll(async () => {
    output = await compileOutput(document);
  });

  test.each(["word", "rows"])("urlencoded: %s", (name) => {
    const { build, validate } = operationOf(output, name);
    const input = { body: { text: "a b", tags: ["x", "y"] } };
    expect(validate(input).ok).toBe(true);
    expect(validate({ body: "text=a" }).ok).toBe(false);
    expect(build(input).body).toBe("text=a+b&tags=x&tags=y");
  });

  test("multipart", async () => {
    const { build, validate } = operationOf(output, "file");
    const input = { body: { file: new File(["bytes"], "a.txt") } };
    expect(validate(input).ok).toBe(true);
    const { body, headers } = build(input);
    const bytes = Buffer.from(await (body as Blob).arrayBuffer());
    expect(splitMultipart(bytes, headers["content-type"] ?? "")).toMatchObject([
      { name: "file", filename: "a.txt", body: "bytes" },
    ]);
  });
});
