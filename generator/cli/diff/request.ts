import type { Verdict } from "../../diff/verdict.js";

/** How a comparison is printed. */
export type DiffFormat = (typeof diffFormats)[number];

export const diffFormats = ["text", "markdown", "json", "github"] as const;

/** The verdicts with which `diff` can be made to fail. */
export const failingVerdicts = ["patch", "minor", "major"] as const;

/** What the user asks `diff` for, besides the new description. */
export interface DiffRequest {
  /** The old description; absent where it is the committed version of the new one. */
  readonly old?: string;
  readonly format: DiffFormat;
  /** The least verdict with which the command fails; absent where none does. */
  readonly failOn?: Verdict;
}
