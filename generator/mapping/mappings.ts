import type { MappedType } from "../config/type-mapping.js";
import type { DefinitionId, Schema } from "../model/schema.js";

/** What `typeof` says of a value of JSON that is not null. */
export type WireKind = "string" | "number" | "boolean" | "object";

/** A mapped type at a place where values have it. */
export interface Leaf {
  /** The format or the schema that is mapped, as the configuration names it. */
  readonly subject: string;
  readonly type: MappedType;
  readonly format?: string;
  /** The values on the wire that the type stands for; empty where the schema does not say. */
  readonly wire: readonly WireKind[];
  /** Values that the schema allows beside them, which stay as they are. */
  readonly others: readonly WireKind[];
  /** Whether null is allowed beside them, which stays as it is. */
  readonly isNullable: boolean;
  /** Whether values are another thing in memory than on the wire. */
  readonly converts: boolean;
  /** Whether integers keep digits that a number would lose: they are bigints on the wire where they have to be. */
  readonly isExact: boolean;
}

/** What is mapped of a definition. */
export interface MappedDefinition {
  /** The type that stands in place of the whole. */
  readonly leaf?: Leaf;
  /** Whether something within it is another thing in memory than on the wire. */
  readonly converts: boolean;
  /** Whether something within it is an integer that may have more digits than a number keeps. */
  readonly isExact: boolean;
}

/** Which types of the user's own stand where; the product of the stage, as data. */
export interface Mappings {
  /** Nothing is mapped. */
  readonly isEmpty: boolean;
  /** The types by format. What a format brings is said by the keywords beside it. */
  readonly formats: Readonly<Record<string, MappedType>>;
  /** Those in which something is mapped. */
  readonly definitions: ReadonlyMap<DefinitionId, MappedDefinition>;
  /** Pointers of schemas whose numbers may be bigints. */
  readonly exact: ReadonlySet<string>;
}

export const noMappings: Mappings = {
  isEmpty: true,
  formats: {},
  definitions: new Map(),
  exact: new Set(),
};

/**
 * Whether numbers of a schema may be bigints. Where nothing is mapped, nothing is looked up: pointers are put together
 * of many pieces, and most are never needed as one text.
 */
export function mayBeBigint(
  { isEmpty, exact }: Mappings,
  { pointer }: Schema,
): boolean {
  return !isEmpty && exact.has(pointer);
}
