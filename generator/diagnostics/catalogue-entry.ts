export type Severity = "error" | "warning" | "info";

export interface CatalogueEntry {
  readonly severity: Severity;
  /** When it is given, in one sentence; the diagnostics page of the docs is made of these. */
  readonly summary: string;
  /** Set for an error that leaves a sensible way to go on: `allow` makes it a warning. */
  readonly tolerable?: true;
}
