import type { Keyword, KeywordByKind } from "../../generator/model/schema.js";

type Bound =
  | "minLength"
  | "maxLength"
  | "minItems"
  | "maxItems"
  | "minProperties"
  | "maxProperties";

/** The strictest of several lower bounds. */
export function most(
  keywords: readonly Keyword[],
  kind: Bound,
  otherwise: number,
): number {
  return Math.max(otherwise, ...bounds(keywords, kind));
}

/** The strictest of several upper bounds. */
export function least(
  keywords: readonly Keyword[],
  kind: Bound,
  otherwise: number,
): number {
  return Math.min(otherwise, ...bounds(keywords, kind));
}

function bounds(keywords: readonly Keyword[], kind: Bound): number[] {
  return keywords.flatMap((keyword) =>
    keyword.kind === kind ? [(keyword as KeywordByKind[Bound]).value] : [],
  );
}
