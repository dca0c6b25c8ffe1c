import {
  isJsonObject,
  memberOf,
  type JsonObject,
  type JsonValue,
} from "../model/json.js";
import { readPlainYaml } from "../read/plain-yaml/read-plain-yaml.js";
import {
  countLines,
  lineEnd,
  plainText,
  type ChangedBytes,
} from "./changed-bytes.js";
import type { Rewording } from "./rewording.js";

/**
 * Finds that one string of a YAML text has become another. The path item or named schema that the change lies in is
 * read by itself, before and after: it is a whole number of lines between lines that have not changed, and one that
 * can be read alone reads the same among others.
 * @param value the JSON of what was read before
 */
export function findYamlRewording(
  change: ChangedBytes,
  value: string,
): Rewording | undefined {
  const { before, after, endBefore, endAfter } = change;
  const start = before.lastIndexOf(lineEnd, change.start - 1) + 1;
  if (change.start === 0) return undefined;
  const place = placeOf(before, start);
  if (place === undefined) return undefined;
  const { from, indent, section } = place;
  const to = blockEnd(before, from, indent);
  const toAfter = blockEnd(after, from, indent);
  const isSame = to - endBefore === toAfter - endAfter;
  if (!isSame || to < endBefore || toAfter < endAfter) return undefined;
  const old = readPart(before.subarray(from, to));
  const own = readPart(after.subarray(from, toAfter));
  if (old === undefined || own === undefined) return undefined;
  const root = JSON.parse(value) as JsonValue;
  const known = section.reduce<JsonValue | undefined>(memberOf, root);
  if (old.key !== own.key || known === undefined) return undefined;
  const same = differences(memberOf(known, old.key), old.value, []);
  const [found, ...others] = differences(old.value, own.value, []);
  if (same.length + others.length > 0 || found === undefined) return undefined;
  if (typeof found.before !== "string" || typeof found.after !== "string") {
    return undefined;
  }
  const first = countLines(before, 0, start) + 1;
  const replaced = countLines(before, start, endBefore);
  return {
    root,
    keys: [...section, old.key, ...found.keys],
    before: found.before,
    after: found.after,
    lines: {
      first,
      last: first + replaced,
      gain: countLines(after, start, endAfter) - replaced,
    },
  };
}

/** A path item or named schema by its lines. */
interface Place {
  readonly from: number;
  readonly indent: number;
  /** The keys that lead to what holds it. */
  readonly section: readonly string[];
}

/** Goes up from a line to the key of the path item or named schema that it belongs to. */
function placeOf(text: Buffer, line: number): Place | undefined {
  const above: { readonly from: number; readonly indent: number }[] = [];
  for (let from = line; from >= 0; from = previousLine(text, from)) {
    const indent = indentOf(text, from);
    if (indent === undefined) continue;
    const nearest = above[0];
    if (nearest !== undefined && nearest.indent <= indent) continue;
    above.unshift({ from, indent });
    if (indent === 0) break;
  }
  const keyAt = (index: number): string | undefined => {
    const from = above[index]?.from;
    if (from === undefined) return undefined;
    const end = text.indexOf(lineEnd, from);
    const shown = text.toString("utf8", from, end < 0 ? undefined : end);
    return /^ *([a-z]+): *$/.exec(shown)?.[1];
  };
  const top = keyAt(0);
  const isSchema = top === "components" && keyAt(1) === "schemas";
  if (top !== "paths" && top !== "webhooks" && !isSchema) return undefined;
  const part = above[isSchema ? 2 : 1];
  return part && { ...part, section: isSchema ? [top, "schemas"] : [top] };
}

const space = 0x20;
const hash = 0x23;

/** How far a line is indented; undefined for a blank one and a comment. */
function indentOf(text: Buffer, from: number): number | undefined {
  let place = from;
  while (text[place] === space) place += 1;
  const unit = text[place];
  return unit === undefined || unit === lineEnd || unit === hash
    ? undefined
    : place - from;
}

function previousLine(text: Buffer, from: number): number {
  if (from === 0) return -1;
  return from === 1 ? 0 : text.lastIndexOf(lineEnd, from - 2) + 1;
}

/** The end of the lines after one that are indented more than that. */
function blockEnd(text: Buffer, line: number, indent: number): number {
  for (let from = line; ;) {
    const end = text.indexOf(lineEnd, from);
    if (end < 0) return text.length;
    from = end + 1;
    const own = indentOf(text, from);
    if (own !== undefined && own <= indent) return from;
  }
}

/** A map of one entry that stands alone; undefined where it needs a closer look. */
function readPart(
  bytes: Buffer,
): { readonly key: string; readonly value: JsonValue } | undefined {
  const text = plainText(bytes);
  const read = text === undefined ? undefined : readPlainYaml(text);
  if (!isJsonObject(read)) return undefined;
  const [entry, ...others] = Object.entries(read);
  if (entry === undefined || others.length > 0) return undefined;
  return { key: entry[0], value: entry[1] };
}

interface Difference {
  readonly keys: readonly string[];
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/** The places where two values differ; the order of members counts. */
function differences(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  keys: readonly string[],
): readonly Difference[] {
  if (Object.is(before, after)) return [];
  const own = membersOf(before);
  const other = membersOf(after);
  const names = own && Object.keys(own);
  if (
    own === undefined ||
    other === undefined ||
    Array.isArray(before) !== Array.isArray(after) ||
    JSON.stringify(names) !== JSON.stringify(Object.keys(other))
  ) {
    return [{ keys, before, after }];
  }
  return Object.keys(own).flatMap((key) =>
    differences(own[key], other[key], [...keys, key]),
  );
}

function membersOf(value: JsonValue | undefined): JsonObject | undefined {
  return typeof value === "object" && value !== null
    ? (value as JsonObject)
    : undefined;
}
