import type {
  OpenMode,
  NestedObjects,
  OutputSettings,
} from "../config/config.js";
import type { Description, OpenApiVersion } from "../resolve/description.js";
import type { CoverageCounter } from "./coverage.js";
import type { DefinitionRegistry } from "./definition-registry.js";
import type { Reporter } from "./reporter.js";
import type { SchemaResources } from "./schema-resources.js";
import type { ObjectSource, Source } from "./source.js";
import type { TagValue } from "./schema.js";

/** An object of the description, its Reference Object followed. */
export interface Followed {
  readonly source: ObjectSource;
  /** What a Reference Object of 3.1 and later says in place of the object's own words. */
  readonly summary?: string;
  readonly description?: string;
}

/** What the parts of this stage share during one run. */
export interface ModelContext {
  readonly description: Description;
  readonly version: OpenApiVersion;
  readonly nullable: OutputSettings["nullable"];
  readonly untyped: OutputSettings["untyped"];
  readonly reporter: Reporter;
  readonly definitions: DefinitionRegistry;
  readonly resources: SchemaResources;
  /** What following a reference came to, by the place of the Reference Object. */
  readonly followed: Map<string, Followed | undefined>;
  readonly inheritance: FamilyFinder;
  /** Whether the values of discriminators select branches, or say nothing of what is valid. */
  readonly discriminators: OutputSettings["discriminators"];
  /** The unions that bases with a discriminator stand for, by the place of the base. */
  readonly baseUnions: Map<string, BaseUnion | undefined>;
  /** Whether the values of a schema may be objects, by its place. */
  readonly mayBeObjects: Map<string, boolean>;
  /** Whether a union is one of bytes, by its place. */
  readonly bytesUnions: Map<string, boolean>;
  readonly coverage: CoverageCounter;
  /** Whether enums are open in responses, for the schema by that name. */
  readonly enumMode: (name?: string) => OpenMode;
  /** The mode of the schema that is built. */
  readonly enums: OpenMode;
  /** Whether unions are open in responses, for the schema by that name. */
  readonly unionMode: (name?: string) => OpenMode;
  /** The mode of the schema that is built. */
  readonly unions: OpenMode;
  /** The setting, where there is one. */
  readonly nestedObjects?: NestedObjects;
}

/** Knows which schemas extend which through `allOf`. */
export interface FamilyFinder {
  /** The named schemas that extend a schema, directly or through others, in the order of the description. */
  childrenOf(base: ObjectSource, context: ModelContext): Source[];
  /** The schemas that a schema extends, directly or through others; the nearest first. */
  basesOf(source: ObjectSource, context: ModelContext): ObjectSource[];
}

/** A base with a discriminator as the union of what it selects (OpenAPI Discriminator Object). */
export interface BaseUnion {
  readonly property: string;
  readonly branches: readonly BaseBranch[];
}

export interface BaseBranch {
  readonly target: Source;
  /** True where the target is meant by itself, though it is a base: the value says that it is nothing below. */
  readonly isBase: boolean;
  /** False for a schema that only the mapping leads to: the base has to hold beside it. */
  readonly extendsBase: boolean;
  readonly tags: readonly TagValue[] | undefined;
}
