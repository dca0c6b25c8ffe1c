import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import type { OutputSettings } from "../config/config.js";
import { loadConfig } from "../config/load-config.js";
import { UsageError } from "../config/usage-error.js";
import {
  isTolerable,
  tolerableCodes,
  type DiagnosticCode,
} from "../diagnostics/catalogue.js";
import { didYouMean } from "../diagnostics/suggest.js";
import { version } from "../version.js";
import type { Terminal } from "./terminal.js";

/** The exit codes of the command line. */
export const exitCodes = { done: 0, fault: 1, usage: 2 } as const;

/** What a command works on, flags and configuration put together. */
export interface Job {
  readonly spec: string;
  readonly out: string;
  readonly settings: Partial<OutputSettings>;
  readonly allow: readonly DiagnosticCode[];
  readonly strict: boolean | readonly DiagnosticCode[];
  readonly json: boolean;
  readonly coverage: boolean;
  readonly cache: boolean;
}

/** Runs a command and gives its exit code. */
export type Action = (job: Job, terminal: Terminal) => Promise<number>;

export interface Actions {
  readonly generate: Action;
  readonly check: Action;
}

interface Flags {
  readonly out?: string;
  readonly config?: string;
  readonly json?: boolean;
  readonly coverage?: boolean;
  readonly docs?: boolean;
  readonly cache?: boolean;
  readonly allow?: string;
  readonly strict?: boolean;
  readonly importExtension?: ".js" | ".ts";
  readonly packageName?: string;
  readonly nestedObjects?: "refuse" | "brackets";
}

/**
 * Reads the arguments, runs the command that they name and gives the exit code: 0 done, 1 the spec or the
 * output is at fault, 2 wrong usage.
 * @param args without node and the script
 */
export async function runCommandLine(
  args: readonly string[],
  actions: Actions,
  terminal: Terminal,
): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = new Command("specwright")
    .description("Generates TypeScript from an OpenAPI description.")
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
    });
  const add = (name: keyof Actions, description: string) =>
    addCommand(program, name, description).action(
      async (spec: string | undefined, flags: Flags) => {
        const job = await makeJob(spec, flags, terminal);
        exitCode = await actions[name](job, terminal);
      },
    );
  add("generate", "Write the output: only files that change.");
  add("check", "Compare the output with the spec and write nothing.").option(
    "--coverage",
    "print what becomes of every keyword of the spec",
  );
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    }
    if (error instanceof UsageError) {
      terminal.error(`error: ${error.message}`);
      return exitCodes.usage;
    }
    throw error;
  }
  return exitCode;
}

function addCommand(
  program: Command,
  name: string,
  description: string,
): Command {
  return program
    .command(name)
    .description(description)
    .argument("[spec]", "the OpenAPI description (default: spec/openapi.yaml)")
    .option("--out <dir>", "the output folder (default: generated)")
    .option("--config <file>", "instead of specwright.config.ts")
    .option("--no-cache", "do everything anew")
    .option("--json", "print the result as JSON")
    .option("--no-docs", "leave the docs out")
    .option(
      "--allow <codes>",
      "go on past these errors: a,b,c; may be given again",
      (codes: string, before = "") => `${before},${codes}`,
    )
    .option("--strict", "make errors of all warnings but those allowed")
    .addOption(
      new Option("--import-extension <ending>", "of relative imports").choices([
        ".js",
        ".ts",
      ]),
    )
    .option("--package-name <name>", "the name in the output's package.json")
    .addOption(
      new Option(
        "--nested-objects <how>",
        "objects inside of deepObject parameters",
      ).choices(["refuse", "brackets"]),
    );
}

async function makeJob(
  spec: string | undefined,
  flags: Flags,
  terminal: Terminal,
): Promise<Job> {
  const { config, folder } = await loadConfig(terminal.folder, flags.config);
  const from = (path: string) =>
    relative(terminal.folder, resolve(folder, path)) || ".";
  const { spec: configured, out, allow, strict, ...settings } = config;
  const folderOfOutput = flags.out ?? from(out ?? "generated");
  const target = resolve(terminal.folder, folderOfOutput);
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new UsageError(`--out ${folderOfOutput}: this is a file`);
  }
  return {
    spec: spec ?? from(configured ?? "spec/openapi.yaml"),
    out: folderOfOutput,
    settings: {
      ...settings,
      ...(flags.docs === false ? { docs: false } : {}),
      ...definedOnly({
        importExtension: flags.importExtension,
        packageName: flags.packageName,
        nestedObjects: flags.nestedObjects,
      }),
    },
    allow: [...(allow ?? []), ...readCodes(flags.allow)],
    strict: flags.strict ?? strict ?? false,
    json: flags.json ?? false,
    coverage: flags.coverage ?? false,
    cache: flags.cache ?? true,
  };
}

function readCodes(list = ""): DiagnosticCode[] {
  const codes = list.split(",").map((code) => code.trim());
  return codes
    .filter((code) => code !== "")
    .map((code) => {
      if (isTolerable(code)) return code;
      const hint = didYouMean(code, tolerableCodes) ?? "";
      throw new UsageError(
        `--allow ${code}: not a code that can be allowed. ${hint}`.trim(),
      );
    });
}

function definedOnly<T extends object>(
  options: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(options).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(entries) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
