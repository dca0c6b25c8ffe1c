import type { OutputSettings } from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { didYouMean } from "../diagnostics/suggest.js";
import type { Api } from "./api.js";

const codes = {
  enums: "enum-setting-unused",
  unions: "union-setting-unused",
} as const;

/** Reports the schemas that the settings `enums` and `unions` name and the description does not have. */
export function checkOpenSettings(
  { definitions }: Pick<Api, "definitions">,
  settings: Pick<OutputSettings, keyof typeof codes>,
  collector: DiagnosticCollector,
): void {
  const names = Object.values(definitions).flatMap(({ name }) => name ?? []);
  for (const option of ["enums", "unions"] as const) {
    const setting = settings[option];
    if (typeof setting === "string") continue;
    for (const name of Object.keys(setting.schemas ?? {})) {
      if (names.includes(name)) continue;
      collector.add(
        codes[option],
        { file: "", pointer: "" },
        `\`${option}.schemas\` of the configuration names ${JSON.stringify(name)}, and no schema is called so`,
        didYouMean(name, names),
      );
    }
  }
}
