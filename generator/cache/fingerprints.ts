import { fingerprint } from "../tracking/fingerprint.js";

interface Known {
  readonly value: unknown;
  readonly print: string;
}

/**
 * Fingerprints of the values of runs that follow each other in one process. A value that is what it was in the last run
 * has its fingerprint from there: to compare is cheaper than to print and hash.
 */
export class Fingerprints {
  #last: ReadonlyMap<string, Known> = new Map();
  #next = new Map<string, Known>();

  /**
   * The fingerprint of a value, the same that `fingerprint` gives.
   * @param name of the value in each run
   */
  of(name: string, value: unknown): string {
    const known = this.#last.get(name);
    const print =
      known !== undefined && isSame(known.value, value)
        ? known.print
        : fingerprint(value);
    this.#next.set(name, { value, print });
    return print;
  }

  /** Keeps the values of a run that has ended, and forgets those of the one before. */
  keep(): void {
    this.#last = this.#next;
    this.#next = new Map();
  }
}

/** True if two values surely have the same JSON, the order of members included. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((element, index) => isSame(element, b[index]))
    );
  }
  const keys = Object.keys(a);
  const others = Object.keys(b);
  return (
    keys.length === others.length &&
    keys.every((key, index) => key === others[index] && isSame(a[key], b[key]))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
