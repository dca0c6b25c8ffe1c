import {
  headersOf,
  multipartPieces,
  type BodyPiece,
  type SampleRequest,
} from "../sample-request.js";
import { spreadJson } from "./json-body.js";
import type { Language } from "./language.js";
import { doubleQuoted, hexadecimal, wellFormed } from "./string-literals.js";

/** PHP with its extension `curl`. */
export const php: Language = {
  id: "php",
  label: "PHP",
  print: (request) => {
    const { method, url, basic, clientCertificate } = request;
    const body = bodyExpression(request);
    const options = [
      ...(method === "HEAD"
        ? ["CURLOPT_NOBODY => true"]
        : [`CURLOPT_CUSTOMREQUEST => ${literal(method)}`]),
      "CURLOPT_RETURNTRANSFER => true",
    ];
    const headers = headersOf(request).map(
      ([name, value]) => `        ${headerLiteral(name, value)},\n`,
    );
    if (headers.length > 0)
      options.push(`CURLOPT_HTTPHEADER => [\n${headers.join("")}    ]`);
    if (basic !== undefined)
      options.push(`CURLOPT_USERPWD => ${literal(basic.join(":"))}`);
    if (clientCertificate === true)
      options.push(
        "CURLOPT_SSLCERT => 'client.pem'",
        "CURLOPT_SSLKEY => 'client.key'",
      );
    if (body !== undefined) options.push(`CURLOPT_POSTFIELDS => ${body}`);
    return [
      `<?php\n\n$curl = curl_init(${literal(url)});\n`,
      `curl_setopt_array($curl, [\n${options.map((option) => `    ${option},\n`).join("")}]);\n`,
      "$answer = curl_exec($curl);\n",
      "if ($answer === false) {\n    throw new RuntimeException(curl_error($curl));\n}\n",
      'echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), "\\n", $answer, "\\n";\n',
    ].join("");
  },
};

function bodyExpression({ body }: SampleRequest): string | undefined {
  switch (body?.kind) {
    case undefined:
      return undefined;
    case "json":
      return literal(spreadJson(body.text));
    case "form":
    case "text":
      return literal(body.text);
    case "file":
      return readFile(body.file);
    case "multipart":
      return multipartPieces(body.parts)
        .map(pieceExpression)
        .join("\n        . ");
  }
}

function pieceExpression(piece: BodyPiece): string {
  return "file" in piece ? readFile(piece.file) : literal(piece.text);
}

function readFile(path: string): string {
  return `file_get_contents(${literal(path)})`;
}

/** Single quotes, where only themselves and the backslash are special; double quotes for control characters. */
function literal(text: string): string {
  if (
    /^[^\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]*$/.test(
      text,
    )
  )
    return `'${wellFormed(text).replace(/['\\]/g, "\\$&")}'`;
  return doubleQuoted(text, {
    special: /["\\$]/,
    short: "\n\r\t",
    unit: (code) => `\\u{${hexadecimal(code, 4)}}`,
  });
}

/** `name;` is how curl spells an empty header. Latin-1 goes out a byte a character, as `fetch` sends it. */
function headerLiteral(name: string, value: string): string {
  const line = value === "" ? `${name};` : `${name}: ${value}`;
  if (!/[\x80-\xff]/.test(line)) return literal(line);
  return doubleQuoted(line, {
    special: /["\\$]/,
    short: "\n\r\t",
    unit: (code) => `\\x${hexadecimal(code, 2)}`,
  }).replace(
    /[\x80-\xff]/g,
    (character) => `\\x${hexadecimal(character.charCodeAt(0), 2)}`,
  );
}
