import type {
  Api,
  MediaType,
  Operation,
  Parameter,
  Server,
} from "../../../model/api.js";
import type { JsonValue } from "../../../model/json.js";
import { keywordSet } from "../describe/keywords-by-kind.js";
import { isObject } from "../../../model/matches.js";
import { CodeWriter, type ColoredCode } from "./code-writer.js";
import { jsonCode } from "./layout-value.js";
import type { SampleBody, SampleInput } from "./sample-input.js";
import {
  cookiePairs,
  headerText,
  pathText,
  percentEncode,
  queryPairs,
  queryStringText,
  scalarText,
} from "./serialize.js";
import { printfCommand, shellWord } from "./shell.js";

/** A command for a POSIX shell that sends the sample with curl, byte for byte. */
export function curlSample(
  operation: Operation,
  input: SampleInput,
  api: Api,
): ColoredCode {
  const credentials = credentialsOf(operation, api);
  const words: string[] = [];
  const url =
    requestUrl(operation, input) + queryCredential(credentials, input);
  const method = operation.method;
  if (method === "HEAD") words.push("--head");
  else if (method !== "GET" || input.body !== undefined)
    words.push(`--request ${shellWord(method)}`);
  if (/[[\]{}]/.test(url)) words.push("--globoff");
  words.push(shellWord(url));
  for (const added of credentials.words) words.push(added);
  const accept = acceptOf(operation);
  if (accept !== undefined) words.push(header("accept", accept));
  for (const added of headerWords(input)) words.push(added);
  const body = input.body === undefined ? undefined : bodyWords(input.body);
  for (const added of body?.words ?? []) words.push(added);
  const writer = new CodeWriter();
  if (body?.pipe !== undefined) writeCommand(writer, `${body.pipe} |\n`);
  writer.plain("curl ");
  words.forEach((word, index) => {
    if (index > 0) writer.plain(" \\\n  ");
    writeCommand(writer, word);
  });
  return writer.finish();
}

/** Colours the quoted words of a command and its options. */
function writeCommand(writer: CodeWriter, text: string): void {
  for (const [part, quoted, option] of text.matchAll(
    /('(?:[^']|'\\'')*')|(?<=^| )(--[\w-]+)|[^'-]+|./gs,
  )) {
    if (quoted !== undefined) writer.colored("string", part);
    else if (option !== undefined) writer.colored("name", part);
    else writer.plain(part);
  }
}

/** The absolute URL of a server, its variables at their defaults; a made-up one where the spec has none. */
export function serverUrl(servers: readonly Server[]): string {
  const [server] = servers;
  const url = (server?.url ?? "/").replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) =>
      server?.variables.find((variable) => variable.name === name)?.default ??
      whole,
  );
  const absolute = /^[a-z][a-z\d+.-]*:/i.test(url)
    ? url
    : `https://api.example.com/${url.replace(/^\/+/, "")}`;
  return absolute.replace(/\/+$/, "");
}

function requestUrl(operation: Operation, input: SampleInput): string {
  const valueOf = (name: string, place: Parameter["in"]) =>
    input.parameters.find(
      ({ parameter }) => parameter.in === place && parameter.name === name,
    );
  const path = operation.pathParts
    .map((part) => {
      if (part.kind === "literal") return literalPath(part.text);
      const found = valueOf(part.name, "path");
      if (found === undefined) return percentEncode(`{${part.name}}`);
      const { parameter, value } = found;
      return pathText(parameter.name, value, parameter.serialization);
    })
    .join("");
  const pairs = input.parameters.flatMap(({ parameter, value }) => {
    if (parameter.in === "query")
      return queryPairs(parameter.name, value, parameter.serialization);
    if (parameter.in !== "querystring") return [];
    const { serialization } = parameter;
    const mediaType =
      serialization.kind === "content" ? serialization.mediaType : "";
    return [queryStringText(value, mediaType)];
  });
  const base = literalPath(serverUrl(operation.servers));
  return base + path + (pairs.length === 0 ? "" : `?${pairs.join("&")}`);
}

