import type { Api } from "../../model/api.js";
import type { DefinitionId, Rule, Schema } from "../../model/schema.js";
import { Derived } from "../derived.js";

/**
 * By definition: whether its type may be `unknown`, under whatever name: it names no types, and neither does an option
 * of it. A type guard for `unknown` would leave `never` where it says no.
 */
export const mayBeUnknown = new Derived<Api, boolean>("unknown-type", (api) => {
  const unknown = new Set<DefinitionId>();
  const users = new Map<DefinitionId, DefinitionId[]>();
  const open = Object.keys(api.definitions);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const user = id;
    const isUnknown = (target: DefinitionId): boolean => {
      const list = users.get(target);
      if (list === undefined) users.set(target, [user]);
      else list.push(user);
      return unknown.has(target);
    };
    const schema = api.definitions[id]?.schema;
    if (unknown.has(id) || !schema || !saysNothing(schema, isUnknown)) continue;
    unknown.add(id);
    open.push(...(users.get(id) ?? []));
  }
  return (id) => unknown.has(id);
});

/** Whether nothing that a schema says is a type of TypeScript. */
function saysNothing(
  schema: Schema,
  isUnknown: (target: DefinitionId) => boolean,
): boolean {
  if (schema.kind === "any") return true;
  if (schema.kind === "never") return false;
  if (schema.kind === "ref") return isUnknown(schema.target);
  return schema.rules.every((rule) => !narrows(rule, isUnknown));
}

function narrows(
  rule: Rule,
  isUnknown: (target: DefinitionId) => boolean,
): boolean {
  const inner = (schema: Schema): boolean => saysNothing(schema, isUnknown);
  switch (rule.kind) {
    case "reference":
      return !isUnknown(rule.target);
    case "allOf":
      return !rule.schemas.every(inner);
    case "anyOf":
    case "oneOf":
      return rule.discriminator !== undefined || !rule.schemas.some(inner);
    default:
      return narrowing.has(rule.kind);
  }
}

/** Keywords that name types, or from which they are guessed. */
const narrowing: ReadonlySet<Rule["kind"]> = new Set([
  "type",
  "const",
  "enum",
  "binary",
  "properties",
  "required",
  "items",
]);
