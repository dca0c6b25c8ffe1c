import { requiredNames } from "../../model/presence.js";
import type { KeywordByKind, Schema } from "../../model/schema.js";
import { intersectionOf } from "./combine-shapes.js";
import { unionOf } from "./union-of.js";
import { requiredMember } from "./object-shape.js";
import {
  member,
  neverShape,
  shapeKey,
  unknownShape,
  type ObjectShape,
  type Shape,
} from "./shape.js";
import { keywordOf, ofMembers, type ShapeScope } from "./shape-scope.js";

/** `dependentRequired` and `dependentSchemas`: the member is absent, or what it brings with it holds. */
export function dependentShapes(
  keyword:
    KeywordByKind["dependentRequired"] | KeywordByKind["dependentSchemas"],
  scope: ShapeScope,
): Shape[] {
  if (keyword.kind === "dependentSchemas") {
    return keyword.entries.map(({ name, schema }) =>
      unionOf([absent(name), scope.shapeOf(schema, scope)]),
    );
  }
  return keyword.entries.map(({ name, required }) =>
    unionOf([
      absent(name),
      {
        kind: "object",
        members: required.map((other) => requiredMember(other, scope)),
      },
    ]),
  );
}

/** `if`, `then`, `else`: both ways, as far as the condition can be turned round in a type. */
export function conditionalShape(
  keyword: KeywordByKind["conditional"],
  scope: ShapeScope,
): Shape {
  const otherwise = exclusionShape(keyword.if, scope) ?? unknownShape;
  return unionOf([
    intersectionOf([
      scope.shapeOf(keyword.if, scope),
      keyword.then === undefined
        ? unknownShape
        : scope.shapeOf(keyword.then, scope),
    ]),
    intersectionOf([
      otherwise,
      keyword.else === undefined
        ? unknownShape
        : scope.shapeOf(keyword.else, scope),
    ]),
  ]);
}

/** What is left when a schema must not hold; undefined where a type cannot say it. */
export function exclusionShape(
  schema: Schema,
  scope: ShapeScope,
): Shape | undefined {
  const names = requiredNames(schema);
  if (names !== undefined) return unionOf(names.map(absent));
  if (schema.kind !== "keywords") return undefined;
  const [keyword] = schema.keywords;
  if (schema.keywords.length === 1 && keyword?.kind === "anyOf") {
    const parts = keyword.schemas.map((one) => exclusionShape(one, scope));
    return parts.every((part) => part !== undefined)
      ? intersectionOf(parts)
      : undefined;
  }
  return otherTags(schema, scope);
}

/** The other values of a member with literal values, where the schema asks for one of them. */
function otherTags(
  schema: Extract<Schema, { kind: "keywords" }>,
  scope: ShapeScope,
): Shape | undefined {
  const named = keywordOf(schema.keywords, "properties")?.named ?? [];
  const [property] = named;
  if (property === undefined || named.length !== 1) return undefined;
  const known = scope.known?.members.find(({ name }) => name === property.name);
  const required = keywordOf(schema.keywords, "required")?.names ?? [];
  const isOnly = schema.keywords.every(
    ({ kind }) =>
      kind === "properties" || kind === "required" || kind === "type",
  );
  const isAsked = required.every((name) => name === property.name);
  if (known?.shape.kind !== "union" || !isOnly || !isAsked) return undefined;
  const excluded = scope.shapeOf(property.schema, ofMembers(scope));
  const gone = new Set(
    (excluded.kind === "union" ? excluded.options : [excluded]).map(shapeKey),
  );
  const left = known.shape.options.filter((one) => !gone.has(shapeKey(one)));
  const isClosed = known.shape.options.every(({ kind }) => kind === "literal");
  if (!isClosed || left.length === known.shape.options.length) return undefined;
  const optional = known.optional && required.length > 0;
  return {
    kind: "object",
    members: [member(property.name, unionOf(left), optional)],
  };
}

function absent(name: string): ObjectShape {
  return { kind: "object", members: [member(name, neverShape, true)] };
}
