import { randomUUID } from "node:crypto";
import { isJsonObject, type JsonValue } from "../model/json.js";
import { countLines, plainText, type ChangedBytes } from "./changed-bytes.js";
import type { Rewording } from "./rewording.js";

/**
 * Finds that one string of sound JSON has become another. What is around it is read with a mark in its place: where
 * the mark turns up as a value, the text is as sound as it was before.
 */
export function findJsonRewording({
  before,
  after,
  start,
  endBefore,
  endAfter,
}: ChangedBytes): Rewording | undefined {
  const open = openingQuote(before, start);
  const closeBefore = closingQuote(before, endBefore);
  if (open === undefined || closeBefore === undefined) return undefined;
  const end = closeBefore + 1;
  const old = readString(before.subarray(open, end));
  const own = readString(after.subarray(open, end - endBefore + endAfter));
  if (old === undefined || own === undefined) return undefined;
  if (isKey(before, end)) return undefined;
  const mark = randomUUID();
  const marked = Buffer.concat([
    before.subarray(0, open),
    Buffer.from(JSON.stringify(mark)),
    before.subarray(end),
  ]);
  const root = parse(asciiOf(marked));
  const keys = root === undefined ? undefined : findValue(root, mark);
  if (root === undefined || keys === undefined) return undefined;
  const first = countLines(before, 0, open) + 1;
  const lines = { first, last: first, gain: 0 };
  return { root, keys, before: old, after: own, lines };
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const spaces = [0x20, 0x09, 0x0a, 0x0d];

function isQuote(bytes: Buffer, place: number): boolean {
  if (bytes[place] !== quote) return false;
  let slashes = 0;
  while (bytes[place - 1 - slashes] === backslash) slashes += 1;
  return slashes % 2 === 0;
}

/** Whether the string that ends there is the name of a member. */
function isKey(bytes: Buffer, end: number): boolean {
  let place = end;
  while (spaces.includes(bytes[place] ?? 0)) place += 1;
  return bytes[place] === colon;
}

function openingQuote(bytes: Buffer, end: number): number | undefined {
  for (let place = end - 1; place >= 0; place -= 1) {
    if (isQuote(bytes, place)) return place;
  }
  return undefined;
}

function closingQuote(bytes: Buffer, start: number): number | undefined {
  for (let place = start; place < bytes.length; place += 1) {
    if (isQuote(bytes, place)) return place;
  }
  return undefined;
}

/** The string that stands there and nothing else; undefined where it needs a closer look. */
function readString(bytes: Buffer): string | undefined {
  const text = plainText(bytes);
  if (text === undefined || text.includes("\\u")) return undefined;
  const value = parse(text);
  return typeof value === "string" ? value : undefined;
}

/** JSON text with escapes for what is not ASCII: half as long in memory, and faster to read. */
function asciiOf(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/[\u0080-\u00ff]+/g, (run) =>
      escape(Buffer.from(run, "latin1").toString("utf8")),
    );
}

function escape(text: string): string {
  let escaped = "";
  for (let index = 0; index < text.length; index += 1) {
    const digits = text.charCodeAt(index).toString(16).padStart(4, "0");
    escaped += `\\u${digits}`;
  }
  return escaped;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** The keys that lead to a value. */
function findValue(root: JsonValue, wanted: string): string[] | undefined {
  if (root === wanted) return [];
  if (typeof root !== "object" || root === null) return undefined;
  const isList = !isJsonObject(root);
  for (const key of isList ? root.keys() : Object.keys(root)) {
    const child = (root as Readonly<Record<string, JsonValue>>)[key];
    const keys = child === undefined ? undefined : findValue(child, wanted);
    if (keys !== undefined) return [String(key), ...keys];
  }
  return undefined;
}
