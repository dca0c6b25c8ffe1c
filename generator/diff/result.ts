import type { Change } from "./change.js";
import { verdicts, worse, type Verdict } from "./verdict.js";

/** What two descriptions differ in, and what that does to those who build on the output. */
export interface DiffResult {
  /** The worst verdict of all changes. */
  readonly verdict: Verdict;
  /** The worst first. */
  readonly changes: readonly Change[];
}

/** The result that changes make. */
export function resultOf(changes: readonly Change[]): DiffResult {
  const rank = ({ verdict }: Change): number => verdicts.indexOf(verdict);
  return {
    verdict: changes.reduce<Verdict>(
      (worst, { verdict }) => worse(worst, verdict),
      "none",
    ),
    changes: [...changes].sort((a, b) => rank(b) - rank(a)),
  };
}
