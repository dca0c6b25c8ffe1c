import type { Place } from "../diagnostics/collector.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Description, OpenApiVersion } from "../resolve/description.js";
import type { Inheritance } from "./component-schemas.js";
import type { CoverageCounter } from "./coverage.js";
import type { DefinitionRegistry } from "./definition-registry.js";
import type { SchemaResources } from "./schema-resources.js";

/** What the builders of the IR share during one run. */
export interface BuildContext {
  readonly description: Description;
  readonly version: OpenApiVersion;
  readonly collector: DiagnosticCollector;
  readonly definitions: DefinitionRegistry;
  readonly resources: SchemaResources;
  readonly inheritance: Inheritance;
  readonly coverage: CoverageCounter;
  /** Places about which something was said already, by code: a component is read once for each use of it. */
  readonly reported: Set<string>;
}

/** The key under which something that has been said of a place is remembered. */
export function reportKey(code: string, place: Place): string {
  return `${code} ${place.file}#${place.pointer}`;
}
