import { hash } from "node:crypto";
import { resolve } from "node:path";
import { fillSettings, type OutputSettings } from "../config/config.js";
import type { LocatedDiagnostic } from "../diagnostics/locate.js";
import type { EmitContext } from "../emit/context.js";
import { operationEntry } from "../emit/docs/pages/operation-words.js";
import { operationLine } from "../emit/docs/pages/page-lists.js";
import { unitsOf } from "../emit/emit.js";
import { fingerprintOf, textOf } from "../emit/fingerprint.js";
import { operationAt } from "../emit/operation-at.js";
import { modelParts } from "../emit/read-values.js";
import { recordedContext } from "../emit/recorded-context.js";
import { trackContext } from "../emit/tracked-context.js";
import type { Unit } from "../emit/unit.js";
import type { ApiSummary, ChangedRun, KnownRuns } from "../known-run.js";
import { replaceUnits } from "../known-units.js";
import { makeUnits } from "../make-files.js";
import type { Operation } from "../model/api.js";
import type { GenerateOptions } from "../options.js";
import { manifestPath, readManifest } from "../output/old-manifest.js";
import { outputDiagnostics } from "../output/output-diagnostics.js";
import { OutputWriter, type WrittenOutput } from "../output/write-output.js";
import type { StageClock } from "../stages.js";
import { changedParts } from "./changed-parts.js";
import type { ReadDescription } from "./description-record.js";
import { findRewording } from "./find-rewording.js";
import { replaceHashes } from "./manifest-hashes.js";
import { moveDiagnostics } from "./move-diagnostics.js";
import { RecordedValues, UnknownRead } from "./recorded-values.js";
import type { Rewording } from "./rewording.js";

/** What became of the output. */
export interface Reworded extends WrittenOutput {
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly unchanged: number;
  readonly summary: ApiSummary;
}

/**
 * Brings the output up to date where only words of the description have changed since the last run: a description or
 * summary of an operation or a named schema. Nothing then is made but what holds these words. Undefined where more
 * has changed, or where that is not sure; nothing was written then.
 */
export async function reword(
  options: GenerateOptions,
  runs: KnownRuns,
  clock: StageClock,
): Promise<Reworded | undefined> {
  const run = await clock.run("cache", () =>
    runs.beforeChange((description, { bytes }) =>
      findRewording(description, bytes),
    ),
  );
  if (run === undefined) return undefined;
  try {
    return await makeReworded(options, runs, run, clock);
  } catch (error) {
    if (error instanceof UnknownRead) return undefined;
    throw error;
  }
}

async function makeReworded(
  options: GenerateOptions,
  runs: KnownRuns,
  before: ChangedRun<Rewording>,
  clock: StageClock,
): Promise<Reworded | undefined> {
  const { run, input, change } = before;
  const moved = moveDiagnostics(
    run.summary.diagnostics,
    options.spec,
    change.lines,
    () => input.bytes.toString("utf8"),
  );
  if (moved === undefined) return undefined;
  const settings = fillSettings(options.settings ?? {});
  const values = new RecordedValues(before.units, before.values.lines);
  const effect = await clock.run("model", () =>
    effectOf(before, values, settings),
  );
  if (effect === undefined) return undefined;
  const units = await unitsThatRead(effect.hashes, before, values, settings);
  if (units === undefined) return undefined;
  runs.knowForms();
  const out = resolve(options.cwd ?? "", options.out);
  const writer = new OutputWriter(out, new Map(Object.entries(run.outputs)));
  try {
    const made = await makeUnits(units, effect.context, writer, clock);
    const record = replaceUnits(before.units, effect.hashes, made, values);
    if (record === undefined) return undefined;
    const hashes = new Map(
      made.flatMap(({ files }) =>
        files.map(({ path, sha256 }) => [path, sha256]),
      ),
    );
    const manifest = await clock.run("manifest", () =>
      replaceHashes(
        readManifest(out),
        [run.inputs[input.path] ?? "", input.sha256],
        run.outputs,
        hashes,
      ),
    );
    if (manifest === undefined) return undefined;
    writer.add({ kind: "text", path: manifestPath, text: manifest });
    hashes.set(manifestPath, hash("sha256", manifest));
    for (const path of Object.keys(run.outputs)) {
      if (!hashes.has(path)) writer.addUnchanged(path);
    }
    const comparison = await clock.run("compare", () => writer.compare());
    if (comparison.foreign.length > 0) return undefined;
    const changes = await clock.run("write", () => writer.commit(comparison));
    await clock.run("cache", () => {
      const now = descriptionAfter(before);
      runs.keepReworded(before, now, record, effect.values, hashes, moved);
    });
    const strangers = outputDiagnostics(options.out, comparison);
    return {
      ...changes,
      diagnostics: [...moved, ...strangers],
      unchanged: comparison.unchanged,
      summary: run.summary.summary,
    };
  } finally {
    writer.close();
  }
}

/** The description with the new words, which its value has by now. */
function descriptionAfter({
  input: { bytes },
  change: { root },
  description: { copied, value },
}: ChangedRun<Rewording>): ReadDescription {
  return value === undefined
    ? { bytes, copied }
    : { bytes, copied, value: JSON.stringify(root) };
}

/** What other words come to. */
interface Effect {
  /** A tracked context in which the words are the new ones. */
  readonly context: EmitContext;
  /** The hashes of reads that give something else now, by their places in the record. */
  readonly hashes: ReadonlyMap<number, string>;
  /** The JSON of those whose values are recorded. */
  readonly values: ReadonlyMap<number, string>;
}

function effectOf(
  { input, change, description }: ChangedRun<Rewording>,
  values: RecordedValues,
  settings: OutputSettings,
): Effect | undefined {
  const { copied } = description;
  const found = changedParts(change, copied, values, input.path, settings);
  if (found === undefined) return undefined;
  const hashes = new Map<number, string>();
  const anew = new Map<number, string>();
  const note = (kind: string, id: string, value: unknown): void => {
    const place = values.placeOf(kind, id);
    const text = textOf(value);
    const hash = fingerprintOf(text);
    if (place === undefined || hash === values.hashOf(kind, id)) return;
    hashes.set(place, hash);
    if (!modelParts.has(kind)) anew.set(place, text);
  };
  const lines = new Map<string, unknown>();
  const context = recordedContext((kind, id) => {
    if (modelParts.has(kind)) return found.read(kind, id);
    return kind === operationLine.kind && lines.has(id)
      ? lines.get(id)
      : values.valueOf(kind, id);
  }, settings);
  for (const { kind, id, value } of found.parts) {
    note(kind, id, value);
    if (kind !== operationAt.kind) continue;
    const line = operationEntry(value as Operation, context.names);
    lines.set(id, line);
    note(operationLine.kind, id, line);
  }
  return { context: trackContext(context), hashes, values: anew };
}

/** The units that have read what is something else now; undefined where one is not known. */
async function unitsThatRead(
  places: ReadonlyMap<number, unknown>,
  { units: { units } }: ChangedRun<Rewording>,
  values: RecordedValues,
  settings: OutputSettings,
): Promise<readonly Unit[] | undefined> {
  const affected = units.filter(([, reads]) =>
    reads.some((place) => places.has(place)),
  );
  const ids = values.ids("definition");
  const all = await unitsOf(ids, values.ids(operationAt.kind), settings);
  const byName = new Map(all.map((unit) => [unit.name, unit]));
  const found = affected.flatMap(([name]) => byName.get(name) ?? []);
  return found.length < affected.length ? undefined : found;
}
