import { describe, expect, test } from "vitest";
import type { MediaType } from "../../generator/model/api.js";
import type { Schema } from "../../generator/model/schema.js";
import { apiOf } from "./build.js";

function mediaTypeOf(
  mediaType: string,
  object: unknown,
  schemas: Readonly<Record<string, unknown>> = {},
  openapi = "3.1.0",
): MediaType {
  const api = apiOf({
    openapi,
    info: { title: "Test", version: "1" },
    paths: {
      "/a": {
        post: {
          requestBody: { content: { [mediaType]: object } },
          responses: { "200": { description: "ok" } },
        },
      },
    },
    components: { schemas },
  });
  const found = api.operations[0]?.body?.contents[0];
  if (found === undefined) throw new Error("no body");
  return found;
}

/** The kinds of the keywords of each property. */
function partsOf(schema: Schema | undefined): Record<string, string> {
  const keywords = schema?.kind === "keywords" ? schema.keywords : [];
  return Object.fromEntries(
    keywords.flatMap((keyword) =>
      keyword.kind === "properties"
        ? keyword.named.map(({ name, schema: part }) => [name, sketch(part)])
        : [],
    ),
  );
}

function sketch(schema: Schema): string {
  if (schema.kind !== "keywords") return schema.kind;
  return schema.keywords
    .map((keyword) =>
      keyword.kind === "items" && keyword.rest !== undefined
        ? `items(${sketch(keyword.rest)})`
        : keyword.kind,
    )
    .join("+");
}

describe("how a body is made and read", () => {
  const data = { type: "object" };
  const bytes = { type: "string", format: "binary" };
  test.each([
    ["application/json", data, "json"],
    ["application/vnd.a+json; charset=utf-8", data, "json"],
    ["text/json", data, "json"],
    ["application/x-www-form-urlencoded", data, "form"],
    ["multipart/form-data", data, "multipart"],
    ["multipart/mixed", data, "multipart"],
    ["text/plain", { type: "string" }, "text"],
    ["text/csv", { type: "string" }, "text"],
    ["application/xml", data, "text"],
    ["application/atom+xml", data, "text"],
    ["text/event-stream", data, "event-stream"],
    ["application/x-ndjson", data, "json-lines"],
    ["application/geo+json-seq", data, "json-lines"],
    ["application/octet-stream", bytes, "binary"],
    ["application/octet-stream", {}, "binary"],
    ["application/octet-stream", { type: "string", format: "byte" }, "text"],
    ["image/*", bytes, "binary"],
    ["image/png", { type: "string", contentEncoding: "base64" }, "text"],
    ["*/*", data, "json"],
    ["*/*", bytes, "binary"],
    ["*/*", { type: "string" }, "text"],
    ["application/x-thing", data, "json"],
  ])("%s with %j: %s", (mediaType, schema, codec) => {
    expect(mediaTypeOf(mediaType, { schema }).codec).toBe(codec);
  });
});

test("bytes where the media type carries them, text keywords elsewhere", () => {
  const bytes = { type: "string", format: "binary", description: "D" };
  const file = { $ref: "#/components/schemas/File" };
  expect(
    mediaTypeOf("application/octet-stream", { schema: file }, { File: bytes })
      .schema,
  ).toMatchObject({
    kind: "keywords",
    annotations: { description: "D" },
    keywords: [{ kind: "binary" }],
  });
  expect(
    sketch(mediaTypeOf("application/json", { schema: bytes }).schema as Schema),
  ).toBe("type+format");
});

const form = {
  type: "object",
  required: ["file"],
  properties: {
    file: { type: "string", format: "binary" },
    files: { type: "array", items: { $ref: "#/components/schemas/File" } },
    named: { $ref: "#/components/schemas/File" },
    picture: { contentMediaType: "image/png" },
    base64: { type: "string", contentEncoding: "base64" },
    note: { type: "string" },
    json: { type: "object" },
    anything: {},
    words: {},
  },
};

const File = { type: "string", format: "binary" };

test("parts of a multipart body", () => {
  const media = mediaTypeOf(
    "multipart/form-data",
    { schema: form, encoding: { words: { contentType: "text/plain" } } },
    { File },
  );
  expect(partsOf(media.schema)).toEqual({
    file: "binary",
    files: "type+items(binary)",
    named: "binary",
    picture: "binary",
    base64: "type+content",
    note: "type",
    json: "type",
    anything: "binary",
    words: "any",
  });
});

test("in 3.0 an empty schema is no part of bytes", () => {
  const { contentMediaType: _unknown, ...picture } = form.properties.picture;
  const media = mediaTypeOf(
    "multipart/form-data",
    {
      schema: {
        type: "object",
        properties: { file: File, picture, anything: {} },
      },
    },
    {},
    "3.0.3",
  );
  expect(partsOf(media.schema)).toEqual({
    file: "binary",
    picture: "any",
    anything: "any",
  });
});

test("a named body with bytes is written out, one without stays a reference", () => {
  const named = { schema: { $ref: "#/components/schemas/Form" } };
  expect(
    mediaTypeOf("multipart/form-data", named, { Form: form, File }).schema
      ?.kind,
  ).toBe("keywords");
  expect(
    mediaTypeOf("multipart/form-data", named, {
      Form: { type: "object", properties: { note: { type: "string" } } },
    }).schema?.kind,
  ).toBe("ref");
  const composed = mediaTypeOf("multipart/form-data", named, {
    Form: { allOf: [{ $ref: "#/components/schemas/Base" }, form] },
    Base: { type: "object", properties: { id: { type: "string" } } },
    File,
  }).schema;
  expect(composed).toMatchObject({
    keywords: [
      { kind: "allOf", schemas: [{ kind: "ref" }, { kind: "keywords" }] },
    ],
  });
});

test("a body that holds itself ends", () => {
  const media = mediaTypeOf(
    "multipart/form-data",
    { schema: { $ref: "#/components/schemas/Form" } },
    {
      Form: {
        type: "object",
        properties: {
          file: File,
          next: { $ref: "#/components/schemas/Form" },
        },
      },
    },
  );
  expect(partsOf(media.schema)).toEqual({ file: "binary", next: "ref" });
});

test("encodings: style where one of its three fields is, else the content type", () => {
  const schema = {
    type: "object",
    properties: { a: {}, b: {}, c: { type: "string" } },
  };
  const encoding = {
    a: { contentType: "application/json", headers: { "X-A": { schema: {} } } },
    b: { explode: false },
    c: { style: "spaceDelimited", allowReserved: true },
  };
  expect(
    mediaTypeOf("application/x-www-form-urlencoded", { schema, encoding })
      .encodings,
  ).toMatchObject([
    {
      property: "a",
      contentType: "application/json",
      headers: [{ name: "X-A" }],
    },
    {
      property: "b",
      serialization: { style: "form", explode: false, allowReserved: false },
    },
    {
      property: "c",
      serialization: {
        style: "spaceDelimited",
        explode: false,
        allowReserved: true,
      },
    },
  ]);
  const old = mediaTypeOf(
    "multipart/form-data",
    { schema, encoding: { b: { explode: false } } },
    {},
    "3.0.3",
  );
  expect(old.encodings[0]).toEqual({ property: "b", headers: [] });
});
