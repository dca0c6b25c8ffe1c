import type { CatalogueEntry, Severity } from "./catalogue-entry.js";
import { catalogue, isTolerable, type DiagnosticCode } from "./catalogue.js";
import type { Diagnostic, SourcePosition } from "./diagnostic.js";
import { shorten } from "./shorten.js";

/** Where a diagnostic points: a file (empty for the entry document) and a JSON Pointer into it. */
export interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly position?: SourcePosition;
  readonly at?: "key" | "value";
}

/** How strictly a run judges a description. */
export interface Strictness {
  /** Codes that are warnings in any case: tolerable errors, and exceptions to `strict`. */
  readonly allow?: readonly DiagnosticCode[];
  /** Which warnings are errors: all of them, or those with these codes. None if absent. */
  readonly strict?: boolean | readonly DiagnosticCode[];
}

/** Collects the diagnostics of a run, so that every problem of a spec is reported at once. */
export class DiagnosticCollector {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #allowed: ReadonlySet<DiagnosticCode>;
  readonly #strict: boolean | ReadonlySet<DiagnosticCode>;
  #errors = 0;

  constructor({ allow = [], strict = false }: Strictness = {}) {
    this.#allowed = new Set(allow);
    this.#strict = typeof strict === "boolean" ? strict : new Set(strict);
  }

  /** Adds a diagnostic with the severity that its code has in this run. Long texts are cut. */
  add(code: DiagnosticCode, place: Place, message: string, fix?: string): void {
    const { file, pointer, position, at } = place;
    const severity = this.#severityOf(code);
    const wayOn = isTolerable(code)
      ? `Pass --allow ${code} to go on all the same.`
      : "No flag goes past this error.";
    const advice = [
      shorten(fix ?? "", 600),
      severity === "error" ? wayOn : "",
    ].filter((text) => text !== "");
    this.push({
      code,
      severity,
      file,
      pointer,
      ...(position === undefined ? {} : { position }),
      ...(at === undefined ? {} : { at }),
      message: shorten(message, 600),
      ...(advice.length === 0 ? {} : { fix: advice.join(" ") }),
    });
  }

  /** Takes over diagnostics that another collector holds. */
  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.push(diagnostic);
  }

  #severityOf(code: DiagnosticCode): Severity {
    const { severity }: CatalogueEntry = catalogue[code];
    if (isTolerable(code) && this.allows(code)) return "warning";
    if (severity !== "warning") return severity;
    const isStrict =
      typeof this.#strict === "boolean" ? this.#strict : this.#strict.has(code);
    return isStrict ? "error" : "warning";
  }

  /** True if the user lets this code pass. */
  allows(code: DiagnosticCode): boolean {
    return this.#allowed.has(code);
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
