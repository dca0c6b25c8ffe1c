import { CodeWriter } from "../code-writer.js";
import { layoutValue } from "../layout-value.js";
import {
  contentTypeOf,
  headersOf,
  isPlainPart,
  multipartPieces,
  type BodyPiece,
  type SamplePart,
  type SampleRequest,
} from "../sample-request.js";
import { losslessValue } from "./json-body.js";
import type { Language } from "./language.js";
import { doubleQuoted, hexadecimal } from "./string-literals.js";

/** JavaScript with `fetch`. Files are opened as Node does it. */
export const fetchLanguage: Language = {
  id: "fetch",
  label: "fetch",
  print: (request) => {
    const { method, url, basic, clientCertificate } = request;
    const body = bodyCode(request);
    const headers = headersOf(request)
      .filter(([name]) => !(body.choosesType && name === "content-type"))
      .map(([name, value]) => `    ${key(name)}: ${literal(value)},\n`);
    if (basic !== undefined)
      headers.push(
        `    authorization: "Basic " + btoa(${literal(basic.join(":"))}),\n`,
      );
    const hasFiles = body.code.includes("openAsBlob(");
    return [
      hasFiles ? 'import { openAsBlob } from "node:fs";\n\n' : "",
      clientCertificate === true
        ? "// The server asks for a client certificate: in a browser, the user chooses it.\n"
        : "",
      body.statements,
      `const response = await fetch(${literal(url)}, {\n  method: ${literal(method)},\n`,
      headers.length === 0 ? "" : `  headers: {\n${headers.join("")}  },\n`,
      body.code === "" ? "" : `  body: ${body.name},\n`,
      "});\nconsole.log(response.status);\nconsole.log(await response.text());\n",
    ].join("");
  },
};

interface BodyCode {
  readonly statements: string;
  /** What the body is made by; empty without a body. */
  readonly code: string;
  readonly name: string;
  /** `fetch` sets the content type, with the boundary of its form. */
  readonly choosesType: boolean;
}

function bodyCode(request: SampleRequest): BodyCode {
  const { body } = request;
  const inline = (code: string): BodyCode => ({
    statements: "",
    code,
    name: code,
    choosesType: false,
  });
  switch (body?.kind) {
    case undefined:
      return inline("");
    case "json": {
      const parsed = losslessValue(body.text);
      if (parsed === undefined) return inline(literal(body.text));
      const writer = new CodeWriter();
      writer.plain("JSON.stringify(");
      layoutValue(parsed.value, spelling, writer, 2, 24);
      return inline(writer.plain(")").text);
    }
    case "form":
    case "text":
      return inline(literal(body.text));
    case "file":
      return inline(
        `await openAsBlob(${literal(body.file)}, { type: ${literal(contentTypeOf(request) ?? "")} })`,
      );
    case "multipart":
      return multipartCode(body.mediaType, body.parts);
  }
}

function multipartCode(
  mediaType: string,
  parts: readonly SamplePart[],
): BodyCode {
  const isForm =
    mediaType === "multipart/form-data" && parts.every(isFormEntry);
  if (isForm) {
    const lines = parts.map(appendStatement).join("");
    const statements = `const form = new FormData();\n${lines}\n`;
    return { statements, code: statements, name: "form", choosesType: true };
  }
  const pieces = multipartPieces(parts).map(pieceExpression);
  const code = `new Blob([\n    ${pieces.join(",\n    ")},\n  ])`;
  return { statements: "", code, name: code, choosesType: false };
}

/** Whether `FormData` sends the part so: it gives each text that has a type a file name. Nor does it keep lone line ends. */
function isFormEntry(part: SamplePart): boolean {
  if (!isPlainPart(part)) return false;
  return "file" in part.content
    ? part.contentType !== undefined && part.filename !== undefined
    : part.contentType === undefined &&
        part.filename === undefined &&
        !/[\r\n]/.test(part.content.text);
}

function appendStatement(part: SamplePart): string {
  const { name = "", filename, contentType = "", content } = part;
  if ("text" in content)
    return `form.append(${literal(name)}, ${literal(content.text)});\n`;
  const file = `await openAsBlob(${literal(content.file)}, { type: ${literal(contentType)} })`;
  return `form.append(${literal(name)}, ${file}, ${literal(filename ?? "")});\n`;
}

function pieceExpression(piece: BodyPiece): string {
  return "file" in piece
    ? `await openAsBlob(${literal(piece.file)})`
    : literal(piece.text);
}

const spelling = {
  key,
  string: literal,
  trailingComma: true,
  breaksAfterKey: true,
};

/** A computed key, where `__proto__` would set the prototype. */
function key(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}

function literal(text: string): string {
  return doubleQuoted(text, {
    special: /["\\]/,
    short: "\n\r\t",
    unit: (code) => `\\u${hexadecimal(code, 4)}`,
  });
}
