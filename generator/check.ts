import { join, resolve } from "node:path";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import type { GenerateOptions } from "./options.js";
import type { ApiSummary } from "./model/api.js";
import { BuildCache } from "./cache/build-cache.js";
import type { FileSink } from "./make-files.js";
import { makeInto } from "./make-output.js";
import {
  findUnknownFiles,
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
  /** True if `generate` would write the lock of names. */
  readonly isNameLockStale: boolean;
  /** Absent where the description could not be resolved. */
  readonly summary?: ApiSummary;
  readonly timings: readonly StageTiming[];
}

/**
 * Compares the output folder with what the description gives: `specwright check` as a function. Writes
 * nothing but its cache.
 */
export async function check(options: GenerateOptions): Promise<CheckResult> {
  const { out, cwd, settings: given = {} } = options;
  const { settings, owner } = await placeOutput(given, out, cwd);
  const clock = new StageClock(options.onStage);
  const placed = { ...options, settings };
  const cache = await clock.run("cache", () => new BuildCache(placed, true));
  const result =
    (await clock.run("cache", () => unchangedOutput(placed, cache))) ??
    (await compareOutput(placed, cache, clock));
  return {
    ...result,
    diagnostics: [
      ...result.diagnostics,
      ...packageDiagnostics(out, result.stale, owner),
    ],
    timings: clock.timings,
  };
}

type Result = Omit<CheckResult, "timings">;

const nothing = {
  differing: [],
  layoutChanges: {},
  missing: [],
  stale: [],
  unknown: [],
  unchanged: 0,
  isNameLockStale: false,
} as const;

function unchangedOutput(
  options: GenerateOptions,
  cache: BuildCache,
): Result | undefined {
  const last = cache.unchanged();
  if (last === undefined) return undefined;
  const paths = Object.keys(last.outputs);
  const unknown = findUnknownFiles(
    resolve(options.cwd ?? "", options.out),
    paths,
  );
  const unchanged = paths.length;
  return { ok: true, ...last.report, ...nothing, unknown, unchanged };
}

async function compareOutput(
  options: GenerateOptions,
  cache: BuildCache,
  clock: StageClock,
): Promise<Result> {
  const out = resolve(options.cwd ?? "", options.out);
  const folder = new FolderComparison(out);
  const layoutChanges: Record<string, LayoutChange> = {};
  const sink: FileSink = {
    add: (file) => {
      if (folder.add(file) !== "differing") return;
      const change = layoutChange(join(out, file.path), file.text);
      if (change !== undefined) layoutChanges[file.path] = change;
    },
    addUnchanged: (path) => folder.addUnchanged(path),
  };
  const made = await makeInto(sink, cache, options, clock);
  const { diagnostics, summary } = made;
  const told = { diagnostics, ...(summary && { summary }) };
  if (made.files === undefined) return { ok: false, ...told, ...nothing };
  const comparison = await clock.run("compare", () => folder.result());
  const isNameLockStale = made.nameLock?.isUpToDate === false;
  const ok = isUpToDate(comparison) && !isNameLockStale;
  if (ok) await clock.run("cache", () => cache.keep(made));
  const { differing, missing, stale, unknown, unchanged } = comparison;
  const found = { differing, layoutChanges, missing, stale, unknown };
  return { ok, ...told, ...found, unchanged, isNameLockStale };
}
