import type { Api } from "../../model/api.js";
import type { Rule, Schema } from "../../model/schema.js";

/** What a schema says of `null`; "silent" where it takes it only because it names no type. */
type Verdict = "refuses" | "admits" | "silent";

/** Schemas nested deeper in references are not looked into. */
const deepest = 8;

/** True where `null` is valid under all of the rules, and one of them names it. */
export function rulesAdmitNull(
  rules: readonly Rule[],
  api: Pick<Api, "definitions">,
): boolean {
  return verdictOfRules(rules, api, 0) === "admits";
}

/** True where `null` is valid under a schema that names it. */
export function admitsNull(
  schema: Schema,
  api: Pick<Api, "definitions">,
): boolean {
  return verdictOf(schema, api, 0) === "admits";
}

function verdictOf(
  schema: Schema,
  api: Pick<Api, "definitions">,
  depth: number,
): Verdict {
  if (schema.kind === "any") return "silent";
  if (schema.kind === "never" || depth > deepest) return "refuses";
  if (schema.kind === "rules") return verdictOfRules(schema.rules, api, depth);
  const target = api.definitions[schema.target];
  return target === undefined
    ? "refuses"
    : verdictOf(target.schema, api, depth + 1);
}

function verdictOfRules(
  rules: readonly Rule[],
  api: Pick<Api, "definitions">,
  depth: number,
): Verdict {
  return all(rules.map((rule) => verdictOfRule(rule, api, depth)));
}

function verdictOfRule(
  rule: Rule,
  api: Pick<Api, "definitions">,
  depth: number,
): Verdict {
  const inner = (schema: Schema): Verdict => verdictOf(schema, api, depth + 1);
  if (rule.kind === "type") {
    return rule.types.includes("null") ? "admits" : "refuses";
  }
  if (rule.kind === "const") return rule.value === null ? "admits" : "refuses";
  if (rule.kind === "enum") {
    return rule.values.includes(null) ? "admits" : "refuses";
  }
  if (rule.kind === "allOf") return all(rule.schemas.map(inner));
  if (rule.kind === "reference") {
    const { target } = rule;
    return inner({ kind: "ref", target, pointer: "", annotations: {} });
  }
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
