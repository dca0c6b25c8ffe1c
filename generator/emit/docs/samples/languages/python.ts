import {
  headersOf,
  isPlainPart,
  multipartPieces,
  type BodyPiece,
  type SamplePart,
  type SampleRequest,
} from "../sample-request.js";
import { spreadJson } from "./json-body.js";
import type { Language } from "./language.js";
import { doubleQuoted, hexadecimal, linesOf } from "./string-literals.js";

/** Python with the package `requests`. */
export const python: Language = {
  id: "python",
  label: "Python",
  print: (request) => {
    const { method, basic, clientCertificate } = request;
    const { lines, hasFiles } = bodyArgument(request);
    const headers = headersOf(hasFiles ? withoutType(request) : request).map(
      ([name, value]) => `        ${literal(name)}: ${literal(value)},\n`,
    );
    return [
      "import requests\n\nresponse = requests.request(\n",
      `    ${literal(method)},\n    ${literal(request.url)},\n`,
      headers.length === 0 ? "" : `    headers={\n${headers.join("")}    },\n`,
      basic === undefined
        ? ""
        : `    auth=(${basic.map(literal).join(", ")}),\n`,
      clientCertificate === true
        ? '    cert=("client.pem", "client.key"),\n'
        : "",
      lines,
      ")\nprint(response.status_code)\nprint(response.text)\n",
    ].join("");
  },
};

/** With `files`, the library chooses the boundary. */
function withoutType(request: SampleRequest): SampleRequest {
  const headers = request.headers.filter(([name]) => name !== "content-type");
  return { method: request.method, url: request.url, headers };
}

function bodyArgument({ body }: SampleRequest): {
  readonly lines: string;
  readonly hasFiles?: true;
} {
  switch (body?.kind) {
    case undefined:
      return { lines: "" };
    case "file":
      return { lines: `    data=${openFile(body.file)},\n` };
    case "json":
      return { lines: textArgument(spreadJson(body.text)) };
    case "form":
    case "text":
      return { lines: textArgument(body.text) };
    case "multipart": {
      const isForm = body.mediaType === "multipart/form-data";
      if (isForm && body.parts.length > 0 && body.parts.every(isPlainPart)) {
        const parts = body.parts.map(filesEntry).join("");
        return { lines: `    files=[\n${parts}    ],\n`, hasFiles: true };
      }
      const pieces = multipartPieces(body.parts).map(pieceExpression);
      return {
        lines: `    data=(\n        ${pieces.join("\n        + ")}\n    ),\n`,
      };
    }
  }
}

function filesEntry({
  name = "",
  filename,
  contentType,
  content,
}: SamplePart): string {
  const value =
    "file" in content ? openFile(content.file) : literal(content.text);
  const file = filename === undefined ? "None" : literal(filename);
  const type = contentType === undefined ? "" : `, ${literal(contentType)}`;
  return `        (${literal(name)}, (${file}, ${value}${type})),\n`;
}

function pieceExpression(piece: BodyPiece): string {
  return "file" in piece
    ? `${openFile(piece.file)}.read()`
    : `${literal(piece.text)}.encode()`;
}

function openFile(path: string): string {
  return `open(${literal(path)}, "rb")`;
}

function textArgument(text: string): string {
  const lines = linesOf(text).map(literal);
  if (lines.length === 1) return `    data=${lines.join("")}.encode(),\n`;
  return `    data=(\n        ${lines.join("\n        ")}\n    ).encode(),\n`;
}

function literal(text: string): string {
  return doubleQuoted(text, {
    special: /["\\]/,
    short: "\n\r\t",
    unit: (code) => `\\u${hexadecimal(code, 4)}`,
  });
}
