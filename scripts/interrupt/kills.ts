import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Choices } from "../../test/validators/choices.js";
import {
  editedDescriptions,
  interrupted,
  repairFaults,
  restore,
  startRun,
  waitForStaging,
} from "./runs.js";

/** What came of runs that were killed. */
export interface Kills {
  readonly runs: number;
  /** Those that had not ended before. */
  readonly killed: number;
  /** Those that left files in the folder in which they wait. */
  readonly staged: number;
  /** Those that left old files beside new ones. */
  readonly mixed: number;
  readonly faults: readonly string[];
}

/**
 * Kills runs, on each description in turn, and lets the next run repair what they leave: every other one at a random
 * time, the others while they write.
 * @param kills how many runs are to be killed; one that ends before is started again
 */
export async function killRuns(
  work: string,
  kills: number,
  seed: number,
): Promise<Kills> {
  const choices = new Choices(seed);
  const descriptions = await editedDescriptions(work);
  const total = {
    runs: 0,
    killed: 0,
    staged: 0,
    mixed: 0,
    faults: [] as string[],
  };
  const durations = new Map<string, number>();
  for (; total.killed < kills && total.runs < 5 * kills; total.runs++) {
    const edited = descriptions[total.runs % descriptions.length];
    if (edited === undefined) break;
    const out = join(edited.before, "../out");
    restore(edited, out);
    const usual = durations.get(edited.name);
    const start = performance.now();
    const { child, ended } = startRun(edited.after, out);
    if (usual !== undefined) {
      const isWriting = choices.chance(0.5);
      if (isWriting) await waitForStaging(out, ended);
      await sleep(choices.fraction() * (isWriting ? usual / 8 : usual));
      child.kill("SIGKILL");
    }
    const { signal, status, text } = await ended;
    if (signal === null) {
      durations.set(edited.name, performance.now() - start);
      if (status !== 0) total.faults.push(`${edited.name}: ${text}`);
    } else total.killed++;
    const found = interrupted(edited, out);
    if (found.isStaged) total.staged++;
    if (found.isMixed) total.mixed++;
    const isUndone = choices.chance(0.4);
    const repair = await repairFaults(edited, out, isUndone);
    total.faults.push(...found.faults, ...repair);
  }
  return total;
}
