import { hash, randomUUID } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

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
    let content: string;
    try {
      content = readFileSync(this.#path, "utf8");
    } catch {
      return undefined;
    }
    const end = content.indexOf("\n");
    const text = content.slice(end + 1);
    return content.slice(0, end) === this.#header(text) ? text : undefined;
  }

  /** A folder that cannot be written to is no fault. */
  write(text: string): void {
    const temporary = `${this.#path}.${randomUUID()}.tmp`;
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(temporary, `${this.#header(text)}\n${text}`);
      renameSync(temporary, this.#path);
      prune(dirname(this.#path));
    } catch {
      removeQuietly(temporary);
    }
  }

  #header(text: string): string {
    return `${this.#holdsFor} ${sha256(text)}`;
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

function sha256(text: string): string {
  return hash("sha256", text);
}
