import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { checkConfig } from "./check-config.js";
import { defaultSettings, defineConfig, type Config } from "./config.js";
import { UsageError } from "./usage-error.js";

const fileNames = ["ts", "mts", "js", "mjs"].map(
  (ending) => `specwright.config.${ending}`,
);

/** A configuration, and the folder that its paths start from. */
export interface LoadedConfig {
  readonly config: Config;
  readonly folder: string;
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
  if (path === undefined) return { config: {}, folder };
  if (!existsSync(path)) throw new UsageError(`${named} does not exist`);
  const { createJiti } = await import("jiti");
  const jiti = createJiti(
    import.meta.url,
    // Read anew at each call: a watch loads what was edited.
    isInstalled(dirname(path))
      ? { moduleCache: false }
      : {
          moduleCache: false,
          virtualModules: { specwright: { defineConfig, defaultSettings } },
        },
  );
  let config: unknown;
  try {
    config = await jiti.import(path, { default: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be loaded: ${why}`);
  }
  return { config: checkConfig(config, path), folder: dirname(path) };
}

/** False where `npx` or a global installation runs specwright: then a configuration cannot import it by itself. */
function isInstalled(folder: string): boolean {
  try {
    createRequire(join(folder, "_")).resolve("specwright/package.json");
    return true;
  } catch {
    return false;
  }
}
