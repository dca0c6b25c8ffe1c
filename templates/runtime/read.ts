import { bodyText, undescribedText } from "./body-text.js";
import type { Issue } from "./issues.js";
import type { Collect } from "./locations.js";
import {
  addIssue,
  type BodyReader,
  type Reading,
  type StatusReader,
} from "./reading.js";
import type { ReadOptions } from "./response.js";

/**
 * Reads a response by its status (the code itself, else its range, else `default`) and content type. Beside
 * described successes, `default` describes errors alone. Nothing that was received is lost: see `UnreadableAnswer`
 * and `UndescribedAnswer`. Rejects only if the connection breaks while the body is read.
 */
export async function readResponse<Result>(
  response: Response,
  readers: Readonly<Record<string, StatusReader>>,
  { validate = true, longestItem = 16 * 2 ** 20, accept }: ReadOptions = {},
): Promise<Result> {
  const { status } = response;
  const type = response.headers.get("content-type");
  const issues: Issue[] = [];
  const reading: Reading = { response, issues, longestItem };
  const headers: Record<string, unknown> = {};
  let contentType: string | null | undefined;
  let body: unknown;
  let isOther = false;
  const reader =
    readers[status] ??
    readers[`${String(status)[0]}XX`] ??
    (response.ok && Object.keys(readers).some(isSuccess)
      ? undefined
      : readers["default"]);
  if (reader === undefined) {
    addIssue(issues, "", "status", `status ${status} is not described`);
    const text = await undescribedText(reading);
    contentType = type;
    body = (isJson(type ?? "") ? parseJson(text, "", []) : undefined) ?? text;
  } else {
    for (const [name, read] of Object.entries(reader.headers ?? {})) {
      const text = response.headers.get(name);
      if (text !== null) headers[name] = read(text, fieldsOf(response, name));
    }
    if (validate) check(reader.collectHeaders, headers, "/headers", issues);
    if (reader.body !== undefined) {
      const described = Object.keys(reader.body);
      contentType = pickMediaType(described, type ?? accept ?? null);
      const read = reader.body[contentType ?? ""];
      isOther =
        response.ok &&
        contentType !== accept &&
        described.some((key) => key === accept);
      if (read === undefined) {
        const message = `content type ${type} is not described`;
        addIssue(issues, "/body", "contentType", message);
        reading.text = await undescribedText(reading);
      } else {
        if (isOther) {
          const message = `content type ${type} is not ${accept}`;
          addIssue(issues, "/body", "contentType", message);
        }
        body = await read(reading, validate);
      }
      if (reading.text !== undefined) contentType = undefined;
    }
  }
  const { text } = reading;
  const kind =
    reader === undefined
      ? "undescribed"
      : text === undefined
        ? "described"
        : "unreadable";
  const ok = kind === "described" && response.ok && !isOther;
  return {
    ...{ kind, ok, status, response, issues, headers, contentType, body },
    ...(text === undefined ? {} : { text }),
  } as Result;
}

function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

/** A body of JSON, whose issues `collect` finds. */
export function readJson(collect?: Collect): BodyReader {
  return async (reading, isChecked) => {
    const { issues } = reading;
    const text = await bodyText(reading);
    const value = parseJson(text, "/body", issues);
    if (value === undefined) reading.text = text;
    else if (isChecked) check(collect, value, "/body", issues);
    return value;
  };
}

/** A body of text. */
export function readText(collect?: Collect): BodyReader {
  return async (reading, isChecked) => {
    const text = await bodyText(reading);
    if (isChecked) check(collect, text, "/body", reading.issues);
    return text;
  };
}

/** A body of bytes, which is not read: it is given as a stream. */
export function readBinary({ response }: Reading): ReadableStream {
  return response.body ?? new Blob([]).stream();
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
    // Some platforms type it as a library's, which is the same.
    const form: unknown = await new Response(blob, { headers }).formData();
    return form as FormData;
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

/** The fields of a name. Only those of `Set-Cookie` stay apart: it is no list with commas (RFC 6265 §3). */
function fieldsOf({ headers }: Response, name: string): readonly string[] {
  return /^set-cookie$/i.test(name) ? headers.getSetCookie() : [];
}
