import type { SourceText } from "../read/document.js";
import type { SourcePosition } from "./diagnostic.js";
import { visible } from "./shown-text.js";

const widest = 100;

/**
 * The line that a position names with one line before and after it, numbered, and a caret under the column.
 * Long lines are cut around the column; control characters are escaped. Undefined where there is no such line.
 */
export function codeFrame(
  source: Pick<SourceText, "line">,
  { line, column }: SourcePosition,
): string | undefined {
  if (source.line(line) === undefined) return undefined;
  const width = String(line + 1).length;
  const from = Math.max(0, column - 1 - widest / 2);
  const frame: string[] = [];
  for (const number of [line - 1, line, line + 1]) {
    const text = source.line(number);
    if (text === undefined) continue;
    const mark = number === line ? ">" : " ";
    const shown = visible(text.slice(from, from + widest));
    frame.push(
      `${mark} ${String(number).padStart(width)} | ${shown}`.trimEnd(),
    );
    if (number !== line) continue;
    const indent = visible(text.slice(from, column - 1)).length;
    frame.push(`  ${" ".repeat(width)} | ${" ".repeat(indent)}^`);
  }
  return frame.join("\n");
}
