import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** Makes a folder within another one, and gives its path. */
export function newFolder(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}
