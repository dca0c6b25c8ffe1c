import {
  isPaginationSetting,
  paginationComplaint,
  type PaginationSettings,
} from "../config/pagination.js";
import type { Api, Operation } from "./api.js";
import {
  PaginationFinder,
  PaginationMisfit,
  type Pagination,
} from "./pagination-finder.js";

export const paginationExtension = "x-specwright-pagination";

/** Why a pagination does not fit its operation. */
export interface PaginationFault {
  readonly code: "pagination-malformed" | "pagination-unfit";
  /** In the description: the extension or a field of it, else the operation. */
  readonly pointer: string;
  readonly message: string;
  readonly fix: string | undefined;
}

/** The pagination of an operation, or what is wrong with it; undefined if it has none. */
export function paginationOf(
  operation: Operation,
  settings: PaginationSettings,
  api: Pick<Api, "definitions">,
): Pagination | PaginationFault | undefined {
  const { id = "", extensions } = operation;
  const pointer = operation.location ?? operation.pointer;
  const isSet = Object.hasOwn(settings, id);
  const setting: unknown = isSet
    ? settings[id]
    : extensions[paginationExtension];
  if (setting === undefined || setting === false) return undefined;
  const what = isSet
    ? `\`pagination.${id}\` of the configuration`
    : `"${paginationExtension}"`;
  const at = isSet ? pointer : `${pointer}/${paginationExtension}`;
  if (!isPaginationSetting(setting)) {
    const complaint = paginationComplaint(setting) ?? "";
    return {
      code: "pagination-malformed",
      pointer: at,
      message: `${what} ${complaint}.`,
      fix: 'Write, for example, { kind: "cursor", parameter: "cursor", next: "/next", items: "/data" }.',
    };
  }
  try {
    return new PaginationFinder(operation, setting, api).find();
  } catch (error) {
    if (!(error instanceof PaginationMisfit)) throw error;
    const { field, message, fix } = error;
    return {
      code: "pagination-unfit",
      pointer: isSet || field === undefined ? at : `${at}/${field}`,
      message: `${what}: ${message}`,
      fix,
    };
  }
}

/** True for what is wrong with a pagination. */
export function isPaginationFault(
  found: Pagination | PaginationFault,
): found is PaginationFault {
  return "code" in found;
}
