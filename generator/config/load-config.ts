import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { checkConfig } from "./check-config.js";
import type { Config } from "./config.js";
import { UsageError } from "./usage-error.js";

const fileNames = ["ts", "mts", "js", "mjs"].map(
  (ending) => `specwright.config.${ending}`,
);

/** A configuration, and the folder that its paths start from. */
export interface LoadedConfig {
  readonly config: Config;
  readonly folder: string;
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
    named === undefined
      ? fileNames.map((name) => join(folder, name)).find(existsSync)
      : resolve(folder, named);
  if (path === undefined) return { config: {}, folder };
  if (!existsSync(path)) throw new UsageError(`${named} does not exist`);
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url);
  let config: unknown;
  try {
    config = await jiti.import(path, { default: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be loaded: ${why}`);
  }
  return { config: checkConfig(config, path), folder: dirname(path) };
}
