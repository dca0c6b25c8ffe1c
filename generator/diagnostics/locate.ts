import type { SourceText } from "../read/document.js";
import { codeFrame } from "./code-frame.js";
import type { DiagnosticCode } from "./catalogue.js";
import type { Severity } from "./catalogue-entry.js";
import type { Diagnostic } from "./diagnostic.js";

/** A diagnostic as people and tools read it: with the file's name, line and column. */
export interface LocatedDiagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** The path as the user gave it, or that path's folder and the reference's. */
  readonly file: string;
  /** JSON Pointer (RFC 6901) into the file. */
  readonly pointer: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly message: string;
  readonly fix?: string;
  /** The lines around the place with a caret under the column; absent where the file is no readable text. */
  readonly frame?: string;
}

/**
 * Finds file, line and column of diagnostics, errors first and then in the order of the text; what was said
 * twice of one place stands once.
 * @param sources by `SourceText.file`
 * @param entryName the entry document's name, for when it could not be read
 */
export function locateDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText>,
  entryName: string,
): LocatedDiagnostic[] {
  const seen = new Set<string>();
  const located: LocatedDiagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const { code, file, message } = diagnostic;
    const named = sources.get(file);
    // A place with a position was found in the text, not in what the text was converted to.
    const place =
      diagnostic.position === undefined
        ? named?.placeInText?.(diagnostic.pointer)
        : undefined;
    const source = place?.source ?? named;
    const pointer = place?.pointer ?? diagnostic.pointer;
    const key = JSON.stringify([
      code,
      source?.file ?? file,
      pointer,
      message,
      diagnostic.position,
    ]);
    if (seen.has(key)) continue;
    seen.add(key);
    const position = diagnostic.position ??
      source?.position(pointer, diagnostic.at) ?? { line: 1, column: 1 };
    const frame = source && codeFrame(source, position);
    located.push({
      code,
      severity: diagnostic.severity,
      file: source?.displayName ?? (file === "" ? entryName : file),
      pointer,
      line: position.line,
      column: position.column,
      message,
      ...(diagnostic.fix === undefined ? {} : { fix: diagnostic.fix }),
      ...(frame === undefined ? {} : { frame }),
    });
  }
  return located.sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      order(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column,
  );
}

const rank: Readonly<Record<Severity, number>> = {
  error: 0,
  warning: 1,
  info: 2,
};

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
