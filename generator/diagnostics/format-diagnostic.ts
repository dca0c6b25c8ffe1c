import type { LocatedDiagnostic } from "./locate.js";
import { shorten, visible } from "./shown-text.js";

/** How the parts of a diagnostic are set off from each other; each function gets text and gives text. */
export interface DiagnosticStyle {
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  faint(text: string): string;
}

const plain: DiagnosticStyle = {
  error: (text) => text,
  warning: (text) => text,
  info: (text) => text,
  faint: (text) => text,
};

/**
 * A diagnostic as text for people, without a line end at its end: `file:line:column: severity code: message`,
 * the code frame, the fix. Information has the line and the fix alone. Control characters of the spec are escaped.
 */
export function formatDiagnostic(
  diagnostic: LocatedDiagnostic,
  style: DiagnosticStyle = plain,
): string {
  const { severity, code, line, column, message, frame, fix } = diagnostic;
  const place = `${visible(diagnostic.file)}:${line}:${column}`;
  const kind = style[severity](`${severity} ${code}`);
  const lines = [`${place}: ${kind}: ${visible(message)}`];
  const isShown = severity !== "info";
  if (isShown && diagnostic.pointer !== "") {
    const pointer = shorten(visible(diagnostic.pointer), 200);
    lines.push(style.faint(`  at #${pointer}`));
  }
  if (isShown && frame !== undefined) lines.push(frame.replaceAll(/^/gm, "  "));
  if (fix !== undefined) lines.push(`  fix: ${visible(fix)}`);
  return lines.join("\n");
}
