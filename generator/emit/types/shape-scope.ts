import type {
  DefinitionId,
  JsonType,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../model/schema.js";
import type { EmitContext } from "../context.js";
import type { ObjectShape, Shape } from "./shape.js";
import type { Size } from "./size-bounds.js";
import type { TypeMode } from "./type-mode.js";

/** What a shape is made in. */
export interface ShapeScope {
  readonly context: EmitContext;
  readonly mode: TypeMode;
  /** Whether the type is that of what is on the wire, where it differs from what is in memory. */
  readonly isWire: boolean;
  /** Definitions that the value is under: a cycle through `allOf` ends there. */
  readonly open: ReadonlySet<string>;
  /** The definition in which the schema stands; absent for a schema of an operation. */
  readonly owner?: DefinitionId;
  /** Whether the schema is that of a member or an item of the owner's values. */
  readonly isMember: boolean;
  /** The object around: a subschema may ask for a member of it without describing it again. */
  readonly known?: ObjectShape;
  /** The types that the keywords around leave to the value: a branch of another one is no part of its type. */
  readonly types?: ReadonlySet<JsonType>;
  /** How many items or members all that applies to the value leaves to it. */
  readonly size?: Size;
  /** Makes the shape of a subschema. */
  readonly shapeOf: (schema: Schema, scope: ShapeScope) => Shape;
}

/** The scope of a schema for members or items: nothing around it speaks of those. */
export function ofMembers({
  known: _,
  types: __,
  size: ___,
  ...scope
}: ShapeScope): ShapeScope {
  return { ...scope, open: nothing, isMember: true };
}

const nothing: ReadonlySet<string> = new Set();

/** The keyword of a kind, of which a schema has at most one. */
export function keywordOf<K extends Keyword["kind"]>(
  keywords: readonly Keyword[],
  kind: K,
): KeywordByKind[K] | undefined {
  for (let index = 0; index < keywords.length; index += 1) {
    const keyword = keywords[index];
    if (keyword?.kind === kind) return keyword as KeywordByKind[K];
  }
  return undefined;
}

/** Whether keywords apply other schemas to the same value, which may evaluate members and items of it (Core §11). */
export function appliesInPlace(keywords: readonly Keyword[]): boolean {
  return keywords.some(({ kind }) => inPlace.has(kind));
}

const inPlace: ReadonlySet<Keyword["kind"]> = new Set([
  "reference",
  "allOf",
  "anyOf",
  "oneOf",
  "conditional",
  "dependentSchemas",
]);
