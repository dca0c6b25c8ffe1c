import type { JsonValue } from "../../../model/json.js";
import { nonNullPart } from "../../../model/or-null.js";
import type { DefinitionId, JsonType, Schema } from "../../../model/schema.js";
import {
  enumerate,
  joinWords,
  link,
  say,
  wordsText,
  type Words,
} from "../text/words.js";
import {
  definitionSchema,
  linkedShape,
  schemaLink,
  shapePage,
  shapeTitle,
  type DescribeContext,
} from "./describe-context.js";
import { keywordSet, type KeywordSet } from "./keywords-by-kind.js";

/** A union of more alternatives says how many there are. */
export const maximumAlternatives = 6;
const maximumDepth = 4;

/** What sort of value a schema asks for, in a few words: `string (uri) or null`, `array of Pet`. */
export function typeWords(
  schema: Schema,
  context: DescribeContext,
  depth = 0,
): Words {
  if (schema.kind === "any") return say`any value`;
  if (schema.kind === "never") return say`no value`;
  if (schema.kind === "ref") return namedWords(schema.target, context, depth);
  const keywords = keywordSet(schema);
  if (keywords.binary !== undefined) return say`binary`;
  const shape = linkedShape(schema, context);
  if (shape !== undefined) {
    const page = { kind: "page", page: shapePage(shape) } as const;
    const name = link(shapeTitle(schema), page);
    const isNullable = keywords.type?.types.includes("null") === true;
    return isNullable ? say`${name} or null` : [name];
  }
  const alternatives = typesOf(keywords).map((type) =>
    singleType(type, keywords, context, depth),
  );
  if (alternatives.length > 0) return enumerate(alternatives, "or");
  return composedWords(keywords, context, depth);
}

/** The JSON types that a schema allows by itself, found in `type`, or in `const` and `enum`. */
export function typesOf(keywords: KeywordSet): readonly JsonType[] {
  if (keywords.type !== undefined) return keywords.type.types;
  if (keywords.const !== undefined) return [jsonType(keywords.const.value)];
  if (keywords.enum !== undefined)
    return [...new Set(keywords.enum.values.map(jsonType))];
  return [];
}

function singleType(
  type: JsonType,
  keywords: KeywordSet,
  context: DescribeContext,
  depth: number,
): Words {
  if (type === "array") return arrayWords(keywords, context, depth);
  if (type === "object") return objectWords(keywords, context, depth);
  const { format } = keywords;
  const isFormatted =
    format !== undefined && type !== "null" && type !== "boolean";
  return isFormatted ? say`${type} (${format.format})` : say`${type}`;
}

/**
 * A named schema: its link, with the type of its values before it where those are scalars, and "or null" where it
 * allows that. Within other types it is the link alone.
 */
function namedWords(
  id: DefinitionId,
  context: DescribeContext,
  depth: number,
): Words {
  const name = schemaLink(context, id);
  if (depth > 0) return [name];
  const schema = endOfChain(id, context);
  if (schema?.kind !== "keywords") return [name];
  if (areScalar(schema)) return say`${typeWords(schema, context, 1)}, ${name}`;
  const isNullable =
    typesOf(keywordSet(schema)).includes("null") ||
    nonNullPart(schema) !== schema;
  return isNullable ? say`${name} or null` : [name];
}

/** True for a named schema whose values are strings, numbers, booleans or null. */
export function isNamedScalar(
  id: DefinitionId,
  context: DescribeContext,
): boolean {
  const schema = endOfChain(id, context);
  return schema !== undefined && areScalar(schema);
}

function endOfChain(
  id: DefinitionId,
  context: DescribeContext,
): Schema | undefined {
  let schema = definitionSchema(context, id);
  for (let step = 0; step < 8 && schema?.kind === "ref"; step++)
    schema = definitionSchema(context, schema.target);
  return schema;
}

function areScalar(schema: Schema): boolean {
  const types = typesOf(keywordSet(schema));
  return types.length > 0 && types.every((type) => isScalar.has(type));
}

const isScalar: ReadonlySet<JsonType> = new Set([
  "string",
  "number",
  "integer",
  "boolean",
  "null",
]);

