import type { Api } from "../api.js";
import { ownKeywords } from "../matches.js";
import type {
  AnyOfKeyword,
  OneOfKeyword,
  Keyword,
  KeywordSchema,
  Schema,
} from "../schema.js";
import type { Report } from "./report.js";
import {
  commonTypes,
  includesType,
  typesOf,
  typesOfKeywords,
} from "../types-of.js";

/** Reports a union of which no branch can match beside the other keywords of its schema. */
export function checkMatchable(
  schema: Schema,
  union: AnyOfKeyword | OneOfKeyword,
  api: Pick<Api, "definitions">,
  report: Report,
): void {
  const others = ownKeywords(schema).filter((keyword) => keyword !== union);
  const around = typesOfKeywords(others, api);
  const canMatch = union.schemas.some((branch) => {
    const types = commonTypes(around, typesOf(branch, api));
    return types === undefined || types.size > 0;
  });
  if (canMatch) return;
  report(
    "union-unmatched",
    `${schema.pointer}/${union.kind}`,
    around === undefined
      ? `No branch of ${union.kind} can match: none of them takes any value.`
      : `No branch of ${union.kind} can match: what stands beside it takes ${listOf(around)} only, and no branch does.`,
    "Correct the type beside it, or the branches.",
  );
}

/**
 * Reports branches of a `oneOf` that can never count, because another branch takes all of their values: then two
 * match, and `oneOf` wants one. A discriminator tells branches apart whatever they take.
 */
export function checkOverlap(
  schema: Schema,
  union: OneOfKeyword,
  api: Pick<Api, "definitions">,
  report: Report,
): void {
  if (union.discriminator !== undefined) return;
  const { pointer } = schema;
  const branches = union.schemas.map((branch) => {
    const target = resolved(branch, api);
    return { target, meaning: meaningOf(target) };
  });
  const firstOf = new Map<string, number>();
  branches.forEach(({ meaning }, index) => {
    if (!firstOf.has(meaning)) firstOf.set(meaning, index);
  });
  const wide = branches.flatMap(({ target }, index) =>
    isTypeAlone(target) || target.kind === "any" ? [index] : [],
  );
  branches.forEach(({ target, meaning }, index) => {
    const first = firstOf.get(meaning) ?? index;
    const taker =
      first < index
        ? first
        : wide.find((place) => {
            const other = branches[place];
            return (
              other !== undefined &&
              other.meaning !== meaning &&
              isWider(other.target, target, api)
            );
          });
    if (taker === undefined) return;
    report(
      "union-overlap",
      `${pointer}/oneOf/${index}`,
      `Branch ${index + 1} of oneOf takes no value that branch ${taker + 1} does not take as well, so that it never matches alone.`,
      "Write anyOf, or let the branches exclude each other.",
    );
  });
}

/** True for a schema that says a type, or several, and nothing else that restricts values. */
function isTypeAlone(schema: Schema): schema is KeywordSchema {
  const [only, ...more] = schema.kind === "keywords" ? schema.keywords : [];
  return only?.kind === "type" && more.length === 0;
}

/** Whether a schema surely takes each value of another that does not say the same. */
function isWider(
  outer: Schema,
  inner: Schema,
  api: Pick<Api, "definitions">,
): boolean {
  if (outer.kind === "any") return true;
  if (inner.kind === "never" || !isTypeAlone(outer)) return false;
  const taken = new Set(
    outer.keywords.flatMap((keyword) =>
      keyword.kind === "type" ? keyword.types : [],
    ),
  );
  const types = typesOf(inner, api);
  return (
    types !== undefined &&
    types.size > 0 &&
    [...types].every((type) => includesType(taken, type))
  );
}

/** The schema that bare references lead to. */
function resolved(schema: Schema, api: Pick<Api, "definitions">): Schema {
  const seen = new Set<Schema>();
  let found = schema;
  while (found.kind === "ref" && !seen.has(found)) {
    seen.add(found);
    found = api.definitions[found.target]?.schema ?? found;
  }
  return found;
}

/** The same text for schemas that say the same in the same words: annotations and places are left out. */
function meaningOf(schema: Schema): string {
  return JSON.stringify(schema, (key, value: unknown) =>
    key === "annotations" || key === "pointer" ? undefined : value,
  );
}

function listOf(types: ReadonlySet<string>): string {
  return types.size === 0 ? "nothing" : [...types].join(" and ");
}

/** The unions among the keywords of a schema. */
export function unionsOf(
  schema: Schema,
): readonly (AnyOfKeyword | OneOfKeyword)[] {
  return ownKeywords(schema).filter(
    (keyword: Keyword): keyword is AnyOfKeyword | OneOfKeyword =>
      keyword.kind === "anyOf" || keyword.kind === "oneOf",
  );
}
