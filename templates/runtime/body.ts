import type { HttpBody } from "./request.js";
import { jsonText, textOf } from "./text.js";

/** A body of JSON. Throws a `TypeError` that names the member for numbers and dates that JSON cannot say. */
export function jsonBody(value: unknown): string {
  return jsonText("body", value);
}

/** A body of text. Throws a `TypeError` for what has no text. */
export function textBody(value: unknown): string {
  return textOf("body", value);
}

/** The content type of a body: that of a `Blob` where the description has a range or a multipart type. */
export function bodyType(mediaType: string, body: unknown): string {
  if (!/^multipart\/|\*/i.test(mediaType)) return mediaType;
  return (body instanceof Blob && body.type) || "application/octet-stream";
}

/** Passes bytes or text on, out of what several media types have. Throws a `TypeError` for everything else. */
export function bytesBody(body: unknown): HttpBody {
  if (
    typeof body === "string" ||
    body instanceof Blob ||
    body instanceof Uint8Array ||
    body instanceof ArrayBuffer ||
    body instanceof ReadableStream
  ) {
    return body as Blob;
  }
  throw new TypeError("the body is neither bytes nor text");
}

/**
 * A body of JSON Lines, one line an item; of `application/json-seq` with a record separator before each.
 * A list gives text; an asynchronous iterable gives a stream, written as it is read.
 */
export function jsonLinesBody(
  items: unknown,
  separator = "",
  write: typeof jsonText = jsonText,
): string | ReadableStream<Uint8Array<ArrayBuffer>> {
  const line = (item: unknown): string =>
    `${separator}${write("body", item)}\n`;
  if (isIterable(items)) return Array.from(items, line).join("");
  if (!isAsyncIterable(items)) throw new TypeError("the body is not iterable");
  const iterator = items[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      // A copy: some platforms have types that do not say what is below an encoded text.
      else controller.enqueue(new Uint8Array(encoder.encode(line(value))));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return isObject(value) && Symbol.iterator in value;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return isObject(value) && Symbol.asyncIterator in value;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
