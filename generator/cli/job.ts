import { existsSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Command } from "commander";
import { isUri } from "../config/check-config.js";
import type {
  EmitLanguage,
  ImportExtension,
  NestedObjects,
  Settings,
} from "../config/config.js";
import { filtersComplaint } from "../config/filters.js";
import type { DiffSettings } from "../config/diff-settings.js";
import { loadConfig, type LoadedConfig } from "./load-config.js";
import type { Emitter } from "../emit/emitter.js";
import { UsageError } from "../config/usage-error.js";
import {
  isTolerable,
  tolerableCodes,
  type DiagnosticCode,
} from "../diagnostics/catalogue.js";
import { DiagnosticCollector } from "../diagnostics/collector.js";
import { didYouMean } from "../diagnostics/suggest.js";
import { specAddress } from "../read/spec-address.js";
import type { Terminal } from "./terminal.js";

/** What a command works on, flags and configuration put together. */
export interface Job {
  /** The name in `apis` of the configuration, where it has several descriptions. */
  readonly name?: string;
  readonly spec: string;
  readonly root?: string;
  readonly resourceFiles: Readonly<Record<string, string>>;
  readonly overlays: readonly string[];
  /** Path of the lock of names. */
  readonly nameLock?: string;
  readonly out: string;
  readonly settings: Settings;
  readonly emitters: readonly Emitter[];
  /** The file of the configuration and what it imports, absolute. */
  readonly configFiles: readonly string[];
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
  /** What the configuration says of changes, for `diff`. */
  readonly diff: DiffSettings;
}

/** How a command prints its result. */
export type OutputFormat = "text" | "json" | "github";

