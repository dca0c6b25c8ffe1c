import type {
  DiagnosticCollector,
  SourceLocation,
} from "../diagnostics/collector.js";

/** Reports lists and maps that are nested beyond what the later stages can walk. */
export function reportDepth(
  place: SourceLocation,
  collector: DiagnosticCollector,
): void {
  collector.addExceeded(
    "nesting",
    place,
    `Lists and maps are nested more than ${collector.limits.nesting} levels deep.`,
  );
}
