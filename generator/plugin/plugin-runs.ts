import { resolve } from "node:path";
import { configuredJobs } from "../cli/command-line.js";
import { configPaths } from "../cli/load-config.js";
import type { Job } from "../cli/job.js";
import { optionsOf } from "../cli/options-of.js";
import type { Terminal } from "../cli/terminal.js";
import { formatDiagnostic } from "../diagnostics/format-diagnostic.js";
import type { LocatedDiagnostic } from "../diagnostics/locate.js";
import { generateOnce } from "../generate.js";
import type { GenerateOptions, Watch, WatchRun } from "../options.js";
import { startWatch } from "../watch/watch.js";

/** Where the plugin finds its configuration. */
export interface PluginOptions {
  /** The folder of `specwright.config.ts`, which relative paths start from; the working directory if absent. */
  readonly folder?: string;
  /** Path of the configuration, from `folder`, if it has another name. */
  readonly config?: string;
}

/** What a bundler is told of a run. */
export interface PluginRun {
  /** Files whose change asks for another run, absolute. */
  readonly inputs: readonly string[];
  /** Absent if the output is on the disk. */
  readonly fault?: PluginFault;
  readonly warnings: readonly string[];
}

/** Why the output stays as it was. */
export interface PluginFault {
  /** For people, with the code frame of every error. */
  readonly message: string;
  /** The place of the first error; absent if something else than the description is at fault. */
  readonly place?: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
  };
  readonly frame?: string;
}

/** Generates the output of every configured description once. Files that are as they should be are not written. */
export async function runOnce(plugin: PluginOptions): Promise<PluginRun> {
  const found: PluginRun[] = [];
  try {
    for (const { options, files } of await loadJobs(plugin)) {
      const result = await generateOnce(options);
      found.push(
        runOf({ changed: [], result, milliseconds: 0 }, files, plugin),
      );
    }
  } catch (error) {
    found.push(runOf({ changed: [], error, milliseconds: 0 }, [], plugin));
  }
  const fault = found.find((run) => run.fault !== undefined)?.fault;
  return {
    inputs: [...new Set(found.flatMap(({ inputs }) => inputs))],
    warnings: found.flatMap(({ warnings }) => warnings),
    ...(fault === undefined ? {} : { fault }),
  };
}

/**
 * Generates the output of every configured description, and again at each change.
 * @param onRun is told of each run, with the number of its description
 * @returns once all first runs have ended
 */
export async function watchAll(
  plugin: PluginOptions,
  onRun: (run: PluginRun, job: number) => void,
): Promise<readonly Watch[]> {
  const jobs = await loadJobs(plugin);
  const watches: Watch[] = [];
  for (const [index, first] of jobs.entries())
    watches.push(
      await startWatch(
        async () => (await loadJobs(plugin))[index] ?? first,
        generateOnce,
        (run) => onRun(runOf(run, first.files, plugin), index),
      ),
    );
  return watches;
}

async function loadJobs({
  folder = process.cwd(),
  config,
}: PluginOptions): Promise<
  readonly { options: GenerateOptions; files: readonly string[] }[]
> {
  const terminal = quietTerminal(resolve(folder));
  const jobs = await configuredJobs(config, terminal);
  return jobs.map((job) => ({
    options: optionsOf(job, terminal),
    files: filesOf(job, terminal.folder, config),
  }));
}

/** What a run reads besides the files that references lead to, absolute. */
function filesOf(
  { spec, overlays, configFiles }: Job,
  folder: string,
  config: string | undefined,
): readonly string[] {
  const configs =
    config === undefined ? configPaths(folder) : [resolve(folder, config)];
  const entries = [spec, ...overlays].map((path) => resolve(folder, path));
  return [...entries, ...configs, ...configFiles];
}

function runOf(
  { result, error }: WatchRun,
  files: readonly string[],
  { folder = "" }: PluginOptions,
): PluginRun {
  if (result === undefined) {
    const message = error instanceof Error ? error.message : String(error);
    return { inputs: files, warnings: [], fault: { message } };
  }
  const { ok, diagnostics } = result;
  const inputs = [...new Set([...files, ...result.inputs])];
  const of = (severity: LocatedDiagnostic["severity"]) =>
    diagnostics.filter((entry) => entry.severity === severity);
  const errors = of("error");
  const warnings = of("warning").map((entry) => formatDiagnostic(entry));
  const [first] = errors;
  if (ok || first === undefined) return { inputs, warnings };
  const { file, line, column, frame } = first;
  return {
    inputs,
    warnings,
    fault: {
      message: errors.map((entry) => formatDiagnostic(entry)).join("\n\n"),
      place: { file: resolve(folder, file), line, column },
      ...(frame === undefined ? {} : { frame }),
    },
  };
}

/** Prints nothing: the bundler tells of faults in its own way. */
function quietTerminal(folder: string): Terminal {
  const plain = (text: string): string => text;
  const nothing = (): void => undefined;
  return {
    folder,
    isInteractive: false,
    style: { error: plain, warning: plain, info: plain, faint: plain },
    ...{ out: nothing, error: nothing, progress: nothing },
    interrupted: () => new Promise(nothing),
  };
}
