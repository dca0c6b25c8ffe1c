import { readHashes } from "./cache/read-hashes.js";
import { trackContext } from "./cache/tracked-context.js";
import { UnitCache, type UnitRecord } from "./cache/unit-cache.js";
import type { FinishedFile, TextFile } from "./code/file.js";
import { moduleOf } from "./code/written-module.js";
import type { EmitContext } from "./emit/context.js";
import { listClosingUnits, listUnits } from "./emit/emit.js";
import { queries } from "./emit/queries.js";
import type { Unit } from "./emit/unit.js";
import { finishedFile } from "./finished-file.js";
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

/** So many units are in memory as code and text at a time: few, so that most of it dies young. */
const batchSize = 16;

/** Makes the files of all units and hands each to the sink when it is finished. */
export async function makeFiles(
  context: EmitContext,
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
  const make = async (units: readonly Unit[]): Promise<FinishedFile[]> => {
    const open = await clock.run("cache", () =>
      units.filter(({ name }) => !isKnown(name, cache, sink)),
    );
    for (let start = 0; start < open.length; start += batchSize) {
      const batch = open.slice(start, start + batchSize);
      await makeBatch(batch, tracked, cache, sink, clock);
    }
    return units.flatMap(({ name }) => cache.files(name));
  };
  const files = await make(await listUnits(context));
  const modules = files
    .filter(({ exports, runtime }) => exports.length + runtime.length > 0)
    .map((file) => ({ ...file, path: moduleOf(file.path) }));
  const closing = await make(listClosingUnits(modules));
  return {
    files: [...files, ...closing],
    units: () => cache.record(),
  };
}

/** Whether the files of a unit are as they would be made; the sink has taken them then. */
function isKnown(name: string, cache: UnitCache, sink: FileSink): boolean {
  const files = cache.find(name);
  for (const { path } of files ?? []) sink.addUnchanged(path);
  return files !== undefined;
}

async function makeBatch(
  units: readonly Unit[],
  context: EmitContext,
  cache: UnitCache,
  sink: FileSink,
  clock: StageClock,
): Promise<void> {
  const emitted = await clock.run("emit", () =>
    units.flatMap((unit) => {
      const files = cache.emit(unit.name, () => unit.emit(context));
      return files.map((file) => ({ unit, file }));
    }),
  );
  const printed = await clock.run("print", async () => {
    const { printFiles } = await import("./print/print-files.js");
    const files = emitted.map(({ file }) => file);
    return printFiles(files, context.settings);
  });
  const written = await clock.run("transpile", async () => {
    if (context.settings.emit === "ts") return printed.map((file) => [file]);
    const { transpileFiles } = await import("./transpile/transpile-files.js");
    return transpileFiles(printed);
  });
  const formatted = await clock.run("format", async () => {
    const { formatFiles } = await import("./format/format-files.js");
    return formatFiles(written.flat());
  });
  await clock.run("write", () => {
    let next = 0;
    emitted.forEach(({ unit, file }, index) => {
      for (const { imports } of written[index] ?? []) {
        const finished = formatted[next++] as TextFile;
        sink.add(finished);
        cache.add(unit.name, finishedFile(file, finished, imports));
      }
    });
  });
}
