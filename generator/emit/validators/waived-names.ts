import { isReadOnly, isWriteOnly } from "../../model/access.js";
import type { Api } from "../../model/api.js";
import type { DefinitionId, Schema } from "../../model/schema.js";
import type { View } from "../../model/views.js";

const none: ReadonlySet<string> = new Set();

/**
 * The members that `required` does not ask for in a view: those that are `readOnly` in requests and `writeOnly`
 * in responses, in the schema or in one that applies to the same object through a reference or `allOf`.
 */
export function waivedNames(
  schema: Schema,
  view: View | "exact",
  api: Api,
): ReadonlySet<string> {
  if (view === "exact" || (schema.kind !== "rules" && schema.kind !== "ref")) {
    return none;
  }
  const isWaived = view === "request" ? isReadOnly : isWriteOnly;
  const names = new Set<string>();
  const seen = new Set<DefinitionId>();
  const open: Schema[] = [schema];
  const follow = (target: DefinitionId): void => {
    const definition = api.definitions[target];
    if (definition === undefined || seen.has(target)) return;
    seen.add(target);
    open.push(definition.schema);
  };
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "ref") follow(next.target);
    if (next.kind !== "rules") continue;
    for (const rule of next.rules) {
      if (rule.kind === "reference") follow(rule.target);
      if (rule.kind === "allOf") open.push(...rule.schemas);
      if (rule.kind !== "properties") continue;
      for (const property of rule.named) {
        if (isWaived(property.schema, api)) names.add(property.name);
      }
    }
  }
  return names;
}
