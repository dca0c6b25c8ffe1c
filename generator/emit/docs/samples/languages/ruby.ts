import {
  headersOf,
  multipartPieces,
  type BodyPiece,
  type SampleRequest,
} from "../sample-request.js";
import { spreadJson } from "./json-body.js";
import type { Language } from "./language.js";
import { doubleQuoted, hexadecimal, linesOf } from "./string-literals.js";

/** Ruby with `net/http`. */
export const ruby: Language = {
  id: "ruby",
  label: "Ruby",
  print: (request) => {
    const { method, url, basic, clientCertificate } = request;
    const body = bodyExpression(request);
    const hasAnswer = method !== "HEAD";
    const certificate =
      clientCertificate === true
        ? ', cert: OpenSSL::X509::Certificate.new(File.read("client.pem")), key: OpenSSL::PKey.read(File.read("client.key"))'
        : "";
    return [
      `require "net/http"\n${certificate === "" ? "" : 'require "openssl"\n'}\n`,
      `uri = URI(${literal(url)})\n`,
      `request = Net::HTTPGenericRequest.new(${literal(method)}, ${body !== undefined}, ${hasAnswer}, uri)\n`,
      ...headersOf(request).map(
        ([name, value]) =>
          `request[${literal(name)}] = ${headerLiteral(value)}\n`,
      ),
      basic === undefined
        ? ""
        : `request.basic_auth(${basic.map(literal).join(", ")})\n`,
      body === undefined ? "" : `request.body = ${body}\n`,
      `response = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https"${certificate}) do |http|\n`,
      "  http.request(request)\nend\nputs response.code\nputs response.body\n",
    ].join("");
  },
};

function bodyExpression({ body }: SampleRequest): string | undefined {
  switch (body?.kind) {
    case undefined:
      return undefined;
    case "json":
      return textExpression(spreadJson(body.text));
    case "form":
    case "text":
      return textExpression(body.text);
    case "file":
      return readFile(body.file);
    case "multipart":
      return multipartPieces(body.parts).map(pieceExpression).join(" +\n  ");
  }
}

function textExpression(text: string): string {
  const lines = linesOf(text).map(literal);
  return lines.length === 1 ? lines.join("") : lines.join(" \\\n  ");
}

/** Bytes: text and files cannot be put together otherwise. */
function pieceExpression(piece: BodyPiece): string {
  return "file" in piece ? readFile(piece.file) : `${literal(piece.text)}.b`;
}

function readFile(path: string): string {
  return `File.binread(${literal(path)})`;
}

function literal(text: string): string {
  return doubleQuoted(text, {
    special: /["\\#]/,
    short: "\n\r\t",
    unit: (code) => `\\u${hexadecimal(code, 4)}`,
  });
}

/** Latin-1, a byte a character, as `fetch` sends it. */
function headerLiteral(value: string): string {
  const text = literal(value);
  return /[\x80-\xff]/.test(value) ? `${text}.encode("ISO-8859-1").b` : text;
}
