import type { JsonValue } from "../../model/json.js";
import type { Rule } from "../../model/schema.js";
import { textOf } from "./flow.js";
import type { Pass } from "./pass.js";
import { groupOf } from "./rule-groups.js";
import { isPossible, kindOf, type Subject, type ValueKind } from "./subject.js";
import { kindOfType } from "./type-conditions.js";

/**
 * True if TypeScript may refuse the tests of a schema, because others before them leave nothing that the schema
 * takes. Such a schema is tested in a function of its own, which knows nothing of the value.
 */
export function contradicts(
  rules: readonly Rule[],
  subject: Subject,
  pass: Pass,
): boolean {
  const left = pass.flow?.get(textOf(subject.code));
  if (left === undefined) return false;
  const isGone = (kind: ValueKind): boolean =>
    isPossible(subject, kind) && !left.kinds.has(kind);
  const isGoneValue = (value: JsonValue): boolean =>
    isGone(kindOf(value)) || left.values?.includes(value) === false;
  return rules.some((rule) => {
    if (rule.kind === "type") {
      return rule.types.some((type) => isGone(kindOfType[type]));
    }
    if (rule.kind === "const") return isGoneValue(rule.value);
    if (rule.kind === "enum") return rule.values.some(isGoneValue);
    const group = groupOf(rule, pass);
    return (
      (group === "number" ||
        group === "string" ||
        group === "array" ||
        group === "object") &&
      isGone(group)
    );
  });
}
