import type { CatalogueEntry } from "./catalogue-entry.js";
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
  readonly #allowed: ReadonlySet<DiagnosticCode>;
  #errors = 0;

  /** @param allowed codes of tolerable errors that are to be warnings */
  constructor(allowed: readonly DiagnosticCode[] = []) {
    this.#allowed = new Set(allowed);
  }

  /** Adds a diagnostic with the severity that the catalogue gives its code. Long texts are cut. */
  add(code: DiagnosticCode, place: Place, message: string, fix?: string): void {
    const { file, pointer, position, at } = place;
    const entry: CatalogueEntry = catalogue[code];
    const mayPass = entry.tolerable === true && entry.severity === "error";
    const isAllowed = mayPass && this.allows(code);
    const wayOn =
      mayPass && !isAllowed
        ? `Pass --allow ${code} to go on all the same.`
        : "";
    const advice = [shorten(fix ?? "", 600), wayOn].filter(
      (text) => text !== "",
    );
    this.push({
      code,
      severity: isAllowed ? "warning" : entry.severity,
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

  /** True where the code is one of the tolerable errors that the user lets pass. */
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
