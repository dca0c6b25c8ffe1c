import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isFolder } from "../../output/folders.js";

/**
 * The output folder for a project: `api` in its source folder, or another name if something else is there.
 * `generated` if the folder is no project yet.
 * @param folder absolute path of the project
 */
export function chooseOutput(folder: string): string {
  const isProject = ["package.json", "tsconfig.json", "deno.json"].some(
    (name) => existsSync(join(folder, name)),
  );
  if (!isProject && !isFolder(join(folder, "src"))) return "generated";
  const source = sourceFolder(folder);
  const names = ["api", "api-client", "generated"];
  const name = names.find((each) => isFree(join(folder, source, each)));
  return `${source}/${name ?? "generated-api"}`;
}

/** `app` and `pages` of Next.js are no place for modules of other kinds; `lib` is, where there is no `src`. */
function sourceFolder(folder: string): string {
  if (isFolder(join(folder, "src"))) return "src";
  const hasLib = ["lib", "app", "pages"].some((name) =>
    isFolder(join(folder, name)),
  );
  return hasLib ? "lib" : "src";
}

/** Whether a folder is absent or empty, or holds the output of an earlier run. */
function isFree(folder: string): boolean {
  if (!existsSync(folder)) return true;
  if (!isFolder(folder)) return false;
  const names = readdirSync(folder);
  return (
    names.length === 0 ||
    (names.includes("manifest.json") && names.includes("operations.ts"))
  );
}
