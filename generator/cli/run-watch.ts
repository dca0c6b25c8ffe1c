import { relative, resolve } from "node:path";
import { UsageError } from "../config/usage-error.js";
import type { LocatedDiagnostic } from "../diagnostics/locate.js";
import { generateOnce } from "../generate.js";
import type {
  GenerateOptions,
  GenerateResult,
  Watch,
  WatchRun,
} from "../options.js";
import { specAddress } from "../read/spec-address.js";
import { startWatch } from "../watch/watch.js";
import { exitCodes } from "./outcome.js";
import type { Job } from "./job.js";
import { countDiagnostics, plural } from "./counts.js";
import { fileSystemRefusal } from "./file-system-refusal.js";
import { adviceAfterErrors, type ShownJob } from "./next-command.js";
import { reportDiagnostics } from "./report-diagnostics.js";
import { describeApi } from "./report.js";
import type { Terminal } from "./terminal.js";

/** What a watch works on, as the command line and the configuration say it. */
export interface WatchTask {
  readonly job: Job;
  readonly options: GenerateOptions;
  readonly configPaths: readonly string[];
}

/**
 * `specwright watch`: generates at each change until the process is interrupted, and prints a line for each run. Each
 * description has a watch of its own; one that is added to `apis` of the configuration gets one.
 * @param loadTasks is asked at each run, so that the configuration may change
 * @throws UsageError if a description is not a file, or the configuration is at fault at the start
 */
export async function runWatch(
  loadTasks: () => Promise<readonly WatchTask[]>,
  terminal: Terminal,
): Promise<number> {
  const watches = new Map<string | undefined, Promise<Watch>>();
  const load = async (): Promise<readonly WatchTask[]> => {
    const tasks = await loadTasks();
    for (const task of tasks) checkTask(task);
    for (const task of tasks) {
      const { name } = task.job;
      if (!watches.has(name))
        watches.set(name, watchTask(task, load, terminal));
    }
    return tasks;
  };
  await load();
  for (const watch of watches.values()) await watch;
  await terminal.interrupted();
  for (const watch of watches.values()) await (await watch).close();
  return exitCodes.done;
}

function checkTask({ job }: WatchTask): void {
  if (specAddress(job.spec).kind !== "file")
    throw new UsageError("watch follows files, and this description is none");
}

/** Starts the watch of one description. */
function watchTask(
  first: WatchTask,
  load: () => Promise<readonly WatchTask[]>,
  terminal: Terminal,
): Promise<Watch> {
  let task = first;
  const { name } = first.job;
  const report = watchReport(terminal);
  return startWatch(
    async () => {
      const found = (await load()).find(({ job }) => job.name === name);
      if (found === undefined)
        throw new UsageError(
          `"apis" of the configuration has no "${name}" now`,
        );
      task = found;
      const { spec, overlays } = task.job;
      const entries = [spec, ...overlays].map((path) =>
        resolve(terminal.folder, path),
      );
      return {
        options: task.options,
        files: [...entries, ...task.configPaths],
      };
    },
    generateOnce,
    (run) => report(run, task.job),
  );
}

/** How a watch speaks of what it makes. */
export interface WatchWords {
  readonly name: "watch" | "docs";
  /** What a run that is refused leaves as it was. */
  readonly stays: string;
}

const outputWords: WatchWords = {
  name: "watch",
  stays: "the output stays as it is",
};

/** Prints runs: all diagnostics of one that was refused, and those warnings that the run before did not have. */
export function watchReport(
  terminal: Terminal,
  { name, stays }: WatchWords = outputWords,
): (run: WatchRun, job: ShownJob) => void {
  let known: ReadonlySet<string> = new Set();
  return (run, job) => {
    if (job.format === "json") {
      terminal.out(jsonLine(run, job));
      return;
    }
    const { result } = run;
    if (result === undefined) {
      const refusal = fileSystemRefusal(run.error, terminal.folder);
      terminal.error(`error: ${refusal ?? messageOf(run.error)}`);
      terminal.error(line(run, stays, job, terminal));
      return;
    }
    const { ok, diagnostics } = result;
    const news = diagnostics.filter((entry) => !known.has(keyOf(entry)));
    known = new Set(diagnostics.map(keyOf));
    const isCut = reportDiagnostics(ok ? news : diagnostics, terminal, job);
    const found = countDiagnostics(diagnostics);
    if (!ok) {
      terminal.error(adviceAfterErrors(diagnostics, job, name, isCut));
      const words = `${found}; ${stays}`;
      terminal.error(line(run, words, job, terminal));
      return;
    }
    const notes = found === "" ? "" : `; ${found}`;
    terminal.out(line(run, `${changesOf(result)}${notes}`, job, terminal));
  };
}

/** What a run has done to the output: for example `3 files written, 72 unchanged`. */
function changesOf({
  written,
  removed,
  unchanged,
  summary,
}: GenerateResult): string {
  const all = summary === undefined ? "" : `${describeApi(summary)}: `;
  if (written.length + removed.length === 0) return `${all}nothing to write`;
  const [only] = written;
  const names = written.length === 1 && only !== undefined ? ` (${only})` : "";
  return [
    `${all}${plural(written.length, "file")} written${names}`,
    ...(removed.length === 0 ? [] : [`${removed.length} removed`]),
    `${unchanged} unchanged`,
  ].join(", ");
}

function line(
  { changed, milliseconds }: WatchRun,
  words: string,
  { name }: ShownJob,
  { folder }: Terminal,
): string {
  const time = new Date().toTimeString().slice(0, 8);
  const names = changed.map((path) => relative(folder, path)).join(", ");
  const why = names === "" ? "" : `${names} changed; `;
  const label = name === undefined ? "" : `${name}: `;
  return `${time} ${label}${why}${words} (${Math.round(milliseconds)} ms)`;
}

function jsonLine(
  { changed, result, error, milliseconds }: WatchRun,
  { name }: ShownJob,
): string {
  const api = name === undefined ? {} : { api: name };
  if (result === undefined)
    return JSON.stringify({
      ...api,
      ...{ ok: false, changed, error: messageOf(error) },
    });
  const { ok, diagnostics, written, removed, unchanged } = result;
  const files = { written, removed, unchanged };
  return JSON.stringify({
    ...{ ...api, ok, changed, diagnostics },
    ...{ ...files, milliseconds },
  });
}

function keyOf({ code, file, pointer, message }: LocatedDiagnostic): string {
  return [code, file, pointer, message].join(" ");
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
