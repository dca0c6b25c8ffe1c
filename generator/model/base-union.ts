import type { TagValue } from "./schema.js";
import type { Source } from "./source.js";

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
