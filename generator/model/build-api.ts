import {
  defaultSettings,
  type ModelSettings,
  type OpenMode,
  type OpenSettings,
} from "../config/config.js";
import type { DiagnosticCollector } from "../diagnostics/collector.js";
import type { Description } from "../resolve/description.js";
import type { Api } from "./api.js";
import type { ModelContext } from "./model-context.js";
import {
  buildDefaults,
  buildExternalDocs,
  buildInfo,
  buildSecuritySchemes,
  buildTags,
  defaultServers,
} from "./build-info.js";
import { OperationBuilder } from "./build-operations.js";
import { buildDefinitions } from "./build-schema.js";
import { checkEndless } from "./check-endless.js";
import {
  componentSchemas,
  componentsOf,
  entryDocument,
  Inheritance,
} from "./component-schemas.js";
import { emptyScope } from "./dynamic-scope.js";
import { isObjectSource, stringMember } from "./source.js";
import { checkStructure } from "./structure/check-structure.js";
import { CoverageCounter } from "./coverage.js";
import { DefinitionRegistry } from "./definition-registry.js";
import { Reporter } from "./reporter.js";
import { SchemaResources } from "./schema-resources.js";

/**
 * Brings a description of any version to the IR. Everything that breaks the OpenAPI specification is reported,
 * and never thrown; what is malformed is left out of the result.
 */
export function buildApi(
  description: Description,
  collector: DiagnosticCollector,
  settings: ModelSettings = defaultSettings,
): Api {
  const context = createModelContext(description, collector, settings);
  const document = entryDocument(context);
  if (document === undefined) return emptyApi;
  if (!checkStructure(document, context)) return emptyApi;
  adoptComponents(context);
  for (const [, source] of componentSchemas(context)) {
    context.definitions.want(source, emptyScope);
  }
  const defaults = buildDefaults(document, context);
  const builder = new OperationBuilder(context, defaults);
  builder.addPaths(document, "paths");
  builder.addPaths(document, "webhooks");
  buildDefinitions(context);
  const definitions = context.definitions.list();
  checkEndless(definitions, context.reporter);
  const externalDocs = buildExternalDocs(document);
  return {
    info: buildInfo(document),
    servers: defaults.servers,
    tags: buildTags(document, context),
    ...(externalDocs === undefined ? {} : { externalDocs }),
    operations: builder.operations,
    webhooks: builder.webhooks,
    callbacks: builder.callbacks,
    definitions,
    securitySchemes: buildSecuritySchemes(componentsOf(context), context),
    coverage: context.coverage.all,
  };
}

const emptyApi: Api = {
  info: { title: "", version: "" },
  servers: defaultServers,
  tags: [],
  operations: [],
  webhooks: [],
  callbacks: [],
  definitions: {},
  securitySchemes: [],
  coverage: [],
};

/** Components that only refer to a schema of another file give it their name. */
function adoptComponents(context: ModelContext): void {
  for (const [, component] of componentSchemas(context)) {
    if (!isObjectSource(component)) continue;
    const reference = stringMember(component, "$ref");
    if (reference === undefined || reference.startsWith("#")) continue;
    if (context.version !== "3.0" && Object.keys(component.value).length > 1) {
      continue;
    }
    const { resources, definitions } = context;
    const target = resources.resolve(
      reference,
      component,
      resources.at(component),
    );
    if (target !== undefined && target.file !== "") {
      definitions.adopt(component, target);
    }
  }
}

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

/**
 * Whether the enums or the unions that a schema writes are open in responses.
 * @param name its key under `components/schemas`; undefined for schemas of operations and those without a key
 * @param otherwise the mode where the setting names none
 */
export function openModeOf(
  setting: OpenMode | OpenSettings,
  name: string | undefined,
  otherwise: OpenMode,
): OpenMode {
  if (typeof setting === "string") return setting;
  const { default: mode = otherwise, schemas = {} } = setting;
  const own =
    name !== undefined && Object.hasOwn(schemas, name)
      ? schemas[name]
      : undefined;
  return own ?? mode;
}
