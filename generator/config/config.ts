/** What the output looks like, defaults filled in. */
export interface OutputSettings {
  /** Ending of relative imports in the output. */
  readonly importExtension: ".js" | ".ts";
  /** Whether `docs/` is made. */
  readonly docs: boolean;
}

export const defaultSettings: OutputSettings = {
  importExtension: ".js",
  docs: true,
};
