import { requiredNames } from "../../model/presence.js";
import type { KeywordByKind, Schema } from "../../model/schema.js";
import { intersectionOf } from "./combine-shapes.js";
import { taggedShapes } from "./discriminator-tags.js";
import { member, neverShape, unknownShape, type Shape } from "./shape.js";
import { type ShapeScope } from "./shape-scope.js";

/** The options of `anyOf` or `oneOf`, each tagged where there is a discriminator. */
export function optionShapes(
  keyword: KeywordByKind["anyOf"] | KeywordByKind["oneOf"],
  scope: ShapeScope,
): Shape[] {
  const { discriminator, schemas } = keyword;
  if (discriminator !== undefined) {
    return taggedShapes(schemas, discriminator, scope);
  }
  return schemas.map((schema) =>
    keyword.kind === "oneOf"
      ? intersectionOf([
          scope.shapeOf(schema, scope),
          othersAbsent(schema, schemas),
        ])
      : scope.shapeOf(schema, scope),
  );
}

/** Where exactly one of several names may be given, the others are not there. */
function othersAbsent(schema: Schema, all: readonly Schema[]): Shape {
  const own = requiredNames(schema);
  const others = all
    .filter((other) => other !== schema)
    .map((other) => requiredNames(other));
  if (own === undefined || others.some((names) => names?.length !== 1)) {
    return unknownShape;
  }
  const absent = others
    .flatMap((names) => names ?? [])
    .filter((name) => !own.includes(name));
  return absent.length === 0
    ? unknownShape
    : {
        kind: "object",
        members: absent.map((name) => member(name, neverShape, true)),
      };
}
