import { isCheapPattern } from "../../patterns/text-matching.js";
import {
  member,
  neverShape,
  primitive,
  sameShape,
  shapeKey,
  undefinedShape,
  unknownShape,
  type MappedShape,
  type MemberShape,
  type ObjectShape,
  type PatternShape,
  type Shape,
} from "./shape.js";

/**
 * The union of shapes: flat, each once, any text behind the texts that are listed, `null` and `undefined` last;
 * `unknown` swallows all.
 */
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
  const ordered = [
    ...rest.filter(({ kind }) => kind !== "text"),
    ...rest.filter(({ kind }) => kind === "text"),
  ];
  return isNewBoolean ? [...ordered, primitive("boolean")] : ordered;
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
  if (object !== undefined && (!isBareObject(object) || parts.length === 0)) {
    parts.unshift(object);
  }
  if (parts.length === 0) return unknownShape;
  return parts.length === 1
    ? (parts[0] as Shape)
    : { kind: "intersection", parts };
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

/**
 * Puts the shapes that are made of scalars alone together: what all of them have in common, under the name of one of
 * them if that is the same.
 */
function narrowest(shapes: readonly Shape[]): Shape[] {
  if (shapes.length < 2) return [...shapes];
  const scalars = shapes.flatMap((shape) => {
    const scalar = scalarOf(shape);
    return scalar === undefined ? [] : [{ shape, scalar }];
  });
  if (scalars.length < 2) return [...shapes];
  const whole = scalars.map(({ scalar }) => scalar).reduce(common);
  const named = scalars.find(
    ({ shape, scalar }) =>
      shape.kind === "reference" && hasSameOptions(scalar, whole),
  );
  return [
    named?.shape ?? whole,
    ...shapes.filter((shape) => !scalars.some((one) => one.shape === shape)),
  ];
}

/** A shape of scalars alone, behind its name; undefined for any other. */
export function scalarOf(shape: Shape): Shape | undefined {
  if (shape.kind === "reference") return shape.scalar?.();
  return isScalar(shape) ? shape : undefined;
}

function hasSameOptions(a: Shape, b: Shape): boolean {
  const keys = new Set(optionsOf(a).map(shapeKey));
  return (
    optionsOf(b).length === keys.size &&
    optionsOf(b).every((option) => keys.has(shapeKey(option)))
  );
}

/**
 * Options with every text among them as `string & {}` where others list texts, so that editors offer these and
 * TypeScript keeps them.
 */
export function withCompletions(options: readonly Shape[]): readonly Shape[] {
  const listsTexts = options.some((option) => {
    const scalar = scalarOf(option);
    return (
      scalar !== undefined &&
      optionsOf(scalar).some(
        (one) => one.kind === "literal" && typeof one.value === "string",
      )
    );
  });
  if (!listsTexts) return options;
  return options.map((option) =>
    option.kind === "union"
      ? { ...option, options: option.options.map(openText) }
      : openText(option),
  );
}

function openText(shape: Shape): Shape {
  return shape.kind === "primitive" && shape.type === "string"
    ? { kind: "text" }
    : shape;
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
export function isBareObject({
  members,
  patterns = [],
  rest,
  names,
}: ObjectShape): boolean {
  return (
    members.length + patterns.length === 0 &&
    rest === undefined &&
    names === undefined
  );
}

/** Both objects in one: a member has to be right for both. */
export function mergeObjects(a: ObjectShape, b: ObjectShape): ObjectShape {
  const members = new Map(
    a.members.map((one) => [one.name, withinOther(one, b)]),
  );
  for (const one of b.members) {
    const other = members.get(one.name);
    members.set(
      one.name,
      other === undefined ? withinOther(one, a) : mergeMembers(other, one),
    );
  }
  const patterns = [...(a.patterns ?? []), ...(b.patterns ?? [])];
  const rest = both(a.rest, b.rest, (...parts) => intersectionOf(parts));
  const names = both(a.names, b.names, (some, others) =>
    some.filter((name) => others.includes(name)),
  );
  return withNames({
    kind: "object",
    members: [...members.values()],
    ...(patterns.length === 0 ? {} : { patterns }),
    ...(rest === undefined ? {} : { rest }),
    ...(names === undefined ? {} : { names }),
  });
}

function both<T>(
  a: T | undefined,
  b: T | undefined,
  join: (a: T, b: T) => T,
): T | undefined {
  return a === undefined || b === undefined ? (a ?? b) : join(a, b);
}

/** A member with what another object says of members that it does not name. */
function withinOther(one: MemberShape, other: ObjectShape): MemberShape {
  if (other.members.some(({ name }) => name === one.name)) return one;
  const shape = unnamedShape(one.name, other);
  // What a closed object refuses is the validator's to say: the type would lose every member that `allOf` adds to it.
  return shape.kind === "unknown" || shape.kind === "never"
    ? one
    : { ...one, shape: intersectionOf([one.shape, shape]) };
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

/**
 * Names the members of an object that has a list of names; those of others cannot be there.
 */
export function withNames(shape: ObjectShape): ObjectShape {
  const { names, members } = shape;
  if (names === undefined) return shape;
  const allowed = new Set(names);
  const known = new Set(members.map(({ name }) => name));
  return {
    ...shape,
    members: [
      ...members.map((one) =>
        allowed.has(one.name) ? one : { ...one, shape: neverShape },
      ),
      ...names
        .filter((name) => !known.has(name))
        .map((name) => member(name, unnamedShape(name, shape), true)),
    ],
  };
}

/** What an object says of a member, named or not; `unknown` if it says nothing. */
export function memberShape(name: string, object: ObjectShape): Shape {
  const own = object.members.find((one) => one.name === name);
  return own?.shape ?? unnamedShape(name, object);
}

/** What the patterns of an object say of a member, or else its schema for all further ones. */
export function unnamedShape(
  name: string,
  { patterns = [], rest = unknownShape, names }: ObjectShape,
): Shape {
  if (names?.includes(name) === false) return neverShape;
  if (patterns.length === 0) return rest;
  if (!patterns.every(({ pattern }) => canMatch(pattern, name))) {
    return unknownShape;
  }
  const matching = patternShapes(name, patterns);
  return matching.length === 0 ? rest : intersectionOf(matching);
}

/** What patterns say of a member of that name. */
export function patternShapes(
  name: string,
  patterns: readonly PatternShape[],
): Shape[] {
  return patterns
    .filter(
      ({ pattern }) =>
        canMatch(pattern, name) && new RegExp(pattern, "u").test(name),
    )
    .map(({ shape }) => shape);
}

/** A pattern that could take exponential time is not tried on a long name. */
function canMatch(pattern: string, name: string): boolean {
  return name.length <= 16 || isCheapPattern(pattern);
}
