import { isJsonObject, type JsonValue } from "../../../generator/model/json.js";

/** Parsed documents by name: the empty name is the entry document, the others are paths beside it or URIs. */
export type Documents = ReadonlyMap<string, JsonValue>;

/** Where a schema stands: the name of its document, `#`, and a JSON Pointer. */
export type Location = string;

const base = "https://corpus.test/";

/** The URI of a document, or of a place in it, with the odd characters of the pointer escaped. */
export function uriOf(location: Location): string {
  const [file = "", pointer = ""] = location.split("#");
  const tokens = pointer.split("/").map(encodeURIComponent);
  return `${new URL(file, base).href}#${tokens.join("/")}`;
}

/** Where a reference leads to from a document. */
export function targetOf(reference: string, file: string): Location {
  const uri = new URL(reference, new URL(file, base));
  const pointer = decodeURIComponent(uri.hash.slice(1));
  uri.hash = "";
  const target = uri.href.startsWith(base)
    ? decodeURIComponent(uri.href.slice(base.length))
    : uri.href;
  return `${target}#${pointer}`;
}

export function fileOf(location: Location): string {
  return location.slice(0, location.indexOf("#"));
}

/** The place of a member or of an item. */
export function below(location: Location, key: string | number): Location {
  const token = String(key).replaceAll("~", "~0").replaceAll("/", "~1");
  return `${location}/${token}`;
}

/** The value at a place; undefined where there is none. */
export function valueAt(
  location: Location,
  documents: Documents,
): JsonValue | undefined {
  const [file = "", pointer = ""] = location.split("#");
  let value = documents.get(file);
  for (const token of pointer.split("/").slice(1)) {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) {
      value = (value as readonly JsonValue[])[Number(key)];
    } else if (isJsonObject(value) && Object.hasOwn(value, key)) {
      value = value[key];
    } else return undefined;
  }
  return value;
}

/** The place that a place leads to, where nothing but references stand on the way. */
export function canonical(location: Location, documents: Documents): Location {
  let at = location;
  for (let steps = 0; steps < 20; steps++) {
    const value = valueAt(at, documents);
    if (!isJsonObject(value) || Object.keys(value).length !== 1) return at;
    const reference = value["$ref"];
    if (typeof reference !== "string") return at;
    at = targetOf(reference, fileOf(at));
  }
  return at;
}
