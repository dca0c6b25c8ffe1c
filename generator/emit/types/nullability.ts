import type { Api } from "../../model/api.js";
import { perDefinition, type OfDefinition } from "../../model/memos.js";
import type { Keyword, Schema } from "../../model/schema.js";
import { Query } from "../../tracking/query.js";

/** What a schema says of `null`; "silent" where it takes it only because it names no type. */
type Verdict = "refuses" | "admits" | "silent";

/** What each definition says of `null`. */
export const nullVerdict = new Query<Api, Verdict>("null-verdict", (api) =>
  perDefinition<Verdict>(api, "refuses", verdictOf),
);

/** True where `null` is valid under all of the keywords, and one of them names it. */
export function keywordsAdmitNull(
  keywords: readonly Keyword[],
  api: Api,
): boolean {
  const ofTarget = (id: string): Verdict => nullVerdict.of(api, id);
  return verdictOfKeywords(keywords, ofTarget) === "admits";
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
    : verdictOfKeywords(schema.keywords, ofTarget);
}

function verdictOfKeywords(
  keywords: readonly Keyword[],
  ofTarget: OfDefinition<Verdict>,
): Verdict {
  return all(keywords.map((keyword) => verdictOfKeyword(keyword, ofTarget)));
}

function verdictOfKeyword(
  keyword: Keyword,
  ofTarget: OfDefinition<Verdict>,
): Verdict {
  const inner = (schema: Schema): Verdict => verdictOf(schema, ofTarget);
  if (keyword.kind === "type") {
    return keyword.types.includes("null") ? "admits" : "refuses";
  }
  if (keyword.kind === "const")
    return keyword.value === null ? "admits" : "refuses";
  if (keyword.kind === "enum") {
    return keyword.values.includes(null) ? "admits" : "refuses";
  }
  if (keyword.kind === "allOf") return all(keyword.schemas.map(inner));
  if (keyword.kind === "reference") return ofTarget(keyword.target);
  if (keyword.kind === "anyOf" || keyword.kind === "oneOf") {
    const verdicts = keyword.schemas.map(inner);
    if (verdicts.includes("admits")) return "admits";
    return verdicts.includes("silent") ? "silent" : "refuses";
  }
  return "silent";
}

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("refuses")) return "refuses";
  return verdicts.includes("admits") ? "admits" : "silent";
}
