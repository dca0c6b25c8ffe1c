import type { Code } from "../../code/code.js";
import type { CodeSymbol } from "../../code/symbol.js";
import type { DefinitionId } from "../../model/schema.js";
import { isJsonObject, type JsonValue } from "../../model/json.js";

/**
 * What a type of the output looks like: the part of TypeScript's types that the output uses, as data. It
 * stands between the schemas of the IR and the forms that openapi-typescript has printed.
 */
export type Shape =
  | UnknownShape
  | NeverShape
  | UndefinedShape
  | PrimitiveShape
  | LiteralShape
  | TextShape
  | BytesShape
  | MappedShape
  | ReferenceShape
  | ArrayShape
  | TupleShape
  | ObjectShape
  | UnionShape
  | IntersectionShape;

export type ShapeByKind = {
  readonly [K in Shape["kind"]]: Extract<Shape, { kind: K }>;
};

export interface UnknownShape {
  readonly kind: "unknown";
}

export interface NeverShape {
  readonly kind: "never";
}

/** What a member that is absent may be; only beside another type. */
export interface UndefinedShape {
  readonly kind: "undefined";
}

export interface PrimitiveShape {
  readonly kind: "primitive";
  readonly type: "null" | "boolean" | "number" | "string";
}

export interface LiteralShape {
  readonly kind: "literal";
  readonly value: string | number | boolean;
}

/** `string & {}`: any string, without swallowing the literals that it stands beside. */
export interface TextShape {
  readonly kind: "text";
}

/** Raw bytes: a part of a multipart body, or a whole body. */
export interface BytesShape {
  readonly kind: "bytes";
}

/** A type that stands in place of what a description says of a scalar, or of a whole schema. */
export interface MappedShape {
  readonly kind: "mapped";
  /** Text that is the same for equal types. */
  readonly key: string;
  readonly code: Code;
  /** The types of the values that it stands for. */
  readonly base: readonly ("boolean" | "number" | "string" | "object")[];
}

export interface ReferenceShape {
  readonly kind: "reference";
  readonly symbol: CodeSymbol;
  /** Set where the type is meant without `null`. */
  readonly isPresent?: true;
  /** The definition behind it; absent for a type that only stands for a part of one. */
  readonly target?: DefinitionId;
  /** The type that it stands for, if that is made of scalars alone. */
  readonly scalar?: () => Shape | undefined;
}

export interface ArrayShape {
  readonly kind: "array";
  readonly item: Shape;
}

export interface TupleShape {
  readonly kind: "tuple";
  readonly items: readonly {
    readonly shape: Shape;
    readonly optional: boolean;
  }[];
  readonly rest?: Shape;
}

export interface ObjectShape {
  readonly kind: "object";
  readonly members: readonly MemberShape[];
  /** What members of other names are, by a pattern of the name. */
  readonly patterns?: readonly PatternShape[];
  /** What all further members are; `never` if there are none. Absent if nothing is known of them. */
  readonly rest?: Shape;
  /** The names that members can have. Absent if there are others. */
  readonly names?: readonly string[];
}

export interface PatternShape {
  readonly pattern: string;
  readonly shape: Shape;
}

export interface MemberShape {
  readonly name: string;
  readonly shape: Shape;
  readonly optional: boolean;
  readonly docs: MemberDocs;
}

/** What the comment of a member says. */
export interface MemberDocs {
  readonly text: string;
  readonly deprecated: boolean;
}

export interface UnionShape {
  readonly kind: "union";
  readonly options: readonly Shape[];
}

export interface IntersectionShape {
  readonly kind: "intersection";
  readonly parts: readonly Shape[];
}

export const unknownShape: UnknownShape = { kind: "unknown" };
export const neverShape: NeverShape = { kind: "never" };
export const undefinedShape: UndefinedShape = { kind: "undefined" };
export const noDocs: MemberDocs = { text: "", deprecated: false };

export function primitive(type: PrimitiveShape["type"]): PrimitiveShape {
  return { kind: "primitive", type };
}

export function literal(value: LiteralShape["value"]): LiteralShape {
  return { kind: "literal", value };
}

/** A member that is only there for its type: no comment. */
export function member(
  name: string,
  shape: Shape,
  optional: boolean,
): MemberShape {
  return { name, shape, optional, docs: noDocs };
}

/** Text that is the same for equal shapes, and for no others; comments count. */
export function shapeKey(shape: Shape): string {
  switch (shape.kind) {
    case "literal":
      return typeof shape.value === "string"
        ? `'${shape.value}`
        : String(shape.value);
    case "primitive":
      return shape.type;
    case "reference":
      return `:${shape.symbol.name}${shape.isPresent ? "!" : ""}`;
    case "mapped":
      return `=${shape.key}`;
    case "array":
      return `[${shapeKey(shape.item)}`;
    case "unknown":
    case "never":
    case "undefined":
    case "text":
    case "bytes":
      return shape.kind;
    default:
      return JSON.stringify(shape);
  }
}

/** Structural equality; comments count. */
export function sameShape(a: Shape, b: Shape): boolean {
  return a === b || (a.kind === b.kind && shapeKey(a) === shapeKey(b));
}

/** The type of one value: what `const` and the values of `enum` mean. */
export function shapeOfValue(value: JsonValue): Shape {
  if (value === null) return primitive("null");
  if (isJsonObject(value)) {
    return {
      kind: "object",
      members: Object.entries(value).map(([name, inner]) =>
        member(name, shapeOfValue(inner), false),
      ),
    };
  }
  if (typeof value === "object") {
    return {
      kind: "tuple",
      items: value.map((inner) => ({
        shape: shapeOfValue(inner),
        optional: false,
      })),
    };
  }
  return literal(value);
}
