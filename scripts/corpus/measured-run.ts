import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

const hook = new URL("usage-hook.mjs", import.meta.url).href;
const root = fileURLToPath(new URL("../../", import.meta.url));

export interface MeasuredRun {
  readonly status: number;
  readonly stderr: string;
  /** User and system time of the whole process. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/** Runs the built command line in a process of its own, from the root of the checkout. */
export function runSpecwright(args: readonly string[]): MeasuredRun {
  const usageFile = `${tmpdir()}/specwright-usage-${process.pid}.json`;
  const { status, stderr, signal } = spawnSync(
    process.execPath,
    ["--import", hook, `${root}dist/bin.js`, ...args],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1e9,
      timeout: 300_000,
      env: { ...process.env, SPECWRIGHT_USAGE: usageFile },
    },
  );
  const usage =
    signal === null
      ? (JSON.parse(readFileSync(usageFile, "utf8")) as Pick<
          MeasuredRun,
          "cpuSeconds" | "peakMegabytes"
        >)
      : { cpuSeconds: NaN, peakMegabytes: NaN };
  rmSync(usageFile, { force: true });
  return { status: status ?? -1, stderr, ...usage };
}
