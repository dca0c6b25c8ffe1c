import type {
  DefinitionId,
  Discriminator,
  DiscriminatorRule,
} from "../../model/schema.js";
import type { EmitContext } from "../context.js";
import { intersectionOf, mergeObjects, unionOf } from "./combine-shapes.js";
import { inheritedObject } from "./inherited-shape.js";
import { mappedDefinition } from "./mapped-shape.js";
import { member, type ObjectShape, type Shape } from "./shape.js";
import { rootScope, shapeOf } from "./shape-of-schema.js";
import type { ShapeScope } from "./shape-scope.js";
import { typeSymbolOf, type TypeMode } from "./type-mode.js";
import {
  basesOf,
  canBeTag,
  tagShape,
  withOwnTag,
} from "./discriminator-tags.js";

/**
 * The type of a definition. A base with a discriminator is the union of the schemas that extend it, and each
 * of those has its own value behind the discriminating name, so that a `switch` narrows.
 */
export function shapeOfDefinition(
  id: DefinitionId,
  mode: TypeMode,
  context: EmitContext,
  isWire = false,
): Shape {
  const definition = context.api.definitions[id];
  if (definition === undefined) throw new Error(`${id} is not defined`);
  const scope = rootScope(context, mode, isWire);
  const inner = { ...scope, open: new Set([id]) };
  const written = shapeOf(definition.schema, inner);
  // What adds nothing to its base is no other name of it, for the base is the union of its extensions.
  const isExtension = basesOf.of(context.api, id).length > 0;
  const shape =
    (written.kind === "reference" && isExtension
      ? inheritedObject(id, scope)
      : undefined) ?? written;
  const leaf = context.mappings.definitions.get(id)?.leaf;
  if (leaf !== undefined) return mappedDefinition(leaf, shape, isWire);
  const own =
    shape.kind === "object" ? withOwnTag(id, shape, context.api) : shape;
  const { schema } = definition;
  const rule =
    schema.kind === "rules"
      ? schema.rules.find(
          (one): one is DiscriminatorRule => one.kind === "discriminator",
        )
      : undefined;
  if (rule === undefined || own.kind !== "object") return own;
  return extensionsShape(id, own, rule.discriminator, scope) ?? own;
}

/** The extensions of a base; undefined where there are none. */
function extensionsShape(
  id: DefinitionId,
  own: ObjectShape,
  discriminator: Discriminator,
  scope: ShapeScope,
): Shape | undefined {
  const { cases, fallback = [] } = discriminator;
  const targets = [
    ...new Set(cases.map(({ target }) => target).concat(fallback)),
  ];
  if (targets.every((target) => target === id)) return undefined;
  const isTagged = own.members.every(
    ({ name, shape }) =>
      name !== discriminator.property || canBeTag(shape, scope.context.api),
  );
  return unionOf(
    targets.map((target): Shape => {
      const tag = isTagged ? tagShape(discriminator, target) : undefined;
      const tagged: ObjectShape = {
        kind: "object",
        members:
          tag === undefined ? [] : [member(discriminator.property, tag, false)],
      };
      if (target === id) return mergeObjects(own, tagged);
      const reference: Shape = {
        kind: "reference",
        symbol: typeSymbolOf(target, scope.mode, scope.context, scope.isWire),
      };
      const has = inheritedObject(target, scope)?.members.some(
        ({ name }) => name === discriminator.property,
      );
      return has === true ? reference : intersectionOf([reference, tagged]);
    }),
  );
}
