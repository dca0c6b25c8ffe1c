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
  if (keyword.kind === "anyOf") {
    return schemas.map((schema) => scope.shapeOf(schema, scope));
  }
  const absent = othersAbsent(schemas);
  return schemas.map((schema, index) =>
    intersectionOf([
      scope.shapeOf(schema, scope),
      absent?.[index] ?? unknownShape,
    ]),
  );
}

/** Beyond so many options, each says of itself alone what it requires: the type would grow with their square. */
const mostExclusive = 64;

/** For each option, where exactly one of several names may be given: the other names are not there. */
function othersAbsent(schemas: readonly Schema[]): Shape[] | undefined {
  if (schemas.length > mostExclusive) return undefined;
  const required = schemas.map((schema) => requiredNames(schema));
  const isSingle = required.map((names) => names?.length === 1);
  return required.map((own, index) => {
    const isClear =
      own !== undefined &&
      isSingle.every((single, other) => single || other === index);
    const absent = isClear
      ? required
          .filter((_, other) => other !== index)
          .flatMap((names) => names ?? [])
          .filter((name) => !own.includes(name))
      : [];
    return absent.length === 0
      ? unknownShape
      : {
          kind: "object",
          members: absent.map((name) => member(name, neverShape, true)),
        };
  });
}
