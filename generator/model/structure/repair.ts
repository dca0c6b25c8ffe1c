import type { SourceDocument } from "../../read/document.js";
import type { Description } from "../../resolve/description.js";
import type { JsonValue } from "../json.js";
import { pointerKeys, type Source } from "../source.js";

/**
 * Puts another value in the place of one, so that every later part of the stage reads the same. The place must not
 * be the whole document.
 */
export function replaceValue(
  { file, pointer }: Source,
  value: JsonValue,
  description: Description,
): void {
  const keys = pointerKeys(pointer);
  const last = keys.pop();
  let holder: unknown = description.documents.get(file)?.value;
  for (const key of keys) holder = ownMember(holder, key);
  if (last === undefined || ownMember(holder, last) === undefined) return;
  (holder as { [key: string]: JsonValue })[last] = value;
}

function ownMember(holder: unknown, key: string): unknown {
  return typeof holder === "object" &&
    holder !== null &&
    Object.hasOwn(holder, key)
    ? (holder as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

/** A number or a boolean as its author wrote it: `1.0`, not `1`. */
export function writtenText(
  { file, pointer, value }: Source,
  { documents }: Description,
): string {
  const document = documents.get(file);
  const written =
    document === undefined ? undefined : scalarAt(document, pointer);
  const isSame =
    typeof value === "number"
      ? Number(written) === value
      : written?.toLowerCase() === String(value);
  return written !== undefined && isSame ? written : String(value);
}

function scalarAt(
  document: SourceDocument,
  pointer: string,
): string | undefined {
  const place = document.placeInText?.(pointer);
  const source = place?.source ?? document;
  const { line, column } = source.position(place?.pointer ?? pointer);
  const rest = source.line(line)?.slice(column - 1) ?? "";
  return /^[^\s,\]}#]+/u.exec(rest)?.[0];
}
