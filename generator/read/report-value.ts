import type {
  DiagnosticCollector,
  SourceLocation,
} from "../diagnostics/collector.js";
import { shorten } from "../diagnostics/shown-text.js";
import { numberFault } from "./numbers.js";

/** Reports a number that a double does not hold, or holds only roughly. True where the number can be used. */
export function reportNumber(
  text: string,
  value: number,
  place: SourceLocation,
  collector: DiagnosticCollector,
): boolean {
  const fault = numberFault(text, value);
  if (fault === undefined) return true;
  const shown = shorten(text, 60);
  if (fault === "range") {
    collector.add(
      "number-range",
      place,
      `The number ${shown} cannot be held as a finite double.`,
      "Give a number between -1.8e308 and 1.8e308, or leave the member out.",
    );
    return false;
  }
  collector.add(
    "number-precision",
    place,
    `The number ${shown} is read as ${value}.`,
    "Write no more digits than a double keeps (about 16), or give the value as a string.",
  );
  return true;
}

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
