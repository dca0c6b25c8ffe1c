import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createFilesMatcher, parseTsconfig } from "get-tsconfig";

/** What a project's compiler would do with a file: check its types alone, write JavaScript as well, or neither. */
export type Compilation = "checks" | "emits" | "none";

/**
 * What the projects of a folder's `tsconfig.json` and `tsconfig.build.json` would do with a file there. A further file
 * at the root of a project that emits moves all that it emits.
 * @param file absolute path, which need not be there
 */
export function compilationOf(file: string): Compilation {
  const folder = dirname(file);
  const found = ["tsconfig.json", "tsconfig.build.json"]
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))
    .map((path) => compilationBy(path, file));
  const kinds = ["emits", "checks"] as const;
  return kinds.find((kind) => found.includes(kind)) ?? "none";
}

/** `none` if the project cannot be read: its compiler will say why. */
function compilationBy(path: string, file: string): Compilation {
  try {
    const config = parseTsconfig(path);
    if (createFilesMatcher({ path, config })(file) === undefined) return "none";
    const { noEmit, emitDeclarationOnly } = config.compilerOptions ?? {};
    return noEmit === true && emitDeclarationOnly !== true ? "checks" : "emits";
  } catch {
    return "none";
  }
}
