import type { Settings } from "./config/config.js";
import type { Strictness } from "./diagnostics/collector.js";
import type { Resources } from "./resolve/resolve-description.js";
import type { Stage } from "./stages.js";

export interface MakeOptions extends Strictness {
  /**
   * The entry document, YAML or JSON: a path, the URL (`http:` or `https:`) of a server that makes it, or `-` for
   * standard input.
   */
  readonly spec: string;
  /** Path of a folder whose files references may lead to, besides those in the folder of the entry document. */
  readonly root?: string;
  /** The folder that relative paths start from; the working directory where absent. */
  readonly cwd?: string;
  /** What the output looks like; the rest is `defaultSettings`, and what an output folder's surroundings say. */
  readonly settings?: Settings;
  /** Documents that references by absolute URI lead to, by that URI. No reference is ever fetched. */
  readonly resources?: Resources;
  /** Paths of files that are such documents, by URI. */
  readonly resourceFiles?: Readonly<Record<string, string>>;
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
}
