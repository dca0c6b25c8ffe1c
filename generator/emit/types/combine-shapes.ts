import { isQuick, quickMatch } from "../../patterns/quick-match.js";
import {
  member,
  neverShape,
  sameShape,
  shapeKey,
  unknownShape,
  type MappedShape,
  type MemberDocs,
  type MemberShape,
  type ObjectShape,
  type PatternShape,
  type Shape,
  type TupleShape,
} from "./shape.js";
import { optionsOf, scalarOf, unionOf } from "./union-of.js";

/** The intersection of shapes: objects become one, what says no more than its neighbour goes. */
export function intersectionOf(shapes: readonly Shape[]): Shape {
  const [only] = shapes;
  if (only !== undefined && shapes.length === 1) return only;
  const flat = shapes.flatMap((shape) =>
    shape.kind === "intersection" ? shape.parts : [shape],
  );
  if (flat.some((shape) => shape.kind === "never")) return neverShape;
  const object = mergedObject(flat.filter((shape) => shape.kind === "object"));
  const others = new Map<string, Shape>();
  for (const shape of flat) {
    if (shape.kind === "unknown" || shape.kind === "object") continue;
    const key = shapeKey(shape);
    if (!others.has(key)) others.set(key, shape);
  }
  const parts = withOneTuple(
    withoutBareArrays(narrowest([...others.values()])),
  );
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

/** Puts tuples together: each of their items, and the shortest of their lengths. */
function withOneTuple(shapes: readonly Shape[]): Shape[] {
  const tuples = shapes.filter((shape) => shape.kind === "tuple");
  if (tuples.length < 2) return [...shapes];
  const [first] = tuples;
  return shapes.flatMap((shape) => {
    if (shape.kind !== "tuple") return [shape];
    return shape === first ? [mergedTuple(tuples)] : [];
  });
}

function mergedTuple(tuples: readonly TupleShape[]): Shape {
  const most = Math.min(
    ...tuples.map(({ items, rest }) =>
      rest === undefined ? items.length : Infinity,
    ),
  );
  const longest = Math.max(...tuples.map(({ items }) => items.length));
  const merged: TupleShape["items"][number][] = [];
  for (let index = 0; index < longest; index += 1) {
    const shape = itemAt(tuples, index);
    const optional = tuples.every(
      ({ items }) => items[index]?.optional ?? true,
    );
    if (index < most && shape.kind !== "never") {
      merged.push({ shape, optional });
      continue;
    }
    // There is no such item; where one is needed, there is no such list.
    return optional ? { kind: "tuple", items: merged } : neverShape;
  }
  const rest = itemAt(tuples, longest);
  return most === Infinity && rest.kind !== "never"
    ? { kind: "tuple", items: merged, rest }
    : { kind: "tuple", items: merged };
}

function itemAt(tuples: readonly TupleShape[], index: number): Shape {
  return intersectionOf(
    tuples.flatMap(({ items, rest }) => items[index]?.shape ?? rest ?? []),
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

function hasSameOptions(a: Shape, b: Shape): boolean {
  const keys = new Set(optionsOf(a).map(shapeKey));
  return (
    optionsOf(b).length === keys.size &&
    optionsOf(b).every((option) => keys.has(shapeKey(option)))
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

/** Objects in one: a member has to be right for all of them. */
function mergedObject(
  objects: readonly ObjectShape[],
): ObjectShape | undefined {
  let merged: ObjectShape | undefined;
  // Objects that say nothing of members they do not name are put together at once: one after the other, each would
  // copy all members of those before it.
  let plain: ObjectShape[] = [];
  const mergePlain = (): void => {
    if (plain.length === 0) return;
    const joined = joinedMembers(plain);
    merged = merged === undefined ? joined : mergeObjects(merged, joined);
    plain = [];
  };
  for (const object of objects) {
    if (isPlain(object)) {
      plain.push(object);
      continue;
    }
    mergePlain();
    merged = merged === undefined ? object : mergeObjects(merged, object);
  }
  mergePlain();
  return merged;
}

/** True if an object says nothing of members that it does not name. */
function isPlain({ patterns, rest, names }: ObjectShape): boolean {
  return patterns === undefined && rest === undefined && names === undefined;
}

function joinedMembers(objects: readonly ObjectShape[]): ObjectShape {
  const members = new Map<string, MemberShape[]>();
  for (const one of objects.flatMap((object) => object.members)) {
    const same = members.get(one.name);
    if (same === undefined) members.set(one.name, [one]);
    else same.push(one);
  }
  return {
    kind: "object",
    members: [...members].map(([name, same]) => mergeMembers(name, same)),
  };
}

/** Both objects in one: a member has to be right for both. */
export function mergeObjects(a: ObjectShape, b: ObjectShape): ObjectShape {
  const named = new Set(b.members.map(({ name }) => name));
  const members = new Map(
    a.members.map((one) => [
      one.name,
      named.has(one.name) ? one : withinOther(one, b),
    ]),
  );
  for (const one of b.members) {
    const other = members.get(one.name);
    members.set(
      one.name,
      other === undefined
        ? withinOther(one, a)
        : mergeMembers(one.name, [other, one]),
    );
  }
  const patterns = [...(a.patterns ?? []), ...(b.patterns ?? [])];
  const rest = both(a.rest, b.rest, (...parts) => intersectionOf(parts));
  const names = both(a.names, b.names, (some, others) =>
    withoutOthers(some, others),
  );
  return withNames({
    kind: "object",
    members: [...members.values()],
    ...(patterns.length === 0 ? {} : { patterns }),
    ...(rest === undefined ? {} : { rest }),
    ...(names === undefined ? {} : { names }),
  });
}

function withoutOthers(
  some: readonly string[],
  others: readonly string[],
): readonly string[] {
  const kept = new Set(others);
  return some.filter((name) => kept.has(name));
}

function both<T>(
  a: T | undefined,
  b: T | undefined,
  join: (a: T, b: T) => T,
): T | undefined {
  return a === undefined || b === undefined ? (a ?? b) : join(a, b);
}

/** A member with what another object, which does not name it, says of further members. */
function withinOther(one: MemberShape, other: ObjectShape): MemberShape {
  const shape = unnamedShape(one.name, other);
  // What a closed object refuses is the validator's to say: the type would lose every member that `allOf` adds to it.
  return shape.kind === "unknown" || shape.kind === "never"
    ? one
    : { ...one, shape: intersectionOf([one.shape, shape]) };
}

function mergeMembers(
  name: string,
  members: readonly MemberShape[],
): MemberShape {
  return {
    name,
    shape: intersectionOf(members.map(({ shape }) => shape)),
    optional: members.every(({ optional }) => optional),
    docs: members.map((one) => one.docs).reduce(laterDocs),
  };
}

/** The later comment, unless it says nothing. */
function laterDocs(a: MemberDocs, b: MemberDocs): MemberDocs {
  return b.text === "" ? { ...a, deprecated: a.deprecated || b.deprecated } : b;
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
  if (!patterns.every(({ pattern }) => isQuick(pattern, name.length))) {
    return unknownShape;
  }
  const matching = patternShapes(name, patterns);
  return matching.length === 0 ? rest : intersectionOf(matching);
}

/** What patterns say of a member of that name, but for those that could take long on it. */
export function patternShapes(
  name: string,
  patterns: readonly PatternShape[],
): Shape[] {
  return patterns
    .filter(({ pattern }) => quickMatch(pattern, name) === true)
    .map(({ shape }) => shape);
}