/** Fixed text of a URL: what a URL cannot hold is encoded, what is encoded already stays. */
function literalPath(text: string): string {
  return text.replace(
    /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/gu,
    percentEncode,
  );
}

function headerWords(input: SampleInput): readonly string[] {
  const words: string[] = [];
  const cookies: string[] = [];
  for (const { parameter, value } of input.parameters) {
    const { name, serialization } = parameter;
    if (parameter.in === "header")
      words.push(header(name, headerText(value, serialization)));
    if (parameter.in === "cookie")
      for (const added of cookiePairs(name, value, serialization))
        cookies.push(added);
  }
  if (cookies.length > 0) words.push(header("cookie", cookies.join("; ")));
  return words;
}

/** `name;` is how curl spells an empty header. Characters that no header may hold are left out. */
function header(name: string, value: string): string {
  const clean = value.replace(/[\0\r\n]/g, "");
  const key = name.replace(/[\0\r\n:]/g, "").replace(/^@/, "");
  return `--header ${shellWord(clean === "" ? `${key};` : `${key}: ${clean}`)}`;
}

interface BodyWords {
  readonly words: readonly string[];
  /** A command whose output is the body. */
  readonly pipe?: string;
}

function bodyWords(body: SampleBody): BodyWords {
  const { media, text, value } = body;
  const type = header("content-type", concreteType(media.mediaType));
  if (text !== undefined) return withType(type, text);
  if (media.codec === "binary")
    return { words: [type, "--data-binary @file.bin"] };
  if (value === undefined) return { words: [type] };
  if (media.codec === "form")
    return { words: [type, ...formWords(media, value)] };
  if (media.codec === "multipart") return { words: partWords(media, value) };
  if (media.codec === "json-lines" && Array.isArray(value))
    return withType(
      type,
      value.map((item) => `${JSON.stringify(item)}\n`).join(""),
    );
  const isText = media.codec !== "json" && typeof value === "string";
  return withType(type, isText ? value : jsonCode(value).text);
}

function withType(type: string, text: string): BodyWords {
  // Blanks at the end of a line get lost on the way through editors, and NUL fits no argument.
  if (/[\0\r\t]|[ \t]\n|\n$/.test(text))
    return { words: [type, "--data-binary @-"], pipe: printfCommand(text) };
  return { words: [type, `--data-raw ${shellWord(text)}`] };
}

/** A range such as `image/*` is no type to send. */
function concreteType(mediaType: string): string {
  return mediaType.includes("*") ? "application/octet-stream" : mediaType;
}

function formWords(media: MediaType, value: JsonValue): readonly string[] {
  if (!isObject(value)) return [`--data-raw ${shellWord(scalarText(value))}`];
  return Object.entries(value).flatMap(([name, member]) => {
    const encoding = media.encodings.find(({ property }) => property === name);
    if (encoding?.serialization !== undefined)
      return queryPairs(name, member, encoding.serialization).map(
        (pair) => `--data-raw ${shellWord(pair)}`,
      );
    if (member === null) return [];
    const items = Array.isArray(member) ? member : [member];
    return items.map((item) => formField(name, scalarText(item as JsonValue)));
  });
}

function formField(name: string, text: string): string {
  const key = percentEncode(name);
  return /[\0-\u001f]/.test(text)
    ? `--data-raw ${shellWord(`${key}=${percentEncode(text)}`)}`
    : `--data-urlencode ${shellWord(`${key}=${text}`)}`;
}

function partWords(media: MediaType, value: JsonValue): readonly string[] {
  const parts = isObject(value) ? Object.entries(value) : [];
  return parts.flatMap(([name, member]) => {
    const type = media.encodings.find(
      ({ property }) => property === name,
    )?.contentType;
    const items = Array.isArray(member) ? member : [member];
    const isBinary = isBinaryPart(media, name);
    return items.map((item) =>
      isBinary
        ? `--form ${shellWord(`${partName(name)}=@file.bin`)}`
        : partWord(name, item as JsonValue, type),
    );
  });
}

