import { createColors } from "picocolors";
import type { DiagnosticStyle } from "../diagnostics/format-diagnostic.js";

/** Where a command prints. */
export interface Terminal {
  /** The working directory, which relative paths start from. */
  readonly folder: string;
  /** Whether progress may be shown: standard error is a terminal. */
  readonly isInteractive: boolean;
  readonly style: DiagnosticStyle;
  /** Prints lines on standard output. */
  out(text: string): void;
  /** Prints lines on standard error. */
  error(text: string): void;
  /** Shows a line on standard error that the next output replaces. */
  progress(text: string): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const isInteractive = process.stderr.isTTY === true;
  const wantsColor =
    isInteractive && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
  const colors = createColors(wantsColor);
  let shown = false;
  const clear = () => {
    if (shown) process.stderr.write("\r\u001b[K");
    shown = false;
  };
  return {
    folder: process.cwd(),
    isInteractive,
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
  };
}
