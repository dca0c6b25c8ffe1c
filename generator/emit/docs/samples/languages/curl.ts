import {
  headersOf,
  isPlainPart,
  multipartPieces,
  type SamplePart,
  type SampleRequest,
} from "../sample-request.js";
import { printfCommand, shellWord } from "../shell.js";
import { percentEncode } from "../percent-encode.js";
import { spreadJson } from "./json-body.js";
import type { Language } from "./language.js";

/** A command for a POSIX shell that sends the request with curl. */
export const curl: Language = {
  id: "curl",
  label: "curl",
  print: (request) => `${curlCommand(request)}\n`,
};

/** The command, without a line feed at its end. */
export function curlCommand(request: SampleRequest): string {
  const { method, url, basic, clientCertificate } = request;
  const body = bodyWords(request);
  const words: string[] = [];
  if (method === "HEAD") words.push("--head");
  else if (method !== "GET" || request.body !== undefined)
    words.push(`--request ${shellWord(method)}`);
  if (/[[\]{}]/.test(url)) words.push("--globoff");
  words.push(shellWord(url));
  if (basic !== undefined) words.push(`--user ${shellWord(basic.join(":"))}`);
  if (clientCertificate === true)
    words.push("--cert client.pem", "--key client.key");
  const headers =
    body.choosesType === true
      ? request.headers.filter(([name]) => name !== "content-type")
      : headersOf(request);
  for (const [name, value] of headers)
    words.push(`--header ${headerWord(name, value)}`);
  words.push(...body.words);
  const pipe = body.pipe === undefined ? "" : `${body.pipe} |\n`;
  return `${pipe}curl ${words.join(" \\\n  ")}`;
}

/** `name;` is how curl spells an empty header. Latin-1 goes out a byte a character, as `fetch` sends it. */
function headerWord(name: string, value: string): string {
  const line = value === "" ? `${name};` : `${name}: ${value}`;
  if (!/[\x80-\xff]/.test(line)) return shellWord(line);
  const bytes = Array.from(line, (character) => character.charCodeAt(0));
  return `"$(${printfCommand(bytes)})"`;
}

interface BodyWords {
  readonly words: readonly string[];
  /** A command whose output is the body. */
  readonly pipe?: string;
  /** True if curl sets the content type, with the boundary of its form. */
  readonly choosesType?: true;
}

function bodyWords({ body }: SampleRequest): BodyWords {
  switch (body?.kind) {
    case undefined:
      return { words: [] };
    case "file":
      return { words: [`--data-binary ${shellWord(`@${body.file}`)}`] };
    case "json":
      return textWords(spreadJson(body.text));
    case "text":
      return textWords(body.text);
    case "form":
      return body.text === ""
        ? { words: ["--data-raw ''"] }
        : { words: body.text.split("&").map(formWord) };
    case "multipart": {
      const { mediaType, parts } = body;
      const isForm = mediaType === "multipart/form-data" && parts.length > 0;
      if (isForm && parts.every(isFormPart))
        return { words: parts.map(partWords), choosesType: true };
      const commands = multipartPieces(parts).map((piece) =>
        "file" in piece
          ? `cat ${shellWord(piece.file)}`
          : printfCommand(piece.text),
      );
      const pipe = `{\n  ${commands.join("\n  ")}\n}`;
      return { words: ["--data-binary @-"], pipe };
    }
  }
}

function textWords(text: string): BodyWords {
  // Blanks at the end of a line get lost on the way through editors, and NUL fits no argument.
  if (/[\0\r\t]|[ \t]\n|\n$/.test(text))
    return { words: ["--data-binary @-"], pipe: printfCommand(text) };
  return { words: [`--data-raw ${shellWord(text)}`] };
}

/** A pair of a form, its value as it reads if curl encodes it to the same bytes. */
function formWord(pair: string): string {
  const [name = "", value] = splitPair(pair);
  const text = value === undefined ? undefined : decoded(value);
  const isSame =
    text !== undefined &&
    name !== "" &&
    percentEncode(text) === value &&
    !/[\0-\x1f\x7f]/.test(text);
  return isSame
    ? `--data-urlencode ${shellWord(`${name}=${text}`)}`
    : `--data-raw ${shellWord(pair)}`;
}

function splitPair(pair: string): readonly [string, string?] {
  const at = pair.indexOf("=");
  return at < 0 ? [pair] : [pair.slice(0, at), pair.slice(at + 1)];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Whether `--form` sends the part so. */
function isFormPart(part: SamplePart): boolean {
  const { content, contentType = "" } = part;
  return (
    isPlainPart(part) &&
    /^[\w.+/-]*$/.test(contentType) &&
    ("text" in content
      ? part.filename === undefined && !/[\0\r\t]/.test(content.text)
      : part.filename === content.file)
  );
}

function partWords({ name = "", contentType, content }: SamplePart): string {
  const type = contentType === undefined ? "" : `;type=${contentType}`;
  if ("file" in content)
    return `--form ${shellWord(`${name}=@${content.file}${type}`)}`;
  if (type === "")
    return `--form-string ${shellWord(`${name}=${content.text}`)}`;
  const quoted = content.text.replace(/["\\]/g, "\\$&");
  return `--form ${shellWord(`${name}="${quoted}"${type}`)}`;
}
