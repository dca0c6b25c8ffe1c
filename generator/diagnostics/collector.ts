import type { CatalogueEntry, Severity } from "./catalogue-entry.js";
import type { Diagnostic, SourcePosition } from "./diagnostic.js";
import { catalogue, isTolerable, type DiagnosticCode } from "./catalogue.js";
import {
  limits,
  limitsWith,
  raiseAdvice,
  type LimitName,
  type Limits,
} from "./limits.js";
import { shorten } from "./shown-text.js";

/** Where a diagnostic points: a file (empty for the entry document) and a JSON Pointer into it. */
export interface SourceLocation {
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
  readonly limits: Limits;
  #errors = 0;
  #keptErrors = 0;
  /** The first diagnostic that is not kept, and how many there are. */
  #cut: { readonly first: Diagnostic; count: number } | undefined;

  constructor(
    { allow = [], strict = false }: Strictness = {},
    bounds: Limits = limitsWith(),
  ) {
    this.limits = bounds;
    this.#allowed = new Set(allow);
    this.#strict = typeof strict === "boolean" ? strict : new Set(strict);
  }

  /** Adds a diagnostic with the severity that its code has in this run. Long texts are cut. */
  add(
    code: DiagnosticCode,
    place: SourceLocation,
    message: string,
    fix?: string,
  ): void {
    const wayOn = isTolerable(code)
      ? `Pass --allow ${code} to go on all the same.`
      : "No flag goes past this error.";
    const isError = this.#severityOf(code) === "error";
    this.#add(code, place, message, fix, isError ? wayOn : "");
  }

  /** Reports that a limit of the run is exceeded, with the code that belongs to it, and says how it is raised. */
  addExceeded(
    name: LimitName,
    place: SourceLocation,
    message: string,
    fix?: string,
  ): void {
    const advice = raiseAdvice(name, this.limits[name]);
    this.#add(limits[name].code, place, message, fix, advice);
  }

  #add(
    code: DiagnosticCode,
    { file, pointer, position, at }: SourceLocation,
    message: string,
    fix: string | undefined,
    wayOn: string,
  ): void {
    const severity = this.#severityOf(code);
    const advice = [shorten(fix ?? "", 600), wayOn].filter(
      (text) => text !== "",
    );
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

  /** What was reported; beyond the limit of the run, one diagnostic says how many more there are. */
  get all(): readonly Diagnostic[] {
    if (this.#cut === undefined) return this.#diagnostics;
    const { first, count } = this.#cut;
    const { file, pointer, position } = first;
    return [
      ...this.#diagnostics,
      {
        code: "diagnostics-cut",
        severity: "info",
        file,
        pointer,
        ...(position === undefined ? {} : { position }),
        message: `${count} more ${count === 1 ? "diagnostic is" : "diagnostics are"} not shown, of which this place has the first, ${first.code}.`,
        fix: `Mend the others first. ${raiseAdvice("diagnostics", this.limits.diagnostics)}`,
      },
    ];
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  private push(diagnostic: Diagnostic): void {
    const isError = diagnostic.severity === "error";
    if (isError) this.#errors += 1;
    const kept = this.#diagnostics.length - this.#keptErrors;
    if ((isError ? this.#keptErrors : kept) < this.limits.diagnostics) {
      if (isError) this.#keptErrors += 1;
      this.#diagnostics.push(diagnostic);
    } else if (this.#cut === undefined) {
      this.#cut = { first: diagnostic, count: 1 };
    } else {
      this.#cut.count += 1;
    }
  }
}
