import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import {
  emitLanguages,
  importExtensions,
  nestedObjects,
} from "../config/config.js";
import { configPaths } from "./load-config.js";
import { UsageError } from "../config/usage-error.js";
import { didYouMean } from "../diagnostics/suggest.js";
import { version } from "../version.js";
import { addDiff, type DiffFlags } from "./diff/add-diff.js";
import type { DiffRequest } from "./diff/request.js";
import { again } from "./repeated-option.js";
import type { DocsRequest } from "./docs/docs-request.js";
import { makeJobs, type Flags, type Job } from "./job.js";
import { addNames, type NamesRequest } from "./names/add-names.js";
import { exitCodes, type Action } from "./outcome.js";
import { runJobs } from "./run-jobs.js";
import { fileSystemRefusal } from "./file-system-refusal.js";
import type { InitRequest } from "./init/run-init.js";
import type { Terminal } from "./terminal.js";

export interface Actions {
  readonly generate: Action;
  readonly check: Action;
  readonly watch: (
    loadJobs: () => Promise<readonly WatchedJob[]>,
    terminal: Terminal,
  ) => Promise<number>;
  /** Serves the pages, or builds them if the request has a folder for them. */
  readonly docs: (
    request: DocsRequest,
    loadJob: () => Promise<WatchedJob>,
    terminal: Terminal,
  ) => Promise<number>;
  readonly names: (
    request: NamesRequest,
    job: Job,
    terminal: Terminal,
  ) => Promise<number>;
  readonly init: (request: InitRequest, terminal: Terminal) => Promise<void>;
  /** Gives false where the command fails. */
  readonly diff: (
    request: DiffRequest,
    job: Job,
    terminal: Terminal,
  ) => Promise<boolean>;
}

/** What `watch` and `docs` work on. */
export interface WatchedJob {
  readonly job: Job;
  /** Where the configuration is or may come to be, and the files that it imports, absolute. */
  readonly configPaths: readonly string[];
}

/**
 * The jobs of a configuration without flags, for those who call no command.
 * @throws UsageError if the configuration is at fault
 */
export function configuredJobs(
  config: string | undefined,
  terminal: Terminal,
): Promise<readonly Job[]> {
  const flags = config === undefined ? {} : { config };
  return makeJobs(undefined, flags, new Command(), terminal);
}

/**
 * Reads the arguments, runs the command that they name and gives the exit code: 0 done, 1 the spec or the
 * output is at fault or `diff` fails, 2 wrong usage.
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
    .usage("[command] [spec] [options]")
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
    });
  const add = (name: "generate" | "check", description: string) =>
    addCommand(program, name, description).action(
      async (spec: string | undefined, flags: Flags, command: Command) => {
        const jobs = await makeJobs(spec, flags, command, terminal);
        exitCode = await runJobs(actions[name], jobs, terminal);
      },
    );
  add(
    "generate",
    "Write the output: only files that change. Runs if no command is named.",
  );
  add("check", "Compare the output with the spec and write nothing.").option(
    "--coverage",
    "print what becomes of every keyword of the spec",
  );
  addCommand(
    program,
    "watch",
    "Generate, and again whenever a file changes that was read.",
  ).action(async (spec: string | undefined, flags: Flags, command: Command) => {
    const load = watchedJobs(spec, flags, command, terminal);
    exitCode = await actions.watch(load, terminal);
  });
  addDocs(program).action(
    async (
      spec: string | undefined,
      { out, port, base, ...flags }: DocsFlags,
      command: Command,
    ) => {
      const request = {
        ...(out === undefined ? {} : { out }),
        base,
        port,
      };
      const load = watchedJobs(spec, flags, command, terminal);
      const loadOne = async () => onlyOne(await load(), "docs");
      exitCode = await actions.docs(request, loadOne, terminal);
    },
  );
  program
    .command("init")
    .description(
      "Set a project up: a configuration, scripts in package.json, a line in .gitattributes.",
    )
    .argument("[spec]", "the OpenAPI description (default: it is looked for)")
    .option("--out <dir>", "the output folder (default: api, in the sources)")
    .option("-y, --yes", "ask nothing")
    .action(async (spec: string | undefined, flags: InitRequest) => {
      await actions.init(
        { ...flags, ...(spec === undefined ? {} : { spec }) },
        terminal,
      );
    });
  addNames(program).action(
    async (
      spec: string | undefined,
      { from, api, config }: NamesRequest & { api?: string; config?: string },
      command: Command,
    ) => {
      const flags = {
        ...(api === undefined ? {} : { api: [api] }),
        ...(config === undefined ? {} : { config }),
      };
      const jobs = await makeJobs(spec, flags, command, terminal);
      const job = onlyOne(jobs, "names");
      exitCode = await actions.names({ from }, job, terminal);
    },
  );
  addDiff(program).action(
    async (
      first: string | undefined,
      second: string | undefined,
      flags: DiffFlags,
      command: Command,
    ) => {
      const { format, json, markdown, failOn, ...others } = flags;
      const jobs = await makeJobs(second ?? first, others, command, terminal);
      const job = onlyOne(jobs, "diff");
      const chosen = json ? "json" : markdown ? "markdown" : format;
      const isDone = await actions.diff(
        {
          ...(second !== undefined && first !== undefined && { old: first }),
          format: chosen ?? (terminal.workspace ? "github" : "text"),
          ...(failOn && { failOn }),
        },
        job,
        terminal,
      );
      if (!isDone) exitCode = exitCodes.fault;
    },
  );
  try {
    checkCommand(args, program, terminal);
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    }
    if (error instanceof UsageError) {
      terminal.error(`error: ${error.message}`);
      return exitCodes.usage;
    }
    const refusal = fileSystemRefusal(error, terminal.folder);
    if (refusal === undefined) throw error;
    terminal.error(`error: ${refusal}`);
    return exitCodes.fault;
  }
  return exitCode;
}

/** Makes jobs anew at each call: the configuration may have changed. */
function watchedJobs(
  spec: string | undefined,
  flags: Flags,
  command: Command,
  terminal: Terminal,
): () => Promise<readonly WatchedJob[]> {
  return async () => {
    const jobs = await makeJobs(spec, flags, command, terminal);
    const paths =
      flags.config === undefined
        ? configPaths(terminal.folder)
        : [resolve(terminal.folder, flags.config)];
    return jobs.map((job) => ({
      job,
      configPaths: [...paths, ...job.configFiles],
    }));
  };
}

