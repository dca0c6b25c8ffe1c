import {
  mkdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { TextFile } from "../code/file.js";
import type { OutputComparison } from "./compare-output.js";
import { isOutputPath } from "./output-path.js";

/** What a run did to the output folder. */
export interface WrittenOutput {
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Brings the output folder to what it should hold: writes what is missing or differs and removes what is
 * stale; nothing else is touched. All new texts are on the disk under temporary names before the first file
 * is replaced, so that a failure (a full disk, no permission) leaves the old output whole.
 * @throws Error of the file system, or where a folder of the output leads out of it by a symbolic link
 */
export function writeOutput(
  out: string,
  files: readonly TextFile[],
  comparison: OutputComparison,
): WrittenOutput {
  const changed = new Set([...comparison.missing, ...comparison.differing]);
  const writes = files.filter((file) => changed.has(file.path));
  if (writes.length > 0) mkdirSync(out, { recursive: true });
  const folders = new Set<string>();
  const suffix = `.${process.pid}.specwright-tmp`;
  const staged: { temporary: string; target: string }[] = [];
  try {
    for (const { path, text } of writes) {
      ensureFolder(out, path, folders);
      const target = join(out, path);
      const temporary = join(
        dirname(target),
        `.${path.split("/").at(-1)}${suffix}`,
      );
      staged.push({ temporary, target });
      writeFileSync(temporary, text);
    }
    for (const { temporary, target } of staged) renameSync(temporary, target);
  } catch (error) {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    throw error;
  }
  for (const path of comparison.stale) removeFile(out, path);
  return {
    written: writes.map((file) => file.path).sort(),
    removed: comparison.stale,
  };
}

function ensureFolder(out: string, path: string, known: Set<string>): void {
  if (!isOutputPath(path)) {
    throw new Error(`no path of an output file: ${JSON.stringify(path)}`);
  }
  const folder = dirname(join(out, path));
  if (known.has(folder)) return;
  known.add(folder);
  mkdirSync(folder, { recursive: true });
  const inside = relative(realpathSync(out), realpathSync(folder));
  if (inside === ".." || inside.startsWith(`..${sep}`)) {
    throw new Error(`${folder} leads out of the output folder`);
  }
}

/** Removes a file, and the folders above it that it leaves empty. */
function removeFile(out: string, path: string): void {
  rmSync(join(out, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(out, folder));
    } catch {
      return;
    }
  }
}
