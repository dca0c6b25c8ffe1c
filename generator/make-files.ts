import { readHashes } from "./cache/read-hashes.js";
import { trackContext } from "./tracking/tracked-context.js";
import { UnitCache, type UnitRecord } from "./cache/unit-cache.js";
import type { FinishedFile, OutputFile, TextFile } from "./code/file.js";
import { moduleOf } from "./code/written-module.js";
import type { EmitContext } from "./emit/context.js";
import { addProblem, type ReportedProblem } from "./diagnostics/problem.js";
import type { DiagnosticCollector } from "./diagnostics/collector.js";
import { checkFiles } from "./emit/check-files.js";
import type { Emitter, UnitTools } from "./emit/emitter.js";
import {
  idsOf,
  listClosingUnits,
  listUnits,
  type ListedUnit,
} from "./emit/listed-units.js";
import { queries } from "./emit/queries.js";
import type { JsonValue } from "./model/json.js";
import { emitterKey } from "./names/names.js";
import { manifestPath } from "./output/old-manifest.js";
import { finishedFile } from "./finished-file.js";
import type { PrintedFile } from "./print/printed-file.js";
import type { StageClock } from "./stages.js";

/** Where finished files go, so that nobody has to hold all texts at once. */
export interface FileSink {
  /** Takes a finished file. */
  add(file: TextFile): void;
  /** Takes a file that is as the last run has left it. */
  addUnchanged(path: string): void;
}

/** What is known of the last run into the same folder. */
export interface LastRun {
  units(): UnitRecord | undefined;
  /** Whether a file stands there as it was finished. */
  holds(file: FinishedFile): boolean;
}

export interface MadeFiles {
  /** Every file but the manifest, in the order of the units. */
  readonly files: readonly FinishedFile[];
  /** What the next run has to know. */
  readonly units: () => UnitRecord;
}

export interface Emitters {
  /** Those of specwright itself. */
  readonly own: readonly Emitter[];
  /** Those of the configuration, whose files are checked. */
  readonly others: readonly Emitter[];
}

/** So many units are in memory as code and text at a time: few, so that most of it dies young. */
const batchSize = 16;

/**
 * Makes the files of all units and hands each to the sink when it is finished. What emitters report is added to the
 * collector.
 */
export async function makeFiles(
  context: EmitContext,
  { own, others }: Emitters,
  collector: DiagnosticCollector,
  last: LastRun | undefined,
  sink: FileSink,
  clock: StageClock,
): Promise<MadeFiles> {
  const hashes = readHashes(context, queries);
  const cache = await clock.run(
    "cache",
    () =>
      new UnitCache(
        hashes,
        last?.units(),
        (file) => last?.holds(file) === true,
      ),
  );
  const tracked = trackContext(context);
  const { surface } = context.settings;
  const finished: Finished = ({ emitter, file }, text, imports) =>
    finishedFile(file, text, imports, others.includes(emitter), surface);
  const listed: ListedUnit[] = [];
  const make = async (units: readonly ListedUnit[]): Promise<void> => {
    for (const added of units) listed.push(added);
    const open = await clock.run("cache", () =>
      units.filter(({ id }) => !isKnown(id, cache, sink)),
    );
    let before: StartedBatch | undefined;
    for (let start = 0; start < open.length; start += batchSize) {
      const batch = open.slice(start, start + batchSize);
      const started = await startBatch(batch, tracked, cache, clock);
      if (before !== undefined)
        await finishBatch(before, cache, sink, clock, finished);
      before = started;
    }
    if (before !== undefined)
      await finishBatch(before, cache, sink, clock, finished);
  };
  const filesOf = (units: readonly ListedUnit[]): FinishedFile[] =>
    units.flatMap(({ id }) => cache.files(id));
  const emitters = [...own, ...others];
  const ids = idsOf(context);
  await make(await listUnits(emitters, ids));
  const made = filesOf(listed);
  const modules = made
    .filter(
      ({ exports, runtime, isScript }) =>
        isScript !== true && exports.length + runtime.length > 0,
    )
    .map((file) => ({ ...file, path: moduleOf(file.path) }));
  const scripts = made.filter(({ isScript }) => isScript);
  await make(listClosingUnits(emitters, modules, ids, scripts));
  for (const { id } of listed) {
    for (const note of cache.notes(id))
      addProblem(note as unknown as ReportedProblem, collector);
  }
  const filesBy = (emitter: Emitter): FinishedFile[] =>
    filesOf(listed.filter((one) => one.emitter === emitter));
  const problems = checkFiles(
    [...own.flatMap(filesBy), { path: manifestPath, exports: [] }],
    others.map((emitter) => ({
      emitter: emitter.name,
      files: filesBy(emitter),
    })),
  );
  for (const problem of problems) addProblem(problem, collector);
  return { files: filesOf(listed), units: () => cache.record() };
}

