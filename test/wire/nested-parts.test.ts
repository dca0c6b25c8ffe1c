import { beforeAll, describe, expect, test } from "vitest";
import {
  compileOutput,
  operationOf,
  type CompiledOutput,
} from "./compile-output.js";
import { splitMultipart, type SplitPart } from "./split-multipart.js";

const thumbnails = {
  type: "array",
  items: { type: "object", properties: { image: {} } },
};

/** A multipart body with a part that has parts, some of which have parts. */
function documentOf(openapi: string, encoding: object): object {
  return {
    openapi,
    info: { title: "Parts of parts", version: "1" },
    paths: {
      "/albums": {
        post: {
          operationId: "addAlbum",
          requestBody: {
            required: true,
            content: {
              "multipart/form-data": {
                schema: {
                  type: "object",
                  properties: {
                    album: {
                      type: "object",
                      properties: {
                        title: { type: "string" },
                        cover: {},
                        thumbnails,
                      },
                    },
                  },
                },
                encoding: { album: encoding },
              },
            },
          },
          responses: { "204": { description: "Added." } },
        },
      },
    },
  };
}

const encoding = {
  contentType: "multipart/mixed",
  encoding: {
    title: { contentType: "text/plain; charset=utf-8" },
    cover: {
      contentType: "image/png",
      headers: { "X-Role": { schema: { const: "cover" } } },
    },
    thumbnails: {
      contentType: "multipart/related",
      encoding: { image: { contentType: "image/gif" } },
    },
  },
};

async function send(output: CompiledOutput, album: object): Promise<Sent[]> {
  const input = { body: { album } };
  const { build, validate } = operationOf(output, "addAlbum");
  expect(validate(input).ok).toBe(true);
  const { body, headers } = build(input);
  return parts(
    Buffer.from(await (body as Blob).arrayBuffer()),
    headers["content-type"] ?? "",
  );
}

interface Sent extends Omit<SplitPart, "body"> {
  readonly body: string | Sent[];
}

function parts(bytes: Buffer, contentType: string): Sent[] {
  return splitMultipart(bytes, contentType).map((part) => ({
    ...part,
    body: part.contentType?.startsWith("multipart/")
      ? parts(Buffer.from(part.body), part.contentType)
      : part.body,
  }));
}

describe("a part of a multipart body that has parts itself", () => {
  let output: CompiledOutput;
  beforeAll(async () => {
    output = await compileOutput(documentOf("3.2.0", encoding));
  });

  test("is written by the Encoding Objects within its own", async () => {
    const album = {
      title: "Sea",
      cover: new Blob(["png"]),
      thumbnails: [{ image: new Blob(["one"]) }, { image: new Blob(["two"]) }],
    };
    const thumbnail = (body: string) => ({
      name: "thumbnails",
      contentType: expect.stringMatching(/^multipart\/related; boundary=/),
      body: [{ name: "image", contentType: "image/gif", body }],
    });
    expect(await send(output, album)).toMatchObject([
      {
        name: "album",
        contentType: expect.stringMatching(/^multipart\/mixed; boundary=/),
        body: [
          {
            name: "title",
            contentType: "text/plain; charset=utf-8",
            body: "Sea",
          },
          {
            name: "cover",
            contentType: "image/png",
            headers: { "X-Role": "cover" },
            body: "png",
          },
          thumbnail("one"),
          thumbnail("two"),
        ],
      },
    ]);
  });

  test("has boundaries that do not meet", async () => {
    const { body, headers } = operationOf(output, "addAlbum").build({
      body: { album: { title: "Sea" } },
    });
    const text = await (body as Blob).text();
    const outer = /boundary=(.+)/.exec(headers["content-type"] ?? "")?.[1];
    const inner = /boundary=(.+)\r/.exec(text)?.[1];
    expect(inner).toBeDefined();
    expect(inner).not.toBe(outer);
  });

  test("is typed with files where its parts are files", () => {
    const module = output.files.get("operations/add-album.ts");
    expect(module).toMatch(/image\?: Blob \| Uint8Array<ArrayBuffer>/);
  });

  test("goes by its content type alone before 3.2", async () => {
    const before = await compileOutput(
      documentOf("3.1.0", { contentType: "multipart/mixed" }),
    );
    expect(await send(before, { title: "Sea" })).toMatchObject([
      { name: "album", body: [{ name: "title", body: "Sea" }] },
    ]);
  });
});
