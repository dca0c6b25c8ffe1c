import type { Rule, RuleByKind } from "../../generator/model/schema.js";

type Bound =
  | "minLength"
  | "maxLength"
  | "minItems"
  | "maxItems"
  | "minProperties"
  | "maxProperties";

/** The strictest of several lower bounds. */
export function most(
  rules: readonly Rule[],
  kind: Bound,
  otherwise: number,
): number {
  return Math.max(otherwise, ...bounds(rules, kind));
}

/** The strictest of several upper bounds. */
export function least(
  rules: readonly Rule[],
  kind: Bound,
  otherwise: number,
): number {
  return Math.min(otherwise, ...bounds(rules, kind));
}

function bounds(rules: readonly Rule[], kind: Bound): number[] {
  return rules.flatMap((rule) =>
    rule.kind === kind ? [(rule as RuleByKind[Bound]).value] : [],
  );
}
