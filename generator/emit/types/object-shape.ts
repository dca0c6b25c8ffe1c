import { listedNames } from "../../model/listed-names.js";
import type { Keyword } from "../../model/schema.js";
import {
  intersectionOf,
  memberShape,
  patternShapes,
  unnamedShape,
  withNames,
} from "./combine-shapes.js";
import { memberDocs } from "./member-docs.js";
import {
  member,
  neverShape,
  unknownShape,
  type MemberShape,
  type ObjectShape,
  type Shape,
} from "./shape.js";
import {
  appliesInPlace,
  keywordOf,
  type ShapeScope,
  ofMembers,
} from "./shape-scope.js";
import { waivedByKeywords } from "../validators/waived-names.js";
import { isHidden } from "./type-mode.js";

/** The object that `properties`, `required` and their kin describe. */
export function objectShape(
  keywords: readonly Keyword[],
  scope: ShapeScope,
): ObjectShape {
  const inner = ofMembers(scope);
  const properties = keywordOf(keywords, "properties");
  const required = new Set(keywordOf(keywords, "required")?.names);
  const names = keywordOf(keywords, "propertyNames");
  const listed = names && listedNames(names.schema, scope.context.api);
  const patterns = (properties?.patterns ?? []).map(({ pattern, schema }) => ({
    pattern,
    shape: scope.shapeOf(schema, inner),
  }));
  if (scope.size?.isEmpty ?? isEmpty(keywords)) {
    return { kind: "object", members: [], rest: neverShape };
  }
  const additional = properties?.additional;
  const unnamed: ObjectShape = {
    kind: "object",
    members: [],
    ...(patterns.length === 0 ? {} : { patterns }),
    ...(additional === undefined
      ? {}
      : { rest: scope.shapeOf(additional, inner) }),
    ...(listed === undefined ? {} : { names: listed }),
  };
  const members = new Map<string, MemberShape>();
  const hidden = new Set<string>();
  for (const property of properties?.named ?? []) {
    const { name, schema } = property;
    if (isHidden(schema, scope.mode, scope.context)) {
      hidden.add(name);
      continue;
    }
    members.set(name, {
      name,
      shape: intersectionOf([
        scope.shapeOf(schema, inner),
        ...patternShapes(name, patterns),
      ]),
      optional: !required.has(name),
      docs: memberDocs(property, scope.context.settings),
    });
  }
  const view = scope.mode === "written" ? "exact" : scope.mode;
  const waived = waivedByKeywords(keywords, view, scope.context.api);
  for (const name of required) {
    if (members.has(name) || hidden.has(name) || waived.has(name)) continue;
    const { shape } = requiredMember(name, scope);
    const own = unnamedShape(name, unnamed);
    members.set(name, member(name, intersectionOf([shape, own]), false));
  }
  const object: ObjectShape = { ...unnamed, members: [...members.values()] };
  return appliesInPlace(keywords)
    ? withNames(object)
    : withUnevaluated(object, keywords, scope);
}

/** True if an object can have no member at all; one that requires members is left as it is written. */
function isEmpty(keywords: readonly Keyword[]): boolean {
  return (
    keywordOf(keywords, "maxProperties")?.value === 0 &&
    keywordOf(keywords, "required") === undefined
  );
}

/** A member that a subschema asks for: of the type that the object around gives it. */
export function requiredMember(name: string, scope: ShapeScope): MemberShape {
  const shape: Shape =
    scope.known === undefined ? unknownShape : memberShape(name, scope.known);
  return member(name, shape, false);
}

/**
 * An object with what `unevaluatedProperties` says of members that no other keyword evaluates.
 * @param shape all that the schema says of objects, with no choice in it
 */
export function withUnevaluated(
  shape: ObjectShape,
  keywords: readonly Keyword[],
  scope: ShapeScope,
): ObjectShape {
  const keyword = keywordOf(keywords, "unevaluatedProperties");
  return withNames(
    keyword === undefined || shape.rest !== undefined
      ? shape
      : {
          ...shape,
          rest: scope.shapeOf(keyword.schema, ofMembers(scope)),
        },
  );
}
