import { isUtf8 } from "node:buffer";
import { mayIdentify } from "../model/may-identify.js";
import { hasControls } from "../read/decode-text.js";

/** A range of bytes that was replaced; what is around it is the same before and after. */
export interface ChangedBytes {
  readonly before: Buffer;
  readonly after: Buffer;
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** Finds the shortest range in which two files differ. */
export function changedBytes(before: Buffer, after: Buffer): ChangedBytes {
  const most = Math.min(before.length, after.length);
  const start = commonLength(
    most,
    (from, to) => equal(before, from, after, from, to - from),
    (at) => before[at] === after[at],
  );
  const tail = commonLength(
    most - start,
    (from, to) =>
      equal(before, before.length - to, after, after.length - to, to - from),
    (at) => before[before.length - 1 - at] === after[after.length - 1 - at],
  );
  return {
    before,
    after,
    start,
    endBefore: before.length - tail,
    endAfter: after.length - tail,
  };
}

const chunk = 65_536;

/** How much is the same from the start on: whole chunks at first, then single bytes. */
function commonLength(
  most: number,
  isSame: (from: number, to: number) => boolean,
  isSameAt: (at: number) => boolean,
): number {
  let length = 0;
  while (length + chunk <= most && isSame(length, length + chunk)) {
    length += chunk;
  }
  while (length < most && isSameAt(length)) length += 1;
  return length;
}

function equal(
  a: Buffer,
  fromA: number,
  b: Buffer,
  fromB: number,
  length: number,
): boolean {
  const part = a.subarray(fromA, fromA + length);
  return part.equals(b.subarray(fromB, fromB + length));
}

/** The text of bytes that take the place of others; undefined where they need a closer look. */
export function plainText(bytes: Buffer): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = bytes.toString("utf8");
  const isPlain =
    !hasControls(text) && !text.includes("\r") && !mayIdentify(text);
  return isPlain ? text : undefined;
}

/** The number of line ends in a range of bytes. */
export function countLines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (
    let end = bytes.indexOf(lineEnd, from);
    end >= 0 && end < to;
    end = bytes.indexOf(lineEnd, end + 1)
  ) {
    count += 1;
  }
  return count;
}

export const lineEnd = 0x0a;
