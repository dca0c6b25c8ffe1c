import type { Api } from "../model/api.js";
import type { JsonValue } from "../model/json.js";
import { besideNull } from "../model/or-null.js";
import { perDefinition, type OfDefinition } from "../model/memos.js";
import type { JsonType, Schema } from "../model/schema.js";
import type { WireKind } from "./mappings.js";

/** Undefined where a schema does not settle it. */
export type Kinds = readonly WireKind[] | undefined;

/** The kinds of each definition. */
export function kindsOfDefinitions(
  api: Pick<Api, "definitions">,
): OfDefinition<Kinds> {
  return perDefinition<Kinds>(api, undefined, kindsOf);
}

/** What `typeof` can say of the values of a schema, null left out. */
export function kindsOf(schema: Schema, ofTarget: OfDefinition<Kinds>): Kinds {
  if (schema.kind === "never") return [];
  if (schema.kind === "any") return undefined;
  if (schema.kind === "ref") return ofTarget(schema.target);
  for (const keyword of schema.keywords) {
    const branch = besideNull(keyword);
    const found =
      keyword.kind === "type"
        ? keyword.types.flatMap(kindOfType)
        : keyword.kind === "const"
          ? kindOfValue(keyword.value)
          : keyword.kind === "enum"
            ? keyword.values.flatMap(kindOfValue)
            : keyword.kind === "reference"
              ? ofTarget(keyword.target)
              : keyword.kind === "allOf"
                ? keyword.schemas
                    .map((part) => kindsOf(part, ofTarget))
                    .find((kinds) => kinds !== undefined)
                : branch && kindsOf(branch, ofTarget);
    if (found !== undefined) return [...new Set(found)];
  }
  return undefined;
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
