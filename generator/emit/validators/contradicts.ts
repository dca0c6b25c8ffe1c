import type { JsonValue } from "../../model/json.js";
import type { Keyword } from "../../model/schema.js";
import { textOf } from "./flow.js";
import type { Pass } from "./pass.js";
import { groupOf } from "./keyword-groups.js";
import { isPossible, kindOf, type Subject, type ValueKind } from "./subject.js";
import { kindOfType } from "./type-conditions.js";

/**
 * True if TypeScript may refuse the tests of a schema, because others before them leave nothing that the schema
 * takes. Such a schema is tested in a function of its own, which knows nothing of the value.
 */
export function contradicts(
  keywords: readonly Keyword[],
  subject: Subject,
  pass: Pass,
): boolean {
  const left = pass.flow?.get(textOf(subject.code));
  if (left === undefined) return false;
  const isGone = (kind: ValueKind): boolean =>
    isPossible(subject, kind) && !left.kinds.has(kind);
  const isGoneValue = (value: JsonValue): boolean =>
    isGone(kindOf(value)) || left.values?.includes(value) === false;
  return keywords.some((keyword) => {
    if (keyword.kind === "type") {
      return keyword.types.some((type) => isGone(kindOfType[type]));
    }
    if (keyword.kind === "const") return isGoneValue(keyword.value);
    if (keyword.kind === "enum") return keyword.values.some(isGoneValue);
    const group = groupOf(keyword, pass);
    return (
      (group === "number" ||
        group === "string" ||
        group === "array" ||
        group === "object") &&
      isGone(group)
    );
  });
}
