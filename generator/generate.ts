import { hash } from "node:crypto";
import { resolve } from "node:path";
import { BuildCache } from "./cache/build-cache.js";
import type { CacheMemory } from "./cache/cache-file.js";
import { makeInto, type MadeInto } from "./make-output.js";
import type { GenerateOptions, GenerateResult } from "./options.js";
import { findUnknownFiles } from "./output/compare-output.js";
import {
  kindDiagnostics,
  outputDiagnostics,
  packageDiagnostics,
} from "./output/output-diagnostics.js";
import { removeLeftovers } from "./output/staging.js";
import { writeNameLock } from "./output/write-name-lock.js";
import { OutputWriter } from "./output/write-output.js";
import { StageClock } from "./stages.js";
import { placeOutput } from "./surroundings/place-output.js";

/**
 * Generates the output of a description: `specwright generate` as a function. Writes only files that change,
 * removes files that an earlier run wrote and this one does not make, and touches no others. Faults of the
 * description come back as diagnostics, all at once.
 *
 * With `watch` it goes on doing so whenever a file changes that it has read, until the `watch` of its result is closed.
 * @throws Error where the file system refuses a write; the old output is whole then
 */
export async function generate(
  options: GenerateOptions,
): Promise<GenerateResult> {
  if (options.watch === undefined) return generateOnce(options);
  const { startWatch } = await import("./watch/watch.js");
  const { spec, overlays = [], cwd = "", watch } = options;
  const files = [spec, ...overlays].map((path) => resolve(cwd, path));
  const { close, first } = await startWatch(
    () => Promise.resolve({ options, files }),
    generateOnce,
    watch.onRun,
  );
  if (first.result !== undefined) return { ...first.result, watch: { close } };
  await close();
  throw first.error;
}

/**
 * One run of `generate`.
 * @param memory what runs of this process leave to each other, in place of the disk
 */
export async function generateOnce(
  options: GenerateOptions,
  memory?: CacheMemory,
): Promise<GenerateResult> {
  const { out, cwd, settings: given = {} } = options;
  const { settings, reason, owner } = await placeOutput(given, out, cwd);
  const folder = resolve(cwd ?? "", out);
  const kind = options.site === undefined ? "modules" : "site";
  const conflicts = kindDiagnostics(out, folder, kind);
  if (conflicts.length > 0)
    return {
      ...{ ok: false, ...nothing, inputs: [] },
      ...{ diagnostics: conflicts, timings: [] },
    };
  removeLeftovers(folder);
  const clock = new StageClock(options.onStage);
  const placed = { ...options, settings };
  const cache = await clock.run(
    "cache",
    () => new BuildCache(placed, false, memory),
  );
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

type Result = Omit<GenerateResult, "importsAsIn" | "timings" | "watch">;

const nothing = { written: [], removed: [], unchanged: 0 } as const;

/** The result where nothing that the last run read or wrote has changed since. */
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
  const { diagnostics, summary } = last.report;
  return {
    ok: true,
    ...nothing,
    diagnostics: [
      ...diagnostics,
      ...outputDiagnostics(options.out, { foreign: [], unknown }),
    ],
    unchanged: paths.length,
    inputs: Object.keys(last.inputs),
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
    const inputs = made.inputs.map(({ path }) => path);
    const known = { inputs, ...(summary && { summary }) };
    const refused = { ok: false, ...nothing, ...known };
    if (made.files === undefined)
      return { ...refused, diagnostics: made.diagnostics };
    const comparison = await clock.run("compare", () => writer.compare());
    const diagnostics = [
      ...made.diagnostics,
      ...outputDiagnostics(options.out, comparison),
    ];
    if (comparison.foreign.length > 0) return { ...refused, diagnostics };
    const changes = await clock.run("write", () => writer.commit(comparison));
    const kept = keepNames(made, options);
    await clock.run("cache", () => cache.keep(kept));
    const { unchanged } = comparison;
    return { ...refused, ok: true, diagnostics, ...changes, unchanged };
  } finally {
    writer.close();
  }
}

/** Writes the lock of names if it has to change. Pages that are made by themselves leave it as it is. */
function keepNames(made: MadeInto, { site }: GenerateOptions): MadeInto {
  const { nameLock, inputs } = made;
  if (nameLock === undefined || site !== undefined) return made;
  const { path, text, isUpToDate } = nameLock;
  if (isUpToDate) return made;
  writeNameLock(path, text);
  const others = inputs.filter((input) => input.path !== path);
  return {
    ...made,
    inputs: [...others, { path, sha256: hash("sha256", text) }],
  };
}
