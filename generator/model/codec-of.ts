import type { Codec } from "./api.js";
import type { Shape } from "./bytes.js";

const exact: ReadonlyMap<string, Codec> = new Map<string, Codec>([
  ["application/x-www-form-urlencoded", "form"],
  ["text/event-stream", "event-stream"],
  ["application/jsonl", "json-lines"],
  ["application/x-jsonl", "json-lines"],
  ["application/jsonlines", "json-lines"],
  ["application/x-jsonlines", "json-lines"],
  ["application/ndjson", "json-lines"],
  ["application/x-ndjson", "json-lines"],
  ["application/json-seq", "json-lines"],
  ["application/octet-stream", "binary"],
  ["application/pdf", "binary"],
  ["application/zip", "binary"],
  ["application/gzip", "binary"],
]);

const text =
  /^(?:text\/.*|application\/(?:.*\+)?(?:xml|yaml|x-yaml|javascript|graphql))$/u;

/**
 * How a body of a media type is made and read. Where the media type leaves it open (any type, or an
 * `application/…` that we do not know) the shape of the schema decides.
 */
export function codecOf(mediaType: string, shape: Shape): Codec {
  const type = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  const known = exact.get(type);
  if (known !== undefined) {
    // Base64 in a body of bytes is text.
    return known === "binary" && shape === "encoded" ? "text" : known;
  }
  if (type.startsWith("multipart/")) return "multipart";
  if (/^(?:application|text)\/json$/u.test(type) || type.endsWith("+json")) {
    return "json";
  }
  if (type.endsWith("+json-seq")) return "json-lines";
  if (text.test(type)) return "text";
  if (/^(?:image|audio|video|font|model)\//u.test(type)) {
    return shape === "encoded" ? "text" : "binary";
  }
  return codecByShape[shape];
}

const codecByShape: Readonly<Record<Shape, Codec>> = {
  bytes: "binary",
  encoded: "text",
  text: "text",
  data: "json",
  unsaid: "binary",
};
