import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { checkConfig } from "../config/check-config.js";
import type { Config } from "../config/define-config.js";
import { UsageError } from "../config/usage-error.js";
import { importedFiles } from "./imported-files.js";

const fileNames = ["ts", "mts", "js", "mjs"].map(
  (ending) => `specwright.config.${ending}`,
);

/** A configuration, and the folder that its paths start from. */
export interface LoadedConfig {
  readonly config: Config;
  readonly folder: string;
  /** The file of the configuration and those that it imports, absolute; none where there is no configuration. */
  readonly files: readonly string[];
}

/** The absolute paths at which a folder's configuration may stand. */
export function configPaths(folder: string): readonly string[] {
  return fileNames.map((name) => join(folder, name));
}

/** The absolute path of a folder's configuration. */
export function findConfig(folder: string): string | undefined {
  return configPaths(folder).find(existsSync);
}

/**
 * Loads `specwright.config.ts` (or `.mts`, `.js`, `.mjs`) of a folder, or the file that is named. Empty where
 * there is none.
 * @throws UsageError where the file cannot be loaded or says something that is no configuration
 */
export async function loadConfig(
  folder: string,
  named?: string,
): Promise<LoadedConfig> {
  const path =
    named === undefined ? findConfig(folder) : resolve(folder, named);
  if (path === undefined) return { config: {}, folder, files: [] };
  if (!existsSync(path)) throw new UsageError(`${named} does not exist`);
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, {
    // Read anew at each call: a watch loads what was edited.
    moduleCache: false,
    // What runs, also if `npx` or a global installation runs it: code is known by its class.
    virtualModules: { specwright: await import("../index.js") },
  });
  let config: unknown;
  try {
    // `jiti.import` leaves JavaScript to Node, which reads a module once.
    const loaded: unknown = await jiti.evalModule(readFileSync(path, "utf8"), {
      ...{ id: path, filename: path },
      ...{ async: true, forceTranspile: true },
    });
    config =
      typeof loaded === "object" && loaded !== null && "default" in loaded
        ? loaded.default
        : loaded;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be loaded: ${why}`);
  }
  const find = (specifier: string, from: string): string | undefined =>
    jiti.esmResolve(specifier, { parentURL: from, try: true });
  return {
    config: checkConfig(config, path),
    folder: dirname(path),
    files: importedFiles(path, find),
  };
}
