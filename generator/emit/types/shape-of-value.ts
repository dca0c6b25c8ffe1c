import { isJsonObject, type JsonValue } from "../../model/json.js";
import { literal, member, primitive, type Shape } from "./shape.js";

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
