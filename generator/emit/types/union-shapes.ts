import {
  canBeTag,
  isTag,
  tagShape,
  tagWithin,
  withOwnTag,
} from "./discriminator-tags.js";
import type { Api } from "../../model/api.js";
import { requiredNames } from "../../model/presence.js";
import type {
  Discriminator,
  RefSchema,
  RuleByKind,
  Schema,
} from "../../model/schema.js";
import { kindsOf } from "../../mapping/kinds-of.js";
import { intersectionOf, unionOf } from "./combine-shapes.js";
import { inheritedObject } from "./inherited-shape.js";
import { admitsNull } from "./nullability.js";
import {
  member,
  neverShape,
  primitive,
  unknownShape,
  type Shape,
} from "./shape.js";
import { type ShapeScope } from "./shape-scope.js";

/** The options of `anyOf` or `oneOf`, each tagged where there is a discriminator. */
export function optionShapes(
  rule: RuleByKind["anyOf"] | RuleByKind["oneOf"],
  scope: ShapeScope,
): Shape[] {
  const { discriminator, schemas } = rule;
  if (discriminator !== undefined) {
    return schemas.map((schema) => taggedShape(schema, discriminator, scope));
  }
  return schemas.map((schema) =>
    rule.kind === "oneOf"
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

/** A branch with the values that pick it. One that is not always an object or null stays as it is. */
function taggedShape(
  schema: Schema,
  discriminator: Discriminator,
  scope: ShapeScope,
): Shape {
  const shape = scope.shapeOf(schema, scope);
  if (schema.kind !== "ref") return shape;
  const tag = tagShape(discriminator, schema.target);
  if (tag === undefined) return shape;
  const object = inheritedObject(schema.target, scope);
  const { api } = scope.context;
  const tagged =
    object === undefined ? undefined : withOwnTag(schema.target, object, api);
  const own = tagged?.members.find(
    ({ name }) => name === discriminator.property,
  );
  if (own !== undefined && isTag(own)) return shape;
  if (own !== undefined && !canBeTag(own.shape, api)) return shape;
  if (!hasOnlyObjects(schema, api)) return shape;
  const narrow = own === undefined ? tag : tagWithin(own.shape, tag, api);
  return unionOf([
    intersectionOf([
      shape,
      {
        kind: "object",
        members: [member(discriminator.property, narrow, false)],
      },
    ]),
    ...(admitsNull(schema, api) ? [primitive("null")] : []),
  ]);
}

/** Whether what is valid, besides null, can only be objects, as far as the schema names types. */
function hasOnlyObjects(schema: RefSchema, api: Api): boolean {
  const kinds = kindsOf(schema, api) ?? [];
  const target = api.definitions[schema.target]?.schema;
  const rules = target?.kind === "rules" ? target.rules : [];
  return (
    kinds.every((kind) => kind === "object") &&
    !rules.some((rule) => rule.kind === "type" && rule.types.includes("array"))
  );
}
