import { ownKeywords } from "../../../model/matches.js";
import { isOpenEnum } from "../../../model/find-views.js";
import type { JsonValue } from "../../../model/json.js";
import { applicableKeywords } from "../../../model/applicable-keywords.js";
import { boundText } from "../../../model/exact-integer.js";
import { besideNull, nonNullPart } from "../../../model/or-null.js";
import type { Keyword, KeywordByKind, Schema } from "../../../model/schema.js";
import { countText } from "../../test-words.js";
import { code, joinWords, say, type Words } from "../text/words.js";
import {
  definitionSchema,
  leafOf,
  type DescribeContext,
} from "./describe-context.js";
import type { Fact } from "./fact.js";
import { predicateWords } from "./predicate-words.js";
import { keywordSet, type KeywordSet } from "./keywords-by-kind.js";
import { typeWords } from "./type-words.js";
import { valueWords } from "./value-words.js";

/** Longer lists of values are cut, with their number. */
const maximumValues = 100;

/** What a schema says of a value by itself: constraints, default, examples. Members are not among it. */
export function factsOf(
  schema: Schema,
  context: DescribeContext,
): readonly Fact[] {
  const facts = [
    ...memoryFacts(schema, context),
    ...constraintFacts(schema, context, 0),
  ];
  const annotated = annotationsOf(schema, context);
  const value = annotated.default;
  if (value !== undefined)
    facts.push({ label: "Default", words: say`${valueWords(value)}` });
  const examples = (annotated.examples ?? []).filter(isShort).slice(0, 3);
  if (examples.length > 0) {
    facts.push({
      label: examples.length > 1 ? "Examples" : "Example",
      words: joinWords(examples.map(valueWords), ", "),
    });
  }
  const url = annotated.externalDocs;
  if (url !== undefined) {
    facts.push({
      label: "See also",
      words: [
        {
          kind: "link",
          text: url.description ?? url.url,
          target: { kind: "web", url: url.url },
        },
      ],
    });
  }
  return facts;
}

/** What values are in code, where that is not what they are on the wire. */
function memoryFacts(
  schema: Schema,
  context: DescribeContext,
): readonly Fact[] {
  const leaf = leafOf(schema, context);
  if (leaf === undefined) return [];
  const { type, subject } = leaf;
  if (typeof type === "object") return [fact("In code", [code(type.type)])];
  const words = [code(type === "brand" ? subject : type)];
  return [
    fact(
      "In code",
      type === "brand" ? say`a type of its own, ${words}` : words,
    ),
  ];
}

/** The annotations of a schema; those that it lacks come from the schema that it refers to. */
export function annotationsOf(
  schema: Schema,
  context: DescribeContext,
): Schema["annotations"] {
  let annotations = schema.annotations;
  let at: Schema | undefined = schema;
  for (let step = 0; step < 8 && at !== undefined; step++) {
    const part: Schema = nonNullPart(at);
    const target: string | undefined =
      part.kind === "ref" ? part.target : keywordSet(part).reference?.target;
    at = target === undefined ? undefined : definitionSchema(context, target);
    if (at !== undefined) annotations = { ...at.annotations, ...annotations };
  }
  return annotations;
}

function constraintFacts(
  schema: Schema,
  context: DescribeContext,
  depth: number,
): Fact[] {
  const keywords = keywordSet(schema);
  const facts: Fact[] = [];
  for (const keyword of applicableKeywords(ownKeywords(schema))) {
    const find = factFinders[keyword.kind] as FactFinder<Keyword>;
    for (const added of find(keyword, keywords, context, depth))
      facts.push(added);
  }
  return facts;
}

type FactFinder<R> = (
  keyword: R,
  keywords: KeywordSet,
  context: DescribeContext,
  depth: number,
) => readonly Fact[];

const none = (): readonly Fact[] => [];

