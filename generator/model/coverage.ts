import type { KeywordCoverage } from "./api.js";

/** Counts the keywords of all schemas. */
export class CoverageCounter {
  readonly #counts = new Map<string, number>();

  /** One use of a keyword. */
  add(keyword: string): void {
    this.#counts.set(keyword, (this.#counts.get(keyword) ?? 0) + 1);
  }

  /** What became of each keyword that is used, by name. */
  get all(): KeywordCoverage[] {
    return [];
  }
}
