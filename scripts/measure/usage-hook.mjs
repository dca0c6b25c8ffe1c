// Preloaded into a measured process, and by the environment into every Node process that it starts: at its
// end each adds what it has used, as one line, to the file that SPECWRIGHT_USAGE names.
import { appendFileSync } from "node:fs";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = {
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1024,
  };
  appendFileSync(process.env.SPECWRIGHT_USAGE, `${JSON.stringify(usage)}\n`);
});
