import { isJsonObject, type JsonValue } from "./json.js";
import type { Annotations, IgnoredWith } from "./schema.js";
import {
  type ObjectSource,
  entries,
  isObjectSource,
  member,
  type Source,
} from "./source.js";

type Open<T> = { -readonly [K in keyof T]: T[K] };
type Reader = (into: Open<Annotations>, value: JsonValue) => void;

const flag =
  (name: "deprecated" | "readOnly" | "writeOnly"): Reader =>
  (into, value) => {
    if (value === true) into[name] = true;
  };

const text =
  (name: "title" | "description"): Reader =>
  (into, value) => {
    if (typeof value === "string") into[name] = value;
  };

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["title", text("title")],
  ["description", text("description")],
  ["deprecated", flag("deprecated")],
  ["readOnly", flag("readOnly")],
  ["writeOnly", flag("writeOnly")],
  [
    "default",
    (into, value) => {
      into.default = value;
    },
  ],
  [
    "examples",
    (into, value) => {
      if (Array.isArray(value)) {
        into.examples = [...(into.examples ?? []), ...(value as JsonValue[])];
      }
    },
  ],
  [
    "example",
    (into, value) => {
      into.examples = [value, ...(into.examples ?? [])];
    },
  ],
  [
    "externalDocs",
    (into, value) => {
      if (!isJsonObject(value) || typeof value["url"] !== "string") return;
      const description = value["description"];
      into.externalDocs = {
        url: value["url"],
        ...(typeof description === "string" ? { description } : {}),
      };
    },
  ],
]);

/** True for a keyword that informs readers and restricts no value. */
export function isAnnotation(keyword: string): boolean {
  return readers.has(keyword) || keyword.startsWith("x-");
}

const none: Annotations = {};

/** The keywords that describe without asserting (JSON Schema Validation §9, OpenAPI Schema Object). */
export function readAnnotations(schema: ObjectSource): Annotations {
  let found: Open<Annotations> | undefined;
  let extensions: { [name: string]: JsonValue } | undefined;
  for (const keyword of Object.keys(schema.value)) {
    const value = schema.value[keyword];
    if (value === undefined) continue;
    const reader = readers.get(keyword);
    if (reader !== undefined) {
      found ??= {};
      reader(found, value);
    } else if (keyword.startsWith("x-")) {
      extensions ??= {};
      extensions[keyword] = value;
    }
  }
  if (extensions !== undefined) return { ...found, extensions };
  return found ?? none;
}

/**
 * `x-ignored-with` of a property or parameter: a list of member names, or a map from member name to the reason
 * in words. Undefined where there is none.
 */
export function readIgnoredWith(
  carrier: Source,
): readonly IgnoredWith[] | undefined {
  if (!isObjectSource(carrier)) return undefined;
  const source = member(carrier, "x-ignored-with");
  if (source === undefined) return undefined;
  const found: IgnoredWith[] = Array.isArray(source.value)
    ? source.value
        .filter((name) => typeof name === "string")
        .map((name) => ({ name }))
    : entries(source).map(([name, reason]) => ({
        name,
        ...(typeof reason.value === "string" ? { reason: reason.value } : {}),
      }));
  return found.length === 0 ? undefined : found;
}
