import { codeFrame } from "../diagnostics/code-frame.js";
import type { LocatedDiagnostic } from "../diagnostics/locate.js";
import { LineIndex } from "../read/line-index.js";
import type { ChangedLines } from "./rewording.js";

/**
 * The diagnostics of a text after lines of it have changed; undefined where one points into those lines.
 * @param spec what diagnostics call the file
 * @param text the new one, asked for where a frame has to be made anew
 */
export function moveDiagnostics(
  diagnostics: readonly LocatedDiagnostic[],
  spec: string,
  { first, last, gain }: ChangedLines,
  text: () => string,
): readonly LocatedDiagnostic[] | undefined {
  const own = diagnostics.filter(({ file }) => file === spec);
  if (own.some(({ line }) => line >= first && line <= last)) return undefined;
  let index: LineIndex | undefined;
  return diagnostics.map((diagnostic) => {
    const { file, column, frame } = diagnostic;
    const isBehind = diagnostic.line > last && gain !== 0;
    const isBeside =
      diagnostic.line === first - 1 || diagnostic.line === last + 1;
    if (file !== spec || !(isBehind || isBeside)) return diagnostic;
    const line = diagnostic.line + (diagnostic.line > last ? gain : 0);
    const moved = { ...diagnostic, line };
    if (frame === undefined) return moved;
    index ??= new LineIndex(text());
    const anew = codeFrame(index, { line, column });
    return anew === undefined ? moved : { ...moved, frame: anew };
  });
}
