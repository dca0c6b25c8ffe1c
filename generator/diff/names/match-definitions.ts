import type { DefinitionId, Schema } from "../../model/schema.js";
import { schemaText } from "../schemas/canonical-schema.js";
import type { SchemaWalk } from "../schemas/schema-walk.js";
import type { Side, Sides } from "../side.js";

/** Which named schema of the new description is which of the old one. */
export interface DefinitionPairs {
  readonly same: readonly (readonly [DefinitionId, DefinitionId])[];
  readonly removed: readonly DefinitionId[];
  readonly added: readonly DefinitionId[];
}

/**
 * Finds which named schema is which: by its place, by the name of its type, by what stands where it stood in operations
 * and other schemas, and by what it means.
 */
export function matchDefinitions(
  sides: Sides,
  walk: SchemaWalk,
): DefinitionPairs {
  const same: (readonly [DefinitionId, DefinitionId])[] = [];
  let removed = Object.keys(sides.old.api.definitions);
  const added = new Set(Object.keys(sides.new.api.definitions));
  const pairBy = (
    find: (id: DefinitionId) => DefinitionId | undefined,
  ): void => {
    removed = removed.filter((id) => {
      const other = find(id);
      if (other === undefined || !added.delete(other)) return true;
      same.push([id, other]);
      return false;
    });
  };
  pairBy((id) => id);
  const byName = new Map([...added].map((id) => [typeName(id, sides.new), id]));
  pairBy((id) => byName.get(typeName(id, sides.old)));
  const bySchema = new Map<Schema | undefined, DefinitionId>(
    [...added].map((id) => [sides.new.api.definitions[id]?.schema, id]),
  );
  pairBy((id) => {
    const schema = sides.old.api.definitions[id]?.schema;
    if (schema === undefined) return undefined;
    const partners = walk
      .partnersOf(schema)
      .map((partner) => bySchema.get(partner))
      .filter((other) => other !== undefined);
    return partners.length === 1 ? partners[0] : undefined;
  });
  const byText = new Map([...added].map((id) => [textOf(id, sides.new), id]));
  pairBy((id) => byText.get(textOf(id, sides.old)));
  return { same, removed, added: [...added] };
}

function typeName(id: DefinitionId, { names }: Side): string | undefined {
  return names.schemas.get(id)?.type.name;
}

/** What a schema means; nothing that could be anything. */
function textOf(id: DefinitionId, side: Side): string {
  const schema = side.api.definitions[id]?.schema;
  if (schema === undefined || schema.kind !== "keywords") return id;
  const isTelling = schema.keywords.some(({ kind }) => kind !== "type");
  return isTelling ? schemaText(schema, side) : id;
}
