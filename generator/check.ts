import { resolve } from "node:path";
import type { GenerateOptions } from "./generate.js";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import { makeOutput } from "./make-output.js";
import type { Api } from "./model/api.js";
import { compareOutput, isUpToDate } from "./output/compare-output.js";
import { StageClock, type StageTiming } from "./stages.js";

export interface CheckResult {
  /** Whether the output folder holds exactly what `generate` would leave there. */
  readonly ok: boolean;
  /** Errors first, then by file and line. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Files that hold something else. Paths from the output folder, sorted; so in the other lists. */
  readonly differing: readonly string[];
  readonly missing: readonly string[];
  /** Files that an earlier run wrote and this one does not make. */
  readonly stale: readonly string[];
  /** Files in folders of the output that specwright did not write, or that were changed by hand. */
  readonly unknown: readonly string[];
  readonly unchanged: number;
  /** The IR; absent where the description could not be resolved. */
  readonly api?: Api;
  readonly timings: readonly StageTiming[];
}

/**
 * Compares the output folder with what the description gives: `specwright check` as a function. Writes
 * nothing.
 */
export async function check(options: GenerateOptions): Promise<CheckResult> {
  const made = await makeOutput(options);
  const clock = new StageClock(options.onStage);
  const { files, diagnostics } = made;
  const api = made.api === undefined ? {} : { api: made.api };
  if (files === undefined) {
    const nothing = { differing: [], missing: [], stale: [], unknown: [] };
    const { timings } = made;
    return {
      ok: false,
      diagnostics,
      ...nothing,
      unchanged: 0,
      ...api,
      timings,
    };
  }
  const comparison = await clock.run("compare", () =>
    compareOutput(resolve(options.cwd ?? "", options.out), files),
  );
  const { differing, missing, stale, unknown, unchanged } = comparison;
  return {
    ok: isUpToDate(comparison),
    diagnostics,
    differing,
    missing,
    stale,
    unknown,
    unchanged,
    ...api,
    timings: [...made.timings, ...clock.timings],
  };
}
