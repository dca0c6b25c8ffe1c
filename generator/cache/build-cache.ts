import { resolve } from "node:path";
import type { FinishedFile } from "../code/file.js";
import type { GenerateOptions } from "../options.js";
import type { FileOrigin } from "../read/document.js";
import { specAddress } from "../read/spec-address.js";
import type { CacheMemory } from "./cache-file.js";
import { FileStamps, hashFile } from "./file-stamps.js";
import {
  findCacheFolder,
  RunRecords,
  type RunRecord,
  type RunReport,
} from "./run-record.js";
import type { UnitRecord } from "./unit-cache.js";

/** What a run has made. */
interface FinishedRun {
  readonly inputs: readonly FileOrigin[];
  readonly files?: readonly FinishedFile[];
  readonly units: () => UnitRecord;
  readonly diagnostics: RunReport["diagnostics"];
  readonly summary?: RunReport["summary"];
}

/**
 * What is known of the last run into an output folder with the same options, and what is kept of this one. All of it
 * may be lost at any time: it saves work, and decides about no byte.
 */
export class BuildCache {
  readonly #records: RunRecords | undefined;
  readonly #last: RunRecord | undefined;
  readonly #stamps: FileStamps;
  /** Whether the description is a file, which can be seen to be unchanged; others are read in every run. */
  readonly #isFile: boolean;

  /**
   * Nothing is known where there is no cache, or where it is not wanted.
   * @param isExact whether every file of the output is read, whatever the file system says of it
   * @param memory of this process, where one run follows another
   */
  constructor(
    options: GenerateOptions,
    isExact: boolean,
    memory?: CacheMemory,
  ) {
    const { spec, settings, allow, strict, cache } = options;
    const { root, resources, resourceFiles, overlays, site } = options;
    const { nameLock } = options;
    const { emitters = [], emitterFiles = [] } = options;
    const cwd = resolve(options.cwd ?? "");
    const out = resolve(cwd, options.out);
    // With a memory nothing is written there.
    const place = findCacheFolder(cwd) ?? (memory && cwd);
    // Of emitters without files it cannot be seen whether they have changed.
    const isUncertain = emitters.length > 0 && emitterFiles.length === 0;
    const folder = cache === false || isUncertain ? undefined : place;
    if (folder !== undefined) {
      const given = [...(resources ?? [])];
      const reach = [root, resourceFiles, given, overlays, site, nameLock];
      const code = emitters.length > 0 ? emitterFiles.map(hashFile) : [];
      const all = [cwd, spec, out, settings, allow, strict, reach, code];
      this.#records = new RunRecords(folder, out, all, memory);
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
  unchanged(): RunRecord | undefined {
    const last = this.#last;
    if (last === undefined || !this.#isFile) return undefined;
    const isSame =
      Object.entries(last.inputs).every(
        ([path, hash]) => hashFile(path) === hash,
      ) &&
      Object.entries(last.outputs).every(([path, hash]) =>
        this.#stamps.holds(path, hash),
      );
    if (!isSame) return undefined;
    if (this.#stamps.hasNew) {
      this.#records?.keep({ ...last, stamps: this.#stamps.stamps });
    }
    return last;
  }

  /** What the last run has told of its units. */
  units(): UnitRecord | undefined {
    return this.#records?.units();
  }

  /** Whether a file stands in the output folder as it was finished once. */
  holds({ path, sha256 }: FinishedFile): boolean {
    return this.#stamps.holds(path, sha256);
  }

  /** Keeps what a run that ended well made, once its output is on the disk. */
  keep({ inputs, files, units, diagnostics, summary }: FinishedRun): void {
    if (this.#records === undefined) return;
    if (files === undefined || summary === undefined) return;
    const hashes = (list: readonly { path: string; sha256: string }[]) =>
      Object.fromEntries(list.map(({ path, sha256 }) => [path, sha256]));
    const run = {
      inputs: hashes(inputs),
      outputs: hashes(files),
      stamps: this.#stamps.stamps,
      report: { diagnostics, summary },
    };
    this.#records.keep(run, units());
  }
}
