import { resolve } from "node:path";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import { makeOutput, type MakeOptions } from "./make-output.js";
import type { Api } from "./model/api.js";
import { compareOutput } from "./output/compare-output.js";
import { outputDiagnostics } from "./output/output-diagnostics.js";
import { writeOutput } from "./output/write-output.js";
import { StageClock, type StageTiming } from "./stages.js";

export interface GenerateOptions extends MakeOptions {
  /** Path of the output folder; made where it is not there. */
  readonly out: string;
}

export interface GenerateResult {
  /** Whether the output is on the disk. False where a diagnostic is an error; nothing was written then. */
  readonly ok: boolean;
  /** Errors first, then by file and line. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Paths from the output folder, sorted. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were already as they should be. */
  readonly unchanged: number;
  /** The IR; absent where the description could not be resolved. */
  readonly api?: Api;
  readonly timings: readonly StageTiming[];
}

/**
 * Generates the output of a description: `specwright generate` as a function. Writes only files that change,
 * removes files that an earlier run wrote and this one does not make, and touches no others. Faults of the
 * description come back as diagnostics, all at once.
 * @throws Error where the file system refuses a write; the old output is whole then
 */
export async function generate(
  options: GenerateOptions,
): Promise<GenerateResult> {
  const out = resolve(options.cwd ?? "", options.out);
  const made = await makeOutput(options);
  const clock = new StageClock(options.onStage);
  const result = (
    ok: boolean,
    diagnostics: readonly LocatedDiagnostic[],
    changes: Pick<GenerateResult, "written" | "removed" | "unchanged">,
  ): GenerateResult => ({
    ok,
    diagnostics: [...made.diagnostics, ...diagnostics],
    ...changes,
    ...(made.api === undefined ? {} : { api: made.api }),
    timings: [...made.timings, ...clock.timings],
  });
  const nothing = { written: [], removed: [], unchanged: 0 };
  const { files } = made;
  if (files === undefined) return result(false, [], nothing);
  const comparison = await clock.run("compare", () =>
    compareOutput(out, files),
  );
  const diagnostics = outputDiagnostics(options.out, comparison);
  if (comparison.foreign.length > 0) return result(false, diagnostics, nothing);
  const changes = await clock.run("write", () =>
    writeOutput(out, files, comparison),
  );
  const { unchanged } = comparison;
  return result(true, diagnostics, { ...changes, unchanged });
}
