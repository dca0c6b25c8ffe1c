import { exitCodes, json, type Action } from "./outcome.js";
import { plural } from "./counts.js";
import type { Job } from "./job.js";
import type { Terminal } from "./terminal.js";

/**
 * Runs a command on each job, one after the other, and prints what `--format json` asks for, or how many have failed if
 * there are several. A job that fails keeps no other from running.
 * @returns the worst exit code
 */
export async function runJobs(
  action: Action,
  jobs: readonly Job[],
  terminal: Terminal,
): Promise<number> {
  const results: Record<string, unknown> = {};
  const failed: string[] = [];
  let worst: number = exitCodes.done;
  for (const job of jobs) {
    const { exitCode, result } = await action(job, terminal);
    worst = Math.max(worst, exitCode);
    const { name } = job;
    if (name === undefined) {
      if (job.format === "json") terminal.out(json(result));
      return exitCode;
    }
    results[name] = result;
    if (exitCode !== exitCodes.done) failed.push(name);
  }
  if (jobs[0]?.format === "json") {
    terminal.out(json({ ok: failed.length === 0, apis: results }));
  } else if (jobs.length > 1) {
    const all = plural(jobs.length, "description");
    if (failed.length === 0) terminal.out(`${all}: all done`);
    else terminal.error(`${all}: ${failed.join(", ")} failed`);
  }
  return worst;
}
