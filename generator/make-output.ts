import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { TextFile } from "./code/file.js";
import { defaultSettings, type OutputSettings } from "./config/config.js";
import { DiagnosticCollector } from "./diagnostics/collector.js";
import {
  locateDiagnostics,
  type LocatedDiagnostic,
} from "./diagnostics/locate.js";
import type { Api } from "./model/api.js";
import type {
  FileOrigin,
  SourceDocument,
  SourceText,
} from "./read/document.js";
import type { MakeOptions } from "./options.js";
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
  const { spec, resources } = options;
  const path = resolve(options.cwd ?? "", spec);
  const settings: OutputSettings = { ...defaultSettings, ...options.settings };
  const clock = new StageClock(options.onStage);
  const collector = new DiagnosticCollector(options.allow);
  let sources: ReadonlyMap<string, SourceText> = new Map();
  const made = (files?: readonly TextFile[], api?: Api): MadeOutput => ({
    ...(files === undefined ? {} : { files }),
    ...(api === undefined ? {} : { api }),
    inputs: [...sources.values()].flatMap(({ origin }) => origin ?? []),
    diagnostics: locateDiagnostics(collector.all, sources, spec),
    timings: clock.timings,
  });

  const location = { path, file: "", displayName: spec };
  const { source, document } = await clock.run("read", async () => {
    const { readSource } = await import("./read/read-source.js");
    const { convertSwagger } = await import("./swagger/convert-swagger.js");
    const read = readSource(location, collector);
    if (read.document === undefined) return read;
    const converted = await convertSwagger(read.document, collector);
    return { source: read.source, document: converted };
  });
  if (source !== undefined) sources = new Map([["", source]]);
  if (document === undefined) return made();

  const description = await clock.run("resolve", async () => {
    const { resolveDescription } =
      await import("./resolve/resolve-description.js");
    return resolveDescription(document, path, collector, resources);
  });
  if (description === undefined) return made();
  sources = description.sources;

  const api = await clock.run("model", async () => {
    const { buildApi } = await import("./model/build-api.js");
    const { checkWire } = await import("./model/check-wire.js");
    const built = buildApi(description, collector);
    checkWire(built, collector, settings);
    return built;
  });
  if (collector.hasErrors) return made(undefined, api);

  const { views, names } = await clock.run("names", async () => {
    const { findViews } = await import("./model/find-views.js");
    const { chooseNames } = await import("./names/choose-names.js");
    const views = findViews(api);
    return { views, names: chooseNames(api, views, collector) };
  });
  if (collector.hasErrors) return made(undefined, api);

  const emitted = await clock.run("emit", async () => {
    const { emitAll } = await import("./emit/emit.js");
    return emitAll({ api, views, names, settings });
  });
  const printed = await clock.run("print", async () => {
    const { printFiles } = await import("./print/print-files.js");
    return printFiles(emitted, settings);
  });
  const formatted = await clock.run("format", async () => {
    const { formatFiles } = await import("./format/format-files.js");
    return formatFiles(printed);
  });
  const manifest = await clock.run("manifest", async () => {
    const { emitManifest } = await import("./emit/manifest/emit-manifest.js");
    const specHash = hashDocuments(description.documents);
    return emitManifest({ api, names, files: formatted, specHash, version });
  });
  return made([...formatted, manifest], api);
}

/** The entry document's own hash where it is the only file, else one over all files and their names. */
function hashDocuments(documents: ReadonlyMap<string, SourceDocument>): string {
  const hashes = [...documents.values()].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  );
  const [entry, ...others] = hashes;
  if (entry !== undefined && others.length === 0) return entry.sha256;
  const list = hashes.map(({ sha256, file }) => `${sha256}  ${file}\n`);
  return createHash("sha256").update(list.join("")).digest("hex");
}
