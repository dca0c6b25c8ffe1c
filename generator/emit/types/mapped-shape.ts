import { code, type Code } from "../../code/code.js";
import { typeSymbol, externalSymbol } from "../../code/symbol.js";
import type { MappedType } from "../../config/type-mapping.js";
import type { Leaf } from "../../mapping/mappings.js";
import { unionOf } from "./union-of.js";
import { printShape } from "./print-shape.js";
import { primitive, type Shape } from "./shape.js";

const branded = typeSymbol("Branded", "runtime/branded.ts");

/** Integers with more digits than a number keeps. */
const bigInteger: Shape = {
  kind: "mapped",
  key: "bigint",
  code: code`bigint`,
  base: [],
};

/**
 * The type that a mapping puts in place of a shape. On the wire nothing but a brand takes its place; integers there
 * may have more digits than a number keeps.
 */
export function mappedShape(leaf: Leaf, shape: Shape, isWire: boolean): Shape {
  if (isWire && leaf.converts) {
    const isExact =
      leaf.isExact && shape.kind === "primitive" && shape.type === "number";
    return isExact ? unionOf([shape, bigInteger]) : shape;
  }
  const type = typeCode(leaf.type, leaf.subject, shape);
  return {
    kind: "mapped",
    key: `${leaf.subject} ${JSON.stringify(leaf.type)}`,
    code: type,
    base: leaf.wire,
  };
}

/** The same for the whole of a named schema; null, where it is allowed, stays beside it. */
export function mappedDefinition(
  leaf: Leaf,
  shape: Shape,
  isWire: boolean,
): Shape {
  const options = shape.kind === "union" ? shape.options : [shape];
  const others = options.filter(
    (one) => !(one.kind === "primitive" && one.type === "null"),
  );
  const whole = unionOf(others);
  const mapped =
    isWire && leaf.converts && leaf.isExact
      ? unionOf([...others, bigInteger])
      : mappedShape(leaf, whole, isWire);
  return leaf.isNullable ? unionOf([mapped, primitive("null")]) : mapped;
}

function typeCode(type: MappedType, subject: string, shape: Shape): Code {
  if (typeof type === "object") {
    return code`${externalSymbol(type.type, type.module, true)}`;
  }
  switch (type) {
    case "bigint":
      return code`bigint`;
    case "Date":
      return code`Date`;
    case "brand":
      return code`${branded}<${printShape(shape)}, ${subject}>`;
  }
}
