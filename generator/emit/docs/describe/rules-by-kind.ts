import type { Rule, RuleByKind, Schema } from "../../../model/schema.js";

/** The rules of a schema by their kind. A schema has at most one rule of a kind, but several `allOf` may be merged. */
export type RuleSet = {
  readonly [K in Rule["kind"]]?: RuleByKind[K];
};

/** The rules of a schema; none for `true` and `false`, a reference for a bare one. */
export function rulesOf(schema: Schema): readonly Rule[] {
  if (schema.kind === "rules") return schema.rules;
  if (schema.kind === "ref")
    return [{ kind: "reference", keyword: "$ref", target: schema.target }];
  return [];
}

export function ruleSet(schema: Schema): RuleSet {
  const set: { -readonly [K in Rule["kind"]]?: Rule } = {};
  for (const rule of rulesOf(schema)) set[rule.kind] ??= rule;
  return set as RuleSet;
}
