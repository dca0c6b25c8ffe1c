import type { Codec } from "./api.js";
import type { ContentKind } from "./content-kind.js";

const exact: ReadonlyMap<string, Codec> = new Map<string, Codec>([
  ["application/x-www-form-urlencoded", "form"],
  ["text/event-stream", "event-stream"],
  ["application/octet-stream", "binary"],
  ["application/pdf", "binary"],
  ["application/zip", "binary"],
  ["application/gzip", "binary"],
]);

const json = /^(?:(?:application|text)\/json|.*\+json)$/u;

const form = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)$/u;

/** JSON Lines, NDJSON and JSON text sequences (RFC 7464), as servers and vendors spell them. */
const jsonLines =
  /^(?:application|text)\/(?:.*[+.])?(?:x-)?(?:ndjson|jsonl|json-?lines|json-seq|json-stream|stream\+json)$/u;

const text =
  /^(?:text\/.*|application\/(?:.*\+)?(?:xml|yaml|x-yaml|javascript|graphql))$/u;

/**
 * How a body of a media type is made and read. A schema of bytes (`format: binary`) makes bytes of every type but
 * JSON and forms. Where the media type leaves it open (any type, or an `application/…` that we do not know) the kind of the
 * schema decides.
 */
export function codecOf(mediaType: string, kind: ContentKind): Codec {
  const type = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  const isLines = jsonLines.test(type);
  if (!isLines && json.test(type)) return "json";
  if (kind === "bytes" && !form.test(type)) return "binary";
  if (isLines) return "json-lines";
  const known = exact.get(type);
  if (known !== undefined) {
    // Base64 in a body of bytes is text.
    return known === "binary" && kind === "encoded" ? "text" : known;
  }
  if (type.startsWith("multipart/")) return "multipart";
  if (text.test(type)) return "text";
  if (/^(?:image|audio|video|font|model)\//u.test(type)) {
    return kind === "encoded" ? "text" : "binary";
  }
  return codecByKind[kind];
}

const codecByKind: Readonly<Record<ContentKind, Codec>> = {
  bytes: "binary",
  encoded: "text",
  text: "text",
  data: "json",
  unsaid: "binary",
};
