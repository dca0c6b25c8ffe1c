import type { Description, OpenApiVersion } from "../resolve/description.js";
import type { Inheritance } from "./component-schemas.js";
import type { CoverageCounter } from "./coverage.js";
import type { DefinitionRegistry } from "./definition-registry.js";
import type { Reporter } from "./reporter.js";
import type { SchemaResources } from "./schema-resources.js";

/** What the parts of this stage share during one run. */
export interface BuildContext {
  readonly description: Description;
  readonly version: OpenApiVersion;
  readonly reporter: Reporter;
  readonly definitions: DefinitionRegistry;
  readonly resources: SchemaResources;
  readonly inheritance: Inheritance;
  readonly coverage: CoverageCounter;
}
