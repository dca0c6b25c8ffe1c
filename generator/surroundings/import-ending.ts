import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { createFilesMatcher, parseTsconfig } from "get-tsconfig";
import type { ImportExtension } from "../config/config.js";
import { foldersUpFrom } from "./find-up.js";

/** The ending that relative imports need, and why, for people. */
export interface EndingVerdict {
  readonly ending: ImportExtension;
  readonly reason: string;
}

/**
 * The ending that relative imports of a folder need: `.ts` for Deno; none where a `tsconfig.json` resolves modules as
 * bundlers or CommonJS do; `.js` where it resolves them as Node does, and where none is found.
 * @param folder absolute path of the output folder, which need not be there
 * @param cwd the folder that the reason names files from
 */
export function endingFor(folder: string, cwd: string): EndingVerdict {
  for (const at of foldersUpFrom(folder)) {
    const deno = ["deno.json", "deno.jsonc"].find((name) =>
      existsSync(join(at, name)),
    );
    if (deno !== undefined)
      return {
        ending: ".ts",
        reason: relative(cwd, join(at, deno)).split(sep).join("/"),
      };
    const path = join(at, "tsconfig.json");
    const verdict = existsSync(path)
      ? ofTsconfig(path, folder, cwd)
      : undefined;
    if (verdict !== undefined) return verdict;
  }
  return { ending: ".js", reason: "no tsconfig.json above" };
}

/** Undefined where the file cannot be read: its compiler will say why. */
function ofTsconfig(
  path: string,
  folder: string,
  cwd: string,
): EndingVerdict | undefined {
  let config;
  try {
    config = parseTsconfig(path);
  } catch {
    return undefined;
  }
  const { references = [], compilerOptions = {}, files, include } = config;
  // A solution, which has no files of its own: one of its projects has.
  if (references.length > 0 && (files?.length === 0 || include?.length === 0)) {
    const projects = references.map((reference) => {
      const target = join(dirname(path), reference.path);
      return target.endsWith(".json") ? target : join(target, "tsconfig.json");
    });
    const known = projects.filter((project) => existsSync(project));
    const owner = known.find((project) => includes(project, folder));
    const [first] = owner === undefined ? known : [owner];
    return first === undefined ? undefined : ofTsconfig(first, folder, cwd);
  }
  const { moduleResolution, module } = compilerOptions;
  const name = relative(cwd, path).split(sep).join("/");
  const setting =
    moduleResolution === undefined
      ? `module: ${module ?? "absent"}`
      : `moduleResolution: ${moduleResolution}`;
  const isNode = /^node(?:16|18|20|next)$/i.test(
    moduleResolution ?? module ?? "",
  );
  return {
    ending: isNode ? ".js" : "none",
    reason: `${name}, ${setting}`,
  };
}

/** Whether a project compiles the files of a folder. */
function includes(project: string, folder: string): boolean {
  try {
    const config = parseTsconfig(project);
    const matcher = createFilesMatcher({ path: project, config });
    return matcher(join(folder, "index.ts")) !== undefined;
  } catch {
    return false;
  }
}
