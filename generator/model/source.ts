import type { SourceLocation } from "../diagnostics/collector.js";
import { isJsonObject, type JsonObject, type JsonValue } from "./json.js";

/** A value of the description and the place where it stands. */
export interface Source {
  /** Empty for the entry document. */
  readonly file: string;
  /** JSON Pointer (RFC 6901) into the file. */
  readonly pointer: string;
  readonly value: JsonValue;
}

/** A source whose value is known to be an object. */
export interface ObjectSource extends Source {
  readonly value: JsonObject;
}

/** True where the value is an object. */
export function isObjectSource(source: Source): source is ObjectSource {
  return isJsonObject(source.value);
}

/** Escapes a key as a token of a JSON Pointer (RFC 6901 §3). */
export function pointerToken(key: string): string {
  return key.includes("~") || key.includes("/")
    ? key.replaceAll("~", "~0").replaceAll("/", "~1")
    : key;
}

/** The keys that a JSON Pointer names, unescaped. */
export function pointerKeys(pointer: string): string[] {
  return pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The own member of an object; undefined where there is none. */
export function member(source: ObjectSource, key: string): Source | undefined {
  if (!Object.hasOwn(source.value, key)) return undefined;
  const value = source.value[key];
  if (value === undefined) return undefined;
  return {
    file: source.file,
    pointer: `${source.pointer}/${pointerToken(key)}`,
    value,
  };
}

/** The own member, where it is an object. */
export function objectMember(
  source: ObjectSource,
  key: string,
): ObjectSource | undefined {
  const found = member(source, key);
  return found !== undefined && isObjectSource(found) ? found : undefined;
}

/** The own member, where it is a string. */
export function stringMember(
  source: ObjectSource,
  key: string,
): string | undefined {
  if (!Object.hasOwn(source.value, key)) return undefined;
  const value = source.value[key];
  return typeof value === "string" ? value : undefined;
}

/** The own member, where it is a boolean. */
export function booleanMember(
  source: ObjectSource,
  key: string,
): boolean | undefined {
  if (!Object.hasOwn(source.value, key)) return undefined;
  const value = source.value[key];
  return typeof value === "boolean" ? value : undefined;
}

/** The strings of a list; what is no string is left out. */
export function stringListMember(
  source: ObjectSource,
  key: string,
): string[] | undefined {
  if (!Object.hasOwn(source.value, key)) return undefined;
  const value = source.value[key];
  return Array.isArray(value)
    ? value.filter((element) => typeof element === "string")
    : undefined;
}

/** The elements of a member that is a list; none where it is not. */
export function elementsOf(source: ObjectSource, key: string): Source[] {
  const list = member(source, key);
  return list === undefined ? [] : elements(list);
}

/** The elements of a list; none where the value is none. */
export function elements(source: Source): Source[] {
  if (!Array.isArray(source.value)) return [];
  return source.value.map((value: JsonValue, index) => ({
    file: source.file,
    pointer: `${source.pointer}/${index}`,
    value,
  }));
}

/** The members of an object in their order; none where the value is no object. */
export function entries(source: Source | undefined): [string, Source][] {
  if (source === undefined || !isObjectSource(source)) return [];
  return Object.entries(source.value).map(([key, value]) => [
    key,
    {
      file: source.file,
      pointer: `${source.pointer}/${pointerToken(key)}`,
      value,
    },
  ]);
}

/** The members of an object's member. */
export function entriesOf(
  source: ObjectSource,
  key: string,
): [string, Source][] {
  return entries(member(source, key));
}

/** Where a source stands, for a diagnostic. */
export function sourceLocation(
  source: Source,
  at?: "key" | "value",
): SourceLocation {
  return {
    file: source.file,
    pointer: source.pointer,
    ...(at === undefined ? {} : { at }),
  };
}

/** Where a source stands, as the IR writes it: the file, `#`, JSON Pointer. */
export function locationOf(source: Source): string {
  return `${source.file}#${source.pointer}`;
}

/** The `x-` members of an object, as written; undefined where there are none. */
export function extensionsOf(source: ObjectSource): JsonObject | undefined {
  let extensions: { [name: string]: JsonValue } | undefined;
  for (const key of Object.keys(source.value)) {
    if (!key.startsWith("x-")) continue;
    const value = source.value[key];
    if (value === undefined) continue;
    extensions ??= {};
    extensions[key] = value;
  }
  return extensions;
}
