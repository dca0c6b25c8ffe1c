import { resolve } from "node:path";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import { KnownRuns, summarize, type ApiSummary } from "./known-run.js";
import type { FileSink } from "./make-files.js";
import { makeInto } from "./make-output.js";
import type { GenerateOptions } from "./options.js";
import { findStrangers } from "./output/compare-output.js";
import {
  outputDiagnostics,
  packageDiagnostics,
} from "./output/output-diagnostics.js";
import { OutputWriter } from "./output/write-output.js";
import { StageClock, type StageTiming } from "./stages.js";
import { placeOutput } from "./surroundings/place-output.js";

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
  /** Absent where the description could not be resolved. */
  readonly summary?: ApiSummary;
  /** In words: which file decided how relative imports end. Absent where a setting or a package says it. */
  readonly importsAsIn?: string;
  readonly timings: readonly StageTiming[];
}

const nothing = { written: [], removed: [], unchanged: 0 } as const;

/**
 * Generates the output of a description: `specwright generate` as a function. Writes only files that change,
 * removes files that an earlier run wrote and this one does not make, and touches no others. Faults of the
 * description come back as diagnostics, all at once.
 * @throws Error where the file system refuses a write; the old output is whole then
 */
export async function generate(
  options: GenerateOptions,
): Promise<GenerateResult> {
  const { out, cwd, settings: given = {} } = options;
  const { settings, reason, owner } = await placeOutput(given, out, cwd);
  const result = await generatePlaced({ ...options, settings });
  return {
    ...result,
    diagnostics: [
      ...result.diagnostics,
      ...packageDiagnostics(out, result.removed, owner),
    ],
    ...(reason === undefined ? {} : { importsAsIn: reason }),
  };
}

async function generatePlaced(
  options: GenerateOptions,
): Promise<GenerateResult> {
  const out = resolve(options.cwd ?? "", options.out);
  const clock = new StageClock(options.onStage);
  const runs = await clock.run("cache", () => new KnownRuns(options, false));
  const known = await clock.run("cache", () => runs.unchanged());
  if (known !== undefined) {
    const paths = Object.keys(known.outputs);
    const unknown = findStrangers(out, paths);
    const { diagnostics, summary } = known.summary;
    return {
      ok: true,
      diagnostics: [
        ...diagnostics,
        ...outputDiagnostics(options.out, { foreign: [], unknown }),
      ],
      ...nothing,
      unchanged: paths.length,
      summary,
      timings: clock.timings,
    };
  }
  if (runs.isInputChanged) {
    const { reword } = await import("./rewording/reword.js");
    const reworded = await reword(options, runs, clock);
    if (reworded !== undefined) {
      return { ok: true, ...reworded, timings: clock.timings };
    }
  }
  const writer = new OutputWriter(out);
  try {
    const sink: FileSink = {
      add: (file) => writer.add(file),
      has: (file) => runs.holds(file),
      keep: (path) => writer.addUnchanged(path),
    };
    const units = await clock.run("cache", () => runs.units());
    const { made, files } = await makeInto(sink, units, options, clock);
    const result = (
      ok: boolean,
      diagnostics: readonly LocatedDiagnostic[],
      changes: Pick<GenerateResult, "written" | "removed" | "unchanged">,
    ): GenerateResult => ({
      ok,
      diagnostics: [...made.diagnostics, ...diagnostics],
      ...changes,
      ...(made.api === undefined ? {} : { summary: summarize(made.api) }),
      timings: clock.timings,
    });
    if (files === undefined) return result(false, [], nothing);
    const comparison = await clock.run("compare", () => writer.compare());
    const diagnostics = outputDiagnostics(options.out, comparison);
    if (comparison.foreign.length > 0) {
      return result(false, diagnostics, nothing);
    }
    const changes = await clock.run("write", () => writer.commit(comparison));
    await clock.run("cache", () => runs.keep(made, files));
    const { unchanged } = comparison;
    return result(true, diagnostics, { ...changes, unchanged });
  } finally {
    writer.close();
  }
}
