import type { Change } from "../../diff/change.js";
import type { Verdict } from "../../diff/verdict.js";
import type { DiffResult } from "../../diff/result.js";
import type { Severity } from "../../diagnostics/catalogue-entry.js";
import type { Annotation } from "../github.js";
import { adviceWords, reasonWords } from "./words.js";

const severityOf: Readonly<Record<Verdict, Severity>> = {
  major: "error",
  minor: "warning",
  patch: "info",
  none: "info",
};

/** GitHub shows no more of a step, of each severity. */
const mostAnnotations = 10;

/** The annotations of changes, at their lines in the new description; those that are gone, in the old one. */
export function diffAnnotations({
  changes,
}: DiffResult): readonly Annotation[] {
  const counts = new Map<Severity, number>();
  return changes.flatMap((change) => {
    const severity = severityOf[change.verdict];
    const count = (counts.get(severity) ?? 0) + 1;
    counts.set(severity, count);
    return count > mostAnnotations ? [] : [annotationOf(change, severity)];
  });
}

function annotationOf(change: Change, severity: Severity): Annotation {
  const place = change.new ?? change.old;
  return {
    severity,
    file: place?.file ?? "",
    ...(place && { line: place.line }),
    title: `${change.verdict}: ${change.kind}`,
    message:
      change.verdict === "major"
        ? `${reasonWords(change)}\n${adviceWords(change)}`
        : reasonWords(change),
  };
}
