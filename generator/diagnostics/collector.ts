import { catalogue, type DiagnosticCode } from "./catalogue.js";
import type { Diagnostic, SourcePosition } from "./diagnostic.js";
import { shorten } from "./shorten.js";

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
  #errors = 0;

  /** Adds a diagnostic with the severity that the catalogue gives its code. Long texts are cut. */
  add(code: DiagnosticCode, place: Place, message: string, fix?: string): void {
    const { file, pointer, position, at } = place;
    this.push({
      code,
      severity: catalogue[code].severity,
      file,
      pointer,
      ...(position === undefined ? {} : { position }),
      ...(at === undefined ? {} : { at }),
      message: shorten(message, 600),
      ...(fix === undefined ? {} : { fix: shorten(fix, 600) }),
    });
  }

  /** Takes over diagnostics that another collector holds. */
  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.push(diagnostic);
  }

  get all(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  private push(diagnostic: Diagnostic): void {
    if (diagnostic.severity === "error") this.#errors += 1;
    this.#diagnostics.push(diagnostic);
  }
}
