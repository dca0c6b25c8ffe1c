import type { Api } from "../../generator/model/api.js";
import type { JsonValue } from "../../generator/model/json.js";
import type { Discriminator, Schema } from "../../generator/model/schema.js";
import { visit } from "../../generator/model/walk-schema.js";

/** By name of a member: the values that some schema of a description lists for it, tags included. */
export type KnownValues = ReadonlyMap<string, readonly JsonValue[]>;

/** The values that the enumerations and discriminators of a description list. */
export function knownValues({ definitions }: Api): KnownValues {
  const found = new Map<string, JsonValue[]>();
  const add = (name: string, values: readonly JsonValue[]): void => {
    const known = found.get(name) ?? [];
    found.set(name, [...new Set([...known, ...values])]);
  };
  const addTags = ({ property, branches }: Discriminator): void => {
    add(
      property,
      branches.flatMap(({ tags = [] }) => tags),
    );
  };
  for (const definition of Object.values(definitions)) {
    visit(definition.schema, (schema) => {
      if (schema.kind !== "keywords") return;
      for (const keyword of schema.keywords) {
        if (
          (keyword.kind === "oneOf" || keyword.kind === "anyOf") &&
          keyword.discriminator !== undefined
        ) {
          addTags(keyword.discriminator);
        }
        if (keyword.kind !== "properties") continue;
        for (const { name, schema: member } of keyword.named) {
          add(name, listed(member, definitions));
        }
      }
    });
  }
  return found;
}

function listed(
  schema: Schema,
  definitions: Api["definitions"],
): readonly JsonValue[] {
  const target =
    schema.kind === "ref" ? definitions[schema.target]?.schema : schema;
  if (target?.kind !== "keywords") return [];
  return target.keywords.flatMap((keyword) => {
    if (keyword.kind === "const") return [keyword.value];
    return keyword.kind === "enum" ? keyword.values : [];
  });
}
