import type { KindCode } from "./kinds/catalogue.js";
import type { ChangeDirection, Layer, Verdict } from "./verdict.js";

/** A place in one of the two descriptions. */
export interface ChangePlace {
  /** As diagnostics call the file. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** One difference between two descriptions, and what it does to consumers. */
export interface Change {
  readonly kind: KindCode;
  readonly verdict: Verdict;
  readonly layers: readonly Layer[];
  readonly direction: ChangeDirection;
  /** The ids of the operations that it reaches, as the manifest has them; none if it reaches no operation by itself. */
  readonly operations: readonly string[];
  /** JSON Pointer (RFC 6901) into the new description, or into the old one for what it no longer has. */
  readonly pointer: string;
  /** What has changed, as people call it: `Pet.owner.name`, `limit`. Absent where the reason names it, or nothing does. */
  readonly subject?: string;
  readonly old?: ChangePlace;
  readonly new?: ChangePlace;
  readonly reason: string;
  /** What keeps consumers from breaking, such as a pinned name. */
  readonly fix?: string;
}
