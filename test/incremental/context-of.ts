import { dirname } from "node:path";
import { analyze } from "../../generator/analyze.js";
import type { Settings } from "../../generator/config/config.js";
import { loadConfig } from "../../generator/cli/load-config.js";
import type { EmitContext } from "../../generator/emit/context.js";
import { StageClock } from "../../generator/stages.js";

/**
 * What the emitters get of a description.
 * @param settings in place of those beside it
 */
export async function contextOf(
  spec: string,
  settings?: Settings,
): Promise<EmitContext> {
  const { config } = await loadConfig(dirname(spec));
  const options = {
    spec,
    settings: settings ?? config,
    allow: config.allow ?? [],
  };
  const { context } = await analyze(options, new StageClock());
  if (context === undefined) throw new Error(`${spec} cannot be generated`);
  return context;
}
