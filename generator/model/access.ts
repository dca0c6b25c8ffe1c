import type { Api } from "./api.js";
import { besideNull } from "./or-null.js";
import type { DefinitionId, Schema } from "./schema.js";

/**
 * Whether a member with this schema is `readOnly`: the schema says so itself, or one that applies to the whole
 * value does, through a reference, `allOf` or a union with `null` (JSON Schema Validation §9.4, OpenAPI Schema Object).
 */
export function isReadOnly(
  schema: Schema,
  api: Pick<Api, "definitions">,
): boolean {
  return isMarked(schema, "readOnly", markedTargets("readOnly", api));
}

/** Whether a member with this schema is `writeOnly`, in the same way. */
export function isWriteOnly(
  schema: Schema,
  api: Pick<Api, "definitions">,
): boolean {
  return isMarked(schema, "writeOnly", markedTargets("writeOnly", api));
}

export type AccessMark = "readOnly" | "writeOnly";

/**
 * Whether a schema is marked, itself or through `allOf`, a reference or a union with `null`.
 * @param isTargetMarked answers for the schemas that references lead to
 */
export function isMarked(
  schema: Schema,
  mark: AccessMark,
  isTargetMarked: (target: DefinitionId) => boolean,
): boolean {
  if (schema.annotations[mark] === true) return true;
  if (schema.kind === "ref") return isTargetMarked(schema.target);
  if (schema.kind !== "keywords") return false;
  return schema.keywords.some((keyword) => {
    if (keyword.kind === "reference") return isTargetMarked(keyword.target);
    const branch = besideNull(keyword);
    const parts =
      keyword.kind === "allOf" ? keyword.schemas : branch ? [branch] : [];
    return parts.some((part) => isMarked(part, mark, isTargetMarked));
  });
}

/** Looks into each definition once, so that cycles of references end. */
function markedTargets(
  mark: AccessMark,
  api: Pick<Api, "definitions">,
): (target: DefinitionId) => boolean {
  const seen = new Set<DefinitionId>();
  const isTargetMarked = (target: DefinitionId): boolean => {
    if (seen.has(target)) return false;
    seen.add(target);
    const definition = api.definitions[target];
    return (
      definition !== undefined &&
      isMarked(definition.schema, mark, isTargetMarked)
    );
  };
  return isTargetMarked;
}
