import {
  headersOf,
  multipartPieces,
  type BodyPiece,
  type SampleRequest,
} from "../sample-request.js";
import { spreadJson } from "./json-body.js";
import type { Language } from "./language.js";
import { doubleQuoted, hexadecimal, linesOf } from "./string-literals.js";

/** Headers that .NET keeps with the content. */
const contentHeader =
  /^(?:allow|content-(?:disposition|encoding|language|location|md5|range|type)|expires|last-modified)$/;

/** C# with `HttpClient`. */
export const csharp: Language = {
  id: "csharp",
  label: "C#",
  print: (request) => {
    const { method, url, basic, clientCertificate } = request;
    const content = contentExpression(request);
    const headers = headersOf(request);
    const isLatin = headers.some(([, value]) => /[\x80-\xff]/.test(value));
    const add = (target: string) => (name: string, value: string) =>
      `${target}.TryAddWithoutValidation(${literal(name)}, ${literal(value)});\n`;
    const addHeader = add("request.Headers");
    const addContentHeader = add("request.Content.Headers");
    const own = headers.filter(([name]) => !contentHeader.test(name));
    const ofContent = headers.filter(([name]) => contentHeader.test(name));
    return [
      "using System.Net.Http;\nusing System.Text;\n",
      clientCertificate === true
        ? "using System.Security.Cryptography.X509Certificates;\n"
        : "",
      `\n${handlerCode(isLatin, clientCertificate === true)}`,
      `using var request = new HttpRequestMessage(new HttpMethod(${literal(method)}), ${literal(url)});\n`,
      ...own.map(([name, value]) => addHeader(name, value)),
      basic === undefined
        ? ""
        : `request.Headers.TryAddWithoutValidation("authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(${literal(basic.join(":"))})));\n`,
      content === undefined && ofContent.length === 0
        ? ""
        : `request.Content = ${content ?? "new ByteArrayContent([])"};\n`,
      ...ofContent.map(([name, value]) => addContentHeader(name, value)),
      "using var response = await client.SendAsync(request);\n",
      "Console.WriteLine((int)response.StatusCode);\n",
      "Console.WriteLine(await response.Content.ReadAsStringAsync());\n",
    ].join("");
  },
};

/** Without an encoding, .NET refuses headers beyond ASCII. */
function handlerCode(isLatin: boolean, hasCertificate: boolean): string {
  if (!isLatin && !hasCertificate)
    return "using var client = new HttpClient();\n";
  const latin = isLatin
    ? "handler.RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1;\n"
    : "";
  const certificate = hasCertificate
    ? 'handler.SslOptions.ClientCertificates = [X509Certificate2.CreateFromPemFile("client.pem", "client.key")];\n'
    : "";
  return `using var handler = new SocketsHttpHandler();\n${latin}${certificate}using var client = new HttpClient(handler);\n`;
}

function contentExpression({ body }: SampleRequest): string | undefined {
  switch (body?.kind) {
    case undefined:
      return undefined;
    case "json":
      return textContent(spreadJson(body.text));
    case "form":
    case "text":
      return textContent(body.text);
    case "file":
      return `new ByteArrayContent(${readFile(body.file)})`;
    case "multipart": {
      const pieces = multipartPieces(body.parts).map(pieceElements);
      return `new ByteArrayContent([\n    ${pieces.join(",\n    ")},\n])`;
    }
  }
}

function pieceElements(piece: BodyPiece): string {
  return "file" in piece
    ? `.. ${readFile(piece.file)}`
    : `.. Encoding.UTF8.GetBytes(${literal(piece.text)})`;
}

function readFile(path: string): string {
  return `File.ReadAllBytes(${literal(path)})`;
}

function textContent(text: string): string {
  const lines = linesOf(text).map(literal);
  const value =
    lines.length === 1 ? lines.join("") : `\n    ${lines.join("\n    + ")}`;
  return `new ByteArrayContent(Encoding.UTF8.GetBytes(${value}))`;
}

function literal(text: string): string {
  return doubleQuoted(text, {
    special: /["\\]/,
    short: "\n\r\t",
    unit: (code) => `\\u${hexadecimal(code, 4)}`,
  });
}
