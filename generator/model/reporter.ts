import type { DiagnosticCode } from "../diagnostics/catalogue.js";
import type { DiagnosticCollector, Place } from "../diagnostics/collector.js";

interface Group {
  readonly code: DiagnosticCode;
  readonly place: Place;
  readonly message: string;
  readonly fix?: string;
  others: number;
}

/**
 * Reports so that nobody reads a thing twice: a place that is reached on several ways is reported once, and
 * what is alike in many places is reported at the first, with the number of the others.
 */
export class Reporter {
  readonly #collector: DiagnosticCollector;
  readonly #said = new Set<string>();
  readonly #groups = new Map<string, Group>();

  constructor(collector: DiagnosticCollector) {
    this.#collector = collector;
  }

  /** Reports a place, once for each code. */
  add(code: DiagnosticCode, at: Place, message: string, fix?: string): void {
    if (this.#isSaid(code, at)) return;
    this.#collector.add(code, placeAlone(at), message, fix);
  }

  /** Counts a place to those of the same kind; the first one is reported by `flush`. */
  addToGroup(
    code: DiagnosticCode,
    kind: string,
    at: Place,
    message: string,
    fix?: string,
  ): void {
    if (this.#isSaid(code, at)) return;
    const key = `${code} ${kind}`;
    const group = this.#groups.get(key);
    if (group !== undefined) {
      group.others += 1;
      return;
    }
    this.#groups.set(key, {
      code,
      place: placeAlone(at),
      message,
      ...(fix === undefined ? {} : { fix }),
      others: 0,
    });
  }

  /** Reports the groups. */
  flush(): void {
    for (const { code, place, message, fix, others } of this.#groups.values()) {
      const count =
        others === 0
          ? ""
          : ` The same holds for ${others} more ${others === 1 ? "place" : "places"}.`;
      this.#collector.add(code, place, message + count, fix);
    }
    this.#groups.clear();
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
