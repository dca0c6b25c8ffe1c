import type { DiagnosticCollector } from "./collector.js";

/** A problem that an emitter reports. */
export interface Problem {
  /** `warning` if absent. */
  readonly severity?: "error" | "warning";
  /** JSON Pointer into the description, as in `Operation.pointer` and `Schema.pointer`; the whole of it if absent. */
  readonly pointer?: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly fix?: string;
}

/** A problem that an emitter reports, or has itself. */
export interface ReportedProblem extends Problem {
  /** The code of its diagnostic, if it is a fault of the emitter. */
  readonly fault?:
    "emitter-failed" | "emitter-file" | "emitter-import" | "emitter-name";
}

/** Adds a problem as a diagnostic. */
export function addProblem(
  { severity = "warning", pointer = "", message, fix, fault }: ReportedProblem,
  collector: DiagnosticCollector,
): void {
  const code = severity === "error" ? "emitter-error" : "emitter-warning";
  const hash = pointer.indexOf("#");
  const place = {
    file: pointer.slice(0, Math.max(hash, 0)),
    pointer: pointer.slice(hash + 1),
  };
  collector.add(fault ?? code, place, message, fix);
}
