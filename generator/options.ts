import type { Settings } from "./config/config.js";
import type { Strictness } from "./diagnostics/collector.js";
import type { Resources } from "./resolve/resolve-description.js";
import type { Stage, StageTiming } from "./stages.js";
import type { LocatedDiagnostic } from "./diagnostics/locate.js";
import type { Emitter } from "./emit/emitter.js";
import type { ApiSummary } from "./model/api.js";

/** A website of the pages. */
export interface SiteOptions {
  /** The path that the website is served under, with `/` at both ends; `/` if absent. */
  readonly base?: string;
}

export interface MakeOptions extends Strictness {
  /**
   * The entry document, YAML or JSON: a path, the URL (`http:` or `https:`) of a server that makes it, or `-` for
   * standard input.
   */
  readonly spec: string;
  /** Path of a folder whose files references may lead to, besides those in the folder of the entry document. */
  readonly root?: string;
  /** Paths of overlays (OpenAPI Overlay 1.0, 1.1) that are applied to the entry document, in their order. */
  readonly overlays?: readonly string[];
  /** Path of the lock of names: the names in it stay, and `generate` writes it. */
  readonly nameLock?: string;
  /** The folder that relative paths start from; the working directory where absent. */
  readonly cwd?: string;
  /** What the output looks like; the rest is `defaultSettings`, and what an output folder's surroundings say. */
  readonly settings?: Settings;
  /** Emitters besides those of specwright, in their order. */
  readonly emitters?: readonly Emitter[];
  /**
   * The files that `emitters` are made of, absolute: units are made again if one changes. No cache is used for emitters
   * without them.
   */
  readonly emitterFiles?: readonly string[];
  /** Documents that references by absolute URI lead to, by that URI. No reference is ever fetched. */
  readonly resources?: Resources;
  /** Paths of files that are such documents, by URI. */
  readonly resourceFiles?: Readonly<Record<string, string>>;
  /** Makes the pages alone, as a website: at the root of the output folder, with what a host of pages needs. */
  readonly site?: SiteOptions;
  /** Is told when a stage begins. */
  readonly onStage?: (stage: Stage) => void;
}

export interface GenerateOptions extends MakeOptions {
  /** Path of the output folder; made where it is not there. */
  readonly out: string;
  /**
   * Whether a run with nothing changed may stop after hashing (`node_modules/.cache/specwright`). True where
   * absent.
   */
  readonly cache?: boolean;
  /** Goes on after the first run, and generates again at each change. */
  readonly watch?: {
    /** Is told of each run when it has ended, the first one included. */
    readonly onRun?: (run: WatchRun) => void;
  };
}

/** What a run of `generate` did. */
export interface GenerateResult {
  /** Whether the output is on the disk. False where a diagnostic is an error; nothing was written then. */
  readonly ok: boolean;
  /** Errors first, then by file and line. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Paths from the output folder, sorted. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were already as they should be. */
  readonly unchanged: number;
  /** Absent where the description could not be resolved. */
  readonly summary?: ApiSummary;
  /** The files that were read, absolute; none where the description came from elsewhere. */
  readonly inputs: readonly string[];
  /** In words: which file decided how relative imports end. Absent where a setting or a package says it. */
  readonly importsAsIn?: string;
  readonly timings: readonly StageTiming[];
  /** Present where a watch was asked for; this is the result of its first run then. */
  readonly watch?: Watch;
}

/** One run of a watch. */
export interface WatchRun {
  /** The files whose change led to it, absolute; none for the first run. */
  readonly changed: readonly string[];
  /** Absent where something else than the description is at fault: then there is an `error`. */
  readonly result?: GenerateResult;
  /** What the file system or the configuration threw. */
  readonly error?: unknown;
  /** From the change, or the start, to the end of the run. */
  readonly milliseconds: number;
}

/** A watch that goes on until it is closed. */
export interface Watch {
  /** Ends it, once the run that goes on has ended. */
  close(): Promise<void>;
}
