import type { Api } from "../../model/api.js";
import type { DefinitionId, Discriminator } from "../../model/schema.js";
import { Derived } from "../derived.js";
import { unionOf } from "./combine-shapes.js";
import {
  literal,
  sameShape,
  type MemberShape,
  type ObjectShape,
  type Shape,
} from "./shape.js";

/** The values of a discriminator that pick a definition; undefined where none does, and where any other value does too. */
export function tagShape(
  discriminator: Discriminator,
  target: string,
): Shape | undefined {
  if (discriminator.fallback === target) return undefined;
  const values = discriminator.cases
    .filter((one) => one.target === target)
    .map(({ value }) => literal(value));
  return values.length === 0 ? undefined : unionOf(values);
}

/**
 * The values of a discriminating member that lead to a branch: those that pick it, of which the branch's own
 * list may leave some; the branch's own list where it has none of them (the names of schemas are often no
 * values at all).
 */
export function tagWithin(own: Shape, tag: Shape, api: Api): Shape {
  const literals = literalsOf(own, api);
  if (literals === undefined || literals.length === 0) return tag;
  const picks = tag.kind === "union" ? tag.options : [tag];
  const common = literals.filter((one) =>
    picks.some((pick) => sameShape(one, pick)),
  );
  return unionOf(common.length > 0 ? common : literals);
}

/** Whether a member can have the values of a discriminator, which are texts. */
export function canBeTag(shape: Shape, api: Api): boolean {
  switch (shape.kind) {
    case "primitive":
      return shape.type === "string";
    case "literal":
      return typeof shape.value === "string";
    case "union":
      return shape.options.some((option) => canBeTag(option, api));
    case "intersection":
      return shape.parts.every((part) => canBeTag(part, api));
    case "reference":
      return shape.target === undefined || takesText(shape.target, api);
    case "array":
    case "tuple":
    case "object":
    case "never":
      return false;
    case "unknown":
    case "undefined":
    case "text":
    case "bytes":
    case "mapped":
      return true;
  }
}

/** Whether a definition says itself that it takes texts, or does not name its types. */
function takesText(id: DefinitionId, api: Api): boolean {
  const schema = api.definitions[id]?.schema;
  return (
    schema?.kind !== "rules" ||
    schema.rules.every(
      (rule) => rule.kind !== "type" || rule.types.includes("string"),
    )
  );
}

/** The literals of an enumeration, open or not; undefined where there is more to the type. */
function literalsOf(shape: Shape, api: Api): readonly Shape[] | undefined {
  switch (shape.kind) {
    case "literal":
      return [shape];
    case "text":
      return [];
    case "primitive":
      return shape.type === "null" ? [] : undefined;
    case "union": {
      const parts = shape.options.map((option) => literalsOf(option, api));
      return parts.every((part) => part !== undefined)
        ? parts.flat()
        : undefined;
    }
    case "reference":
      return shape.target === undefined
        ? undefined
        : literalsOfDefinition(shape.target, api);
    default:
      return undefined;
  }
}

function literalsOfDefinition(
  id: DefinitionId,
  api: Api,
): readonly Shape[] | undefined {
  const schema = api.definitions[id]?.schema;
  if (schema?.kind !== "rules") return undefined;
  const values = schema.rules.flatMap((rule) => {
    if (rule.kind === "const") return [rule.value];
    return rule.kind === "enum" ? rule.values : [];
  });
  const strings = values.filter((value) => typeof value === "string");
  return strings.length === 0 ? undefined : strings.map(literal);
}

/** A literal, or a closed union of literals. */
function isClosed(shape: Shape): boolean {
  return shape.kind === "union"
    ? shape.options.every(isClosed)
    : shape.kind === "literal";
}

/** Whether a member is there and is one of a few values, so that it tells its branch from others as it is. */
export function isTag({ shape, optional }: MemberShape): boolean {
  return !optional && isClosed(shape);
}

/** Narrows the discriminating member of a schema that extends a base to the values that pick it. */
export function withOwnTag(
  id: DefinitionId,
  shape: ObjectShape,
  api: Api,
): ObjectShape {
  let tagged = shape;
  for (const discriminator of basesOf.of(api, id)) {
    const tag = tagShape(discriminator, id);
    const own = tagged.members.find(
      ({ name }) => name === discriminator.property,
    );
    if (tag === undefined || own === undefined || isTag(own)) continue;
    if (!canBeTag(own.shape, api)) continue;
    const narrow = tagWithin(own.shape, tag, api);
    tagged = {
      ...tagged,
      members: tagged.members.map((one) =>
        one === own ? { ...own, shape: narrow, optional: false } : one,
      ),
    };
  }
  return tagged;
}

/** By definition: the discriminators of the bases that it extends. */
export const basesOf = new Derived<Api, readonly Discriminator[]>(
  "bases",
  (api) => {
    const map = new Map<DefinitionId, Discriminator[]>();
    for (const [id, { schema }] of Object.entries(api.definitions)) {
      if (schema.kind !== "rules") continue;
      for (const rule of schema.rules) {
        if (rule.kind !== "discriminator") continue;
        for (const { target } of rule.discriminator.cases) {
          if (target === id) continue;
          const list = map.get(target) ?? [];
          if (!list.includes(rule.discriminator)) list.push(rule.discriminator);
          map.set(target, list);
        }
      }
    }
    return (id) => map.get(id) ?? [];
  },
);
