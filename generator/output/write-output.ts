import {
  lstatSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { type TextFile, isOutputPath } from "../code/file.js";
import { FolderComparison, type OutputComparison } from "./compare-output.js";
import { makeFolders } from "./folders.js";
import { manifestOfBoth, manifestPath } from "./old-manifest.js";
import { makeStaging, removeStaging } from "./staging.js";

/** What a run did to the output folder. */
export interface WrittenOutput {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Brings an output folder to what it should hold: what is missing or differs is written, what is stale removed,
 * nothing else touched. Files come one at a time; the texts that differ wait on the disk, in a folder of their own
 * within the output and at their paths, so that none is kept in memory and a failure (a full disk, no permission) leaves the old
 * output whole.
 */
export class OutputWriter {
  readonly #out: string;
  readonly #comparison: FolderComparison;
  readonly #staged: string[] = [];
  readonly #stagedFolders = new Set<string>();
  #staging: string | undefined;
  /** The outermost folder that was made for the output. */
  #made: string | undefined;

  constructor(out: string) {
    this.#out = out;
    this.#comparison = new FolderComparison(out);
  }

  /**
   * Takes a file of the output.
   * @throws Error of the file system, or where the path is none of an output file
   */
  add(file: TextFile): void {
    const { path, text } = file;
    if (!isOutputPath(path)) {
      throw new Error(`no path of an output file: ${JSON.stringify(path)}`);
    }
    if (this.#comparison.add(file) === "unchanged") return;
    const staging = this.#stagingFolder();
    const folder = dirname(path);
    if (!this.#stagedFolders.has(folder)) {
      makeFolders(join(staging, folder));
      this.#stagedFolders.add(folder);
    }
    writeFileSync(join(staging, path), text);
    this.#staged.push(path);
  }

  /** Takes a file that is known to be as it should be. */
  addUnchanged(path: string): void {
    this.#comparison.addUnchanged(path);
  }

  /** How the folder differs from all the files that were added. Nothing of it has changed so far. */
  compare(): OutputComparison {
    return this.#comparison.result();
  }

  /**
   * Puts the new files in their places and removes stale ones.
   * @throws Error of the file system, or where a folder of the output leads out of it by a symbolic link; nothing
   * has been replaced then
   */
  commit({ stale }: OutputComparison): WrittenOutput {
    const folders = new Set<string>();
    const moves = new Set(this.#staged.map(this.#whatMoves()));
    for (const path of moves) ensureFolder(this.#out, path, folders);
    const move = (path: string): void =>
      renameSync(join(this.#stagingFolder(), path), join(this.#out, path));
    // While files are moved, the manifest lists old and new ones: if the run is killed, the next one knows all of them.
    const hasManifest = moves.delete(manifestPath);
    const isMixed = stale.length > 0;
    if (hasManifest && isMixed) this.#listBoth(stale);
    else if (hasManifest) move(manifestPath);
    for (const path of moves) move(path);
    for (const path of stale) removeFile(this.#out, path);
    if (hasManifest && isMixed) move(manifestPath);
    this.#made = undefined;
    return {
      written: [...this.#staged].sort(),
      removed: stale,
    };
  }

  /** Puts a manifest in place that lists the new files, and the stale ones as the old manifest does. */
  #listBoth(stale: readonly string[]): void {
    const staged = join(this.#stagingFolder(), manifestPath);
    const both = `${staged}.both`;
    writeFileSync(both, manifestOfBoth(staged, this.#out, stale));
    renameSync(both, join(this.#out, manifestPath));
  }

  /** What is moved to put a file in its place: the folder of the root that it stands in, where there is none yet. */
  #whatMoves(): (path: string) => string {
    const isThere = new Map<string, boolean>();
    return (path) => {
      const [top = ""] = path.split("/");
      const stats = { throwIfNoEntry: false } as const;
      const known =
        isThere.get(top) ??
        lstatSync(join(this.#out, top), stats) !== undefined;
      isThere.set(top, known);
      return known ? path : top;
    };
  }

  /** Removes what waits on the disk; to be called at the end, whether there was a commit or not. */
  close(): void {
    if (this.#staging !== undefined) {
      removeStaging(this.#staging);
      this.#staging = undefined;
    }
    // Folders that were made for nothing; whatever somebody has put there since keeps them.
    if (this.#made !== undefined) removeEmpty(this.#out, dirname(this.#made));
    this.#made = undefined;
  }

  #stagingFolder(): string {
    if (this.#staging === undefined) {
      this.#made = makeFolders(this.#out);
      this.#staging = makeStaging(this.#out);
    }
    return this.#staging;
  }
}

function ensureFolder(out: string, path: string, known: Set<string>): void {
  const folder = dirname(join(out, path));
  if (known.has(folder)) return;
  known.add(folder);
  makeFolders(folder);
  const inside = relative(realpathSync(out), realpathSync(folder));
  if (inside === ".." || inside.startsWith(`..${sep}`)) {
    throw new Error(`${folder} leads out of the output folder`);
  }
}

/** Removes a file, and the folders above it that it leaves empty. */
function removeFile(out: string, path: string): void {
  rmSync(join(out, path), { force: true });
  removeEmpty(dirname(join(out, path)), join(out));
}

/** Removes a folder and those above it, up to one that stays, as far as they are empty. */
function removeEmpty(folder: string, stays: string): void {
  for (let empty = folder; empty !== stays; empty = dirname(empty)) {
    try {
      rmdirSync(empty);
    } catch {
      return;
    }
  }
}
