/** specwright as a library: what the command line does, as functions. */
export { check, type CheckResult } from "./check.js";
export { defineConfig, type Config } from "./config/define-config.js";
export {
  defaultSettings,
  type AssertSettings,
  type OpenMode,
  type OpenSettings,
  type EmitLanguage,
  type ImportExtension,
  type OutputSettings,
  type Settings,
} from "./config/config.js";
export type {
  PaginationSetting,
  PaginationSettings,
} from "./config/pagination.js";
export type {
  BuiltInType,
  MappedType,
  TypeSettings,
  UserType,
} from "./config/type-mapping.js";
export { catalogue, type DiagnosticCode } from "./diagnostics/catalogue.js";
export type {
  CatalogueEntry,
  Severity,
} from "./diagnostics/catalogue-entry.js";
export type { LocatedDiagnostic } from "./diagnostics/locate.js";
export { formatDiagnostic } from "./diagnostics/format-diagnostic.js";
export { generate } from "./generate.js";
export { makeOutput, type MadeOutput } from "./make-output.js";
export type { ApiSummary } from "./model/api.js";
export type { Api, KeywordCoverage, KeywordVerdict } from "./model/api.js";
export type {
  GenerateOptions,
  GenerateResult,
  MakeOptions,
  Watch,
  WatchRun,
} from "./options.js";
export type { Stage, StageTiming } from "./stages.js";
export { version } from "./version.js";