/** The flags of `generate`, `check` and `watch`, as the parser of arguments gives them. */
export interface Flags {
  readonly api?: readonly string[];
  readonly root?: string;
  readonly resource?: readonly string[];
  readonly overlay?: readonly string[];
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
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/**
 * Puts flags and configuration together: one job, or one for each of the chosen `apis` of the configuration, in their
 * order there.
 * @throws UsageError where they name what is not there, or contradict each other
 */
export async function makeJobs(
  spec: string | undefined,
  flags: Flags,
  command: Command,
  terminal: Terminal,
): Promise<readonly Job[]> {
  const loaded = await loadConfig(terminal.folder, flags.config);
  const { apis, ...shared } = loaded.config;
  if (apis === undefined) {
    if (flags.api !== undefined)
      throw new UsageError('--api: the configuration has no "apis"');
    return [await makeJob(spec, flags, command, terminal, loaded)];
  }
  const names = Object.keys(apis);
  for (const name of flags.api ?? []) {
    if (names.includes(name)) continue;
    const hint = didYouMean(name, names) ?? `There are: ${names.join(", ")}.`;
    throw new UsageError(`--api ${name}: "apis" has no such name. ${hint}`);
  }
  const chosen = names.filter((name) => flags.api?.includes(name) ?? true);
  const given = spec ?? flags.out;
  if (given !== undefined && chosen.length > 1) {
    throw new UsageError(
      `${given}: the configuration has ${chosen.length} descriptions; choose one with --api`,
    );
  }
  const jobs: Job[] = [];
  for (const name of chosen) {
    const config = { ...shared, out: `generated/${name}`, ...apis[name] };
    if (spec === undefined && config.spec === undefined && !config.overlays)
      throw new UsageError(`"apis.${name}" of the configuration has no "spec"`);
    const own = { ...loaded, config };
    const job = await makeJob(spec, flags, command, terminal, own);
    jobs.push({ ...job, name });
  }
  checkFolders(jobs, terminal);
  return jobs;
}

/** @throws UsageError if an output is in the folder of another, or the same */
function checkFolders(jobs: readonly Job[], { folder }: Terminal): void {
  for (const job of jobs) {
    const out = resolve(folder, job.out);
    const other = jobs.find(
      (one) =>
        one !== job &&
        `${out}${sep}`.startsWith(resolve(folder, one.out) + sep),
    );
    if (other !== undefined) {
      throw new UsageError(
        `The output of "apis.${job.name}" (${job.out}) is in that of "apis.${other.name}" (${other.out}).`,
      );
    }
  }
}

async function makeJob(
  spec: string | undefined,
  flags: Flags,
  command: Command,
  terminal: Terminal,
  { config, folder, files }: LoadedConfig,
): Promise<Job> {
  const from = (path: string) =>
    relative(terminal.folder, resolve(folder, path)) || ".";
  const { spec: configured, out, allow, strict, ...others } = config;
  const {
    root: configuredRoot,
    resources = {},
    overlays = [],
    nameLock,
    diff = {},
    emitters = [],
    ...settings
  } = others;
  const folderOfOutput = flags.out ?? from(out ?? "generated");
  const target = resolve(terminal.folder, folderOfOutput);
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new UsageError(`--out ${folderOfOutput}: this is a file`);
  }
  const root =
    flags.root ??
    (configuredRoot === undefined ? undefined : from(configuredRoot));
  if (root !== undefined) checkRoot(root, terminal.folder);
  const layers = flags.overlay ?? overlays.map(from);
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
        ? ((await extendedByFirst(layers, terminal)) ?? defaultSpec(terminal))
        : specFrom(configured, from)),
    ...(root === undefined ? {} : { root }),
    resourceFiles: {
      ...Object.fromEntries(
        Object.entries(resources).map(([uri, path]) => [uri, from(path)]),
      ),
      ...readResources(flags.resource),
    },
    overlays: layers,
    ...(nameLock === undefined ? {} : { nameLock: from(nameLock) }),
    out: folderOfOutput,
    settings: {
      ...settings,
      ...(flags.docs === false
        ? { parts: { ...settings.parts, docs: false } }
        : {}),
      ...definedOnly({
        emit: flags.emit,
        importExtension: flags.importExtension,
        packageName: flags.packageName,
        nestedObjects: flags.nestedObjects,
        include: readFilters("include", flags),
        exclude: readFilters("exclude", flags),
      }),
    },
    emitters,
    configFiles: files,
    allow: [...(allow ?? []), ...allowFlags],
    allowFlags,
    flags: flagWords(command),
    strict: flags.strict ?? strict ?? false,
    format: flags.format ?? (flags.json ? "json" : defaultFormat(terminal)),
    verbose: flags.verbose ?? false,
    coverage: flags.coverage ?? false,
    cache: flags.cache ?? true,
    diff,
  };
}

/** What the first overlay extends, as a URL or a path; undefined if it does not say, or cannot be read. */
async function extendedByFirst(
  [first]: readonly string[],
  { folder }: Terminal,
): Promise<string | undefined> {
  if (first === undefined) return undefined;
  const { extendedSpec, readOverlay } =
    await import("../overlay/read-overlay.js");
  const { overlay } = readOverlay(first, folder, new DiagnosticCollector());
  if (overlay?.extends === undefined) return undefined;
  const spec = extendedSpec(overlay.extends, resolve(folder, first));
  return specAddress(spec).kind === "file" ? relative(folder, spec) : spec;
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

/** @throws UsageError for a text that is no filter */
function readFilters(
  name: "include" | "exclude",
  { [name]: filters }: Flags,
): readonly string[] | undefined {
  const complaint = filters && filtersComplaint(filters, name === "exclude");
  if (complaint !== undefined) throw new UsageError(`--${name}${complaint}`);
  return filters;
}

function defaultFormat({ workspace }: Terminal): OutputFormat {
  return workspace === undefined ? "text" : "github";
}

/** Flags that do not say what is generated, or that are written out apart. */
const otherFlags: ReadonlySet<string> = new Set([
  ...["api", "out", "allow", "verbose", "json", "format", "coverage"],
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
