import type { MappedType } from "../config/type-mapping.js";
import type { DefinitionId, Rule } from "../model/schema.js";

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

/** Which types of the user's own stand where; the product of the stage. */
export interface Mappings {
  /** The type that a format brings. */
  readonly leafOfRules: (rules: readonly Rule[]) => Leaf | undefined;
  /** The type that stands in place of a named schema. */
  readonly leafOfDefinition: (id: DefinitionId) => Leaf | undefined;
  /** Whether something within the definition is another thing in memory than on the wire. */
  readonly converts: (id: DefinitionId) => boolean;
  /** Whether something within the definition is an integer that may have more digits than a number keeps. */
  readonly isExact: (id: DefinitionId) => boolean;
  /** Whether the numbers that the rules of a schema speak of may be bigints. */
  readonly hasExactValue: (rules: readonly Rule[]) => boolean;
}

const nowhere = (): boolean => false;

/** Nothing is mapped. */
export const noMappings: Mappings = {
  leafOfRules: () => undefined,
  leafOfDefinition: () => undefined,
  converts: nowhere,
  isExact: nowhere,
  hasExactValue: nowhere,
};