/** Whether a part of a multipart body is bytes, or a list of such. */
export function isBinaryPart(media: MediaType, name: string): boolean {
  if (media.schema === undefined) return false;
  const named = keywordSet(media.schema).properties?.named ?? [];
  const schema = named.find((property) => property.name === name)?.schema;
  return schema !== undefined && isBytes(schema);
}

function isBytes(schema: NonNullable<MediaType["schema"]>): boolean {
  const { binary, items, anyOf, oneOf } = keywordSet(schema);
  const inner = [
    ...(items?.rest === undefined ? [] : [items.rest]),
    ...(anyOf?.schemas ?? []),
    ...(oneOf?.schemas ?? []),
  ];
  return binary !== undefined || inner.some(isBytes);
}

function partWord(
  name: string,
  value: JsonValue,
  type: string | undefined,
): string {
  const text = scalarText(value).replace(/\0/g, "");
  const wanted =
    type?.split(",")[0]?.trim() ??
    (typeof value === "object" ? "application/json" : undefined);
  if (wanted === undefined || wanted.includes("*"))
    return `--form-string ${shellWord(`${partName(name)}=${text}`)}`;
  const quoted = text.replace(/["\\]/g, "\\$&");
  return `--form ${shellWord(`${partName(name)}="${quoted}";type=${wanted}`)}`;
}

/** curl ends the name of a part at the first equals sign. */
function partName(name: string): string {
  return name.replace(/[\0=]/g, "");
}

/** The schemes of the first alternative, by name: the order of members in the description means nothing. */
export function credentialNames(operation: Operation): readonly string[] {
  const schemes = operation.security[0]?.schemes ?? [];
  return schemes.map(({ name }) => name).sort();
}

interface Credentials {
  readonly words: readonly string[];
  readonly query: readonly string[];
}

function credentialsOf(operation: Operation, api: Api): Credentials {
  const words: string[] = [];
  const query: string[] = [];
  for (const name of credentialNames(operation)) {
    const scheme = api.securitySchemes.find((item) => item.name === name);
    if (scheme === undefined) continue;
    if (scheme.kind === "http" && scheme.scheme.toLowerCase() === "basic")
      words.push("--user YOUR_USERNAME:YOUR_PASSWORD");
    else if (scheme.kind === "http")
      words.push(
        header("authorization", `${schemeName(scheme.scheme)} YOUR_TOKEN`),
      );
    else if (scheme.kind === "oauth2" || scheme.kind === "openIdConnect")
      words.push(header("authorization", "Bearer YOUR_TOKEN"));
    else if (scheme.kind === "mutualTLS")
      words.push("--cert client.pem", "--key client.key");
    else if (scheme.in === "header")
      words.push(header(scheme.parameter, "YOUR_API_KEY"));
    else if (scheme.in === "cookie")
      words.push(
        header("cookie", `${percentEncode(scheme.parameter)}=YOUR_API_KEY`),
      );
    else query.push(`${percentEncode(scheme.parameter)}=YOUR_API_KEY`);
  }
  return { words, query };
}

function schemeName(scheme: string): string {
  return scheme.toLowerCase() === "bearer" ? "Bearer" : scheme;
}

function queryCredential(credentials: Credentials, input: SampleInput): string {
  if (credentials.query.length === 0) return "";
  const hasQuery = input.parameters.some(({ parameter }) =>
    parameter.in.startsWith("query"),
  );
  return (hasQuery ? "&" : "?") + credentials.query.join("&");
}

function acceptOf(operation: Operation): string | undefined {
  const types = operation.responses
    .filter(({ status }) => status.startsWith("2"))
    .flatMap(({ contents }) => contents.map(({ mediaType }) => mediaType));
  const [first] = types;
  return first === undefined || first.includes("*") ? undefined : first;
}
