import { createHash } from "node:crypto";
import { resolve } from "node:path";
import type { TextFile } from "./code/file.js";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import type { GenerateOptions } from "./options.js";
import type { MadeOutput } from "./make-output.js";
import type { Api, KeywordCoverage } from "./model/api.js";
import { findCacheFolder, RunRecords } from "./output/run-record.js";

/** What an API holds, in figures. */
export interface ApiSummary {
  readonly operations: number;
  readonly schemas: number;
  /** What became of every keyword of every schema. */
  readonly coverage: readonly KeywordCoverage[];
}

/** What a record tells of the run that made it. */
export interface KnownRun {
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly summary: ApiSummary;
}

/** The records of runs with these options; undefined where there is no cache or it is not wanted. */
export function openRecords(
  options: GenerateOptions,
): RunRecords<KnownRun> | undefined {
  const { spec, settings, allow, resources, cache } = options;
  const cwd = resolve(options.cwd ?? "");
  const folder = cache === false ? undefined : findCacheFolder(cwd);
  if (folder === undefined) return undefined;
  const out = resolve(cwd, options.out);
  const given = [...(resources ?? [])];
  return new RunRecords(folder, [cwd, spec, out, settings, allow, given]);
}

/** Keeps what a run that ended well made, once its output is on the disk. */
export function keepRecord(
  records: RunRecords<KnownRun> | undefined,
  { inputs, api, diagnostics }: MadeOutput,
  files: readonly TextFile[],
): void {
  if (records === undefined || api === undefined) return;
  records.keep({
    inputs: Object.fromEntries(
      inputs.map(({ path, sha256 }) => [path, sha256]),
    ),
    outputs: hashesOf(files),
    summary: { diagnostics, summary: summarize(api) },
  });
}

/** Counts what an API holds. */
export function summarize({
  operations,
  definitions,
  coverage,
}: Api): ApiSummary {
  return {
    operations: operations.length,
    schemas: Object.keys(definitions).length,
    coverage,
  };
}

/** The hashes of the output's files: the manifest has all but its own. */
function hashesOf(files: readonly TextFile[]): Record<string, string> {
  const manifest = files.find(({ path }) => path === "manifest.json");
  if (manifest === undefined) throw new Error("the output has no manifest");
  const { text, path } = manifest;
  const listed = JSON.parse(text) as { files: Record<string, string> };
  const own = createHash("sha256").update(text).digest("hex");
  return { ...listed.files, [path]: own };
}
