import { Option, type Command } from "commander";
import type { Flags } from "../job.js";
import { again } from "../repeated-option.js";
import { diffFormats, failingVerdicts, type DiffFormat } from "./request.js";

/** The flags of `diff`. */
export interface DiffFlags extends Omit<Flags, "format"> {
  readonly format?: DiffFormat;
  readonly markdown?: boolean;
  readonly failOn?: (typeof failingVerdicts)[number];
}

/** Adds the command `diff`, without what it does. */
export function addDiff(program: Command): Command {
  return program
    .command("diff")
    .description(
      "Compare two versions of a description: what changes for those who build on the output.",
    )
    .argument(
      "[old]",
      "a file, a URL, or a file of a Git revision: main:spec/openapi.yaml (default: the committed version of [new])",
    )
    .argument("[new]", "the same; alone, it is compared with its last commit")
    .option("--root <dir>", "a folder whose files references may lead to")
    .option(
      "--overlay <file>",
      "apply an OpenAPI Overlay to the description; may be given again",
      again,
    )
    .option(
      "--api <name>",
      "of several descriptions in the configuration, this one; may be given again",
      again,
    )
    .option("--config <file>", "instead of specwright.config.ts")
    .option("--json", "print the result as JSON: --format json")
    .option("--markdown", "print a section of a changelog: --format markdown")
    .addOption(
      new Option(
        "--format <format>",
        "of what is printed (default: text; github where GitHub Actions runs it)",
      ).choices(diffFormats),
    )
    .addOption(
      new Option(
        "--fail-on <verdict>",
        "exit with 1 if the verdict is this one or a worse one",
      ).choices(failingVerdicts),
    )
    .option("--verbose", "print every change");
}
