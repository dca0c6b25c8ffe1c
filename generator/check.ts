import { join, resolve } from "node:path";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import type { GenerateOptions } from "./options.js";
import { KnownRuns, summarize, type ApiSummary } from "./known-run.js";
import type { FileSink } from "./make-files.js";
import { makeInto } from "./make-output.js";
import {
  findStrangers,
  FolderComparison,
  isUpToDate,
} from "./output/compare-output.js";
import { layoutChange, type LayoutChange } from "./output/layout-change.js";
import { packageDiagnostics } from "./output/output-diagnostics.js";
import { StageClock, type StageTiming } from "./stages.js";
import { placeOutput } from "./surroundings/place-output.js";

export interface CheckResult {
  /** Whether the output folder holds exactly what `generate` would leave there. */
  readonly ok: boolean;
  /** Errors first, then by file and line. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Files that hold something else. Paths from the output folder, sorted; so in the other lists. */
  readonly differing: readonly string[];
  /** What was changed in those of them that still say the same: line ends or layout. By path. */
  readonly layoutChanges: Readonly<Record<string, LayoutChange>>;
  readonly missing: readonly string[];
  /** Files that an earlier run wrote and this one does not make. */
  readonly stale: readonly string[];
  /** Files in folders of the output that specwright did not write: no fault. */
  readonly unknown: readonly string[];
  readonly unchanged: number;
  /** Absent where the description could not be resolved. */
  readonly summary?: ApiSummary;
  readonly timings: readonly StageTiming[];
}

const nothing = {
  differing: [],
  layoutChanges: {},
  missing: [],
  stale: [],
  unknown: [],
  unchanged: 0,
} as const;

/**
 * Compares the output folder with what the description gives: `specwright check` as a function. Writes
 * nothing but its cache.
 */
export async function check(options: GenerateOptions): Promise<CheckResult> {
  const { out, cwd, settings: given = {} } = options;
  const { settings, owner } = await placeOutput(given, out, cwd);
  const result = await checkPlaced({ ...options, settings });
  return {
    ...result,
    diagnostics: [
      ...result.diagnostics,
      ...packageDiagnostics(out, result.stale, owner),
    ],
  };
}

async function checkPlaced(options: GenerateOptions): Promise<CheckResult> {
  const out = resolve(options.cwd ?? "", options.out);
  const clock = new StageClock(options.onStage);
  const runs = await clock.run("cache", () => new KnownRuns(options, true));
  const known = await clock.run("cache", () => runs.unchanged());
  if (known !== undefined) {
    const paths = Object.keys(known.outputs);
    const unknown = findStrangers(out, paths);
    return {
      ok: true,
      ...known.summary,
      ...nothing,
      unknown,
      unchanged: paths.length,
      timings: clock.timings,
    };
  }
  const folder = new FolderComparison(out);
  const layoutChanges: Record<string, LayoutChange> = {};
  const sink: FileSink = {
    add: (file) => {
      if (folder.add(file) !== "differing") return;
      const change = layoutChange(join(out, file.path), file.text);
      if (change !== undefined) layoutChanges[file.path] = change;
    },
    has: (file) => runs.holds(file),
    keep: (path) => folder.addUnchanged(path),
  };
  const units = await clock.run("cache", () => runs.units());
  const { made, files } = await makeInto(sink, units, options, clock);
  const { diagnostics, api } = made;
  const summary = api === undefined ? {} : { summary: summarize(api) };
  if (files === undefined) {
    const { timings } = clock;
    return { ok: false, diagnostics, ...nothing, ...summary, timings };
  }
  const comparison = await clock.run("compare", () => folder.result());
  const ok = isUpToDate(comparison);
  if (ok) runs.keep(made, files);
  const { differing, missing, stale, unknown, unchanged } = comparison;
  return {
    ok,
    diagnostics,
    differing,
    layoutChanges,
    missing,
    stale,
    unknown,
    unchanged,
    ...summary,
    timings: clock.timings,
  };
}
