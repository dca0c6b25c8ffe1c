import type {
  Api,
  MediaType,
  Operation,
  Parameter,
  Server,
} from "../../../model/api.js";
import type { JsonObject, JsonValue } from "../../../model/json.js";
import { keywordSet } from "../describe/keywords-by-kind.js";
import { isObject } from "../../../model/matches.js";
import { percentEncode } from "./percent-encode.js";
import type { SampleBody, SampleInput } from "./sample-input.js";
import type {
  SamplePart,
  SampleRequest,
  SampleRequestBody,
} from "./sample-request.js";
import {
  cookiePairs,
  headerText,
  pathText,
  queryPairs,
  queryStringText,
  scalarText,
} from "./serialize.js";

/** The request that the builder of an operation makes of a sample, with placeholders for credentials. */
export function sampleRequest(
  operation: Operation,
  input: SampleInput,
  api: Api,
): SampleRequest {
  const { headers, query, cookies, ...credentials } = credentialsOf(
    operation,
    api,
  );
  const url = requestUrl(operation, input);
  const all = [...headers];
  const accept = acceptOf(operation);
  if (accept !== undefined) all.push(["accept", accept]);
  all.push(...parameterHeaders(input, cookies));
  const { body } = input;
  if (body !== undefined)
    all.push(["content-type", concreteType(body.media.mediaType)]);
  const sent = body === undefined ? undefined : sampleBody(body);
  return {
    method: operation.method,
    url: [url, ...query].reduce(
      (whole, pair) => whole + (whole.includes("?") ? "&" : "?") + pair,
    ),
    headers: all.map(([name, value]) => [
      name.replace(/[\0\r\n:]/g, ""),
      value.replace(/[\0\r\n]/g, ""),
    ]),
    ...credentials,
    ...(sent === undefined ? {} : { body: sent }),
  };
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

function parameterHeaders(
  input: SampleInput,
  credentialCookies: readonly string[],
): readonly (readonly [string, string])[] {
  const headers: (readonly [string, string])[] = [];
  const cookies: string[] = [];
  for (const { parameter, value } of input.parameters) {
    const { name, serialization } = parameter;
    if (parameter.in === "header")
      headers.push([name, headerText(value, serialization)]);
    if (parameter.in === "cookie")
      for (const added of cookiePairs(name, value, serialization))
        cookies.push(added);
  }
  const all = [...cookies, ...credentialCookies];
  return all.length === 0 ? headers : [...headers, ["cookie", all.join("; ")]];
}

function sampleBody(body: SampleBody): SampleRequestBody | undefined {
  const { media, text, value } = body;
  if (text !== undefined) return { kind: "text", text };
  if (media.codec === "binary") return { kind: "file", file: "file.bin" };
  if (value === undefined) return undefined;
  if (media.codec === "form")
    return { kind: "form", text: formPairs(media, value).join("&") };
  if (media.codec === "multipart")
    return {
      kind: "multipart",
      mediaType: media.mediaType,
      parts: sampleParts(media, value),
    };
  if (media.codec === "json-lines" && Array.isArray(value)) {
    const lines = value.map((item) => `${JSON.stringify(item)}\n`);
    return { kind: "text", text: lines.join("") };
  }
  const isText = media.codec !== "json" && typeof value === "string";
  return isText
    ? { kind: "text", text: value }
    : { kind: "json", text: JSON.stringify(value) };
}

/** A range such as `image/*` is no type to send. */
function concreteType(mediaType: string): string {
  return mediaType.includes("*") ? "application/octet-stream" : mediaType;
}

function formPairs(media: MediaType, value: JsonValue): readonly string[] {
  if (!isObject(value)) return [scalarText(value)];
  return Object.entries(value).flatMap(([name, member]) => {
    const encoding = media.encodings.find(({ property }) => property === name);
    if (encoding?.serialization !== undefined)
      return queryPairs(name, member, encoding.serialization);
    if (member === null) return [];
    const items = Array.isArray(member) ? member : [member];
    return items.map(
      (item) =>
        `${percentEncode(name)}=${percentEncode(scalarText(item as JsonValue))}`,
    );
  });
}

function sampleParts(
  media: MediaType,
  value: JsonValue,
): readonly SamplePart[] {
  const parts = isObject(value) ? Object.entries(value as JsonObject) : [];
  return parts.flatMap(([name, member]) => {
    const encoding = media.encodings.find(({ property }) => property === name);
    const type = encoding?.contentType?.split(",")[0]?.trim();
    const items = Array.isArray(member) ? member : [member];
    return items.map((item): SamplePart =>
      isBinaryPart(media, name)
        ? { name, filename: "file.bin", content: { file: "file.bin" } }
        : textPart(name, item as JsonValue, type),
    );
  });
}

function textPart(
  name: string,
  value: JsonValue,
  type = typeof value === "object" ? "application/json" : "*",
): SamplePart {
  const content = { text: scalarText(value) };
  return type.includes("*")
    ? { name, content }
    : { name, contentType: type, content };
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

/** The schemes of the first alternative, by name: the order of members in the description means nothing. */
export function credentialNames(operation: Operation): readonly string[] {
  const schemes = operation.security[0]?.schemes ?? [];
  return schemes.map(({ name }) => name).sort();
}

interface Credentials extends Pick<
  SampleRequest,
  "basic" | "clientCertificate"
> {
  readonly headers: readonly (readonly [string, string])[];
  readonly query: readonly string[];
  readonly cookies: readonly string[];
}

function credentialsOf(operation: Operation, api: Api): Credentials {
  const headers: (readonly [string, string])[] = [];
  const query: string[] = [];
  const cookies: string[] = [];
  const others: { basic?: [string, string]; clientCertificate?: boolean } = {};
  for (const name of credentialNames(operation)) {
    const scheme = api.securitySchemes.find((item) => item.name === name);
    if (scheme === undefined) continue;
    if (scheme.kind === "http" && scheme.scheme.toLowerCase() === "basic")
      others.basic = ["YOUR_USERNAME", "YOUR_PASSWORD"];
    else if (scheme.kind === "http")
      headers.push([
        "authorization",
        `${schemeName(scheme.scheme)} YOUR_TOKEN`,
      ]);
    else if (scheme.kind === "oauth2" || scheme.kind === "openIdConnect")
      headers.push(["authorization", "Bearer YOUR_TOKEN"]);
    else if (scheme.kind === "mutualTLS") others.clientCertificate = true;
    else if (scheme.in === "header")
      headers.push([scheme.parameter, "YOUR_API_KEY"]);
    else {
      const pair = `${percentEncode(scheme.parameter)}=YOUR_API_KEY`;
      (scheme.in === "cookie" ? cookies : query).push(pair);
    }
  }
  return { headers, query, cookies, ...others };
}

function schemeName(scheme: string): string {
  return scheme.toLowerCase() === "bearer" ? "Bearer" : scheme;
}

function acceptOf(operation: Operation): string | undefined {
  const types = operation.responses
    .filter(({ status }) => status.startsWith("2"))
    .flatMap(({ contents }) => contents.map(({ mediaType }) => mediaType));
  const [first] = types;
  return first === undefined || first.includes("*") ? undefined : first;
}
