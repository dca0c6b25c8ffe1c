import type { Issue } from "./issues.js";
import type { Collect } from "./places.js";
import type { ReadOptions } from "./response.js";

/** Reads a body; issues go to `issues`. */
export type BodyReader = (
  response: Response,
  issues: Issue[],
  isChecked: boolean,
) => unknown;

/** Reads the text of a header field. */
export type HeaderReader = (text: string) => unknown;

/** How the responses of one status are read. */
export interface StatusReader {
  /** By media type as described, in the order of the description. Absent where there is no body. */
  readonly body?: Readonly<Record<string, BodyReader>>;
  readonly headers?: Readonly<Record<string, HeaderReader>>;
  readonly collectHeaders?: Collect;
}

/** A body that is not what it should be. */
export class BrokenBody {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
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
  const issues: Issue[] = [];
  const received = response.headers.get("content-type");
  const reader =
    readers[status] ??
    readers[`${String(status)[0] ?? ""}XX`] ??
    readers["default"];
  const answer = { status, ok, issues, response, headers: {} };
  if (reader === undefined) {
    issues.push(issue("", "status", `The status ${status} is not described`));
    return {
      ...answer,
      contentType: received,
      body: await readUnknown(response),
    } as Result;
  }
  const headers = readHeaders(response, reader, validate ? issues : []);
  if (reader.body === undefined) {
    return {
      ...answer,
      headers,
      contentType: undefined,
      body: undefined,
    } as Result;
  }
  const contentType = pickMediaType(Object.keys(reader.body), received);
  const readBody =
    contentType === undefined ? undefined : reader.body[contentType];
  if (readBody === undefined) {
    issues.push(
      issue(
        "/body",
        "contentType",
        `The content type ${String(received)} is not described`,
      ),
    );
  }
  const body =
    readBody === undefined
      ? new BrokenBody(await response.text())
      : await readBody(response, issues, validate);
  return (
    body instanceof BrokenBody
      ? {
          ...answer,
          headers,
          contentType: undefined,
          body: undefined,
          text: body.text,
        }
      : { ...answer, headers, contentType, body }
  ) as Result;
}

/** A body of JSON, whose issues `collect` finds. */
export function readJson(collect?: Collect): BodyReader {
  return async (response, issues, isChecked) => {
    const text = await response.text();
    const value = parseJson(text, "/body", issues);
    if (value === undefined) return new BrokenBody(text);
    if (isChecked) check(collect, value, "/body", issues);
    return value;
  };
}

/** A body of text. */
export function readText(collect?: Collect): BodyReader {
  return async (response, issues, isChecked) => {
    const text = await response.text();
    if (isChecked) check(collect, text, "/body", issues);
    return text;
  };
}

/** A body of bytes, which is not read: it is given as a stream. */
export function readBinary(response: Response): ReadableStream {
  return response.body ?? new Blob().stream();
}

/** A body of `application/x-www-form-urlencoded`. */
export async function readForm(response: Response): Promise<URLSearchParams> {
  return new URLSearchParams(await response.text());
}

/** A body of `multipart/form-data`. */
export async function readMultipart(
  response: Response,
  issues: Issue[],
): Promise<unknown> {
  const blob = await response.blob();
  try {
    return await new Response(blob, { headers: response.headers }).formData();
  } catch {
    issues.push(issue("/body", "multipart", "The body is not well-formed"));
    return new BrokenBody(await blob.text());
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
    issues.push(issue(pointer, "json", "The text is not well-formed JSON"));
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

function readHeaders(
  { headers }: Response,
  { headers: readers = {}, collectHeaders }: StatusReader,
  issues: Issue[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(readers)) {
    const text = headers.get(name);
    if (text !== null) values[name] = read(text);
  }
  check(collectHeaders, values, "/headers", issues);
  return values;
}

/** The described media type that fits: the same, else a range, else one that is JSON like the received one. */
function pickMediaType(
  described: readonly string[],
  received: string | null,
): string | undefined {
  if (received === null) return described[0];
  const type = essence(received);
  const [main = ""] = type.split("/");
  const wanted = [type, `${main}/*`, "*/*"];
  return (
    wanted
      .map((one) => described.find((key) => essence(key) === one))
      .find((key) => key !== undefined) ??
    described.find((key) => isJson(key) && isJson(type))
  );
}

function essence(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}

async function readUnknown(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!isJson(response.headers.get("content-type") ?? "")) return text;
  return parseJson(text, "/body", []) ?? text;
}

function issue(pointer: string, keyword: string, message: string): Issue {
  return { pointer, keyword, message, params: {}, schemaPointer: "" };
}
