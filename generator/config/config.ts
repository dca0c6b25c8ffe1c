/** What the output looks like, defaults filled in. */
export interface OutputSettings {
  /** Ending of relative imports in the output. */
  readonly importExtension: ".js" | ".ts";
  /** Whether `docs/` is made. */
  readonly docs: boolean;
  /** The `name` in the output's `package.json`; made of the API's title where absent. */
  readonly packageName?: string;
  /** Where `format` and the content keywords are asserted, and which formats never are. */
  readonly formats: FormatSettings;
}

/** JSON Schema leaves it to the reader whether `format` asserts; a response that was received must never fail by it. */
export interface FormatSettings {
  /** `requests`: in what is sent; `everywhere`: in received data and named validators as well. */
  readonly assert: "requests" | "everywhere" | "nowhere";
  /** Formats that assert nothing. */
  readonly except: readonly string[];
}

export const defaultSettings: OutputSettings = {
  importExtension: ".js",
  docs: true,
  formats: { assert: "requests", except: [] },
};
