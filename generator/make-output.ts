import type { TextFile } from "./code/file.js";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import type { UnitRecord } from "./known-units.js";
import { makeContext, type MadeContext } from "./make-context.js";
import { finishedFile } from "./finished-file.js";
import type { FileSink, MadeFiles } from "./make-files.js";
import type { Api } from "./model/api.js";
import type { MakeOptions } from "./options.js";
import type { FileOrigin } from "./read/document.js";
import { specAddress } from "./read/spec-address.js";
import { StageClock, type StageTiming } from "./stages.js";
import { version } from "./version.js";

/** What is made of a description, nothing written. */
export interface MadeOutput {
  /** Every file of the output, formatted, the manifest last. Absent where a diagnostic is an error. */
  readonly files?: readonly TextFile[];
  /** Absent where the description could not be resolved. */
  readonly api?: Api;
  /** The files that were read. */
  readonly inputs: readonly FileOrigin[];
  readonly diagnostics: readonly LocatedDiagnostic[];
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
    has: () => false,
    keep: () => undefined,
  };
  const { made, files } = await makeInto(sink, undefined, options, clock);
  const { api, inputs, diagnostics } = made;
  return {
    ...(files === undefined ? {} : { files: texts }),
    ...(api === undefined ? {} : { api }),
    inputs,
    diagnostics,
    timings: clock.timings,
  };
}

/** What a run has made, its files in the sink. */
export interface MadeInto {
  readonly made: MadeContext;
  /** Every file, the manifest last. Absent where a diagnostic is an error; then the sink has none. */
  readonly files?: MadeFiles;
}

/**
 * The same, each file handed to a sink when it is finished, the manifest last.
 * @param known what an earlier run with the same options has told of its units
 */
export async function makeInto(
  sink: FileSink,
  known: UnitRecord | undefined,
  options: MakeOptions,
  clock: StageClock,
): Promise<MadeInto> {
  const made = await makeContext(options, clock);
  const { context, specHash } = made;
  if (context === undefined) return { made };
  const { makeFiles } = await import("./make-files.js");
  const { files, record } = await makeFiles(context, known, sink, clock);
  const manifest = await clock.run("manifest", async () => {
    const { emitManifest } = await import("./emit/manifest/emit-manifest.js");
    const { api, names } = context;
    const address = specAddress(options.spec);
    return emitManifest({
      api,
      names,
      files,
      specHash,
      ...(address.kind === "file" ? {} : { specSource: address.name }),
      version,
    });
  });
  sink.add(manifest);
  const finished = finishedFile(manifest, manifest.text, []);
  return { made, files: { files: [...files, finished], record } };
}
