import type { DiagnosticCode } from "../diagnostics/catalogue.js";
import type { DiagnosticCollector, Place } from "../diagnostics/collector.js";
import { limits, type LimitName, type Limits } from "../diagnostics/limits.js";

/** Reports each place once for each code, on however many ways it is reached. */
export class Reporter {
  readonly #collector: DiagnosticCollector;
  readonly #said = new Set<string>();

  constructor(collector: DiagnosticCollector) {
    this.#collector = collector;
  }

  get limits(): Limits {
    return this.#collector.limits;
  }

  /** Reports a place at which a limit of the run is exceeded. */
  addExceeded(name: LimitName, at: Place, message: string, fix?: string): void {
    if (this.#isSaid(limits[name].code, at)) return;
    this.#collector.addExceeded(name, placeAlone(at), message, fix);
  }

  /** Reports a place. */
  add(code: DiagnosticCode, at: Place, message: string, fix?: string): void {
    if (this.#isSaid(code, at)) return;
    this.#collector.add(code, placeAlone(at), message, fix);
  }

  #isSaid(code: DiagnosticCode, at: Place): boolean {
    const key = `${code} ${at.file}#${at.pointer}`;
    if (this.#said.has(key)) return true;
    this.#said.add(key);
    return false;
  }
}

/** A place without what else a caller's object holds. */
function placeAlone({ file, pointer, at }: Place): Place {
  return { file, pointer, ...(at === undefined ? {} : { at }) };
}
