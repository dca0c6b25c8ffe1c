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
import { makeFolders } from "./folders.js";

/**
 * A file of the cache. It may be deleted at any time, and processes may use it at once: it is written whole or not.
 * It says what it holds for and carries the hash of its text, so that one that was damaged, or was left by other
 * options, is one that is not there.
 */
export class CacheFile {
  readonly #path: string;
  readonly #holdsFor: string;

  /** @param holdsFor everything that decides about the text besides what the text itself tells, as a hash */
  constructor(path: string, holdsFor: string) {
    this.#path = path;
    this.#holdsFor = holdsFor;
  }

  read(): string | undefined {
    const [header, bytes] = this.#read();
    return bytes !== undefined && header === this.#header(hashOf(bytes))
      ? bytes.toString("utf8")
      : undefined;
  }

  /**
   * The bytes that were written with a hash. They are not hashed again: this is for those who would see a damage.
   */
  readTrusted(sha256: string): Buffer | undefined {
    const [header, bytes] = this.#read();
    return header === this.#header(sha256) ? bytes : undefined;
  }

  #read(): readonly [header?: string, bytes?: Buffer] {
    let content: Buffer;
    try {
      content = readFileSync(this.#path);
    } catch {
      return [];
    }
    const end = content.indexOf("\n");
    return [content.toString("utf8", 0, end), content.subarray(end + 1)];
  }

  write(text: string): void {
    const bytes = Buffer.from(text);
    this.writeHashed(bytes, hashOf(bytes));
  }

  /** A folder that cannot be written to is no fault. */
  writeHashed(bytes: Uint8Array, sha256: string): void {
    const temporary = `${this.#path}.${randomUUID()}.tmp`;
    try {
      makeFolders(dirname(this.#path));
      writeFileSync(temporary, `${this.#header(sha256)}\n`);
      appendFileSync(temporary, bytes);
      renameSync(temporary, this.#path);
      prune(dirname(this.#path));
    } catch {
      removeQuietly(temporary);
    }
  }

  #header(sha256: string): string {
    return `${this.#holdsFor} ${sha256}`;
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

function hashOf(bytes: Uint8Array): string {
  return hash("sha256", bytes);
}
