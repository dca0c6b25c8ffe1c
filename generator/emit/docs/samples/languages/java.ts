import {
  headersOf,
  multipartPieces,
  type BodyPiece,
  type SampleRequest,
} from "../sample-request.js";
import { spreadJson } from "./json-body.js";
import type { Language } from "./language.js";
import { doubleQuoted, linesOf } from "./string-literals.js";

/** Java with `java.net.http.HttpClient`. */
export const java: Language = {
  id: "java",
  label: "Java",
  print: (request) => {
    const { method, url, basic, clientCertificate } = request;
    const body = bodyCode(request);
    const imports = [
      "java.net.URI",
      "java.net.http.HttpClient",
      "java.net.http.HttpRequest",
      "java.net.http.HttpResponse",
      ...body.imports,
    ];
    const calls = [
      ...headersOf(request).map(
        ([name, value]) => `.header(${literal(name)}, ${literal(value)})`,
      ),
    ];
    if (basic !== undefined) {
      imports.push("java.util.Base64");
      const pair = literal(basic.join(":"));
      calls.push(
        `.header("authorization", "Basic " + Base64.getEncoder().encodeToString(${pair}.getBytes()))`,
      );
    }
    const isLatin = headersOf(request).some(([, value]) =>
      /[\x80-\xff]/.test(value),
    );
    const note = [
      clientCertificate === true
        ? "    // The server asks for a client certificate: pass an SSLContext to the client.\n"
        : "",
      isLatin
        ? "    // HttpClient sends headers in ASCII: it replaces other characters.\n"
        : "",
    ].join("");
    return [
      `${imports
        .sort()
        .map((name) => `import ${name};\n`)
        .join("")}\n`,
      "public class Main {\n  public static void main(String[] args) throws Exception {\n",
      body.statements.map((line) => `    ${line}\n`).join(""),
      `    HttpRequest request = HttpRequest.newBuilder(URI.create(${literal(url)}))\n`,
      `        .method(${literal(method)}, ${body.publisher})\n`,
      calls.map((call) => `        ${call}\n`).join(""),
      "        .build();\n",
      note,
      "    HttpResponse<String> response = HttpClient.newHttpClient()\n",
      "        .send(request, HttpResponse.BodyHandlers.ofString());\n",
      "    System.out.println(response.statusCode());\n",
      "    System.out.println(response.body());\n  }\n}\n",
    ].join("");
  },
};

interface BodyCode {
  readonly imports: readonly string[];
  readonly statements: readonly string[];
  readonly publisher: string;
}

const publishers = "HttpRequest.BodyPublishers";
const files = ["java.nio.file.Files", "java.nio.file.Path"];

function bodyCode({ body }: SampleRequest): BodyCode {
  const of = (publisher: string): BodyCode => ({
    imports: [],
    statements: [],
    publisher,
  });
  switch (body?.kind) {
    case undefined:
      return of(`${publishers}.noBody()`);
    case "json":
      return of(textPublisher(spreadJson(body.text)));
    case "form":
    case "text":
      return of(textPublisher(body.text));
    case "file":
      return {
        imports: files,
        statements: [],
        publisher: `${publishers}.ofByteArray(${readFile(body.file)})`,
      };
    case "multipart":
      return {
        imports: [...files, "java.io.ByteArrayOutputStream"],
        statements: [
          "ByteArrayOutputStream body = new ByteArrayOutputStream();",
          ...multipartPieces(body.parts).map(writeStatement),
        ],
        publisher: `${publishers}.ofByteArray(body.toByteArray())`,
      };
  }
}

function writeStatement(piece: BodyPiece): string {
  const bytes =
    "file" in piece
      ? readFile(piece.file)
      : `${literal(piece.text)}.getBytes("UTF-8")`;
  return `body.write(${bytes});`;
}

function readFile(path: string): string {
  return `Files.readAllBytes(Path.of(${literal(path)}))`;
}

function textPublisher(text: string): string {
  const lines = linesOf(text).map(literal);
  return lines.length === 1
    ? `${publishers}.ofString(${lines.join("")})`
    : `${publishers}.ofString(\n            ${lines.join("\n            + ")})`;
}

/** Octal escapes: a Unicode escape is read before the literal is, and would end its line. */
function literal(text: string): string {
  return doubleQuoted(text, {
    special: /["\\]/,
    short: "\n\r\t",
    unit: (code) =>
      code < 0x100
        ? `\\${code.toString(8).padStart(3, "0")}`
        : `\\u${code.toString(16).padStart(4, "0")}`,
  });
}
