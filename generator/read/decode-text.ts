import { isUtf8 } from "node:buffer";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { LineIndex } from "./line-index.js";

/**
 * The text of a file's bytes, which must be UTF-8: without byte order mark, every line end (CR LF, lone CR)
 * a `\n`. What is no text is reported; undefined then.
 */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  collector: DiagnosticCollector,
): string | undefined {
  const report = (message: string) =>
    collector.add(
      "not-text",
      { file, pointer: "", position: { line: 1, column: 1 } },
      message,
      "Save the file as UTF-8.",
    );
  const [first, second] = bytes;
  if (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff)
  ) {
    report("The file is UTF-16, not UTF-8.");
    return undefined;
  }
  if (!isUtf8(bytes)) {
    const offset = validLength(bytes);
    report(
      bytes.subarray(0, 1024).includes(0)
        ? `The file is not text: byte ${offset} is no UTF-8.`
        : `The file is not UTF-8: byte ${offset} is invalid.`,
    );
    return undefined;
  }
  const raw = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const text = raw.startsWith("\ufeff") ? raw.replace(/^\ufeff+/, "") : raw;
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** How many bytes from the start are well-formed UTF-8. */
function validLength(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const isValid = [0, 1, 2, 3].some((back) =>
      isUtf8(bytes.subarray(0, Math.max(0, middle - back))),
    );
    if (isValid) low = middle;
    else high = middle - 1;
  }
  for (let back = 0; back < 4; back += 1) {
    if (isUtf8(bytes.subarray(0, low - back))) return low - back;
  }
  return low;
}

/** Characters outside of YAML's c-printable (YAML 1.2.2 §5.1). JSON allows some of them within its strings. */
const controls =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f\ufffe\uffff]/g;
const mostControls = 10;

/** Reports control characters that stand in a text that is not JSON as they are; true where there are any. */
export function reportControls(
  text: string,
  file: string,
  lines: LineIndex,
  collector: DiagnosticCollector,
): boolean {
  let count = 0;
  for (const match of text.matchAll(controls)) {
    count += 1;
    if (count > mostControls) break;
    const code = match[0]
      .charCodeAt(0)
      .toString(16)
      .toUpperCase()
      .padStart(4, "0");
    collector.add(
      "control-character",
      { file, pointer: "", position: lines.positionAt(match.index) },
      `The control character U+${code} is not allowed.`,
      "Remove it, or write it as an escape in a double-quoted string.",
    );
  }
  return count > 0;
}
