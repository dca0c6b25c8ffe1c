import type { PaginationSettings } from "../config/pagination.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import { didYouMean } from "../diagnostics/suggest.js";
import type { Api } from "./api.js";
import { isPaginationFault, paginationOf } from "./pagination.js";

/** Reports paginations that do not fit their operations, and those of the configuration that no operation has. */
export function checkPagination(
  api: Api,
  settings: PaginationSettings,
  collector: DiagnosticCollector,
): void {
  for (const operation of api.operations) {
    const found = paginationOf(operation, settings, api);
    if (found === undefined || !isPaginationFault(found)) continue;
    const { code, pointer, message, fix } = found;
    const hash = pointer.indexOf("#");
    collector.add(
      code,
      { file: pointer.slice(0, hash), pointer: pointer.slice(hash + 1) },
      message,
      fix,
    );
  }
  const ids = api.operations.flatMap(({ id }) => id ?? []);
  for (const id of Object.keys(settings)) {
    if (ids.includes(id)) continue;
    collector.add(
      "pagination-setting-unused",
      { file: "", pointer: "" },
      `\`pagination\` of the configuration names ${JSON.stringify(id)}, and no operation has that \`operationId\`.`,
      didYouMean(id, ids),
    );
  }
}