function arrayWords(
  keywords: KeywordSet,
  context: DescribeContext,
  depth: number,
): Words {
  const items = keywords.items;
  if (items === undefined || depth >= maximumDepth) return say`array`;
  if (items.prefix.length > 0) return say`tuple of ${items.prefix.length}`;
  if (items.rest === undefined || items.rest.kind === "any") return say`array`;
  return say`array of ${grouped(items.rest, context, depth + 1)}`;
}

function objectWords(
  keywords: KeywordSet,
  context: DescribeContext,
  depth: number,
): Words {
  const combined = [...(keywords.allOf?.schemas ?? [])].filter(isReference);
  if (combined.length > 0 && depth < maximumDepth && !hasMembers(keywords)) {
    return joinWords(
      combined.map((schema) => typeWords(schema, context, depth + 1)),
      " & ",
    );
  }
  const properties = keywords.properties;
  if (
    properties === undefined ||
    properties.named.length > 0 ||
    depth >= maximumDepth
  )
    return say`object`;
  const values = properties.patterns[0]?.schema ?? properties.additional;
  if (values === undefined || values.kind === "any") return say`object`;
  if (values.kind === "never") return say`empty object`;
  return say`map of ${grouped(values, context, depth + 1)}`;
}

function composedWords(
  keywords: KeywordSet,
  context: DescribeContext,
  depth: number,
): Words {
  if (depth >= maximumDepth) return say`value`;
  const base =
    keywords.reference === undefined
      ? []
      : [[schemaLink(context, keywords.reference.target)]];
  const parts = (keywords.allOf?.schemas ?? [])
    .filter((part) => part.kind === "ref" || isTyped(part))
    .map((part) => grouped(part, context, depth + 1));
  const choice = keywords.oneOf?.schemas ?? keywords.anyOf?.schemas ?? [];
  const alternatives = choice.filter(
    (branch) => branch.kind === "ref" || isTyped(branch),
  );
  if (alternatives.length > maximumAlternatives) {
    parts.push(say`one of ${alternatives.length} shapes`);
  } else if (alternatives.length > 0) {
    const named = alternatives.map((branch) =>
      typeWords(branch, context, depth + 1),
    );
    const isNullSaid = named.some((words) => endsInNull.test(wordsText(words)));
    parts.push(
      enumerate(
        isNullSaid ? named.filter((words) => !isNullWord(words)) : named,
        "or",
      ),
    );
  }
  const all = [...base, ...parts];
  if (all.length > 0) return joinWords(all, " & ");
  if (keywords.properties !== undefined || keywords.required !== undefined)
    return say`object`;
  if (keywords.items !== undefined) return arrayWords(keywords, context, depth);
  if (keywords.format !== undefined) return say`${keywords.format.format}`;
  if (keywords.pattern ?? keywords.minLength ?? keywords.maxLength)
    return say`string`;
  if (keywords.minimum ?? keywords.maximum ?? keywords.multipleOf)
    return say`number`;
  return say`any value`;
}

const endsInNull = / or null$/;

function isNullWord(words: Words): boolean {
  return wordsText(words) === "null";
}

/** Parentheses where the words would else be read apart. */
function grouped(
  schema: Schema,
  context: DescribeContext,
  depth: number,
): Words {
  const words = typeWords(schema, context, depth);
  return words.some((word) => / or | & |, /.test(word.text)) && depth > 0
    ? say`(${words})`
    : words;
}

function isReference(schema: Schema): boolean {
  return schema.kind === "ref";
}

function hasMembers(keywords: KeywordSet): boolean {
  return (keywords.properties?.named.length ?? 0) > 0;
}

function isTyped(schema: Schema): boolean {
  if (schema.kind !== "keywords") return false;
  const keywords = keywordSet(schema);
  return (
    typesOf(keywords).length > 0 ||
    keywords.binary !== undefined ||
    [keywords.reference, keywords.allOf, keywords.oneOf, keywords.anyOf].some(
      (keyword) => keyword !== undefined,
    ) ||
    keywords.properties !== undefined ||
    keywords.items !== undefined
  );
}

/** The JSON type of a value; a whole number is an integer. */
export function jsonType(value: JsonValue): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number")
    return Number.isInteger(value) ? "integer" : "number";
  return typeof value as "boolean" | "string" | "object";
}
