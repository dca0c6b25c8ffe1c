import type { Command } from "commander";
import { knownGenerators } from "../../names/lock/import-names.js";

/** The flags of `names`. */
export interface NamesRequest {
  /** A generator, or the path of a JSON file with names by operation. */
  readonly from: string;
}

/** Adds the command `names`, without what it does. */
export function addNames(program: Command): Command {
  return program
    .command("names")
    .description(
      "Import the names that another generator gives operations into the lock of names.",
    )
    .argument("[spec]", "the OpenAPI description")
    .requiredOption(
      "--from <generator>",
      `${knownGenerators.join(", ")}, or a JSON file with names by operation`,
    )
    .option("--api <name>", "of several descriptions in the configuration")
    .option("--config <file>", "instead of specwright.config.ts");
}
