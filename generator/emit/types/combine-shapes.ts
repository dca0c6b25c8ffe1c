import {
  neverShape,
  primitive,
  sameShape,
  shapeKey,
  undefinedShape,
  unknownShape,
  type MappedShape,
  type MemberShape,
  type ObjectShape,
  type Shape,
} from "./shape.js";

/** The union of shapes: flat, each once, `null` and `undefined` last; `unknown` swallows all. */
export function unionOf(shapes: readonly Shape[]): Shape {
  const [only] = shapes;
  if (only !== undefined && shapes.length === 1) return only;
  const options: Shape[] = [];
  const keys = new Set<string>();
  let hasNull = false;
  let hasUndefined = false;
  const add = (shape: Shape): boolean => {
    if (shape.kind === "unknown") return false;
    if (shape.kind === "never") return true;
    if (shape.kind === "union") return shape.options.every(add);
    if (shape.kind === "undefined") {
      hasUndefined = true;
      return true;
    }
    if (isNull(shape)) {
      hasNull = true;
      return true;
    }
    const key = shapeKey(shape);
    if (!keys.has(key)) {
      keys.add(key);
      options.push(shape);
    }
    return true;
  };
  if (!shapes.every(add)) return unknownShape;
  const simple = withoutSubsets(options);
  if (hasNull) simple.push(primitive("null"));
  if (hasUndefined) simple.push(undefinedShape);
  if (simple.length === 0) return neverShape;
  return simple.length === 1
    ? (simple[0] as Shape)
    : { kind: "union", options: simple };
}

/** `true | false` is `boolean`; a literal beside its whole primitive says nothing. */
function withoutSubsets(options: readonly Shape[]): Shape[] {
  const isBoth = [true, false].every((value) =>
    options.some((one) => one.kind === "literal" && one.value === value),
  );
  const whole = new Set(
    options.flatMap((one) => (one.kind === "primitive" ? [one.type] : [])),
  );
  if (isBoth) whole.add("boolean");
  const rest = options.filter(
    (one) =>
      !(
        one.kind === "literal" &&
        whole.has(typeof one.value as "boolean" | "number" | "string")
      ) && !(one.kind === "text" && whole.has("string")),
  );
  const isNewBoolean =
    isBoth &&
    !options.some((one) => one.kind === "primitive" && one.type === "boolean");
  return isNewBoolean ? [...rest, primitive("boolean")] : rest;
}

/** The shape but for `null`; the shape itself where there is nothing else, or where it is a name. */
export function withoutNull(shape: Shape): Shape {
  if (shape.kind !== "union") return shape;
  const options = shape.options.filter((option) => !isNull(option));
  return options.length === 0 ? shape : unionOf(options);
}

/** The intersection of shapes: objects become one, what says no more than its neighbour goes. */
export function intersectionOf(shapes: readonly Shape[]): Shape {
  const [only] = shapes;
  if (only !== undefined && shapes.length === 1) return only;
  const flat = shapes.flatMap((shape) =>
    shape.kind === "intersection" ? shape.parts : [shape],
  );
  if (flat.some((shape) => shape.kind === "never")) return neverShape;
  let object: ObjectShape | undefined;
  const others: Shape[] = [];
  for (const shape of flat) {
    if (shape.kind === "unknown") continue;
    if (shape.kind === "object") {
      object = object === undefined ? shape : mergeObjects(object, shape);
    } else if (!others.some((other) => sameShape(other, shape))) {
      others.push(shape);
    }
  }
  const parts = withoutBareArrays(narrowest(others));
  if (parts.some((part) => part.kind === "never")) return neverShape;
  if (object !== undefined && (!isBare(object) || parts.length === 0)) {
    parts.unshift(object);
  }
  if (parts.length === 0) return unknownShape;
  return parts.length === 1
    ? (parts[0] as Shape)
    : { kind: "intersection", parts };
}

