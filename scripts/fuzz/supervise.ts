import { fork } from "node:child_process";
import type { KindName } from "./kinds.js";
import type { WorkerMessage } from "./worker.js";

/** A fault and the seed that shows it again. */
export interface Finding {
  readonly kind: KindName;
  readonly seed: number;
  readonly fault: string;
}

/** Seeds of one kind, from the first to before the second. */
export interface SeedRange {
  readonly kind: KindName;
  readonly from: number;
  readonly to: number;
}

/** How long a seed may be silent: many times what one takes on a machine that has much else to do. */
const mostMilliseconds = 600_000;

/**
 * Runs seeds in a process of their own. A seed that ends its process, or does not end at all, is a finding, and
 * another process goes on behind it.
 * @param worker path of the worker's bundle
 * @param folder for the worker's files
 */
export async function runSeeds(
  { kind, from, to }: SeedRange,
  worker: string,
  folder: string,
  tell: (findings: readonly Finding[], counts: Counts) => void,
): Promise<void> {
  for (let next = from; next < to;) {
    const { seed, end } = await runProcess();
    if (end === undefined) return;
    tell([{ kind, seed, fault: end }], {});
    next = seed + 1;

    async function runProcess(): Promise<{ seed: number; end?: string }> {
      const child = fork(worker, [kind, String(next), String(to), folder], {
        execArgv: ["--max-old-space-size=2048", "--enable-source-maps"],
      });
      let seed = next;
      let isSilent = false;
      const silence = (): NodeJS.Timeout =>
        setTimeout(() => {
          isSilent = true;
          child.kill("SIGKILL");
        }, mostMilliseconds);
      let timer = silence();
      child.on("message", (message: WorkerMessage) => {
        clearTimeout(timer);
        timer = silence();
        seed = message.seed;
        if (message.kind === "begin") return;
        const findings = message.faults.map((fault) => ({ kind, seed, fault }));
        tell(findings, message.counts);
      });
      const [code, signal] = await new Promise<
        [number | null, NodeJS.Signals | null]
      >((resolve) => {
        child.on("exit", (...ended) => resolve(ended));
      });
      clearTimeout(timer);
      if (code === 0) return { seed };
      if (isSilent) return { seed, end: "it does not end" };
      return { seed, end: `its process ended with ${signal ?? code}` };
    }
  }
}

/** How many of what were checked. */
export type Counts = Readonly<Record<string, number>>;
