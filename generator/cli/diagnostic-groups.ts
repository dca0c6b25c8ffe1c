import type { Severity } from "../diagnostics/catalogue-entry.js";
import type { DiagnosticCode } from "../diagnostics/catalogue.js";
import type { LocatedDiagnostic } from "../diagnostics/locate.js";

/** The severities, gravest first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** The places at which a run gave one code with one severity. */
export interface DiagnosticGroup {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  /** At least one, in the order of the run. */
  readonly places: readonly LocatedDiagnostic[];
}

/** Diagnostics by code: errors first, codes in the order of their first places. */
export function groupByCode(
  diagnostics: readonly LocatedDiagnostic[],
): readonly DiagnosticGroup[] {
  return severities.flatMap((severity) => {
    const byCode = new Map<DiagnosticCode, LocatedDiagnostic[]>();
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity !== severity) continue;
      const places = byCode.get(diagnostic.code);
      if (places === undefined) byCode.set(diagnostic.code, [diagnostic]);
      else places.push(diagnostic);
    }
    return [...byCode].map(([code, places]) => ({ severity, code, places }));
  });
}
