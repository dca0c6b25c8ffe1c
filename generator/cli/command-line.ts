import { existsSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { isUri } from "../config/check-config.js";
import {
  emitLanguages,
  importExtensions,
  nestedObjects,
  type EmitLanguage,
  type ImportExtension,
  type NestedObjects,
  type Settings,
} from "../config/config.js";
import { configPaths, loadConfig } from "../config/load-config.js";
import { UsageError } from "../config/usage-error.js";
import {
  isTolerable,
  tolerableCodes,
  type DiagnosticCode,
} from "../diagnostics/catalogue.js";
import { didYouMean } from "../diagnostics/suggest.js";
import { specAddress } from "../read/spec-address.js";
import { version } from "../version.js";
import { fileSystemRefusal } from "./file-system-refusal.js";
import type { InitRequest } from "./init/run-init.js";
import type { Terminal } from "./terminal.js";

/** The exit codes of the command line. */
export const exitCodes = { done: 0, fault: 1, usage: 2 } as const;

/** What a command works on, flags and configuration put together. */
export interface Job {
  readonly spec: string;
  readonly root?: string;
  readonly resourceFiles: Readonly<Record<string, string>>;
  readonly out: string;
  readonly settings: Settings;
  readonly allow: readonly DiagnosticCode[];
  readonly strict: boolean | readonly DiagnosticCode[];
  /** Which codes of `allow` the user gave as a flag. */
  readonly allowFlags: readonly DiagnosticCode[];
  /** All other flags that say what is generated, as the user gave them: words of a command line. */
  readonly flags: readonly string[];
  /** `github` is text with annotations. */
  readonly format: OutputFormat;
  readonly verbose: boolean;
  readonly coverage: boolean;
  readonly cache: boolean;
}

/** How a command prints its result. */
export type OutputFormat = "text" | "json" | "github";

/** Runs a command and gives its exit code. */
export type Action = (job: Job, terminal: Terminal) => Promise<number>;

export interface Actions {
  readonly generate: Action;
  readonly check: Action;
  readonly watch: (
    loadJob: () => Promise<WatchedJob>,
    terminal: Terminal,
  ) => Promise<number>;
  readonly init: (request: InitRequest, terminal: Terminal) => Promise<void>;
}

/** What `watch` works on. */
export interface WatchedJob {
  readonly job: Job;
  /** Where the configuration stands, or may come to stand, absolute. */
  readonly configPaths: readonly string[];
}

interface Flags {
  readonly root?: string;
  readonly resource?: readonly string[];
  readonly out?: string;
  readonly config?: string;
  readonly json?: boolean;
  readonly format?: OutputFormat;
  readonly verbose?: boolean;
  readonly coverage?: boolean;
  readonly docs?: boolean;
  readonly cache?: boolean;
  readonly allow?: string;
  readonly strict?: boolean;
  readonly emit?: EmitLanguage;
  readonly importExtension?: ImportExtension | "auto";
  readonly packageName?: string;
  readonly nestedObjects?: NestedObjects;
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
        const job = await makeJob(spec, flags, command, terminal);
        exitCode = await actions[name](job, terminal);
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
    exitCode = await actions.watch(
      async () => ({
        job: await makeJob(spec, flags, command, terminal),
        configPaths:
          flags.config === undefined
            ? configPaths(terminal.folder)
            : [resolve(terminal.folder, flags.config)],
      }),
      terminal,
    );
  });
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

