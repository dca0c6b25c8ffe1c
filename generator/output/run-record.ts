import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a run that ended well leaves behind, so that the next one can see that there is nothing to do. */
export interface RunRecord<Summary> {
  /** Every file that was read, by its path, with the hash of its bytes. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Every file of the output, the manifest included, with its hash. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What the run had to tell. */
  readonly summary: Summary;
}

const mostRecords = 50;

/**
 * The records of earlier runs, in `node_modules/.cache/specwright` of the project. A record counts only for
 * the same generator (its files, templates and version), the same version of Node and the same options. The
 * folder may be deleted at any time, and two processes may use it at once: a record is written whole or not.
 */
export class RunRecords<Summary> {
  readonly #folder: string;
  readonly #path: string;

  /**
   * @param folder as `findCacheFolder` gives it
   * @param options everything that decides about the output besides the files that are read
   */
  constructor(folder: string, options: unknown) {
    const identity = [generatorFingerprint(), process.version, options];
    this.#folder = folder;
    this.#path = join(folder, `run-${hashOf(JSON.stringify(identity))}.json`);
  }

  /** The record of the last run with these options, if its inputs and its outputs are still what they were. */
  current(out: string): RunRecord<Summary> | undefined {
    const record = this.#read();
    if (record === undefined) return undefined;
    for (const [path, hash] of Object.entries(record.inputs)) {
      if (hashFile(path) !== hash) return undefined;
    }
    for (const [path, hash] of Object.entries(record.outputs)) {
      if (hashFile(join(out, path)) !== hash) return undefined;
    }
    return record;
  }

  /** Keeps a record. A folder that cannot be written to is no fault. */
  keep(record: RunRecord<Summary>): void {
    const temporary = `${this.#path}.${randomUUID()}.tmp`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(temporary, JSON.stringify(record));
      renameSync(temporary, this.#path);
      prune(this.#folder);
    } catch {
      rmSync(temporary, { force: true });
    }
  }

  #read(): RunRecord<Summary> | undefined {
    try {
      return JSON.parse(readFileSync(this.#path, "utf8")) as RunRecord<Summary>;
    } catch {
      return undefined;
    }
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

/** Hashes the files that make the output, by name, size and time: a new build or an update changes it. */
function generatorFingerprint(): string {
  const code = fileURLToPath(new URL("..", import.meta.url));
  const templates = join(code, "../templates");
  const lines = [code, templates].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".map"))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const { size, mtimeMs } = statSync(path);
        return `${path} ${size} ${mtimeMs}`;
      }),
  );
  const packageFile = readFileSync(join(code, "../package.json"), "utf8");
  return hashOf([packageFile, ...lines.sort()].join("\n"));
}

function hashFile(path: string): string | undefined {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return undefined;
  }
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Forgets the oldest records where there are many: options and generators of the past leave theirs behind. */
function prune(folder: string): void {
  const records = readdirSync(folder)
    .filter((name) => name.startsWith("run-"))
    .map((name) => join(folder, name));
  if (records.length <= mostRecords) return;
  const byAge = records
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of byAge.slice(mostRecords))
    rmSync(path, { force: true });
}
