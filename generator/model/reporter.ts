import type { DiagnosticCode } from "../diagnostics/catalogue.js";
import type {
  DiagnosticCollector,
  SourceLocation,
} from "../diagnostics/collector.js";
import { limits, type LimitName, type Limits } from "../diagnostics/limits.js";

/** Reports each location once for each code, however often it is reached. */
export class Reporter {
  readonly #collector: DiagnosticCollector;
  readonly #said = new Set<string>();

  constructor(collector: DiagnosticCollector) {
    this.#collector = collector;
  }

  get limits(): Limits {
    return this.#collector.limits;
  }

  /** Reports a location at which a limit of the run is exceeded. */
  addExceeded(
    name: LimitName,
    at: SourceLocation,
    message: string,
    fix?: string,
  ): void {
    if (this.#isSaid(limits[name].code, at)) return;
    this.#collector.addExceeded(name, withoutPosition(at), message, fix);
  }

  /** Reports a location. */
  add(
    code: DiagnosticCode,
    at: SourceLocation,
    message: string,
    fix?: string,
  ): void {
    if (this.#isSaid(code, at)) return;
    this.#collector.add(code, withoutPosition(at), message, fix);
  }

  #isSaid(code: DiagnosticCode, at: SourceLocation): boolean {
    const key = `${code} ${at.file}#${at.pointer}`;
    if (this.#said.has(key)) return true;
    this.#said.add(key);
    return false;
  }
}

/** The location alone: callers pass sources, which have more members. */
function withoutPosition({
  file,
  pointer,
  at,
}: SourceLocation): SourceLocation {
  return { file, pointer, ...(at === undefined ? {} : { at }) };
}
