/**
 * `error`: there is no sensible reading, or two sensible ones differ in what would be generated.
 * `warning`: it is against the specification and was read in the one sensible way, which the message names.
 * `info`: worth knowing.
 */
export type Severity = "error" | "warning" | "info";

export interface CatalogueEntry {
  readonly severity: Severity;
  /** When it is given, in one sentence; the diagnostics page of the docs is made of these. */
  readonly summary: string;
  /** Set for an error with a sensible way on: `allow` makes it a warning. */
  readonly tolerable?: true;
}
