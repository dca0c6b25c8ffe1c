import type { Reporter } from "../reporter.js";
import type { Source } from "../source.js";

/** Counts the schemas of a description, and reports more or deeper ones than a run takes. */
export class SchemaLimits {
  readonly #reporter: Reporter;
  #count = 0;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  /** True if there have been more schemas than are taken: no further one need be looked at. */
  get isFull(): boolean {
    return this.#count > this.#reporter.limits.schemas;
  }

  /** True if the schema is taken. */
  take(source: Source, depth: number): boolean {
    this.#count += 1;
    const { schemaDepth, schemas } = this.#reporter.limits;
    if (depth > schemaDepth) {
      this.#reporter.addExceeded(
        "schemaDepth",
        source,
        `Schemas are nested more than ${schemaDepth} levels deep here.`,
        "Move inner schemas to components/schemas and refer to them.",
      );
      return false;
    }
    if (!this.isFull) return true;
    this.#reporter.addExceeded(
      "schemas",
      source,
      `The description has more than ${schemas} schemas; this one and those after it are not looked at.`,
    );
    return false;
  }
}
