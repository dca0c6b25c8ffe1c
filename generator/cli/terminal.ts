import { createInterface } from "node:readline/promises";
import { createColors } from "picocolors";
import { UsageError } from "../config/usage-error.js";
import type { DiagnosticStyle } from "../diagnostics/format-diagnostic.js";

/** Where a command prints. */
export interface Terminal {
  /** The working directory, which relative paths start from. */
  readonly folder: string;
  /** Whether progress may be shown: standard error is a terminal. */
  readonly isInteractive: boolean;
  readonly style: DiagnosticStyle;
  /** The root of the repository where the command runs in a job of GitHub Actions; absent elsewhere. */
  readonly workspace?: string;
  /** Prints lines on standard output. */
  out(text: string): void;
  /** Prints lines on standard error. */
  error(text: string): void;
  /** Shows a line on standard error that the next output replaces. */
  progress(text: string): void;
  /** Resolves when the user, or who runs the process, wants it to end (SIGINT, SIGTERM). */
  interrupted(): Promise<void>;
  /**
   * Asks the user and gives the answer, without the line end. Absent where nobody can answer.
   * @throws UsageError if the user ends the input instead
   */
  readonly ask?: (question: string) => Promise<string>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const isInteractive = process.stderr.isTTY === true;
  const wantsColor =
    isInteractive && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
  const colors = createColors(wantsColor);
  const { env } = process;
  const isOnGitHub = env["GITHUB_ACTIONS"] === "true";
  for (const stream of [process.stdout, process.stderr]) {
    // A reader that has seen enough, such as `head`, closes the pipe. The run goes on, and says no more.
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write("\r\u001b[K");
    shown = false;
  };
  return {
    folder: process.cwd(),
    isInteractive,
    ...(isOnGitHub
      ? { workspace: env["GITHUB_WORKSPACE"] || process.cwd() }
      : {}),
    style: {
      error: colors.red,
      warning: colors.yellow,
      info: colors.cyan,
      faint: colors.dim,
    },
    out(text) {
      clear();
      process.stdout.write(`${text}\n`);
    },
    error(text) {
      clear();
      process.stderr.write(`${text}\n`);
    },
    progress(text) {
      clear();
      if (!isInteractive) return;
      process.stderr.write(text);
      shown = true;
    },
    interrupted: () =>
      new Promise((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM"] as const)
          process.once(signal, () => resolve());
      }),
    ...(process.stdin.isTTY === true && process.stdout.isTTY === true
      ? { ask }
      : {}),
  };
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
  });
  try {
    return await new Promise((resolve, reject) => {
      lines.once("close", () => {
        reject(new UsageError("no answer; nothing was written"));
      });
      void lines.question(question).then(resolve, reject);
    });
  } finally {
    lines.close();
  }
}
