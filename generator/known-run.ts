import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { printedForms } from "./code/printed-forms.js";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import type { FinishedFile } from "./finished-file.js";
import type { GenerateOptions } from "./options.js";
import type { UnitRecord } from "./known-units.js";
import type { MadeContext } from "./make-context.js";
import type { MadeFiles } from "./make-files.js";
import type { Api, KeywordCoverage } from "./model/api.js";
import {
  FileStamps,
  readHashed,
  type HashedFile,
} from "./output/file-stamps.js";
import {
  findCacheFolder,
  RunRecords,
  type KeptParts,
  type RunRecord,
} from "./output/run-record.js";
import { specAddress } from "./read/spec-address.js";
import {
  readDescription,
  type ReadDescription,
} from "./rewording/description-record.js";

/** What the cache keeps of the parts of an output. */
interface KnownParts {
  /** The run that has made them. */
  readonly run: string;
  /** The run that has kept what they have read. */
  readonly values: string;
  readonly units: UnitRecord;
  /** See `ReadDescription`. */
  readonly copied: readonly string[];
  /** Whether the description is JSON itself. */
  readonly isJson: boolean;
}

/** The last run, where all that has changed since is the only file that it has read. */
export interface ChangedRun<Change> {
  readonly run: RunRecord<KnownRun>;
  /** The file as it is now. */
  readonly input: HashedFile;
  /** The description as it was. */
  readonly description: ReadDescription;
  readonly change: Change;
  readonly units: UnitRecord;
  /** The run that has kept what the units have read, and its JSON in the order of their record. */
  readonly values: { readonly run: string; readonly lines: readonly string[] };
}

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
  readonly #records: RunRecords<KnownRun, KnownParts> | undefined;
  readonly #last: RunRecord<KnownRun> | undefined;
  readonly #stamps: FileStamps;
  /** Whether the description is a file, which can be seen to be unchanged; others are read in every run. */
  readonly #isFile: boolean;
  #changedInput: HashedFile | undefined;
  /** How many forms the cache has. */
  #forms = 0;

  /**
   * Nothing is known where there is no cache, or where it is not wanted.
   * @param isExact whether every file of the output is read, whatever the file system says of it
   */
  constructor(options: GenerateOptions, isExact: boolean) {
    const { spec, settings, allow, strict, cache } = options;
    const { root, resources, resourceFiles } = options;
    const cwd = resolve(options.cwd ?? "");
    const out = resolve(cwd, options.out);
    const folder = cache === false ? undefined : findCacheFolder(cwd);
    if (folder !== undefined) {
      const given = [...(resources ?? [])];
      const reach = [root, resourceFiles, given];
      const all = [cwd, spec, out, settings, allow, strict, reach];
      this.#records = new RunRecords(folder, out, all);
    }
    this.#last = this.#records?.last();
    this.#isFile = specAddress(spec).kind === "file";
    this.#stamps = new FileStamps(
      out,
      this.#last?.outputs ?? {},
      isExact ? {} : (this.#last?.stamps ?? {}),
    );
  }

  /** The last run, where nothing that it read and nothing that it wrote has changed since. */
  unchanged(): RunRecord<KnownRun> | undefined {
    const last = this.#last;
    if (last === undefined || !this.#isFile) return undefined;
    for (const [path, hash] of Object.entries(last.inputs)) {
      const file = readHashed(path);
      if (file?.sha256 === hash) continue;
      this.#changedInput = file;
      return undefined;
    }
    if (!this.#isOutputWhole(last)) return undefined;
    if (this.#stamps.hasNew) {
      this.#records?.keep({ ...last, stamps: this.#stamps.stamps });
    }
    return last;
  }

  /** Whether the last run has read a file that has another text now. */
  get isInputChanged(): boolean {
    return this.#changedInput !== undefined;
  }

  #isOutputWhole({ outputs }: RunRecord<KnownRun>): boolean {
    return Object.entries(outputs).every(([path, hash]) =>
      this.#stamps.holds(path, hash),
    );
  }

  /**
   * What is known of the last run where all that has changed since is the only file that it read.
   * @param find finds what has changed of the description; undefined where the rest is not worth a look
   */
  beforeChange<T>(
    find: (before: ReadDescription, input: HashedFile) => T | undefined,
  ): ChangedRun<T> | undefined {
    const run = this.#last;
    const input = this.#changedInput;
    if (run === undefined || input === undefined) return undefined;
    if (Object.keys(run.inputs).length > 1) return undefined;
    const before = run.inputs[input.path] ?? "";
    const bytes = this.#records?.text(before);
    const parts = bytes && this.#records?.parts();
    if (bytes === undefined || parts?.run !== run.id) return undefined;
    const { copied, isJson } = parts;
    const json = isJson ? undefined : this.#records?.json()?.split("\n");
    if (!isJson && json?.[0] !== run.id) return undefined;
    const [, value] = json ?? [];
    const description = {
      bytes,
      copied,
      ...(value === undefined ? {} : { value }),
    };
    const change = find(description, input);
    if (change === undefined || !this.#isOutputWhole(run)) return undefined;
    const lines = this.#records?.values()?.split("\n");
    if (lines?.pop() !== parts.values) return undefined;
    const values = { run: parts.values, lines };
    return { run, input, description, change, units: parts.units, values };
  }

  /** What the last run has told of its units. Forms that were printed before are known from here on. */
  units(): UnitRecord | undefined {
    this.knowForms();
    return this.#records?.parts()?.units;
  }

  /** Makes the forms known that were printed before. */
  knowForms(): void {
    const forms = this.#records?.forms() ?? [];
    this.#forms = forms.length;
    printedForms.add(forms);
  }

  /** Whether a file stands in the output folder as it was finished once. */
  holds({ path, sha256 }: FinishedFile): boolean {
    return this.#stamps.holds(path, sha256);
  }

  /** Keeps what a run that ended well made, once its output is on the disk. */
  keep(
    { inputs, api, diagnostics, description, copied }: MadeContext,
    { files, record }: MadeFiles,
  ): void {
    if (this.#records === undefined || api === undefined) return;
    const hashes = (list: readonly { path: string; sha256: string }[]) =>
      Object.fromEntries(list.map(({ path, sha256 }) => [path, sha256]));
    const id = randomUUID();
    const run = {
      id,
      inputs: hashes(inputs),
      outputs: hashes(files),
      stamps: this.#stamps.stamps,
      summary: { diagnostics, summary: summarize(api) },
    };
    const { units, values } = record();
    const read = description && readDescription(description, copied);
    const [input] = inputs;
    if (read === undefined || input === undefined) {
      const parts = { run: "", values: "", units, copied: [], isJson: true };
      this.#records.keep(run, { parts });
    } else {
      this.#records.keep(run, {
        ...keptDescription(id, id, units, read, input.sha256),
        values: [...values, id].join("\n"),
      });
    }
    this.#keepForms();
  }

  /**
   * Keeps what there is to know after a change of words, once the output is on the disk.
   * @param description as it is now
   * @param anew what units have read that is another value now, by its place
   * @param hashes of the files that were made anew, by path
   */
  keepReworded(
    { run, input, values }: ChangedRun<unknown>,
    description: ReadDescription,
    units: UnitRecord,
    anew: ReadonlyMap<number, string>,
    hashes: ReadonlyMap<string, string>,
    diagnostics: readonly LocatedDiagnostic[],
  ): void {
    const id = randomUUID();
    const stamps = Object.fromEntries(
      Object.entries(this.#stamps.stamps).filter(([path]) => !hashes.has(path)),
    );
    const next = {
      id,
      inputs: { [input.path]: input.sha256 },
      outputs: { ...run.outputs, ...Object.fromEntries(hashes) },
      stamps,
      summary: { ...run.summary, diagnostics },
    };
    const isSame = anew.size === 0;
    const lines = values.lines.map((line, place) => anew.get(place) ?? line);
    this.#records?.keep(next, {
      ...keptDescription(
        id,
        isSame ? values.run : id,
        units,
        description,
        input.sha256,
      ),
      ...(isSame ? {} : { values: [...lines, id].join("\n") }),
    });
    this.#keepForms();
  }

  #keepForms(): void {
    const forms = printedForms.record();
    if (forms.length > this.#forms) this.#records?.keepForms(forms);
  }
}

function keptDescription(
  run: string,
  values: string,
  units: UnitRecord,
  { bytes, copied, value }: ReadDescription,
  sha256: string,
): KeptParts<KnownParts> {
  const isJson = value === undefined;
  return {
    parts: { run, values, units, copied, isJson },
    text: { bytes, sha256 },
    ...(isJson ? {} : { json: `${run}\n${value}` }),
  };
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
