import { actions } from "./actions.js";
import { runCommandLine } from "./command-line.js";
import { processTerminal } from "./terminal.js";

/** Runs the command line of this process, and sets its exit code. */
export async function runProcess(): Promise<void> {
  const terminal = processTerminal();
  try {
    process.exitCode = await runCommandLine(
      process.argv.slice(2),
      actions,
      terminal,
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    terminal.error(`specwright failed: ${message}`);
    if (process.env["SPECWRIGHT_DEBUG"] && error instanceof Error) {
      terminal.error(error.stack ?? "");
    } else {
      terminal.error(
        "This is a fault of specwright or of the file system; SPECWRIGHT_DEBUG=1 shows where.",
      );
    }
    process.exitCode = 1;
  }
}