const factFinders: {
  readonly [K in Keyword["kind"]]: FactFinder<KeywordByKind[K]>;
} = {
  type: none,
  const: (keyword) => [fact("Always", valueWords(keyword.value))],
  enum: (keyword, keywords, context) => {
    // That null is allowed is a word of the type.
    const saysNull = keywords.type?.types.includes("null") === true;
    const values = saysNull
      ? keyword.values.filter((value) => value !== null)
      : keyword.values;
    if (values.length === 0) return [];
    const shown = values.slice(0, maximumValues).map(valueWords);
    const rest = values.length - shown.length;
    const words = joinWords(shown, ", ");
    const isOpen = isOpenEnum(keyword);
    const label =
      isOpen && context.view === "response"
        ? "Known values"
        : values.length === 1 && !saysNull
          ? "Always"
          : "Possible values";
    const list = rest > 0 ? say`${words} and ${rest} more` : words;
    return [{ label, words: list, ...(isOpen ? { isOpen } : {}) }];
  },
  minimum: (keyword, keywords) => [
    fact(
      "Range",
      keywords.maximum === undefined
        ? say`at least ${bound(keyword)}`
        : say`${bound(keyword)} to ${bound(keywords.maximum)}`,
    ),
  ],
  maximum: (keyword, keywords) =>
    keywords.minimum === undefined
      ? [fact("Range", say`at most ${bound(keyword)}`)]
      : [],
  exclusiveMinimum: (keyword) => [
    fact("Range", say`greater than ${bound(keyword)}`),
  ],
  exclusiveMaximum: (keyword) => [
    fact("Range", say`less than ${bound(keyword)}`),
  ],
  multipleOf: (keyword) => [fact("Multiple of", number(keyword.value))],
  minLength: (keyword, keywords) =>
    bounds("Length", keyword.value, keywords.maxLength?.value, "character"),
  maxLength: (keyword, keywords) =>
    keywords.minLength === undefined
      ? bounds("Length", undefined, keyword.value, "character")
      : [],
  pattern: (keyword) => [fact("Pattern", [code(keyword.pattern)])],
  // The type says it.
  format: none,
  content: (keyword) => {
    const parts = [
      ...(keyword.mediaType === undefined ? [] : [[code(keyword.mediaType)]]),
      ...(keyword.encoding === undefined ? [] : [say`in ${keyword.encoding}`]),
    ];
    return parts.length === 0 ? [] : [fact("Content", joinWords(parts, " "))];
  },
  binary: none,
  minItems: (keyword, keywords) =>
    bounds("Items", keyword.value, keywords.maxItems?.value, "item"),
  maxItems: (keyword, keywords) =>
    keywords.minItems === undefined
      ? bounds("Items", undefined, keyword.value, "item")
      : [],
  uniqueItems: () => [fact("Unique", say`no two items are equal`)],
  items: (keyword, _keywords, context, depth) => [
    ...keyword.prefix.map((schema, index) =>
      fact(`Item ${index + 1}`, typeWords(schema, context)),
    ),
    ...(keyword.rest === undefined || depth > 1
      ? []
      : constraintFacts(keyword.rest, context, depth + 1).map((each) => ({
          ...each,
          label: `Each item: ${each.label.toLowerCase()}`,
        }))),
  ],
  contains: (keyword, _keywords, context) => [
    fact(
      "Contains",
      say`${countText(keyword.min, keyword.max, "item")} that ${predicateWords(keyword.schema, context)}`,
    ),
  ],
  minProperties: (keyword, keywords) =>
    bounds("Fields", keyword.value, keywords.maxProperties?.value, "field"),
  maxProperties: (keyword, keywords) =>
    keywords.minProperties === undefined
      ? bounds("Fields", undefined, keyword.value, "field")
      : [],
  required: none,
  properties: none,
  propertyNames: (keyword, _keywords, context) => [
    fact("Names", say`each name ${predicateWords(keyword.schema, context)}`),
  ],
  dependentRequired: none,
  dependentSchemas: none,
  reference: (keyword, _keywords, context, depth) => {
    const target = definitionSchema(context, keyword.target);
    if (target === undefined || depth > 3 || isComposite(target)) return [];
    return constraintFacts(target, context, depth + 1);
  },
  allOf: (keyword, _keywords, context, depth) =>
    depth > 3
      ? []
      : keyword.schemas
          .filter((part) => !isComposite(part))
          .flatMap((part) => constraintFacts(part, context, depth + 1)),
  anyOf: besideNullFacts,
  oneOf: besideNullFacts,
  not: (keyword, _keywords, context) =>
    isComposite(keyword.schema)
      ? []
      : [
          fact(
            "Not",
            say`a value that ${predicateWords(keyword.schema, context)}`,
          ),
        ],
  conditional: none,
  unevaluatedItems: none,
  unevaluatedProperties: none,
};

function besideNullFacts(
  keyword: KeywordByKind["anyOf"] | KeywordByKind["oneOf"],
  _keywords: KeywordSet,
  context: DescribeContext,
  depth: number,
): readonly Fact[] {
  const branch = besideNull(keyword);
  return branch === undefined || depth > 3 || isComposite(branch)
    ? []
    : constraintFacts(branch, context, depth + 1);
}

/** Whether a schema describes members or alternatives, which are shown as such and not as facts. */
function isComposite(schema: Schema): boolean {
  const keywords = keywordSet(schema);
  return (
    keywords.properties !== undefined ||
    keywords.required !== undefined ||
    keywords.anyOf !== undefined ||
    keywords.oneOf !== undefined
  );
}

function fact(label: string, words: Words): Fact {
  return { label, words };
}

function bounds(
  label: string,
  min: number | undefined,
  max: number | undefined,
  unit: string,
): readonly Fact[] {
  return min === undefined && max === undefined
    ? []
    : [fact(label, say`${countText(min, max, unit)}`)];
}

function bound(keyword: Parameters<typeof boundText>[0]): Words {
  return [code(boundText(keyword))];
}

function number(value: number): Words {
  return [code(String(value))];
}

function isShort(value: JsonValue): boolean {
  return JSON.stringify(value).length <= 120;
}
