import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

const hook = new URL("usage-hook.mjs", import.meta.url).href;

/** The root of the checkout, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** How a script is run, where that is not by this Node in the checkout's root. */
export interface RunOptions {
  readonly cwd?: string;
  /** The Node to run it. */
  readonly node?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface MeasuredRun {
  /** -1 where the process was ended by a signal. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** User and system time of the process and of the Node processes that it started. */
  readonly cpuSeconds: number;
  /** Of the largest of these processes. */
  readonly peakMegabytes: number;
}

/**
 * Runs a Node script to its end, ten minutes at most, and measures the whole process.
 * @param script path of the script
 */
export function measureRun(
  script: string,
  args: readonly string[],
  { cwd = root, node = process.execPath, environment = {} }: RunOptions = {},
): MeasuredRun {
  const usageFile = `${tmpdir()}/specwright-usage-${process.pid}.jsonl`;
  rmSync(usageFile, { force: true });
  const { status, stdout, stderr } = spawnSync(node, [script, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e9,
    timeout: 600_000,
    env: {
      ...process.env,
      ...environment,
      NODE_OPTIONS: `--import ${hook}`,
      SPECWRIGHT_USAGE: usageFile,
    },
  });
  const usages = existsSync(usageFile) ? readUsages(usageFile) : [];
  rmSync(usageFile, { force: true });
  return {
    status: status ?? -1,
    stdout,
    stderr,
    cpuSeconds: usages.reduce((sum, usage) => sum + usage.cpuSeconds, 0),
    peakMegabytes: Math.max(0, ...usages.map((usage) => usage.peakMegabytes)),
  };
}

/** Runs the built command line. */
export function runSpecwright(args: readonly string[]): MeasuredRun {
  return measureRun(`${root}dist/bin.js`, args);
}

function readUsages(
  path: string,
): readonly Pick<MeasuredRun, "cpuSeconds" | "peakMegabytes">[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as MeasuredRun);
}
