import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createFilesMatcher, parseTsconfig } from "get-tsconfig";

/**
 * Whether the project of a folder's `tsconfig.json` or `tsconfig.build.json` would compile a file and write JavaScript
 * for it. A further file at the root of a project moves all that it emits.
 * @param file absolute path, which need not be there
 */
export function wouldEmit(file: string): boolean {
  const folder = dirname(file);
  return ["tsconfig.json", "tsconfig.build.json"]
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .some((path) => emits(path, file));
}

/** False if the file cannot be read: its compiler will say why. */
function emits(path: string, file: string): boolean {
  try {
    const config = parseTsconfig(path);
    const { noEmit = false, emitDeclarationOnly = false } =
      config.compilerOptions ?? {};
    if (noEmit && !emitDeclarationOnly) return false;
    return createFilesMatcher({ path, config })(file) !== undefined;
  } catch {
    return false;
  }
}
