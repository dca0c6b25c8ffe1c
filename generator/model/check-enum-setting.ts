import type { OutputSettings } from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { didYouMean } from "../diagnostics/suggest.js";
import type { Api } from "./api.js";

/** Reports the schemas that the setting `enums` names and the description does not have. */
export function checkEnumSetting(
  { definitions }: Pick<Api, "definitions">,
  { enums }: Pick<OutputSettings, "enums">,
  collector: DiagnosticCollector,
): void {
  if (typeof enums === "string" || enums.schemas === undefined) return;
  const names = Object.values(definitions).flatMap(({ name }) => name ?? []);
  for (const name of Object.keys(enums.schemas)) {
    if (names.includes(name)) continue;
    collector.add(
      "enum-setting-unused",
      { file: "", pointer: "" },
      `\`enums.schemas\` of the configuration names ${JSON.stringify(name)}, and no schema is called so`,
      didYouMean(name, names),
    );
  }
}
