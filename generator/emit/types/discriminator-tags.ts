import type { Api } from "../../model/api.js";
import type { DefinitionId, Discriminator } from "../../model/schema.js";
import { unionOf } from "./combine-shapes.js";
import { literal, type ObjectShape, type Shape } from "./shape.js";

/** The values of a discriminator that pick a definition; undefined where none does. */
export function tagShape(
  discriminator: Discriminator,
  target: string,
): Shape | undefined {
  const values = discriminator.cases
    .filter((one) => one.target === target)
    .map(({ value }) => literal(value));
  return values.length === 0 ? undefined : unionOf(values);
}

/** A literal, or a closed union of literals. */
export function isLiteral(shape: Shape): boolean {
  return shape.kind === "union"
    ? shape.options.every(isLiteral)
    : shape.kind === "literal";
}

/** Narrows the discriminating member of a schema that extends a base to the values that pick it. */
export function withOwnTag(
  id: DefinitionId,
  shape: ObjectShape,
  api: Api,
): ObjectShape {
  let tagged = shape;
  for (const discriminator of basesOf(api).get(id) ?? []) {
    const tag = tagShape(discriminator, id);
    const own = tagged.members.find(
      ({ name }) => name === discriminator.property,
    );
    if (tag === undefined || own === undefined || isLiteral(own.shape))
      continue;
    tagged = {
      ...tagged,
      members: tagged.members.map((one) =>
        one === own ? { ...own, shape: tag, optional: false } : one,
      ),
    };
  }
  return tagged;
}

const bases = new WeakMap<
  Api,
  ReadonlyMap<DefinitionId, readonly Discriminator[]>
>();

/** By definition: the discriminators of the bases that it extends. */
function basesOf(
  api: Api,
): ReadonlyMap<DefinitionId, readonly Discriminator[]> {
  const found = bases.get(api);
  if (found !== undefined) return found;
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
  bases.set(api, map);
  return map;
}
