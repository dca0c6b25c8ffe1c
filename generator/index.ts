/** specwright as a library: what the command line does, as functions. */
export { diff, type Comparison } from "./diff.js";
export type { Change, ChangePlace } from "./diff/change.js";
export type { DiffResult } from "./diff/result.js";
export type { ChangeDirection, Layer, Verdict } from "./diff/verdict.js";
export type { DiffSettings, IgnoredChange } from "./config/diff-settings.js";
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
export type { Parts } from "./config/parts.js";
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
export type {
  GenerateOptions,
  GenerateResult,
  MakeOptions,
  SiteOptions,
  Watch,
  WatchRun,
} from "./options.js";
export type { Stage, StageTiming } from "./stages.js";
export { version } from "./version.js";

// For emitters of your own: what an emitter is, and what its files are made of.
export { defineEmitter } from "./emit/emitter.js";
export type {
  ApiIds,
  Emitter,
  ModuleFacts,
  Naming,
  Unit,
  UnitTools,
  WantedSymbol,
} from "./emit/emitter.js";
export type { EmitContext } from "./emit/context.js";
export type { Problem } from "./diagnostics/problem.js";
export { exampleValue } from "./emit/docs/examples/example-value.js";
export {
  code,
  isEmpty,
  joinCode,
  lines,
  nothing,
  type Code,
  type CodeValue,
} from "./code/code.js";
export {
  identifier,
  jsonLiteral,
  optionalAccess,
  propertyAccess,
  propertyKey,
  regexLiteral,
} from "./code/literals.js";
export {
  externalSymbol,
  typeSymbol,
  valueSymbol,
  type CodeSymbol,
} from "./code/symbol.js";
export type {
  ConstantDeclaration,
  Declaration,
  FunctionDeclaration,
  FunctionParameter,
  InterfaceDeclaration,
  OutputFile,
  ReexportDeclaration,
  TextFile,
  TypeAliasDeclaration,
  TypeScriptFile,
} from "./code/file.js";
export type {
  EnumerationNames,
  MappedNames,
  Names,
  OperationNames,
  SchemaNames,
} from "./names/names.js";
export type { Leaf, MappedDefinition, Mappings } from "./mapping/mappings.js";

// The model, and what reads it.
export { modelVersion } from "./model/api.js";
export { findOperation } from "./emit/operation-at.js";
export { isReadOnly, isWriteOnly } from "./model/access.js";
export { ownKeywords } from "./model/matches.js";
export { resolvedKeywords } from "./model/value-structure.js";
export { visit } from "./model/walk-schema.js";
export type { JsonObject, JsonValue } from "./model/json.js";
export type { DefinitionViews, View, Views } from "./model/views.js";
export type * from "./model/schema.js";
export type * from "./model/api.js";
