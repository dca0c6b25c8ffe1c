import type { Api } from "../model/api.js";
import type { JsonValue } from "../model/json.js";
import { besideNull } from "../model/or-null.js";
import type { DefinitionId, JsonType, Schema } from "../model/schema.js";
import type { WireKind } from "./mappings.js";

type Definitions = Pick<Api, "definitions">;

/** What `typeof` can say of the values of a schema, null left out; undefined where the schema does not settle it. */
export function kindsOf(
  schema: Schema,
  api: Definitions,
  seen: ReadonlySet<DefinitionId> = new Set(),
): readonly WireKind[] | undefined {
  if (schema.kind === "never") return [];
  if (schema.kind === "any") return undefined;
  if (schema.kind === "ref") return kindsOfTarget(schema.target);
  for (const rule of schema.rules) {
    const branch = besideNull(rule);
    const found =
      rule.kind === "type"
        ? rule.types.flatMap(kindOfType)
        : rule.kind === "const"
          ? kindOfValue(rule.value)
          : rule.kind === "enum"
            ? rule.values.flatMap(kindOfValue)
            : rule.kind === "reference"
              ? kindsOfTarget(rule.target)
              : rule.kind === "allOf"
                ? rule.schemas
                    .map((part) => kindsOf(part, api, seen))
                    .find((kinds) => kinds !== undefined)
                : branch && kindsOf(branch, api, seen);
    if (found !== undefined) return [...new Set(found)];
  }
  return undefined;

  function kindsOfTarget(id: DefinitionId): readonly WireKind[] | undefined {
    const target = api.definitions[id];
    return target === undefined || seen.has(id)
      ? undefined
      : kindsOf(target.schema, api, new Set(seen).add(id));
  }
}

function kindOfType(type: JsonType): WireKind[] {
  if (type === "null") return [];
  if (type === "array") return ["object"];
  return [type === "integer" ? "number" : type];
}

function kindOfValue(value: JsonValue): WireKind[] {
  if (value === null) return [];
  const kind = typeof value;
  return kind === "string" || kind === "number" || kind === "boolean"
    ? [kind]
    : ["object"];
}
