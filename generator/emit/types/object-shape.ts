import type { Rule, RuleByKind } from "../../model/schema.js";
import { unionOf, widenIndex } from "./combine-shapes.js";
import { memberDocs } from "./member-docs.js";
import {
  member,
  neverShape,
  unknownShape,
  type MemberShape,
  type ObjectShape,
  type Shape,
} from "./shape.js";
import { ruleOf, type ShapeScope, withoutKnown } from "./shape-scope.js";
import { isHidden } from "./type-mode.js";

/** The object that `properties`, `required` and their kin describe. */
export function objectShape(
  rules: readonly Rule[],
  scope: ShapeScope,
): ObjectShape {
  const properties = ruleOf(rules, "properties");
  const required = new Set(ruleOf(rules, "required")?.names);
  const inner = withoutKnown(scope);
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
      shape: scope.shapeOf(schema, inner),
      optional: !required.has(name),
      docs: memberDocs(property),
    });
  }
  for (const name of required) {
    if (members.has(name) || hidden.has(name)) continue;
    members.set(name, requiredMember(name, scope));
  }
  const named = [...members.values()];
  const index =
    named.length === 0 && isClosed(properties, scope)
      ? neverShape
      : indexShape(properties, rules, inner);
  return {
    kind: "object",
    members: named,
    ...(index === undefined ? {} : { index: widenIndex(index, named) }),
  };
}

/** A member that a subschema asks for: of the type that the object around gives it. */
export function requiredMember(name: string, scope: ShapeScope): MemberShape {
  return member(name, scope.known.get(name)?.shape ?? unknownShape, false);
}

/** Whether nothing but what is named may be given. Responses are read with what servers add. */
function isClosed(
  properties: RuleByKind["properties"] | undefined,
  scope: ShapeScope,
): boolean {
  return (
    scope.mode !== "response" &&
    properties?.additional?.kind === "never" &&
    properties.patterns.length === 0
  );
}

/** What members without a name of their own are; undefined where the schema says nothing or forbids them. */
function indexShape(
  properties: RuleByKind["properties"] | undefined,
  rules: readonly Rule[],
  scope: ShapeScope,
): Shape | undefined {
  const patterns = properties?.patterns ?? [];
  const rest =
    properties?.additional ?? ruleOf(rules, "unevaluatedProperties")?.schema;
  if (rest === undefined) {
    return patterns.length === 0 ? undefined : unknownShape;
  }
  if (rest.kind === "never" && patterns.length === 0) return undefined;
  return unionOf([
    ...patterns.map(({ schema }) => scope.shapeOf(schema, scope)),
    ...(rest.kind === "never" ? [] : [scope.shapeOf(rest, scope)]),
  ]);
}
