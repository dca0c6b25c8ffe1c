import {
  headersOf,
  multipartPieces,
  type BodyPiece,
  type SampleRequest,
} from "../sample-request.js";
import { spreadJson } from "./json-body.js";
import type { Language } from "./language.js";
import { doubleQuoted, hexadecimal } from "./string-literals.js";

/** Go with `net/http`. */
export const go: Language = {
  id: "go",
  label: "Go",
  print: (request) => {
    const { method, url, basic, clientCertificate } = request;
    const body = bodyCode(request);
    const imports = ["fmt", "io", "net/http", ...body.imports];
    if (clientCertificate === true) imports.push("crypto/tls");
    const lines = [
      ...body.statements,
      `request, err := http.NewRequest(${literal(method)}, ${literal(url)}, ${body.value})`,
      ...panicOn,
      ...headersOf(request).map(
        ([name, value]) =>
          `request.Header.Set(${literal(name)}, ${headerLiteral(value)})`,
      ),
      ...(basic === undefined
        ? []
        : [`request.SetBasicAuth(${basic.map(literal).join(", ")})`]),
      ...(clientCertificate === true ? certificateLines : []),
      `response, err := ${clientCertificate === true ? "client" : "http.DefaultClient"}.Do(request)`,
      ...panicOn,
      "defer response.Body.Close()",
      "answer, err := io.ReadAll(response.Body)",
      ...panicOn,
      "fmt.Println(response.Status)",
      "fmt.Println(string(answer))",
    ];
    const list = [...new Set(imports)].sort().map((name) => `\t"${name}"\n`);
    return `package main\n\nimport (\n${list.join("")})\n\nfunc main() {\n${lines.map((line) => `\t${line}\n`).join("")}}\n`;
  },
};

const panicOn = ["if err != nil {", "\tpanic(err)", "}"];

const certificateLines = [
  'certificate, err := tls.LoadX509KeyPair("client.pem", "client.key")',
  ...panicOn,
  "client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{",
  "\tCertificates: []tls.Certificate{certificate},",
  "}}}",
];

interface BodyCode {
  readonly imports: readonly string[];
  readonly statements: readonly string[];
  readonly value: string;
}

function bodyCode({ body }: SampleRequest): BodyCode {
  switch (body?.kind) {
    case undefined:
      return { imports: [], statements: [], value: "nil" };
    case "json":
      return textCode(spreadJson(body.text));
    case "form":
    case "text":
      return textCode(body.text);
    case "file":
      return fileCode([{ file: body.file }]);
    case "multipart":
      return fileCode(multipartPieces(body.parts));
  }
}

function textCode(text: string): BodyCode {
  const statements = [`body := strings.NewReader(${textLiteral(text)})`];
  return { imports: ["strings"], statements, value: "body" };
}

/** Files are read whole, so that the length of the body is known. */
function fileCode(pieces: readonly BodyPiece[]): BodyCode {
  const statements = ["var body bytes.Buffer"];
  let files = 0;
  for (const piece of pieces) {
    if ("file" in piece) {
      files += 1;
      const name = files === 1 ? "file" : `file${String(files)}`;
      statements.push(
        `${name}, err := os.ReadFile(${literal(piece.file)})`,
        ...panicOn,
        `body.Write(${name})`,
      );
    } else statements.push(`body.WriteString(${literal(piece.text)})`);
  }
  const imports = files > 0 ? ["bytes", "os"] : ["bytes"];
  return { imports, statements, value: "&body" };
}

/** A raw string for text of several lines, which has neither a backquote nor a carriage return. */
function textLiteral(text: string): string {
  return /^[^\0-\x09\x0b-\x1f\x7f-\x9f`\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Cs}]*$/u.test(
    text,
  ) && /["\n]/.test(text)
    ? `\`${text}\``
    : literal(text);
}

function literal(text: string): string {
  return doubleQuoted(text, {
    special: /["\\]/,
    short: "\n\r\t",
    unit: (code) => `\\u${hexadecimal(code, 4)}`,
  });
}

/** Latin-1, a byte a character, as `fetch` sends it. */
function headerLiteral(value: string): string {
  return literal(value).replace(
    /[\x80-\xff]/g,
    (character) => `\\x${hexadecimal(character.charCodeAt(0), 2)}`,
  );
}
