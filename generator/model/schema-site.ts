import type { ModelContext } from "./model-context.js";
import type { DynamicScope } from "./dynamic-scope.js";
import type { NullReading } from "./null-reading.js";
import type { Keyword, Schema } from "./schema.js";
import type { SchemaResource } from "./resource-index.js";
import type { ObjectSource, Source } from "./source.js";

/** An object schema of the description while it is turned into keywords. */
export interface SchemaSite {
  readonly source: ObjectSource;
  readonly resource: SchemaResource;
  readonly scope: DynamicScope;
  readonly context: ModelContext;
  readonly takesNull: NullReading;
  readonly role: SchemaRole;
  /** Whether the schema has `type`, or is read as if it had. */
  readonly isTyped: boolean;
  /** Builds a schema within this one. */
  within(source: Source, role?: SchemaRole): Schema;
}

/**
 * What a schema is to the one around it: a definition of its own, a base with a discriminator by itself, a part that
 * another schema takes over, one that only says more of the same value, or a schema that stands for itself.
 */
export type SchemaRole = "definition" | "base" | "taken" | "applied" | "own";

/** Reads one keyword, or a group of keywords; undefined if it asserts nothing or is malformed. */
export type KeywordMaker = (site: SchemaSite) => Keyword | undefined;