/** @throws UsageError for several descriptions */
function onlyOne<T>(jobs: readonly T[], command: string): T {
  const [only] = jobs;
  if (only !== undefined && jobs.length === 1) return only;
  throw new UsageError(
    `${command} takes one description; choose it with --api`,
  );
}

/** The flags of `docs`. */
type DocsFlags = Flags & DocsRequest;

function addDocs(program: Command): Command {
  const command = program
    .command("docs")
    .description(
      "Serve the pages on 127.0.0.1 and reload them at each change, or build them with --out.",
    )
    .argument("[spec]", specWords)
    .option(
      "--out <dir>",
      "build the pages into this folder, and serve nothing",
    )
    .option("--base <path>", "the path that they are served under", "/")
    .addOption(
      new Option("--port <number>", "of the server; 0 for any that is free")
        .default(4400)
        .argParser(readPort),
    );
  return addInputOptions(command);
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw new UsageError(`--port ${text}: write a number from 0 to 65535`);
}

function addCommand(
  program: Command,
  name: string,
  description: string,
): Command {
  const command = program
    .command(name, { isDefault: name === "generate" })
    .description(description)
    .argument("[spec]", specWords)
    .option("--out <dir>", "the output folder (default: generated)");
  return addInputOptions(command)
    .option("--no-docs", "leave the docs out")
    .addOption(
      new Option(
        "--emit <language>",
        "TypeScript, or JavaScript with declarations (default: js for a named or workspace package, else ts)",
      ).choices(emitLanguages),
    )
    .addOption(
      new Option(
        "--import-extension <ending>",
        "of relative imports (default: auto, as tsconfig.json asks)",
      ).choices(importExtensions),
    )
    .option("--package-name <name>", "the name in the output's package.json")
    .addOption(
      new Option(
        "--nested-objects <how>",
        "lists and objects inside of deepObject parameters",
      ).choices(nestedObjects),
    );
}

const specWords =
  "the OpenAPI description: a file, an http(s) URL, or - for standard input (default: spec/openapi.yaml)";

/** The flags of every command that reads a description and reports on it. */
function addInputOptions(command: Command): Command {
  return command
    .option("--root <dir>", "a folder whose files references may lead to")
    .option(
      "--resource <uri=file>",
      "read references to a URI from a file; may be given again",
      again,
    )
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
    .option(
      "--include <filter>",
      "generate these operations and what they need: tag:NAME, path:/PATTERN, operation:ID, deprecated, x-NAME or x-NAME=VALUE; may be given again",
      again,
    )
    .option(
      "--exclude <filter>",
      "leave these operations out; may be given again",
      again,
    )
    .option("--no-cache", "do everything anew")
    .option("--verbose", "print every place of every diagnostic")
    .option("--json", "print the result as JSON: --format json")
    .addOption(
      new Option(
        "--format <format>",
        "of what is printed (default: text; github where GitHub Actions runs it)",
      ).choices(["text", "json", "github"]),
    )
    .option(
      "--allow <codes>",
      "go on past these errors: a,b,c; may be given again",
      (codes: string, before = "") => `${before},${codes}`,
    )
    .option("--strict", "make errors of all warnings but those allowed");
}

/**
 * Without a command the first argument is a description, so a command that is misspelt or comes late would be one.
 * @throws UsageError if a command comes after flags, or the first word is neither a command nor a file
 */
function checkCommand(
  args: readonly string[],
  program: Command,
  { folder }: Terminal,
): void {
  const names = program.commands.map((command) => command.name());
  const [first = ""] = args;
  if (names.includes(first)) return;
  const isFile = (word: string) => existsSync(resolve(folder, word));
  const late = args.find((word) => names.includes(word) && !isFile(word));
  if (late !== undefined)
    throw new UsageError(`Write the command "${late}" before all flags.`);
  if (!/^[a-z]+$/i.test(first) || isFile(first)) return;
  const hint = didYouMean(first, names) ?? "";
  throw new UsageError(
    `"${first}" is no command and no file. ${hint}`.trimEnd(),
  );
}
