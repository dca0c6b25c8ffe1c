import type { Field } from "../describe/outline.js";

/** The texts of lists of fields, printed once, however many pages show them. */
export class PrintedFields {
  readonly #known = new WeakMap<readonly Field[], Map<string, string>>();

  /** @param way in which one of several ways they are printed */
  get(fields: readonly Field[], way: string, print: () => string): string {
    const known = this.#known.get(fields) ?? new Map<string, string>();
    this.#known.set(fields, known);
    const found = known.get(way);
    if (found !== undefined) return found;
    const text = print();
    known.set(way, text);
    return text;
  }
}