function addCommand(
  program: Command,
  name: string,
  description: string,
): Command {
  return program
    .command(name, { isDefault: name === "generate" })
    .description(description)
    .argument(
      "[spec]",
      "the OpenAPI description: a file, an http(s) URL, or - for standard input (default: spec/openapi.yaml)",
    )
    .option("--out <dir>", "the output folder (default: generated)")
    .option("--root <dir>", "a folder whose files references may lead to")
    .option(
      "--resource <uri=file>",
      "read references to a URI from a file; may be given again",
      (resource: string, before: readonly string[] = []) => [
        ...before,
        resource,
      ],
    )
    .option("--config <file>", "instead of specwright.config.ts")
    .option("--no-cache", "do everything anew")
    .option("--verbose", "print every place of every diagnostic")
    .option("--json", "print the result as JSON: --format json")
    .addOption(
      new Option(
        "--format <format>",
        "of what is printed (default: text; github where GitHub Actions runs it)",
      ).choices(["text", "json", "github"]),
    )
    .option("--no-docs", "leave the docs out")
    .option(
      "--allow <codes>",
      "go on past these errors: a,b,c; may be given again",
      (codes: string, before = "") => `${before},${codes}`,
    )
    .option("--strict", "make errors of all warnings but those allowed")
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

async function makeJob(
  spec: string | undefined,
  flags: Flags,
  command: Command,
  terminal: Terminal,
): Promise<Job> {
  const { config, folder } = await loadConfig(terminal.folder, flags.config);
  const from = (path: string) =>
    relative(terminal.folder, resolve(folder, path)) || ".";
  const { spec: configured, out, allow, strict, ...others } = config;
  const { root: configuredRoot, resources = {}, ...settings } = others;
  const folderOfOutput = flags.out ?? from(out ?? "generated");
  const target = resolve(terminal.folder, folderOfOutput);
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new UsageError(`--out ${folderOfOutput}: this is a file`);
  }
  const root =
    flags.root ??
    (configuredRoot === undefined ? undefined : from(configuredRoot));
  if (root !== undefined) checkRoot(root, terminal.folder);
  const allowFlags = readCodes(flags.allow);
  const emit = flags.emit ?? settings.emit;
  const ending = flags.importExtension ?? settings.importExtension;
  if (emit === "js" && (ending === ".ts" || ending === "none")) {
    throw new UsageError(
      `--import-extension ${ending}: imports of JavaScript (--emit js) end in .js`,
    );
  }
  return {
    spec:
      spec ??
      (configured === undefined
        ? defaultSpec(terminal)
        : specFrom(configured, from)),
    ...(root === undefined ? {} : { root }),
    resourceFiles: {
      ...Object.fromEntries(
        Object.entries(resources).map(([uri, path]) => [uri, from(path)]),
      ),
      ...readResources(flags.resource),
    },
    out: folderOfOutput,
    settings: {
      ...settings,
      ...(flags.docs === false ? { docs: false } : {}),
      ...definedOnly({
        emit: flags.emit,
        importExtension: flags.importExtension,
        packageName: flags.packageName,
        nestedObjects: flags.nestedObjects,
      }),
    },
    allow: [...(allow ?? []), ...allowFlags],
    allowFlags,
    flags: flagWords(command),
    strict: flags.strict ?? strict ?? false,
    format: flags.format ?? (flags.json ? "json" : defaultFormat(terminal)),
    verbose: flags.verbose ?? false,
    coverage: flags.coverage ?? false,
    cache: flags.cache ?? true,
  };
}

/** @throws UsageError if the file that is taken by default does not exist */
function defaultSpec({ folder }: Terminal): string {
  const spec = "spec/openapi.yaml";
  if (existsSync(resolve(folder, spec))) return spec;
  throw new UsageError(
    `No description is named, and there is no ${spec}. Name one: specwright path/to/openapi.yaml. Or set the project up: specwright init`,
  );
}

function specFrom(spec: string, from: (path: string) => string): string {
  return specAddress(spec).kind === "file" ? from(spec) : spec;
}

function checkRoot(root: string, folder: string): void {
  const stats = statSync(resolve(folder, root), { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return;
  throw new UsageError(
    `--root ${root}: ${stats === undefined ? "there is no such folder" : "this is a file"}`,
  );
}

function readResources(
  resources: readonly string[] = [],
): Record<string, string> {
  return Object.fromEntries(
    resources.map((resource) => {
      // A URI can hold an equals sign in its query, and a file that lies in the project rarely does.
      const equals = resource.lastIndexOf("=");
      const uri = resource.slice(0, Math.max(equals, 0));
      const path = resource.slice(equals + 1);
      if (!isUri(uri) || path === "") {
        throw new UsageError(
          `--resource ${resource}: write an absolute URI, "=" and the path of a file`,
        );
      }
      return [uri, path];
    }),
  );
}

function defaultFormat({ workspace }: Terminal): OutputFormat {
  return workspace === undefined ? "text" : "github";
}

/** Flags that do not say what is generated, or that are written out apart. */
const otherFlags: ReadonlySet<string> = new Set([
  ...["out", "allow", "verbose", "json", "format", "coverage"],
]);

/** The flags that the user gave, as words of a command line. */
function flagWords(command: Command): readonly string[] {
  return command.options.flatMap((option) => {
    const name = option.attributeName();
    if (otherFlags.has(name)) return [];
    if (command.getOptionValueSource(name) !== "cli") return [];
    const { long } = option;
    const value: unknown = command.getOptionValue(name);
    if (typeof long !== "string" || (value === false) !== option.negate)
      return [];
    if (typeof value === "boolean") return [long];
    return [value].flat().flatMap((each) => [long, String(each)]);
  });
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
