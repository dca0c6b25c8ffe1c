import type { GenerateOptions } from "../options.js";
import type { Job } from "./job.js";
import { stageProgress } from "./progress.js";
import type { Terminal } from "./terminal.js";

/** What a job asks of `generate` and `check`. */
export function optionsOf(job: Job, terminal: Terminal): GenerateOptions {
  const { spec, root, resourceFiles, overlays, out } = job;
  const { settings, allow, strict, cache } = job;
  const { nameLock } = job;
  const reach = {
    ...(root === undefined ? {} : { root }),
    ...(nameLock === undefined ? {} : { nameLock }),
  };
  const from = { spec, resourceFiles, overlays, ...reach };
  const onStage = stageProgress(terminal);
  const cwd = terminal.folder;
  const { emitters, configFiles: emitterFiles } = job;
  const made = { emitters, emitterFiles };
  return {
    ...from,
    out,
    settings,
    ...made,
    allow,
    strict,
    cache,
    cwd,
    onStage,
  };
}
