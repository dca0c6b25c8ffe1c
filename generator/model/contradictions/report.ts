import type { DiagnosticCode } from "../../diagnostics/catalogue.js";

/**
 * Reports a place, once for each code.
 * @param at file (empty for the entry document), `#`, JSON Pointer (RFC 6901)
 */
export type Report = (
  code: DiagnosticCode,
  at: string,
  message: string,
  fix?: string,
) => void;
