import type { JsonValue } from "../model/json.js";
import type { SourcePosition } from "../diagnostics/diagnostic.js";

/** One file of a description, read and parsed. */
export interface SourceDocument {
  /** Relative to the entry document's folder, `/` between folders; empty for the entry document itself. */
  readonly file: string;
  /** What diagnostics call it: the path as the user gave it, or the reference's. */
  readonly displayName: string;
  readonly text: string;
  readonly value: JsonValue;
  /**
   * Where the value (or its key) that a JSON Pointer names begins. Positions are worked out at the first
   * call. A pointer that leads to nothing gives the place of its nearest ancestor.
   */
  position(pointer: string, at?: "key" | "value"): SourcePosition;
}
