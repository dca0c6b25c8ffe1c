import { hash, randomUUID } from "node:crypto";
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { makeFolders } from "../output/folders.js";

/** What runs of one process leave to each other, by what it holds for. */
export class CacheMemory extends Map<string, unknown> {}

/**
 * A file of the cache, with JSON. It may be deleted at any time, and processes may use it at once: it is written whole
 * or not. It says what it is and holds for, and carries the hash of its text, so that one that was damaged, was put in
 * the place of another or was left by other options is one that is not there.
 */
export class CacheFile {
  readonly #path: string;
  readonly #holdsFor: string;
  readonly #memory: CacheMemory | undefined;

  /**
   * @param name in the folder; files of other names are of other kinds
   * @param holdsFor everything that decides about the content besides what the content itself tells, as JSON
   * @param memory has the content in place of the disk, once it was written
   */
  constructor(
    folder: string,
    name: string,
    holdsFor: unknown,
    memory?: CacheMemory,
  ) {
    this.#path = join(folder, name);
    this.#holdsFor = hashOf(JSON.stringify([name, holdsFor]));
    this.#memory = memory;
  }

  read(): unknown {
    return this.#memory?.get(this.#holdsFor) ?? this.#readDisk();
  }

  #readDisk(): unknown {
    let content: Buffer;
    try {
      content = readFileSync(this.#path);
    } catch {
      return undefined;
    }
    const end = content.indexOf("\n");
    const bytes = content.subarray(end + 1);
    return content.toString("utf8", 0, end) === this.#header(bytes)
      ? JSON.parse(bytes.toString("utf8"))
      : undefined;
  }

  /** A folder that cannot be written to is no fault. */
  write(value: unknown): void {
    if (this.#memory !== undefined) {
      this.#memory.set(this.#holdsFor, value);
      return;
    }
    const temporary = `${this.#path}.${randomUUID()}.tmp`;
    const bytes = Buffer.from(JSON.stringify(value));
    try {
      makeFolders(dirname(this.#path));
      writeFileSync(temporary, `${this.#header(bytes)}\n`);
      appendFileSync(temporary, bytes);
      renameSync(temporary, this.#path);
      prune(dirname(this.#path));
    } catch {
      removeQuietly(temporary);
    }
  }

  #header(bytes: Uint8Array): string {
    return `${this.#holdsFor} ${hashOf(bytes)}`;
  }
}

const mostFiles = 50;

/** Forgets the oldest files where there are many: output folders of the past leave theirs behind. */
function prune(folder: string): void {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  if (paths.length <= mostFiles) return;
  const byAge = paths
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of byAge.slice(mostFiles)) removeQuietly(path);
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Whoever owns the folder sees to it.
  }
}

function hashOf(content: string | Uint8Array): string {
  return hash("sha256", content);
}
