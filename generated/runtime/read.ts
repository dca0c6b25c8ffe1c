import type { Issue } from "./issues.js";
import type { Collect } from "./places.js";
import type { ReadOptions } from "./response.js";

/** What a reader of a body is given, and where it says what it found. */
export interface Reading {
  readonly response: Response;
  readonly issues: Issue[];
  /** The body as it came, where it cannot be read. */
  text?: string;
}

/** Reads a body; where that is broken, it sets the `text` of the reading. */
export type BodyReader = (reading: Reading, isChecked: boolean) => unknown;

/** Reads the text of a header field. */
export type HeaderReader = (text: string) => unknown;

/** How the responses of one status are read. */
export interface StatusReader {
  /** By media type as described, in the order of the description. Absent where there is no body. */
  readonly body?: Readonly<Record<string, BodyReader>>;
  readonly headers?: Readonly<Record<string, HeaderReader>>;
  readonly collectHeaders?: Collect;
}

/**
 * Reads a response by its status (the code itself, else its range, else `default`) and content type.
 * Nothing that was received is lost: see `UnreadableAnswer` and `UnknownAnswer`. Rejects only where the connection
 * breaks while the body is read.
 */
export async function readResponse<Result>(
  response: Response,
  readers: Readonly<Record<string, StatusReader>>,
  { validate = true }: ReadOptions = {},
): Promise<Result> {
  const { status, ok } = response;
  const type = response.headers.get("content-type");
  const issues: Issue[] = [];
  const reading: Reading = { response, issues };
  const headers: Record<string, unknown> = {};
  let contentType: string | null | undefined;
  let body: unknown;
  const reader =
    readers[status] ??
    readers[`${Math.floor(status / 100)}XX`] ??
    readers["default"];
  if (reader === undefined) {
    addIssue(issues, "", "status", `status ${status} is not described`);
    const text = await response.clone().text();
    contentType = type;
    body = (isJson(type ?? "") ? parseJson(text, "", []) : undefined) ?? text;
  } else {
    for (const [name, read] of Object.entries(reader.headers ?? {})) {
      const text = response.headers.get(name);
      if (text !== null) headers[name] = read(text);
    }
    if (validate) check(reader.collectHeaders, headers, "/headers", issues);
    if (reader.body !== undefined) {
      contentType = pickMediaType(Object.keys(reader.body), type);
      const read = reader.body[contentType ?? ""];
      if (read === undefined) {
        const message = `content type ${type} is not described`;
        addIssue(issues, "/body", "contentType", message);
        reading.text = await response.clone().text();
      } else body = await read(reading, validate);
      if (reading.text !== undefined) contentType = undefined;
    }
  }
  return { ...reading, status, ok, headers, contentType, body } as Result;
}

/** A body of JSON, whose issues `collect` finds. */
export function readJson(collect?: Collect): BodyReader {
  return async (reading, isChecked) => {
    const { response, issues } = reading;
    const text = await response.text();
    const value = parseJson(text, "/body", issues);
    if (value === undefined) reading.text = text;
    else if (isChecked) check(collect, value, "/body", issues);
    return value;
  };
}

/** A body of text. */
export function readText(collect?: Collect): BodyReader {
  return async ({ response, issues }, isChecked) => {
    const text = await response.text();
    if (isChecked) check(collect, text, "/body", issues);
    return text;
  };
}

/** A body of bytes, which is not read: it is given as a stream. */
export function readBinary({ response }: Reading): ReadableStream {
  return response.body ?? new Blob().stream();
}

/** A body of `application/x-www-form-urlencoded`. */
export async function readForm({
  response,
}: Reading): Promise<URLSearchParams> {
  return new URLSearchParams(await response.text());
}

/** A body of `multipart/form-data`. */
export async function readMultipart(
  reading: Reading,
): Promise<FormData | undefined> {
  const { headers } = reading.response;
  const blob = await reading.response.blob();
  try {
    return await new Response(blob, { headers }).formData();
  } catch {
    addIssue(reading.issues, "/body", "multipart", "not well-formed multipart");
    reading.text = await blob.text();
    return undefined;
  }
}

/** The value of JSON text. Undefined, and an issue, where it is broken. */
export function parseJson(
  text: string,
  pointer: string,
  issues: Issue[],
): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    addIssue(issues, pointer, "json", "not well-formed JSON");
    return undefined;
  }
}

/** Adds the issues of a value that stands at `pointer` in the answer. */
export function check(
  collect: Collect | undefined,
  value: unknown,
  pointer: string,
  issues: Issue[],
): void {
  collect?.(value, { issues, pointer, schema: "", depth: 0 });
}

/**
 * The described media type that fits: the same with its parameters, else without them, else a range, else one that is
 * JSON like the received one.
 */
function pickMediaType(
  described: readonly string[],
  received: string | null,
): string | undefined {
  if (received === null) return described[0];
  const type = essence(received);
  const find = (wanted: string): string | undefined =>
    described.find((key) => essence(key) === wanted);
  return (
    described.find((key) => plain(key) === plain(received)) ??
    find(type) ??
    find(type.replace(/\/.*/, "/*")) ??
    find("*/*") ??
    described.find((key) => isJson(key) && isJson(type))
  );
}

/** A media type without what tells no two apart. */
function plain(mediaType: string): string {
  return mediaType.replace(/\s/g, "").toLowerCase();
}

/** A media type without its parameters. */
function essence(mediaType: string): string {
  return plain(mediaType).replace(/;.*/, "");
}

function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}

function addIssue(
  issues: Issue[],
  pointer: string,
  keyword: string,
  message: string,
): void {
  issues.push({ pointer, keyword, message, params: {}, schemaPointer: "" });
}
