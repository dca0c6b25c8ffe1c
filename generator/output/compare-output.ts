import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TextFile } from "../code/file.js";
import { isFolder } from "./folders.js";
import { manifestPath, readOldManifest } from "./old-manifest.js";

/** How an output folder differs from what it should hold. Paths from the folder, `/` between folders, sorted. */
export interface OutputComparison {
  /** Files that are not there. */
  readonly missing: readonly string[];
  /** Files that hold something else. */
  readonly differing: readonly string[];
  /** Files that an earlier run wrote, that have not been changed since, and that are no longer made. */
  readonly stale: readonly string[];
  /** Files in folders of the output that specwright does not know: written by others, or changed by hand. */
  readonly unknown: readonly string[];
  readonly unchanged: number;
  /** Paths of the output at which there is a folder, or a file that specwright did not write, as far as can be told. */
  readonly foreign: readonly string[];
}

/** How one file of the folder relates to what should stand there. */
export type FileState = "unchanged" | "missing" | "differing";

/**
 * The comparison of a folder with the files that belong there, byte for byte, a file at a time: no text is kept.
 * A folder that is not there is empty. Has to end before the folder is changed.
 */
export class FolderComparison {
  readonly #out: string;
  readonly #old: ReadonlyMap<string, string>;
  readonly #isLost: boolean;
  /** Folders of the output, and whether they are there. */
  readonly #folders = new Map<string, boolean>();
  readonly #made = new Set<string>();
  readonly #missing: string[] = [];
  readonly #differing: string[] = [];
  readonly #foreign: string[] = [];
  #unchanged = 0;

  /** @param known the files that the last run wrote, with their hashes, where that is known besides the manifest */
  constructor(out: string, known?: ReadonlyMap<string, string>) {
    this.#out = out;
    this.#old = known ?? readOldManifest(out);
    this.#isLost = this.#old.size === 0 && hasLostManifest(out);
  }

  /** Compares a file that belongs there. */
  add({ path, text }: TextFile): FileState {
    const found = this.#read(path);
    if (found === text) return this.addUnchanged(path);
    this.#made.add(path);
    if (found === undefined) {
      this.#missing.push(path);
      if (this.#isFolder(path)) this.#foreign.push(path);
      return "missing";
    }
    this.#differing.push(path);
    const isKnown =
      this.#old.has(path) || (path === manifestPath && this.#old.size > 0);
    if (!this.#isLost && !isKnown && !isMarked(found)) this.#foreign.push(path);
    return "differing";
  }

  /** Nothing is looked for in folders that are not there, as none is at a first run. */
  #read(path: string): string | undefined {
    const folder = dirname(path);
    const isThere =
      this.#folders.get(folder) ?? isFolder(join(this.#out, folder));
    this.#folders.set(folder, isThere);
    return isThere ? readText(join(this.#out, path)) : undefined;
  }

  #isFolder(path: string): boolean {
    if (this.#folders.get(dirname(path)) !== true) return false;
    return isFolder(join(this.#out, path));
  }

  /** Takes a file that belongs there and is known to be as it should be. */
  addUnchanged(path: string): FileState {
    this.#made.add(path);
    this.#unchanged += 1;
    return "unchanged";
  }

  /** What came of it, once every file was added. */
  result(): OutputComparison {
    const stale: string[] = [];
    const unknown: string[] = [];
    for (const [path, hash] of this.#old) {
      if (this.#made.has(path)) continue;
      const found = readText(join(this.#out, path));
      if (found === undefined) continue;
      (sha256(found) === hash ? stale : unknown).push(path);
    }
    for (const path of findStrangers(this.#out, [...this.#made])) {
      if (!this.#old.has(path)) unknown.push(path);
    }
    return {
      missing: this.#missing.sort(),
      differing: this.#differing.sort(),
      stale: stale.sort(),
      unknown: unknown.sort(),
      unchanged: this.#unchanged,
      foreign: this.#foreign.sort(),
    };
  }
}

/** True where nothing differs. */
export function isUpToDate(comparison: OutputComparison): boolean {
  const { missing, differing, stale } = comparison;
  return [missing, differing, stale].every((list) => list.length === 0);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/**
 * True for a folder that holds an output whose manifest cannot be read: it was deleted, or a merge left its
 * marks in it.
 */
function hasLostManifest(out: string): boolean {
  const manifest = readText(join(out, "manifest.json")) ?? "";
  const index = readText(join(out, "index.ts")) ?? "";
  return manifest.includes('"generator": "specwright"') || isMarked(index);
}

/** What the header of a generated module says. */
function isMarked(text: string): boolean {
  return /generated by specwright/i.test(text.slice(0, 2000));
}

/**
 * Files beside generated ones, sorted. The folders below the output's root belong to the output whole; the
 * root does not, since people may keep more there.
 * @param paths of the output's files
 */
export function findStrangers(out: string, paths: readonly string[]): string[] {
  const made = new Set(paths);
  const folders = new Set(paths.map(dirname).filter((name) => name !== "."));
  const found: string[] = [];
  for (const folder of folders) {
    for (const entry of entriesOf(join(out, folder))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() || entry.name.startsWith(".")) continue;
      if (!made.has(path)) found.push(path);
    }
  }
  return found.sort();
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function sha256(text: string): string {
  return hash("sha256", text);
}