/** Whether the files of a unit are as they would be made; the sink has taken them then. */
function isKnown(id: string, cache: UnitCache, sink: FileSink): boolean {
  const files = cache.find(id);
  for (const { path } of files ?? []) sink.addUnchanged(path);
  return files !== undefined;
}

/** What a unit is given besides the context. What it reports is kept in its notes, for runs that do not make it again. */
function toolsOf(
  { emitter }: ListedUnit,
  context: EmitContext,
  notes: JsonValue[],
): UnitTools {
  return {
    symbol: (key) => {
      const id = emitterKey(emitter.name, key);
      const symbol = context.names.emitters.get(id);
      if (symbol !== undefined) return symbol;
      throw new RangeError(`no name is reserved under ${JSON.stringify(key)}`);
    },
    report: (problem) => notes.push({ ...problem }),
  };
}

/** Units that are emitted and printed, and that other threads lay out meanwhile. */
interface StartedBatch {
  readonly files: readonly EmittedFile[];
  readonly formatted: Promise<readonly TextFile[]>;
}

interface EmittedFile {
  /** Of its unit. */
  readonly id: string;
  readonly emitter: Emitter;
  readonly file: OutputFile;
  /** What is written of it: itself, or JavaScript and declarations. */
  readonly written: readonly PrintedFile[];
}

/** Gives what there is to know of a file with its text. */
type Finished = (
  emitted: EmittedFile,
  text: TextFile,
  imports: readonly string[],
) => FinishedFile;

async function startBatch(
  units: readonly ListedUnit[],
  context: EmitContext,
  cache: UnitCache,
  clock: StageClock,
): Promise<StartedBatch> {
  const emitted = await clock.run("emit", () =>
    units.flatMap((one) => {
      const files = cache.emit(one.id, (notes) =>
        one.unit.emit(context, toolsOf(one, context, notes)),
      );
      return files.map((file) => ({ ...one, file }));
    }),
  );
  const printed = await clock.run("print", async () => {
    const { printFiles } = await import("./print/print-files.js");
    const files = emitted.map(({ file }) => file);
    return printFiles(files, context.settings);
  });
  const written = await clock.run("transpile", async () => {
    const isTypeScript = context.settings.emit === "ts";
    if (isTypeScript && !printed.some(({ isScript }) => isScript))
      return printed.map((file) => [file]);
    const { transpileFiles, transpileScript } =
      await import("./transpile/transpile-files.js");
    const small = printed.map((file) =>
      file.isScript ? transpileScript(file) : file,
    );
    return isTypeScript ? small.map((file) => [file]) : transpileFiles(small);
  });
  const { formatFiles } = await import("./format/format-files.js");
  const formatted = formatFiles(written.flat());
  // Whoever finishes the batch is told of a fault, however late that is.
  formatted.catch(() => undefined);
  const files = emitted.map((each, index) => ({
    ...each,
    written: written[index] ?? [],
  }));
  return { files, formatted };
}

async function finishBatch(
  { files, formatted }: StartedBatch,
  cache: UnitCache,
  sink: FileSink,
  clock: StageClock,
  finished: Finished,
): Promise<void> {
  const texts = await clock.run("format", () => formatted);
  await clock.run("write", () => {
    let next = 0;
    for (const emitted of files) {
      for (const { imports } of emitted.written) {
        const text = texts[next++] as TextFile;
        sink.add(text);
        cache.add(emitted.id, finished(emitted, text, imports));
      }
    }
  });
}
