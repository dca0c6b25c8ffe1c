import { resolve } from "node:path";
import { printedForms } from "./code/printed-forms.js";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import type { FinishedFile } from "./finished-file.js";
import type { GenerateOptions } from "./options.js";
import type { UnitRecord } from "./known-units.js";
import type { MadeContext } from "./make-context.js";
import type { MadeFiles } from "./make-files.js";
import type { Api, KeywordCoverage } from "./model/api.js";
import { FileStamps, hashFile } from "./output/file-stamps.js";
import {
  findCacheFolder,
  RunRecords,
  type RunRecord,
} from "./output/run-record.js";

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

/** What is known of the last run with the same options, and what is to be known of this one. */
export class KnownRuns {
  readonly #records: RunRecords<KnownRun, UnitRecord> | undefined;
  readonly #last: RunRecord<KnownRun> | undefined;
  readonly #stamps: FileStamps;
  /** How many forms the cache has. */
  #forms = 0;

  /**
   * Nothing is known where there is no cache, or where it is not wanted.
   * @param isExact whether every file of the output is read, whatever the file system says of it
   */
  constructor(options: GenerateOptions, isExact: boolean) {
    const { spec, settings, allow, resources, cache } = options;
    const cwd = resolve(options.cwd ?? "");
    const out = resolve(cwd, options.out);
    const folder = cache === false ? undefined : findCacheFolder(cwd);
    if (folder !== undefined) {
      const given = [...(resources ?? [])];
      const all = [cwd, spec, out, settings, allow, given];
      this.#records = new RunRecords(folder, out, all);
    }
    this.#last = this.#records?.last();
    this.#stamps = new FileStamps(
      out,
      this.#last?.outputs ?? {},
      isExact ? {} : (this.#last?.stamps ?? {}),
    );
  }

  /** The last run, where nothing that it read and nothing that it wrote has changed since. */
  unchanged(): RunRecord<KnownRun> | undefined {
    const last = this.#last;
    if (last === undefined) return undefined;
    for (const [path, hash] of Object.entries(last.inputs)) {
      if (hashFile(path) !== hash) return undefined;
    }
    for (const [path, hash] of Object.entries(last.outputs)) {
      if (!this.#stamps.holds(path, hash)) return undefined;
    }
    if (this.#stamps.hasNew) {
      this.#records?.keep({ ...last, stamps: this.#stamps.stamps });
    }
    return last;
  }

  /** What the last run has told of its units. Forms that were printed before are known from here on. */
  units(): UnitRecord | undefined {
    const forms = this.#records?.forms() ?? [];
    this.#forms = forms.length;
    printedForms.add(forms);
    return this.#records?.parts();
  }

  /** Whether a file stands in the output folder as it was finished once. */
  holds({ path, sha256 }: FinishedFile): boolean {
    return this.#stamps.holds(path, sha256);
  }

  /** Keeps what a run that ended well made, once its output is on the disk. */
  keep(
    { inputs, api, diagnostics }: MadeContext,
    { files, record }: MadeFiles,
  ): void {
    if (this.#records === undefined || api === undefined) return;
    const hashes = (list: readonly { path: string; sha256: string }[]) =>
      Object.fromEntries(list.map(({ path, sha256 }) => [path, sha256]));
    const run = {
      inputs: hashes(inputs),
      outputs: hashes(files),
      stamps: this.#stamps.stamps,
      summary: { diagnostics, summary: summarize(api) },
    };
    this.#records.keep(run, record());
    const forms = printedForms.record();
    if (forms.length > this.#forms) this.#records.keepForms(forms);
  }
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
