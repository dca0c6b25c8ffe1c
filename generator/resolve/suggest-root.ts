import { existsSync, realpathSync } from "node:fs";
import { join, relative } from "node:path";
import { isWithin, parentsOf } from "./sandbox.js";

/**
 * The value of `--root` that lets a reference lead to a file: the smallest folder with both files, as a path from the
 * working directory. Undefined where the project of the entry document does not hold the file: the nearest folders
 * with a `package.json` or a `.git` are tried.
 * @param folder of the entry document, links resolved
 * @param target the file that a reference leads to, an absolute path
 */
export function suggestRoot(
  folder: string,
  target: string,
  cwd: string,
): string | undefined {
  const isProject = parentsOf(folder).some(
    (parent) =>
      ["package.json", ".git"].some((mark) => existsSync(join(parent, mark))) &&
      isWithin(parent, target),
  );
  if (!isProject) return undefined;
  const root = parentsOf(folder).find((parent) => isWithin(parent, target));
  return root === undefined
    ? undefined
    : relative(realpathSync.native(cwd), root) || ".";
}
