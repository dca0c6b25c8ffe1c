import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject } from "../../model/json.js";
import { foldersUpFrom } from "../../surroundings/find-up.js";

const lockFiles = {
  "pnpm-lock.yaml": "pnpm",
  "yarn.lock": "yarn",
  "bun.lock": "bun run",
  "bun.lockb": "bun run",
  "package-lock.json": "npm run",
} as const;

/** The command that runs a script with the package manager whose lockfile is nearest, or with npm. */
export function runScript(folder: string, script: string): string {
  for (const at of foldersUpFrom(folder)) {
    const found = Object.entries(lockFiles).find(([name]) =>
      existsSync(join(at, name)),
    );
    if (found !== undefined) return `${found[1]} ${script}`;
  }
  return `npm run ${script}`;
}

/** Whether a `package.json` here or in a folder above lists a package among its dependencies. */
export function hasPackage(folder: string, name: string): boolean {
  return [...foldersUpFrom(folder)].some((at) => {
    const path = join(at, "package.json");
    if (!existsSync(path)) return false;
    try {
      const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
      if (!isJsonObject(manifest)) return false;
      return [manifest["dependencies"], manifest["devDependencies"]].some(
        (list) => isJsonObject(list) && list[name] !== undefined,
      );
    } catch {
      return false;
    }
  });
}
