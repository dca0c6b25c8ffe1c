import { analyze, type Analysis } from "./analyze.js";
import type { UnitRecord } from "./cache/unit-cache.js";
import type { FinishedFile, TextFile } from "./code/file.js";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import { UsageError } from "./config/usage-error.js";
import type { Emitter } from "./emit/emitter.js";
import { emitters } from "./emit/emitters.js";
import { siteEmitter } from "./emit/site-emitter.js";
import { guardedEmitter } from "./emit/guarded-emitter.js";
import { finishedFile } from "./finished-file.js";
import { makeFiles, type FileSink, type LastRun } from "./make-files.js";
import type { MakeOptions } from "./options.js";
import { specAddress } from "./read/spec-address.js";
import { StageClock, type StageTiming } from "./stages.js";
import { version } from "./version.js";

/** What is made of a description, nothing written. */
export interface MadeOutput extends Pick<
  MadeInto,
  "api" | "summary" | "inputs" | "diagnostics"
> {
  /** Every file of the output, formatted, the manifest last. Absent where a diagnostic is an error. */
  readonly files?: readonly TextFile[];
  readonly timings: readonly StageTiming[];
}

/**
 * The way from a description to the files of its output. Reads the description's files and writes nothing.
 * Faults of the description are diagnostics; what is thrown is a fault of specwright.
 */
export async function makeOutput(options: MakeOptions): Promise<MadeOutput> {
  const clock = new StageClock(options.onStage);
  const texts: TextFile[] = [];
  const sink: FileSink = {
    add: (file) => texts.push(file),
    addUnchanged: () => undefined,
  };
  const { files, api, inputs, diagnostics } = await makeInto(
    sink,
    undefined,
    options,
    clock,
  );
  return {
    ...(files === undefined ? {} : { files: texts }),
    ...(api === undefined ? {} : { api }),
    inputs,
    diagnostics,
    timings: clock.timings,
  };
}

/** What a run has made, its files in the sink. */
export interface MadeInto extends Omit<
  Analysis,
  "context" | "collector" | "diagnostics"
> {
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Every file, the manifest last. Absent where a diagnostic is an error; then the sink has none. */
  readonly files?: readonly FinishedFile[];
  /** What the next run has to know. */
  readonly units: () => UnitRecord;
}

/**
 * Reads, resolves, builds the model and chooses names (`analyze`), then emits, prints and formats (`makeFiles`); each
 * file goes to a sink when it is finished, the manifest last.
 * @param last what is known of the last run, where its files may be kept
 */
export async function makeInto(
  sink: FileSink,
  last: LastRun | undefined,
  options: MakeOptions,
  clock: StageClock,
): Promise<MadeInto> {
  const others = (options.emitters ?? []).map(guardedEmitter);
  const all = [...emitters, ...others];
  checkNames(all);
  const analysis = await analyze(options, clock, all);
  const { context, collector, diagnostics, ...known } = analysis;
  const refused = () =>
    ({ ...known, diagnostics: diagnostics(), units: noUnits }) as const;
  if (context === undefined) return refused();
  const { site } = options;
  const { files, units } = await makeFiles(
    context,
    site === undefined
      ? { own: emitters, others }
      : { own: [siteEmitter(site)], others: [] },
    collector,
    last,
    sink,
    clock,
  );
  if (collector.hasErrors) return refused();
  const manifest = await clock.run("manifest", async () => {
    const { emitManifest, emitSiteManifest } =
      await import("./manifest/emit-manifest.js");
    const { api, names, settings } = context;
    const address = specAddress(options.spec);
    const specSource =
      address.kind === "file" ? {} : { specSource: address.name };
    const made = { files, specHash: known.specHash, ...specSource, version };
    return site === undefined
      ? emitManifest({ ...made, api, names, emit: settings.emit })
      : emitSiteManifest(made);
  });
  sink.add(manifest);
  const finished = finishedFile(manifest, manifest, []);
  return {
    ...known,
    diagnostics: diagnostics(),
    files: [...files, finished],
    units,
  };
}

/** @throws UsageError if two emitters have the same name */
function checkNames(all: readonly Emitter[]): void {
  const names = new Set<string>();
  for (const { name } of all) {
    if (names.has(name))
      throw new UsageError(`Two emitters are called "${name}"; rename yours.`);
    names.add(name);
  }
}

function noUnits(): UnitRecord {
  return { texts: [], reads: [], units: [] };
}
