import { jsonText, textOf } from "./text.js";

/** A body of JSON. Throws a `TypeError` that names the member for numbers and dates that JSON cannot say. */
export function jsonBody(value: unknown): string {
  return jsonText("body", value);
}

/** A body of text. Throws a `TypeError` for what has no text. */
export function textBody(value: unknown): string {
  return textOf("body", value);
}

/** The content type of a body whose media type is a range such as `image/*`: the `Blob`'s own. */
export function bodyType(body: unknown): string {
  return (body instanceof Blob && body.type) || "application/octet-stream";
}

/**
 * A body of JSON Lines, one line an item; of `application/json-seq` with a record separator before each.
 * A list gives text; an asynchronous iterable gives a stream, written as it is read.
 */
export function jsonLinesBody(
  items: Iterable<unknown> | AsyncIterable<unknown>,
  separator = "",
): string | ReadableStream<Uint8Array<ArrayBuffer>> {
  const line = (item: unknown): string =>
    `${separator}${jsonText("body", item)}\n`;
  if (Symbol.iterator in items) return Array.from(items, line).join("");
  const iterator = items[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(line(value)));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
