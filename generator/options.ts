import type { OutputSettings } from "./config/config.js";
import type { Strictness } from "./diagnostics/collector.js";
import type { Resources } from "./resolve/resolve-description.js";
import type { Stage } from "./stages.js";

export interface MakeOptions extends Strictness {
  /** Path of the entry document, YAML or JSON. Diagnostics call it so. */
  readonly spec: string;
  /** The folder that relative paths start from; the working directory where absent. */
  readonly cwd?: string;
  /** What the output looks like; the rest is `defaultSettings`. */
  readonly settings?: Partial<OutputSettings>;
  /** Documents that references by absolute URI lead to, by that URI. Nothing is ever fetched. */
  readonly resources?: Resources;
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
