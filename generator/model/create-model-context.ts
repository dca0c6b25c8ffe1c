import type { ModelSettings } from "../config/config.js";
import { openModeOf } from "../config/open-mode.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Description } from "../resolve/description.js";
import type { ModelContext } from "./model-context.js";
import { Inheritance } from "./component-schemas.js";
import { CoverageCounter } from "./coverage.js";
import { DefinitionRegistry } from "./definition-registry.js";
import { Reporter } from "./reporter.js";
import { SchemaResources } from "./schema-resources.js";

/** What the parts of the stage share, before any of them has run. */
export function createModelContext(
  description: Description,
  collector: DiagnosticCollector,
  settings: ModelSettings,
): ModelContext {
  const reporter = new Reporter(collector);
  const enumMode = (name?: string) => openModeOf(settings.enums, name, "open");
  const unionMode = (name?: string) =>
    openModeOf(settings.unions, name, "closed");
  return {
    description,
    version: description.version,
    nullable: settings.nullable,
    untyped: settings.untyped,
    reporter,
    definitions: new DefinitionRegistry(),
    resources: new SchemaResources(description, reporter),
    followed: new Map(),
    inheritance: new Inheritance(),
    discriminators: settings.discriminators,
    baseUnions: new Map(),
    mayBeObjects: new Map(),
    bytesUnions: new Map(),
    coverage: new CoverageCounter(description.version, settings),
    enumMode,
    enums: enumMode(),
    unionMode,
    unions: unionMode(),
    ...(settings.nestedObjects === undefined
      ? {}
      : { nestedObjects: settings.nestedObjects }),
  };
}
