import { resolve } from "node:path";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import type { ApiSummary } from "./model/api.js";
import { BuildCache } from "./cache/build-cache.js";
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
  const clock = new StageClock(options.onStage);
  const placed = { ...options, settings };
  const cache = await clock.run("cache", () => new BuildCache(placed, false));
  const result =
    (await clock.run("cache", () => unchangedOutput(placed, cache))) ??
    (await writeOutput(placed, cache, clock));
  return {
    ...result,
    diagnostics: [
      ...result.diagnostics,
      ...packageDiagnostics(out, result.removed, owner),
    ],
    ...(reason === undefined ? {} : { importsAsIn: reason }),
    timings: clock.timings,
  };
}

type Result = Omit<GenerateResult, "importsAsIn" | "timings">;

const nothing = { written: [], removed: [], unchanged: 0 } as const;

/** The result where nothing that the last run read or wrote has changed since. */
function unchangedOutput(
  options: GenerateOptions,
  cache: BuildCache,
): Result | undefined {
  const last = cache.unchanged();
  if (last === undefined) return undefined;
  const paths = Object.keys(last.outputs);
  const unknown = findStrangers(resolve(options.cwd ?? "", options.out), paths);
  const { diagnostics, summary } = last.report;
  return {
    ok: true,
    ...nothing,
    diagnostics: [
      ...diagnostics,
      ...outputDiagnostics(options.out, { foreign: [], unknown }),
    ],
    unchanged: paths.length,
    summary,
  };
}

/** Makes the output, compares it with what is there, and writes what differs. */
async function writeOutput(
  options: GenerateOptions,
  cache: BuildCache,
  clock: StageClock,
): Promise<Result> {
  const writer = new OutputWriter(resolve(options.cwd ?? "", options.out));
  try {
    const made = await makeInto(writer, cache, options, clock);
    const { summary } = made;
    const refused = { ok: false, ...nothing, ...(summary && { summary }) };
    if (made.files === undefined)
      return { ...refused, diagnostics: made.diagnostics };
    const comparison = await clock.run("compare", () => writer.compare());
    const diagnostics = [
      ...made.diagnostics,
      ...outputDiagnostics(options.out, comparison),
    ];
    if (comparison.foreign.length > 0) return { ...refused, diagnostics };
    const changes = await clock.run("write", () => writer.commit(comparison));
    await clock.run("cache", () => cache.keep(made));
    const { unchanged } = comparison;
    return { ...refused, ok: true, diagnostics, ...changes, unchanged };
  } finally {
    writer.close();
  }
}
