import { renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolders } from "./folders.js";

/**
 * Writes the lock of names, whole or not at all.
 * @throws Error where the file system refuses it; the old lock is whole then
 */
export function writeNameLock(path: string, text: string): void {
  makeFolders(dirname(path));
  const temporary = `${path}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
