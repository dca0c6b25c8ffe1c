#!/usr/bin/env node
// First of all: whatever runs before it, runs without it.
import "./optimize-less.js";
import { actions } from "./cli/actions.js";
import { runCommandLine } from "./cli/command-line.js";
import { processTerminal } from "./cli/terminal.js";

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
