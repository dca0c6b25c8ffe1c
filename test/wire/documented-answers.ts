import { exampleOf } from "../../generator/emit/docs/examples/example-of.js";
import { bodiesOf } from "../../generator/emit/operations/result-type.js";
import type {
  Api,
  Codec,
  Header,
  MediaType,
  Operation,
  Response as DescribedResponse,
} from "../../generator/model/api.js";
import type { JsonValue } from "../../generator/model/json.js";

/** An answer that the description documents, as a server gives it. */
export interface DocumentedAnswer {
  /** Of what it is an answer, for people: `200 application/json`. */
  readonly name: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyInit | null;
  /** The media type as described; undefined where there is no body. */
  readonly mediaType: string | undefined;
  readonly codec: Codec | undefined;
  /** What stands in the body. */
  readonly value: JsonValue | undefined;
}

/**
 * Every status and content type of an operation, with each of its examples, or a sample of the schema where it has
 * none. What the description says of a body is left out where HTTP has none (RFC 9110 §6.4.1).
 */
export function documentedAnswers(
  operation: Operation,
  api: Api,
): DocumentedAnswer[] {
  return operation.responses.flatMap((response): DocumentedAnswer[] => {
    const status = statusOf(response, operation);
    const headers = headersOf(response, api);
    const contents = bodiesOf(response, operation);
    if (contents.length === 0) {
      const none = { body: null, mediaType: undefined, codec: undefined };
      return [
        { name: response.status, status, headers, ...none, value: undefined },
      ];
    }
    return contents.flatMap((content) =>
      valuesOf(content, api).map(([example, value]) => ({
        name: `${response.status} ${content.mediaType}${example}`,
        status,
        headers: {
          ...headers,
          ...(content.codec === "multipart"
            ? {}
            : { "content-type": concrete(content.mediaType) }),
        },
        body: write[content.codec](value),
        mediaType: content.mediaType,
        codec: content.codec,
        value,
      })),
    );
  });
}

/** The status itself; of a range or of `default`, one that nothing else describes. */
function statusOf(
  { status }: DescribedResponse,
  { responses }: Operation,
): number {
  if (/^\d+$/.test(status)) return Number(status);
  const taken = new Set(responses.map((one) => one.status));
  const codes = Array.from({ length: 400 }, (_, index) => 599 - index);
  const found = codes.find(
    (code) =>
      !taken.has(String(code)) &&
      (status === "default"
        ? !taken.has(`${Math.floor(code / 100)}XX`)
        : status === `${Math.floor(code / 100)}XX`),
  );
  return found ?? 599;
}

function valuesOf(
  { examples, schema, itemSchema, codec }: MediaType,
  api: Api,
): [name: string, value: JsonValue | undefined][] {
  const given = examples.flatMap(
    ({ name = "", value }): [string, JsonValue][] =>
      value === undefined ? [] : [[` ${name}`, value]],
  );
  if (given.length > 0) return given;
  const described = codec === "json-lines" ? itemSchema : schema;
  const settings = { api, view: "response", isFull: true } as const;
  const sample = described && exampleOf(described, settings);
  return [["", codec === "json-lines" ? [sample ?? null] : sample]];
}

const write: {
  readonly [K in Codec]: (value: JsonValue | undefined) => BodyInit;
} = {
  json: (value) => JSON.stringify(value ?? null),
  "json-lines": (value) =>
    (value as readonly JsonValue[])
      .map((item) => `${JSON.stringify(item)}\n`)
      .join(""),
  form: (value) => new URLSearchParams(value as Record<string, string>),
  multipart: (value) => {
    const form = new FormData();
    for (const [name, part] of Object.entries(value ?? {}))
      form.append(name, String(part));
    return form;
  },
  text: textOf,
  "event-stream": (value) => `data: ${textOf(value)}\n\n`,
  binary: textOf,
};

/** A body as a server writes it, with the content type that it may bring along. */
export async function writtenBody(
  body: BodyInit | null,
): Promise<{ headers: Record<string, string>; bytes: Uint8Array }> {
  const response = new Response(body);
  const type = response.headers.get("content-type");
  return {
    headers:
      body instanceof FormData && type !== null ? { "content-type": type } : {},
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

/** What the reader gave and what the server wrote, in forms that can be compared. */
export async function readBody(
  body: unknown,
  { codec, value }: DocumentedAnswer,
): Promise<{ read: unknown; value: unknown }> {
  return codec === undefined
    ? { read: body, value: undefined }
    : { read: await read[codec](body), value: wanted(codec, value) };
}

const read: {
  readonly [K in Codec]: (body: unknown) => unknown;
} = {
  json: (body) => body,
  "json-lines": (body) => itemsOf(body as AsyncIterable<unknown>),
  form: (body) => Object.fromEntries(body as URLSearchParams),
  multipart: (body) => Object.fromEntries(body as FormData),
  text: (body) => body,
  "event-stream": async (body) =>
    (await itemsOf(body as AsyncIterable<{ text?: string; data: unknown }>))
      .map(({ text, data }) => text ?? data)
      .join(""),
  binary: (body) => new Response(body as ReadableStream).text(),
};

function wanted(codec: Codec, value: JsonValue | undefined): unknown {
  if (codec === "json") return value ?? null;
  if (codec === "json-lines") return value;
  if (codec === "form" || codec === "multipart")
    return Object.fromEntries(
      Object.entries(value ?? {}).map(([name, part]) => [name, String(part)]),
    );
  return textOf(value);
}

async function itemsOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}

/** A media type of a range. */
function concrete(mediaType: string): string {
  return mediaType.replace(/^\*\/\*/, "text/plain").replace("/*", "/x-any");
}

function headersOf(
  { headers }: DescribedResponse,
  api: Api,
): Record<string, string> {
  const settings = { api, view: "response", isFull: true } as const;
  return Object.fromEntries(
    headers.flatMap((header) => {
      const value =
        header.examples.find((one) => one.value !== undefined)?.value ??
        exampleOf(header.schema, settings);
      return value === undefined ? [] : [[header.name, simple(header, value)]];
    }),
  );
}

/** Style `simple`. */
function simple({ serialization }: Header, value: JsonValue): string {
  if (serialization.kind === "content") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return value.map(String).join(",");
  return Object.entries(value)
    .map(([key, member]) => key + (serialization.explode ? "=" : ",") + member)
    .join(",");
}
