import type { EmitContext } from "../../emit/context.js";
import { indexShape } from "../../emit/types/index-shape.js";
import {
  shapeKey,
  type MemberShape,
  type ObjectShape,
  type ReferenceShape,
  type Shape,
  type TupleShape,
} from "../../emit/types/shape.js";
import { shapeOfDefinition } from "../../emit/types/type-expression.js";
import type { Direction } from "../verdict.js";

/** A declared type, and what its references lead to. */
interface Typed {
  readonly shape: Shape;
  readonly context: EmitContext;
}

/**
 * Whether code that uses a type stops compiling with the type that takes its place: what is sent has to be assignable to
 * the new type, what is received to the old one, and every member that code can name has to be there. References on
 * both sides are taken as they are: the types behind them are compared by themselves. Where the answer is not certain,
 * it is no.
 */
export function breaksType(
  old: Typed,
  fresh: Typed,
  direction: Direction,
): boolean {
  return breaks(old, fresh, direction, 0);
}

const deepest = 12;

function breaks(
  before: Typed,
  after: Typed,
  direction: Direction,
  depth: number,
): boolean {
  if (depth > deepest) return false;
  if (hasReference(before.shape) && hasReference(after.shape)) return false;
  if (shapeKey(before.shape) === shapeKey(after.shape)) return false;
  const old = resolved(before, direction);
  const fresh = resolved(after, direction);
  if (old === undefined || fresh === undefined) return false;
  const [from, to] = direction === "request" ? [old, fresh] : [fresh, old];
  if (to.shape.kind === "unknown") return false;
  if (from.shape.kind === "unknown") return true;
  const options = optionsOf(from, direction);
  const targets = optionsOf(to, direction);
  if (options === undefined || targets === undefined) return false;
  const inner = (option: Typed, target: Typed): boolean =>
    direction === "request"
      ? breaksOne(option, target, direction, depth)
      : breaksOne(target, option, direction, depth);
  return !options.every((option) =>
    targets.some((target) => !inner(option, target)),
  );
}

/** True for a reference, and for a union with one. */
function hasReference(shape: Shape): boolean {
  return shape.kind === "union"
    ? shape.options.some(hasReference)
    : shape.kind === "reference";
}

/** Compares two types that are no unions. */
function breaksOne(
  old: Typed,
  fresh: Typed,
  direction: Direction,
  depth: number,
): boolean {
  const [from, to] =
    direction === "request"
      ? [old.shape, fresh.shape]
      : [fresh.shape, old.shape];
  if (to.kind === "unknown" || shapeKey(from) === shapeKey(to)) return false;
  if (isText(from) && to.kind === "text") return false;
  if (from.kind === "text" || from.kind === "literal") {
    const type = from.kind === "text" ? "string" : typeof from.value;
    return !(to.kind === "primitive" && to.type === type);
  }
  const inner = (a: Shape, b: Shape): boolean =>
    breaks(
      { shape: a, context: old.context },
      { shape: b, context: fresh.context },
      direction,
      depth + 1,
    );
  if (old.shape.kind === "object" && fresh.shape.kind === "object") {
    return breaksObject(old.shape, fresh.shape, direction, inner);
  }
  if (old.shape.kind === "array" && fresh.shape.kind === "array") {
    return inner(old.shape.item, fresh.shape.item);
  }
  if (from.kind === "tuple" && to.kind === "array") return false;
  if (from.kind === "tuple" && to.kind === "tuple") {
    return leastItems(from) < leastItems(to);
  }
  return from.kind !== to.kind || from.kind !== "intersection";
}

function isText(shape: Shape): boolean {
  return (
    (shape.kind === "primitive" && shape.type === "string") ||
    (shape.kind === "literal" && typeof shape.value === "string")
  );
}

function leastItems({ items }: TupleShape): number {
  return items.filter(({ optional }) => !optional).length;
}

function breaksObject(
  old: ObjectShape,
  fresh: ObjectShape,
  direction: Direction,
  inner: (old: Shape, fresh: Shape) => boolean,
): boolean {
  const isNamed = (shape: Shape | undefined): shape is Shape =>
    shape !== undefined && shape.kind !== "never";
  const [oldIndex, newIndex] = [old, fresh].map(indexShape);
  if (isNamed(oldIndex) && !isNamed(newIndex)) return true;
  const members = new Map(fresh.members.map((one) => [one.name, one]));
  const isBroken = (member: MemberShape): boolean => {
    const other = members.get(member.name);
    if (other === undefined) return !isNamed(newIndex);
    const [from, to] =
      direction === "request" ? [member, other] : [other, member];
    return (from.optional && !to.optional) || inner(member.shape, other.shape);
  };
  const names = new Set(old.members.map(({ name }) => name));
  return (
    old.members.some(isBroken) ||
    (direction === "request" &&
      fresh.members.some(({ name, optional }) => !optional && !names.has(name)))
  );
}

/** The type behind a reference, if that is known. */
function resolved(typed: Typed, direction: Direction): Typed | undefined {
  const { shape, context } = typed;
  return shape.kind === "reference" ? behind(shape, context, direction) : typed;
}

function behind(
  { target, isPresent }: ReferenceShape,
  context: EmitContext,
  direction: Direction,
): Typed | undefined {
  if (target === undefined || isPresent) return undefined;
  return { shape: shapeOfDefinition(target, direction, context), context };
}

/** The branches of a union, references followed; undefined if one of them is not known. */
function optionsOf(typed: Typed, direction: Direction): Typed[] | undefined {
  const { shape, context } = typed;
  if (shape.kind === "union") {
    const found = shape.options.map((option) =>
      optionsOf({ shape: option, context }, direction),
    );
    return found.every((one) => one !== undefined) ? found.flat() : undefined;
  }
  if (shape.kind === "intersection") return undefined;
  const plain = resolved(typed, direction);
  if (plain === undefined || plain === typed) return plain && [plain];
  return optionsOf(plain, direction);
}
