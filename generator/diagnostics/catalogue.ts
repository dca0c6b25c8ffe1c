import type { Severity } from "./diagnostic.js";

export interface CatalogueEntry {
  readonly severity: Severity;
  /** When it is given, in one sentence; the diagnostics page of the docs is made of these. */
  readonly summary: string;
}

/** Every diagnostic that specwright can give, by its stable code. */
export const catalogue = {
  "file-not-found": {
    severity: "error",
    summary: "A file of the description does not exist or cannot be read.",
  },
  "not-text": { severity: "error", summary: "A file is not UTF-8 text." },
  "yaml-syntax": {
    severity: "error",
    summary: "A file is neither well-formed YAML nor JSON.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type DiagnosticCode = keyof typeof catalogue;
