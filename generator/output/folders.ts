import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` never returns where a file system
 * answers that the parent is missing although it is there, as `/proc` does.
 * @returns the outermost folder that was made; undefined if there was nothing to make
 * @throws Error of the file system, or if a file is in the way
 */
export function makeFolders(folder: string): string | undefined {
  const missing: string[] = [];
  for (let path = folder; !isFolder(path); path = dirname(path)) {
    missing.push(path);
  }
  for (const path of [...missing].reverse()) makeFolder(path);
  return missing.at(-1);
}

/** True if there is a folder, as far as can be seen. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have made it in the meantime.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST" || !isFolder(path)) throw error;
  }
}
