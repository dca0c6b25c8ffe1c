import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { shorten } from "../diagnostics/shown-text.js";
import type { JsonValue } from "../model/json.js";
import { outlineJson } from "./find-in-json.js";
import { JsonDepthError, JsonSyntaxError, scanJson } from "./json-scanner.js";
import type { LineIndex } from "./line-index.js";
import type { Parsed } from "./parsed.js";
import { reportDepth, reportNumber } from "./report-value.js";
import { isPlainJson } from "./plain-json.js";

/** Reads JSON (RFC 8259); undefined where the text is not JSON, of which nothing is reported. */
export function tryParseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/**
 * Looks at JSON that has been parsed for what `JSON.parse` lets pass: keys that stand twice, numbers that a
 * double does not hold, half surrogate pairs, bottomless nesting.
 */
export function checkJson(
  text: string,
  value: JsonValue,
  file: string,
  lines: LineIndex,
  collector: DiagnosticCollector,
): Parsed | undefined {
  const isSound =
    isPlainJson(text, value, collector.limits.nesting) ||
    scanAndReport(text, file, lines, collector);
  if (!isSound) return undefined;
  return { value, outline: () => outlineJson(text) };
}

/** Reports everything that keeps a text from being sound JSON; true where nothing does. */
export function scanAndReport(
  text: string,
  file: string,
  lines: LineIndex,
  collector: DiagnosticCollector,
): boolean {
  let isSound = true;
  const at = (offset: number) => ({
    file,
    pointer: "",
    position: lines.positionAt(offset),
  });
  try {
    scanJson(
      text,
      {
        duplicate(key, first, second) {
          isSound = false;
          const { line, column } = lines.positionAt(first);
          collector.add(
            "duplicate-key",
            at(second),
            `The key ${JSON.stringify(shorten(key, 80))} stands already at line ${line}, column ${column}.`,
            "Keep one of the two.",
          );
        },
        number(digits, offset) {
          const isUsable = reportNumber(
            digits,
            Number(digits),
            at(offset),
            collector,
          );
          isSound &&= isUsable;
        },
        illFormed(offset) {
          isSound = false;
          collector.add(
            "ill-formed-string",
            at(offset),
            "The string holds half of a surrogate pair, which is no Unicode text.",
          );
        },
      },
      collector.limits.nesting,
    );
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    isSound = false;
    if (error instanceof JsonDepthError) {
      reportDepth(at(error.offset), collector);
    } else {
      collector.add("json-syntax", at(error.offset), error.message);
    }
  }
  return isSound;
}
