import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  editedDescriptions,
  interrupted,
  repairFaults,
  restore,
  startRun,
} from "./runs.js";

/**
 * Starts pairs of runs into one output: both of the new description, or one of the old. Both have to end well or with
 * one line, every file has to be of one of them, and the next run repairs what they have mixed.
 */
export async function twoAtOnce(
  work: string,
  runs: number,
): Promise<{ readonly runs: number; readonly faults: readonly string[] }> {
  const folder = join(work, "pairs");
  mkdirSync(folder);
  const descriptions = await editedDescriptions(folder);
  const faults: string[] = [];
  for (let run = 0; run < runs; run++) {
    const edited = descriptions[run % descriptions.length];
    if (edited === undefined) break;
    const out = join(edited.before, "../out");
    restore(edited, out);
    const isSame = run % 2 === 0;
    const both = await Promise.all([
      startRun(edited.after, out).ended,
      startRun(isSame ? edited.after : edited.before, out).ended,
    ]);
    for (const { status, text } of both) {
      if (status !== 0) faults.push(`${edited.name}, two at once: ${text}`);
    }
    faults.push(...interrupted(edited, out).faults);
    faults.push(...(await repairFaults(edited, out)));
  }
  return { runs, faults };
}
