import type { LocatedDiagnostic } from "../diagnostics/locate.js";
import { severities } from "./diagnostic-groups.js";

/** For example `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** For example `2 errors, 1 warning`; empty where there is nothing. */
export function countDiagnostics(
  diagnostics: readonly LocatedDiagnostic[],
): string {
  const counts = severities.map((severity) => {
    const count = diagnostics.filter(
      (entry) => entry.severity === severity,
    ).length;
    return count === 0 ? "" : plural(count, severity);
  });
  return counts.filter((text) => text !== "").join(", ");
}
