import type { Api } from "../../model/api.js";
import {
  perDefinition,
  type OfDefinition,
} from "../../model/per-definition.js";
import type { Rule, Schema } from "../../model/schema.js";
import { Query } from "../../cache/query.js";

/** What a schema says of `null`; "silent" where it takes it only because it names no type. */
type Verdict = "refuses" | "admits" | "silent";

/** What each definition says of `null`. */
export const nullVerdict = new Query<Api, Verdict>("null-verdict", (api) =>
  perDefinition<Verdict>(api, "refuses", verdictOf),
);

/** True where `null` is valid under all of the rules, and one of them names it. */
export function rulesAdmitNull(rules: readonly Rule[], api: Api): boolean {
  const ofTarget = (id: string): Verdict => nullVerdict.of(api, id);
  return verdictOfRules(rules, ofTarget) === "admits";
}

/** True where `null` is valid under a schema that names it. */
export function admitsNull(schema: Schema, api: Api): boolean {
  return verdictOf(schema, (id) => nullVerdict.of(api, id)) === "admits";
}

function verdictOf(schema: Schema, ofTarget: OfDefinition<Verdict>): Verdict {
  if (schema.kind === "any") return "silent";
  if (schema.kind === "never") return "refuses";
  return schema.kind === "ref"
    ? ofTarget(schema.target)
    : verdictOfRules(schema.rules, ofTarget);
}

function verdictOfRules(
  rules: readonly Rule[],
  ofTarget: OfDefinition<Verdict>,
): Verdict {
  return all(rules.map((rule) => verdictOfRule(rule, ofTarget)));
}

function verdictOfRule(rule: Rule, ofTarget: OfDefinition<Verdict>): Verdict {
  const inner = (schema: Schema): Verdict => verdictOf(schema, ofTarget);
  if (rule.kind === "type") {
    return rule.types.includes("null") ? "admits" : "refuses";
  }
  if (rule.kind === "const") return rule.value === null ? "admits" : "refuses";
  if (rule.kind === "enum") {
    return rule.values.includes(null) ? "admits" : "refuses";
  }
  if (rule.kind === "allOf") return all(rule.schemas.map(inner));
  if (rule.kind === "reference") return ofTarget(rule.target);
  if (rule.kind === "anyOf" || rule.kind === "oneOf") {
    const verdicts = rule.schemas.map(inner);
    if (verdicts.includes("admits")) return "admits";
    return verdicts.includes("silent") ? "silent" : "refuses";
  }
  return "silent";
}

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("refuses")) return "refuses";
  return verdicts.includes("admits") ? "admits" : "silent";
}
