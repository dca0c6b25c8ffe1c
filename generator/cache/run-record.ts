import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../code/package-root.js";
import type { ApiSummary } from "../model/api.js";
import type { LocatedDiagnostic } from "../diagnostics/locate.js";
import { CacheFile, type CacheMemory } from "./cache-file.js";
import type { Stamps } from "./file-stamps.js";
import type { UnitRecord } from "./unit-cache.js";

/** What a run that ended well leaves behind, so that the next one can see that there is nothing to do. */
export interface RunRecord {
  /** Every file that was read, by its path, with the hash of its bytes. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Every file of the output, the manifest included, with its hash. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What the file system said of those that have been read since they were written. */
  readonly stamps: Stamps;
  readonly report: RunReport;
}

/** What a run had to tell. */
export interface RunReport {
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly summary: ApiSummary;
}

/**
 * The records of the last run into an output folder, in `node_modules/.cache/specwright` of the project: one of the
 * run, and one of what each unit of the output was made of. They count only for the same
 * generator (its files, templates, packages and version), the same version of Node and the same options.
 */
export class RunRecords {
  readonly #run: CacheFile;
  readonly #units: CacheFile;

  /**
   * @param folder as `findCacheFolder` gives it
   * @param out the output folder, which has one record
   * @param options everything that decides about the output besides the files that are read
   * @param memory of this process, where there is one
   */
  constructor(
    folder: string,
    out: string,
    options: unknown,
    memory?: CacheMemory,
  ) {
    const holdsFor = [generatorFingerprint(), process.version, options];
    const name = hashOf(out);
    this.#run = new CacheFile(folder, `run-${name}`, holdsFor, memory);
    this.#units = new CacheFile(folder, `units-${name}`, holdsFor, memory);
  }

  /** The record of the last run with these options. */
  last(): RunRecord | undefined {
    return this.#run.read() as RunRecord | undefined;
  }

  /** What the last run with these options has told of its units. */
  units(): UnitRecord | undefined {
    return this.#units.read() as UnitRecord | undefined;
  }

  /** @param units absent where they are still what they were */
  keep(record: RunRecord, units?: UnitRecord): void {
    this.#run.write(record);
    if (units !== undefined) this.#units.write(units);
  }
}

/** The cache folder of the project that a folder belongs to; undefined where no project has `node_modules`. */
export function findCacheFolder(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "node_modules"))) {
      return join(folder, "node_modules/.cache/specwright");
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Hashes what makes the output: the generator's files by name, size and time, so that a new build or an update
 * changes it, and the versions of the packages it uses.
 */
function generatorFingerprint(): string {
  const root = fileURLToPath(packageRoot);
  // The build, or the sources where tests run them.
  const [code = ""] = relative(root, fileURLToPath(import.meta.url)).split(sep);
  const lines = [code, "templates"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(?:map|d\.ts)$/.test(entry.name))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const { size, mtimeMs } = statSync(path);
        return `${path} ${size} ${mtimeMs}`;
      }),
  );
  const packageFile = readFileSync(join(root, "package.json"), "utf8");
  const { dependencies = {} } = JSON.parse(packageFile) as {
    dependencies?: Readonly<Record<string, string>>;
  };
  const packages = Object.keys(dependencies).map((name) =>
    installedPackage(name, root),
  );
  return hashOf([packageFile, ...packages, ...lines.sort()].join("\n"));
}

/** The `package.json` of a package as it is installed, whatever was asked for. */
function installedPackage(name: string, start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    try {
      const path = join(folder, "node_modules", name, "package.json");
      return readFileSync(path, "utf8");
    } catch {
      if (dirname(folder) === folder) return "";
    }
  }
}

function hashOf(content: string | Uint8Array): string {
  return hash("sha256", content);
}