/** Both objects in one: a member of both has to be right for both. */
export function mergeObjects(a: ObjectShape, b: ObjectShape): ObjectShape {
  const members = new Map<string, MemberShape>();
  for (const one of a.members) members.set(one.name, one);
  for (const one of b.members) {
    const other = members.get(one.name);
    members.set(one.name, other === undefined ? one : mergeMembers(other, one));
  }
  const index =
    a.index === undefined || b.index === undefined
      ? (a.index ?? b.index)
      : intersectionOf([a.index, b.index]);
  const merged = [...members.values()];
  const isOpen = index !== undefined && index.kind !== "never";
  return {
    kind: "object",
    members: merged,
    ...(isOpen ? { index: widenIndex(index, merged) } : {}),
  };
}

/** An index signature has to hold for every named member too. */
export function widenIndex(
  index: Shape,
  members: readonly MemberShape[],
): Shape {
  return unionOf([index, ...members.map(({ shape }) => shape)]);
}

function mergeMembers(a: MemberShape, b: MemberShape): MemberShape {
  return {
    name: a.name,
    shape: intersectionOf([a.shape, b.shape]),
    optional: a.optional && b.optional,
    docs:
      b.docs.text === ""
        ? { ...a.docs, deprecated: a.docs.deprecated || b.docs.deprecated }
        : b.docs,
  };
}

/** An array of which nothing is known says nothing beside another. */
function withoutBareArrays(shapes: readonly Shape[]): Shape[] {
  const arrays = shapes.filter(
    ({ kind }) => kind === "array" || kind === "tuple",
  );
  return shapes.filter(
    (shape) =>
      arrays.length < 2 ||
      shape.kind !== "array" ||
      shape.item.kind !== "unknown",
  );
}

/** Puts the shapes that are made of scalars alone together: what all of them have in common. */
function narrowest(shapes: readonly Shape[]): Shape[] {
  const scalars = shapes.filter(isScalar);
  if (scalars.length < 2) return [...shapes];
  return [
    scalars.reduce(common),
    ...shapes.filter((shape) => !isScalar(shape)),
  ];
}

/** A primitive or a literal, or a union of such; a type that stands for one counts as well. */
function isScalar(shape: Shape): boolean {
  return optionsOf(shape).every(
    (one) =>
      one.kind === "primitive" ||
      one.kind === "literal" ||
      one.kind === "text" ||
      (one.kind === "mapped" && !one.base.includes("object")),
  );
}

function common(a: Shape, b: Shape): Shape {
  return unionOf([
    ...optionsOf(a).filter((one) => isWithin(one, b)),
    ...optionsOf(b).filter((one) => isWithin(one, a)),
  ]);
}

/** Whether one scalar is a part of a union of scalars. */
function isWithin(one: Shape, whole: Shape): boolean {
  return optionsOf(whole).some((other) => {
    if (sameShape(one, other)) return true;
    if (one.kind === "mapped") return standsFor(one, other);
    if (one.kind === "text") {
      return other.kind === "primitive" && other.type === "string";
    }
    if (one.kind !== "literal") return false;
    return other.kind === "primitive"
      ? other.type === typeof one.value
      : other.kind === "text" && typeof one.value === "string";
  });
}

/** Whether a mapped type takes the place of a scalar that another schema says of the same value. */
function standsFor({ base }: MappedShape, other: Shape): boolean {
  const type =
    other.kind === "primitive"
      ? other.type
      : other.kind === "literal"
        ? typeof other.value
        : other.kind === "text"
          ? "string"
          : undefined;
  return base.some((one) => one === type);
}

function optionsOf(shape: Shape): readonly Shape[] {
  return shape.kind === "union" ? shape.options : [shape];
}

function isNull(shape: Shape): boolean {
  return shape.kind === "primitive" && shape.type === "null";
}

/** An object that nothing is known of. */
function isBare(shape: ObjectShape): boolean {
  return shape.members.length === 0 && shape.index === undefined;
}
