import type { OutputSettings } from "../../config/config.js";
import { inlineCode } from "../../code/comment.js";
import type {
  IgnoredWith,
  Property,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../model/schema.js";
import { shownBounds } from "./array-shape.js";
import type { MemberDocs } from "./shape.js";
import { applicableKeywords } from "../../model/applicable-keywords.js";
import { boundText } from "../../model/exact-integer.js";
import { ownWords } from "../own-words.js";
import { besideNull } from "../../model/or-null.js";
import { keywordOf } from "./shape-scope.js";

/** What the comment of a member says: its description, its constraints in words, and the advice about it. */
export function memberDocs(
  { name, schema, ignoredWith }: Property,
  settings: Pick<OutputSettings, "listLengths">,
): MemberDocs {
  const { deprecated } = schema.annotations;
  const only = onlyOption(schema);
  return {
    text: joinDocs([
      ownWords(schema.annotations, name) ??
        (only && ownWords(only.annotations, name)) ??
        "",
      constraintText(schema, settings),
      only === undefined ? "" : constraintText(only, settings),
      adviceText(ignoredWith ?? []),
    ]),
    deprecated: deprecated === true,
  };
}

/** What a union adds `null` to, where that is written in place: the words about it speak of the member. */
function onlyOption(schema: Schema): Schema | undefined {
  if (schema.kind !== "keywords") return undefined;
  const [only] = schema.keywords.flatMap(
    (keyword) => besideNull(keyword) ?? [],
  );
  return only?.kind === "keywords" ? only : undefined;
}

/** Puts the paragraphs of a comment together, without the empty ones. */
export function joinDocs(paragraphs: readonly string[]): string {
  return paragraphs
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .join("\n\n");
}

/** The constraints that the type itself does not show, in one sentence; empty where there are none. */
export function constraintText(
  schema: Schema,
  settings: Pick<OutputSettings, "listLengths">,
): string {
  const keywords =
    schema.kind === "keywords" ? applicableKeywords(schema.keywords) : [];
  const facts = rangeFacts(keywords, settings);
  const hasFormat = keywordOf(keywords, "format") !== undefined;
  for (const keyword of keywords) {
    if (hasFormat && isLongPattern(keyword)) continue;
    const factsOf = constraintFacts[keyword.kind] as (
      keyword: Keyword,
    ) => string[];
    for (const added of factsOf(keyword)) facts.push(added);
  }
  const { default: value } = schema.annotations;
  if (value !== undefined) {
    facts.push(`default ${inlineCode(JSON.stringify(value))}`);
  }
  const isWhole =
    keywordOf(keywords, "type")?.types.includes("integer") === true;
  if (isWhole && facts.length > 0) facts.unshift("an integer");
  const text = facts.join(", ");
  return text === "" ? "" : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** True for a pattern that nobody reads in a comment; beside a format, that says it shorter. */
function isLongPattern(keyword: Keyword): boolean {
  return keyword.kind === "pattern" && keyword.pattern.length > longestPattern;
}

const longestPattern = 60;

function adviceText(entries: readonly IgnoredWith[]): string {
  return entries
    .map(({ name, reason }) => {
      const why = reason === undefined ? "." : `: ${reason.trim()}`;
      return `Ignored while ${inlineCode(name)} is set${why}`;
    })
    .join("\n");
}

const ranges: ReadonlySet<Keyword["kind"]> = new Set([
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
]);

/** Facts that a lower and an upper bound make together. */
function rangeFacts(
  keywords: readonly Keyword[],
  settings: Pick<OutputSettings, "listLengths">,
): string[] {
  if (!keywords.some(({ kind }) => ranges.has(kind))) return [];
  const low = keywordOf(keywords, "minimum");
  const high = keywordOf(keywords, "maximum");
  const shown = shownBounds(keywords, settings);
  return [
    boundsFact(
      keywordOf(keywords, "minLength")?.value,
      keywordOf(keywords, "maxLength")?.value,
      "character",
    ),
    boundsFact(
      low === undefined ? undefined : boundText(low),
      high === undefined ? undefined : boundText(high),
    ),
    boundsFact(
      shown.least ? undefined : keywordOf(keywords, "minItems")?.value,
      shown.most ? undefined : keywordOf(keywords, "maxItems")?.value,
      "item",
    ),
    boundsFact(
      keywordOf(keywords, "minProperties")?.value,
      keywordOf(keywords, "maxProperties")?.value,
      "member",
    ),
  ].filter((fact) => fact !== "");
}

/** `at least 3 characters`, `1 to 5 items`, `exactly 4 characters`; empty where there is no bound. Nothing has less than none. */
function boundsFact(
  low: number | string | undefined,
  max: number | string | undefined,
  unit?: string,
): string {
  const min = unit !== undefined && low === 0 && max !== 0 ? undefined : low;
  const counted = (text: string, last: number | string): string =>
    unit === undefined ? text : `${text} ${unit}${last === 1 ? "" : "s"}`;
  if (min !== undefined && max !== undefined) {
    if (unit === undefined) return `from ${min} to ${max}`;
    return counted(min === max ? `exactly ${min}` : `${min} to ${max}`, max);
  }
  if (min !== undefined) return counted(`at least ${min}`, min);
  return max === undefined ? "" : counted(`at most ${max}`, max);
}

const none = (): string[] => [];

const constraintFacts: {
  readonly [K in Keyword["kind"]]: (keyword: KeywordByKind[K]) => string[];
} = {
  type: none,
  const: none,
  enum: none,
  minimum: none,
  maximum: none,
  exclusiveMinimum: (keyword) => [`more than ${boundText(keyword)}`],
  exclusiveMaximum: (keyword) => [`less than ${boundText(keyword)}`],
  multipleOf: ({ value }) => [`a multiple of ${value}`],
  minLength: none,
  maxLength: none,
  pattern: ({ pattern }) => [`matches ${inlineCode(pattern)}`],
  format: ({ format }) => [`format ${inlineCode(format)}`],
  content: ({ encoding, mediaType }) => [
    ...(encoding === undefined ? [] : [`encoded as ${inlineCode(encoding)}`]),
    ...(mediaType === undefined ? [] : [`holds ${inlineCode(mediaType)}`]),
  ],
  binary: none,
  minItems: none,
  maxItems: none,
  uniqueItems: () => ["no item twice"],
  items: none,
  contains: none,
  minProperties: none,
  maxProperties: none,
  required: none,
  properties: none,
  propertyNames: none,
  dependentRequired: none,
  dependentSchemas: none,
  reference: none,
  allOf: none,
  anyOf: none,
  oneOf: none,
  not: none,
  conditional: none,
  unevaluatedItems: none,
  unevaluatedProperties: none,
};
