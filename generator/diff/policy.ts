import type { DiffSettings, IgnoredChange } from "../config/diff-settings.js";
import type { Change } from "./change.js";
import { resultOf, type DiffResult } from "./result.js";

/** A result after the settings have been applied to it. */
export interface JudgedResult extends DiffResult {
  /** Changes that the settings ignore. */
  readonly ignored: readonly Change[];
  /** Entries that ignore nothing any more. */
  readonly expired: readonly IgnoredChange[];
}

/** Applies the severities and the ignore list of the configuration. */
export function applySettings(
  { changes }: DiffResult,
  { severities = {}, ignore = [] }: DiffSettings,
): JudgedResult {
  const isIgnored = (change: Change): boolean =>
    ignore.some((entry) => matches(entry, change));
  const judged = changes
    .filter((change) => !isIgnored(change))
    .map((change) => ({
      ...change,
      verdict: severities[change.kind] ?? change.verdict,
    }))
    .filter(({ verdict }) => verdict !== "none");
  return {
    ...resultOf(judged),
    ignored: changes.filter(isIgnored),
    expired: ignore.filter(
      (entry) => !changes.some((change) => matches(entry, change)),
    ),
  };
}

function matches({ kind, pointer }: IgnoredChange, change: Change): boolean {
  return change.kind === kind && change.pointer === pointer.replace(/^#/u, "");
}
