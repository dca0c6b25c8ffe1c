import {
  neverShape,
  primitive,
  shapeKey,
  undefinedShape,
  unknownShape,
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

/** A shape of scalars alone, behind its name; undefined for any other. */
export function scalarOf(shape: Shape): Shape | undefined {
  if (shape.kind === "reference") return shape.scalar?.();
  return isScalar(shape) ? shape : undefined;
}

/** The options of a union; any other shape is its own only one. */
export function optionsOf(shape: Shape): readonly Shape[] {
  return shape.kind === "union" ? shape.options : [shape];
}

function isNull(shape: Shape): boolean {
  return shape.kind === "primitive" && shape.type === "null";
}
