import { CacheMemory } from "../cache/cache-file.js";
import type {
  GenerateOptions,
  GenerateResult,
  Watch,
  WatchRun,
} from "../options.js";
import { watchFiles } from "./watch-files.js";

/** What a watch works on, asked for again at each run: the configuration may have changed. */
export interface WatchJob {
  readonly options: GenerateOptions;
  /** Files besides those that a run reads, absolute: the entry of the description, the configuration. */
  readonly files: readonly string[];
}

/**
 * Generates, and generates again whenever a file changes that the last run read: one run after the other, with what
 * was made of the description kept in memory. A run whose description is at fault writes nothing.
 * @param load gives the job; what it throws is the `error` of a run
 * @param generate makes one run
 * @param onRun is told of each run when it has ended
 * @returns once the first run has ended
 * @throws what `load` throws at the start
 */
export async function startWatch(
  load: () => Promise<WatchJob>,
  generate: (
    options: GenerateOptions,
    memory: CacheMemory,
  ) => Promise<GenerateResult>,
  onRun: (run: WatchRun) => void = () => undefined,
): Promise<Watch & { readonly first: WatchRun }> {
  const memory = new CacheMemory();
  const changed = new Set<string>();
  const followed = new Set((await load()).files);
  let changedAt = performance.now();
  let isClosed = false;
  let isRunning = true;
  let running: Promise<void> = Promise.resolve();

  /** @param isRepeated true for a run after the first one */
  const runOnce = async (isRepeated: boolean): Promise<WatchRun> => {
    // What has changed until now, this run reads.
    watcher.look();
    const paths = [...changed].sort();
    changed.clear();
    const start = changedAt;
    const since = Date.now();
    let outcome: Pick<WatchRun, "result" | "error">;
    try {
      const { options, files } = await load();
      const result = await generate(options, memory);
      // What a refused description no longer names may be named again by the next edit.
      if (result.ok) followed.clear();
      for (const path of [...files, ...result.inputs]) followed.add(path);
      outcome = { result };
    } catch (error) {
      outcome = { error };
    }
    watcher.follow(followed, since);
    watcher.look();
    const milliseconds = performance.now() - start;
    const run = { changed: paths, ...outcome, milliseconds };
    // A file was read while it was written: the next run, which follows at once, reads all of it.
    const isPremature = outcome.result?.ok === false && changed.size > 0;
    if (isPremature && isRepeated) {
      changedAt = start;
      for (const path of paths) changed.add(path);
    } else if (!isClosed) onRun(run);
    return run;
  };
  const runWhileChanging = async (): Promise<void> => {
    while (changed.size > 0 && !isClosed) {
      await watcher.untilWritten();
      await runOnce(true);
    }
    isRunning = false;
  };
  const runUnlessRunning = (): void => {
    if (isRunning || changed.size === 0) return;
    isRunning = true;
    running = runWhileChanging();
  };
  const watcher = await watchFiles(followed, (path) => {
    if (changed.size === 0) changedAt = performance.now();
    changed.add(path);
    runUnlessRunning();
  });
  const first = await runOnce(false);
  isRunning = false;
  runUnlessRunning();
  return {
    first,
    close: async () => {
      isClosed = true;
      await watcher.close();
      await running;
    },
  };
}
