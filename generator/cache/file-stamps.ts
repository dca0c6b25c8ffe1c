import { hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the file system says of a file that was found to have a hash. */
export type Stamps = Readonly<Record<string, string>>;

/** Younger than that, a file could be written once more within the same tick of its file system's clock. */
const tickMilliseconds = 100;
/** The same where the file system counts whole seconds, or two. */
const coarseTickMilliseconds = 3000;

/**
 * Tells whether files of a folder have the hashes they should have, without reading those about which the file
 * system says the same as when they were read before: size, both times and number. The time of the last change
 * of any kind is among them, which no program sets at will.
 */
export class FileStamps {
  readonly #folder: string;
  readonly #hashes: Stamps;
  readonly #known: Stamps;
  readonly #found: { [path: string]: string } = {};
  #hasNew = false;

  /**
   * @param hashes by path from the folder: those for which the stamps hold
   * @param known stamps of an earlier run, by path
   */
  constructor(folder: string, hashes: Stamps, known: Stamps) {
    this.#folder = folder;
    this.#hashes = hashes;
    this.#known = known;
  }

  /** Whether a file has that SHA-256. */
  holds(path: string, sha256: string): boolean {
    const full = join(this.#folder, path);
    const before = stampOf(full);
    if (before === undefined) return false;
    if (this.#known[path] === before.text && this.#hashes[path] === sha256) {
      this.#found[path] = before.text;
      return true;
    }
    if (hashFile(full) !== sha256) return false;
    if (before.isSettled && stampOf(full)?.text === before.text) {
      this.#found[path] = before.text;
      this.#hasNew = true;
    }
    return true;
  }

  /** The stamps of all files that were found to hold, for a later run. */
  get stamps(): Stamps {
    return this.#found;
  }

  /** Whether there are stamps among them that were not known before. */
  get hasNew(): boolean {
    return this.#hasNew;
  }
}

/** The SHA-256 of a file in hexadecimal digits; undefined where it cannot be read. */
export function hashFile(path: string): string | undefined {
  try {
    return hash("sha256", readFileSync(path));
  } catch {
    return undefined;
  }
}

interface Stamp {
  readonly text: string;
  readonly isSettled: boolean;
}

function stampOf(path: string): Stamp | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) return undefined;
  const { size, mtimeMs, ctimeMs, ino } = stats;
  const isCoarse = mtimeMs % 1000 === 0 && ctimeMs % 1000 === 0;
  const tick = isCoarse ? coarseTickMilliseconds : tickMilliseconds;
  return {
    text: [size, mtimeMs, ctimeMs, ino].join(" "),
    isSettled: Date.now() - Math.max(mtimeMs, ctimeMs) > tick,
  };
}
