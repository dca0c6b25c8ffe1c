import type { MediaType } from "../../model/api.js";
import type { Schema } from "../../model/schema.js";
import type { Direction, Verdict } from "../verdict.js";
import { shown } from "../schemas/look.js";
import { compareWords } from "./compare-words.js";
import type { OperationPair } from "./operation-pair.js";

/** The media types of a body or a response, in both versions. */
export interface Contents {
  readonly old: readonly MediaType[];
  readonly new: readonly MediaType[];
  /** Where they are. */
  readonly at: { readonly old: string; readonly new: string };
  readonly direction: Direction;
  /** The verdict about media types that are new. */
  readonly added?: Verdict;
}

/** Compares the media types of a body, and the schemas of those that are left. */
export function compareContents(contents: Contents, look: OperationPair): void {
  const { report } = look;
  const { at, direction } = contents;
  const removed = contents.old.filter((one) => !has(contents.new, one));
  const added = contents.new.filter((one) => !has(contents.old, one));
  for (const { mediaType, pointer } of removed) {
    report(
      {
        kind: "media-type-removed",
        old: pointer,
        new: at.new,
        reason: `The body can no longer be ${shown(mediaType)}.`,
      },
      direction,
    );
  }
  for (const { mediaType, pointer } of added) {
    report(
      {
        kind: "media-type-added",
        old: at.old,
        new: pointer,
        ...(contents.added && { verdict: contents.added }),
        reason: `The body can be ${shown(mediaType)} now.`,
      },
      direction,
    );
  }
  const [first] = contents.old;
  const [now] = contents.new;
  if (
    direction === "request" &&
    first !== undefined &&
    now !== undefined &&
    has(contents.new, first) &&
    !isSame(first, now)
  ) {
    report(
      {
        kind: "default-media-type-changed",
        ...at,
        reason: `A body without "contentType" was sent as ${shown(first.mediaType)}, and is sent as ${shown(now.mediaType)} now.`,
      },
      direction,
    );
  }
  for (const before of contents.old) {
    const after = contents.new.find((one) => isSame(one, before));
    if (after !== undefined) compareContent(before, after, direction, look);
  }
}

function isSame(a: MediaType, b: MediaType): boolean {
  return a.mediaType.toLowerCase() === b.mediaType.toLowerCase();
}

function has(contents: readonly MediaType[], one: MediaType): boolean {
  return contents.some((other) => isSame(other, one));
}

function compareContent(
  before: MediaType,
  after: MediaType,
  direction: Direction,
  { report, schemas }: OperationPair,
): void {
  const place = { old: before.pointer, new: after.pointer };
  compareWords(
    before,
    after,
    place,
    `The body of ${shown(after.mediaType)}`,
    report,
  );
  if (encodingText(before) !== encodingText(after)) {
    report(
      {
        kind: "encoding-changed",
        ...place,
        reason: `Parts of ${shown(after.mediaType)} are written in another way.`,
      },
      direction,
    );
  }
  for (const key of ["schema", "itemSchema"] as const) {
    const [was, is] = [before[key], after[key]];
    if (was === undefined && is === undefined) continue;
    schemas(
      was ?? anyAt(before.pointer),
      is ?? anyAt(after.pointer),
      direction,
    );
  }
}

/** The schema of a body of which nothing is said. */
function anyAt(pointer: string): Schema {
  return { kind: "any", pointer, annotations: {} };
}

/** What Encoding Objects say, in any order and without words. */
function encodingText({
  encodings,
  prefixEncodings,
  itemEncoding,
}: MediaType): string {
  const sorted = [...encodings].sort((a, b) =>
    a.property < b.property ? -1 : 1,
  );
  const said = [sorted, prefixEncodings, itemEncoding];
  return JSON.stringify(said, (key, value: unknown) =>
    wordKeys.has(key) ? undefined : value,
  );
}

const wordKeys: ReadonlySet<string> = new Set([
  ...["pointer", "description", "examples", "annotations"],
]);
