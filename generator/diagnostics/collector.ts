import { catalogue, type DiagnosticCode } from "./catalogue.js";
import type { Diagnostic, SourcePosition } from "./diagnostic.js";

/** Where a diagnostic points: a file (empty for the entry document) and a JSON Pointer into it. */
export interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly position?: SourcePosition;
  readonly at?: "key" | "value";
}

/** Collects the diagnostics of a run, so that every problem of a spec is reported at once. */
export class DiagnosticCollector {
  readonly #diagnostics: Diagnostic[] = [];

  /** Adds a diagnostic with the severity that the catalogue gives its code. */
  add(code: DiagnosticCode, place: Place, message: string, fix?: string): void {
    this.#diagnostics.push({
      code,
      severity: catalogue[code].severity,
      ...place,
      message,
      ...(fix === undefined ? {} : { fix }),
    });
  }

  get all(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get hasErrors(): boolean {
    return this.#diagnostics.some(
      (diagnostic) => diagnostic.severity === "error",
    );
  }
}
