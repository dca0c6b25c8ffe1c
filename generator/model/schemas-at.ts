import type { Api } from "./api.js";
import type { JsonValue } from "./json.js";
import type { Rule, Schema } from "./schema.js";
import { rulesOf } from "./value-shape.js";

type Definitions = Pick<Api, "definitions">;

/**
 * The schemas that describe what the keys lead to in a value, from all branches of unions. None if no schema
 * describes it.
 */
export function schemasAt(
  schema: Schema,
  keys: readonly string[],
  api: Definitions,
): Schema[] {
  const [key, ...others] = keys;
  if (key === undefined) return [schema];
  return allRules(schema, api).flatMap((rule) =>
    membersOf(rule, key).flatMap((member) => schemasAt(member, others, api)),
  );
}

/** Every rule of a value, those of the branches of unions included. */
function allRules(schema: Schema, api: Definitions, depth = 0): Rule[] {
  if (depth > 20) return [];
  return rulesOf(schema, api).flatMap((rule) =>
    rule.kind === "anyOf" || rule.kind === "oneOf"
      ? rule.schemas.flatMap((branch) => allRules(branch, api, depth + 1))
      : [rule],
  );
}

function membersOf(rule: Rule, key: string): readonly Schema[] {
  if (rule.kind === "items") {
    if (!/^\d+$/u.test(key)) return [];
    const item = rule.prefix[Number(key)] ?? rule.rest;
    return item === undefined ? [] : [item];
  }
  if (rule.kind !== "properties") return [];
  const named = rule.named.filter(({ name }) => name === key);
  if (named.length > 0) return named.map((property) => property.schema);
  return rule.additional === undefined || rule.additional.kind === "never"
    ? []
    : [rule.additional];
}

/** The types that the values of a schema can have, `null` left out; none if the schema says nothing of them. */
export function typesAt(schema: Schema, api: Definitions): readonly string[] {
  const types = allRules(schema, api).flatMap((rule): readonly string[] => {
    if (rule.kind === "type") return rule.types;
    if (rule.kind === "const") return [typeOf(rule.value)];
    if (rule.kind === "enum") return rule.values.map(typeOf);
    return [];
  });
  return [...new Set(types)].filter((type) => type !== "null");
}

function typeOf(value: JsonValue): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
