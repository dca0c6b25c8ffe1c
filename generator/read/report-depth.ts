import type { DiagnosticCollector, Place } from "../diagnostics/collector.js";
import { deepestNesting } from "./parsed.js";

/** Reports lists and maps that are nested beyond what the later stages can walk. */
export function reportDepth(
  place: Place,
  collector: DiagnosticCollector,
): void {
  collector.add(
    "nested-too-deeply",
    place,
    `Lists and maps are nested more than ${deepestNesting} levels deep.`,
  );
}
