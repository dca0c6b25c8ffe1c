import type { TextFile } from "./code/file.js";
import type { EmitContext } from "./emit/context.js";
import { listClosingUnits, listUnits } from "./emit/emit.js";
import { ReadValues } from "./emit/read-values.js";
import { recordReads } from "./emit/reads.js";
import { trackContext } from "./emit/tracked-context.js";
import type { Unit } from "./emit/unit.js";
import { finishedFile, type FinishedFile } from "./finished-file.js";
import {
  KnownUnits,
  recordUnits,
  type MadeUnit,
  type RecordedUnits,
  type UnitRecord,
} from "./known-units.js";
import type { StageClock } from "./stages.js";

/** Where finished files go, so that nobody has to hold all texts at once. */
export interface FileSink {
  /** Takes a finished file. */
  add(file: TextFile): void;
  /** Whether it has a file of an earlier run as it was finished then. Where it has not, the file is made again. */
  has(file: FinishedFile): boolean;
  /** Takes a file that it has. */
  keep(path: string): void;
}

export interface MadeFiles {
  /** Every file but the manifest, in the order of the units. */
  readonly files: readonly FinishedFile[];
  /** What a later run has to know; worked out only when it is asked for. */
  readonly record: () => RecordedUnits;
}

/** So many units are in memory as code and text at a time: few, so that most of it dies young. */
const batchSize = 16;

/**
 * Makes the files of all units and hands each to the sink when it is finished.
 * @param known units of an earlier run: those that would give the same are not made again
 */
export async function makeFiles(
  context: EmitContext,
  known: UnitRecord | undefined,
  sink: FileSink,
  clock: StageClock,
): Promise<MadeFiles> {
  const given = new ReadValues(context);
  const knownUnits = known && new KnownUnits(known, given.hashOf);
  const make = unitMaker(context, knownUnits, sink, clock);
  const units = await make(await listUnits(context));
  const modules = units
    .flatMap(({ files }) => files)
    .filter(({ path }) => path.endsWith(".ts"));
  const closing = await make(
    listClosingUnits(
      modules.map(({ path, exports, runtime }) => ({
        path,
        hasExports: exports.length > 0,
        runtime,
      })),
    ),
  );
  const all = [...units, ...closing];
  return {
    files: all.flatMap(({ files }) => files),
    record: () => recordUnits(all, given),
  };
}

function unitMaker(
  context: EmitContext,
  known: KnownUnits | undefined,
  sink: FileSink,
  clock: StageClock,
): (units: readonly Unit[]) => Promise<readonly MadeUnit[]> {
  const tracked = trackContext(context);
  return async (units) => {
    const made = new Map<string, MadeUnit>();
    const open: Unit[] = [];
    await clock.run("cache", () => {
      for (const unit of units) {
        const old = known?.find(unit.name);
        if (old?.files.every((file) => sink.has(file)) === true) {
          for (const { path } of old.files) sink.keep(path);
          made.set(unit.name, old);
        } else {
          open.push(unit);
        }
      }
    });
    for (const unit of await makeUnits(open, tracked, sink, clock)) {
      made.set(unit.name, unit);
    }
    return units.flatMap(({ name }) => made.get(name) ?? []);
  };
}

/**
 * Makes the files of units, a few units at a time, and hands each to the sink.
 * @param context a tracked one
 */
export async function makeUnits(
  units: readonly Unit[],
  context: EmitContext,
  sink: Pick<FileSink, "add">,
  clock: StageClock,
): Promise<readonly MadeUnit[]> {
  if (units.length > 0) {
    const { useFormTable } = await import("./form-table.js");
    useFormTable();
  }
  const made: MadeUnit[] = [];
  for (let start = 0; start < units.length; start += batchSize) {
    const batch = units.slice(start, start + batchSize);
    made.push(...(await makeBatch(batch, context, sink, clock)));
  }
  return made;
}

async function makeBatch(
  units: readonly Unit[],
  context: EmitContext,
  sink: Pick<FileSink, "add">,
  clock: StageClock,
): Promise<readonly MadeUnit[]> {
  const emitted = await clock.run("emit", () =>
    units.map((unit) => ({
      unit,
      ...recordReads(() => unit.emit(context)),
    })),
  );
  const files = emitted.flatMap(({ value }) => value);
  const printed = await clock.run("print", async () => {
    const { printFiles } = await import("./print/print-files.js");
    return printFiles(files, context.settings);
  });
  const formatted = await clock.run("format", async () => {
    const { formatFiles } = await import("./format/format-files.js");
    return formatFiles(printed);
  });
  return clock.run("write", () => {
    let next = 0;
    return emitted.map(({ unit: { name }, reads, value }) => {
      const own = value.map((file) => {
        const { imports = [] } = printed[next] ?? {};
        const text = formatted[next] as TextFile;
        next += 1;
        sink.add(text);
        return finishedFile(file, text.text, imports);
      });
      return { name, reads, files: own };
    });
  });
}
