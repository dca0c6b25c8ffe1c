import type { Job } from "./job.js";
import type { Terminal } from "./terminal.js";

/** The exit codes of the command line. */
export const exitCodes = { done: 0, fault: 1, usage: 2 } as const;

/** Runs a command on one description. With `--format json` it prints nothing. */
export type Action = (job: Job, terminal: Terminal) => Promise<Outcome>;

/** What a command has come to. */
export interface Outcome {
  readonly exitCode: number;
  /** What `--format json` prints. */
  readonly result: Readonly<Record<string, unknown>>;
}

/** What `--format json` prints of a value. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
