import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { diskFaults } from "./interrupt/disks.js";
import { killRuns } from "./interrupt/kills.js";
import { twoAtOnce } from "./interrupt/two-at-once.js";

// Ends `specwright generate` while it writes, in every way there is: npm run interrupt -- [--kills N] [--seed N]
// What has to hold: every file is the old or the new one, the next run makes the output that it makes of an empty folder,
// and nothing else is left. Faults of disks need root on Linux.

const { values: flags } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
  },
});
const work = mkdtempSync(join(tmpdir(), "specwright-interrupt-"));
try {
  const kills = await killRuns(work, Number(flags.kills), Number(flags.seed));
  console.log(
    `${kills.killed} of ${kills.runs} runs were killed, ${kills.staged} of them with files that waited, ${kills.mixed} between old and new files`,
  );
  tell(kills.faults);
  const pairs = await twoAtOnce(work, 20);
  console.log(`${pairs.runs} pairs of runs into one output`);
  tell(pairs.faults);
  const disks = await diskFaults(work);
  for (const { name, message } of disks.refusals)
    console.log(`${name}: ${message}`);
  tell(disks.faults);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function tell(faults: readonly string[]): void {
  for (const fault of faults) console.log(`FAULT ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}
