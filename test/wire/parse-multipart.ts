import busboy from "busboy";
import type { ReceivedRequest } from "./play-server.js";

export interface ParsedMultipart {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly files: readonly {
    readonly field: string;
    readonly name: string;
    readonly type: string;
    readonly bytes: Buffer;
  }[];
}

/** What busboy makes of a multipart body. */
export function parseMultipart({
  headers,
  body,
}: ReceivedRequest): Promise<ParsedMultipart> {
  return new Promise((resolve, reject) => {
    const fields: (readonly [string, string])[] = [];
    const files: ParsedMultipart["files"][number][] = [];
    const parser = busboy({ headers, defParamCharset: "utf8" });
    parser.on("field", (name, value) => fields.push([name, value]));
    parser.on("file", (field, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () =>
        files.push({
          field,
          name: filename ?? "",
          type: mimeType,
          bytes: Buffer.concat(chunks),
        }),
      );
    });
    parser.on("close", () => resolve({ fields, files }));
    parser.on("error", reject);
    parser.end(body);
  });
}
