import { resolve } from "node:path";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import type { GenerateOptions } from "./options.js";
import type { UnitRecord } from "./known-units.js";
import type { MadeContext } from "./make-context.js";
import type { MadeFiles } from "./make-files.js";
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
): RunRecords<KnownRun, UnitRecord> | undefined {
  const { spec, settings, allow, resources, cache } = options;
  const cwd = resolve(options.cwd ?? "");
  const folder = cache === false ? undefined : findCacheFolder(cwd);
  if (folder === undefined) return undefined;
  const out = resolve(cwd, options.out);
  const given = [...(resources ?? [])];
  return new RunRecords(folder, out, [cwd, spec, out, settings, allow, given]);
}

/** Keeps what a run that ended well made, once its output is on the disk. */
export function keepRecord(
  records: RunRecords<KnownRun, UnitRecord> | undefined,
  { inputs, api, diagnostics }: MadeContext,
  { files, record }: MadeFiles,
): void {
  if (records === undefined || api === undefined) return;
  const hashes = (list: readonly { path: string; sha256: string }[]) =>
    Object.fromEntries(list.map(({ path, sha256 }) => [path, sha256]));
  const run = {
    inputs: hashes(inputs),
    outputs: hashes(files),
    summary: { diagnostics, summary: summarize(api) },
  };
  records.keep(run, record());
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
