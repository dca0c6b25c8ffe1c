import type { Severity } from "./catalogue-entry.js";
import type { DiagnosticCode } from "./catalogue.js";

/** A place in a source text. Lines and columns count from 1, columns in UTF-16 code units. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** Something that a stage has to say about the spec. A value: stages collect diagnostics and do not throw. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** The file the pointer is of; empty for the entry document. Relative to the entry document's folder. */
  readonly file: string;
  /** JSON Pointer (RFC 6901) into that file; empty for the whole document. */
  readonly pointer: string;
  /** What is wrong, one sentence, names quoted. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly fix?: string;
  /** Set where there is no pointer to find it by: a syntax error, a place within a scalar. */
  readonly position?: SourcePosition;
  /** Whether the member's name rather than its value is meant. */
  readonly at?: "key" | "value";
}
