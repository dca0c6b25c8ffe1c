import { charsetIssue, decoderOf } from "./body-text.js";
import type { Reading } from "./reading.js";

/**
 * The lines of a body, however it is cut into chunks: they end in LF, CR LF or CR.
 * @throws RangeError if a line has more than `longestItem` characters
 */
export async function* linesOf(reading: Reading): AsyncGenerator<string> {
  let line: string[] = [];
  let length = 0;
  let endsInCr = false;
  for await (let text of textsOf(reading)) {
    if (text === "") continue;
    if (endsInCr) text = text.replace(/^\n/, "");
    endsInCr = text === "" ? false : text.endsWith("\r");
    const pieces = text.split(/\r\n|\n|\r/);
    for (const [index, piece] of pieces.entries()) {
      line.push(piece);
      length = checkedLength(length + piece.length, reading);
      if (index === pieces.length - 1) break;
      yield line.join("");
      line = [];
      length = 0;
    }
  }
  if (length > 0) yield line.join("");
}

/**
 * Passes the length of a line or an event on.
 * @throws RangeError if it is more than `longestItem`
 */
export function checkedLength(
  length: number,
  { longestItem }: Reading,
): number {
  if (length > longestItem)
    throw new RangeError(`an item has more than ${longestItem} characters`);
  return length;
}

/** The text of a body, as it arrives. */
async function* textsOf({ response, issues }: Reading): AsyncGenerator<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  // What a decoder that throws has in hand is lost: it only tells whether there is something to report.
  let strict: InstanceType<typeof TextDecoder> | undefined = decoderOf(
    response,
    issues,
  );
  const { encoding } = strict;
  const decoder = new TextDecoder(encoding as "utf-8");
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = decoder.decode(value, { stream: !done });
      try {
        strict?.decode(value, { stream: !done });
      } catch {
        charsetIssue(issues, encoding);
        strict = undefined;
      }
      yield text;
      if (done) break;
    }
  } finally {
    await reader.cancel();
  }
}
