import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../code/package-root.js";
import type { FormRecord } from "../code/printed-forms.js";
import { CacheFile } from "./cache-file.js";
import type { Stamps } from "./file-stamps.js";

/** What a run that ended well leaves behind, so that the next one can see that there is nothing to do. */
export interface RunRecord<Summary> {
  /** Says which files of the cache belong together. */
  readonly id: string;
  /** Every file that was read, by its path, with the hash of its bytes. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Every file of the output, the manifest included, with its hash. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What the file system said of those that have been read since they were written. */
  readonly stamps: Stamps;
  /** What the run had to tell. */
  readonly summary: Summary;
}

/** What a run keeps besides its record. */
export interface KeptParts<Parts> {
  readonly parts: Parts;
  /** What the parts have read; absent where it is still what it was. */
  readonly values?: string;
  /** The text of the description; absent where no run can use it. */
  readonly text?: { readonly bytes: Uint8Array; readonly sha256: string };
  /** What was read in it, where that is not plain from the text. */
  readonly json?: string;
}

/**
 * The records of the last run into an output folder, in `node_modules/.cache/specwright` of the project: one of the
 * run, one of what each part of the output was made of, the values that the parts have read, the description, and the
 * forms that were printed. They count only for the same generator (its files, templates, packages and version), the
 * same version of Node and the same options.
 */
export class RunRecords<Summary, Parts> {
  readonly #run: CacheFile;
  readonly #parts: CacheFile;
  readonly #values: CacheFile;
  readonly #text: CacheFile;
  readonly #json: CacheFile;
  readonly #forms: CacheFile;

  /**
   * @param folder as `findCacheFolder` gives it
   * @param out the output folder, which has one record
   * @param options everything that decides about the output besides the files that are read
   */
  constructor(folder: string, out: string, options: unknown) {
    const maker = [generatorFingerprint(), process.version];
    const holdsFor = hashOf(JSON.stringify([...maker, options]));
    const name = hashOf(out);
    this.#run = new CacheFile(join(folder, `run-${name}`), holdsFor);
    this.#parts = new CacheFile(join(folder, `parts-${name}`), holdsFor);
    this.#values = new CacheFile(join(folder, `values-${name}`), holdsFor);
    this.#text = new CacheFile(join(folder, `text-${name}`), holdsFor);
    this.#json = new CacheFile(join(folder, `json-${name}`), holdsFor);
    const forMaker = hashOf(JSON.stringify(maker));
    this.#forms = new CacheFile(join(folder, "forms"), forMaker);
  }

  /** The record of the last run with these options. */
  last(): RunRecord<Summary> | undefined {
    const text = this.#run.read();
    return text === undefined
      ? undefined
      : (JSON.parse(text) as RunRecord<Summary>);
  }

  /** What the last run with these options has told of the parts of its output. */
  parts(): Parts | undefined {
    const text = this.#parts.read();
    return text === undefined ? undefined : (JSON.parse(text) as Parts);
  }

  values(): string | undefined {
    return this.#values.read();
  }

  /** The text of the description, where it is the one with this hash. */
  text(sha256: string): Buffer | undefined {
    return this.#text.readTrusted(sha256);
  }

  json(): string | undefined {
    return this.#json.read();
  }

  /** The forms that runs of the same generator have printed, whatever their options. */
  forms(): FormRecord {
    const text = this.#forms.read();
    return text === undefined ? [] : (JSON.parse(text) as FormRecord);
  }

  keepForms(forms: FormRecord): void {
    this.#forms.write(JSON.stringify(forms));
  }

  /** @param kept absent where it is still what it was */
  keep(record: RunRecord<Summary>, kept?: KeptParts<Parts>): void {
    this.#run.write(JSON.stringify(record));
    if (kept === undefined) return;
    const { parts, values, text, json } = kept;
    this.#parts.write(JSON.stringify(parts));
    if (values !== undefined) this.#values.write(values);
    if (text !== undefined) this.#text.writeHashed(text.bytes, text.sha256);
    if (json !== undefined) this.#json.write(json);
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
