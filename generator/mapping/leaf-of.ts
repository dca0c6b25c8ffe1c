import { isConverting, type MappedType } from "../config/type-mapping.js";
import type { Api } from "../model/api.js";
import type { JsonType, Keyword, Schema } from "../model/schema.js";
import { besideNull } from "../model/or-null.js";
import { resolvedKeywords } from "../model/value-structure.js";
import type { Leaf, Mappings, WireKind } from "./mappings.js";

const kindOfType: { readonly [T in Exclude<JsonType, "null">]: WireKind } = {
  boolean: "boolean",
  integer: "number",
  number: "number",
  string: "string",
  array: "object",
  object: "object",
};

/** Formats that speak of numbers (OpenAPI Format Registry); they may also be carried by strings. */
const numeric =
  /^(?:u?int(?:8|16|32|64)|double-int|float|double|decimal|decimal128)$/;

/** Formats that speak of strings alone (Validation §7.3, OpenAPI Format Registry). */
const textual =
  /^(?:date-time|date|time|duration|(?:date-time|time)-local|http-date|(?:idn-)?email|(?:idn-)?hostname|ipv[46]|[ui]ri(?:-reference)?|uri-template|uuid|(?:relative-)?json-pointer|regex|byte|base64url|binary|password|char|html|commonmark|media-range|sf-.*)$/;

/** Formats whose integers can have more digits than a double keeps. */
const beyondDoubles = /^u?int64$/;

/** The leaf that the format among the keywords of a schema makes, where it is mapped. */
export function leafOfKeywords(
  keywords: readonly Keyword[],
  { isEmpty, formats }: Pick<Mappings, "isEmpty" | "formats">,
): Leaf | undefined {
  if (isEmpty) return undefined;
  const format = keywords.find((keyword) => keyword.kind === "format")?.format;
  if (format === undefined || !Object.hasOwn(formats, format)) return undefined;
  const type = formats[format];
  return type === undefined ? undefined : leafOfFormat(format, type, keywords);
}

/**
 * The leaf that a mapped format makes of a schema: it stands for the scalar values that the format speaks of. None
 * where the schema does not say its type beside the format, or lists its values.
 */
function leafOfFormat(
  format: string,
  type: MappedType,
  keywords: readonly Keyword[],
): Leaf | undefined {
  if (keywords.some(({ kind }) => kind === "const" || kind === "enum")) {
    return undefined;
  }
  const types =
    keywords.find((keyword) => keyword.kind === "type")?.types ?? [];
  const scalars = kindsOf(types).filter((kind) => kind !== "object");
  const wire: WireKind[] = scalars.filter((kind) =>
    speaksOf(format, kind, scalars),
  );
  if (wire.length === 0) return undefined;
  return {
    subject: format,
    type,
    format,
    wire,
    others: scalars.filter((kind) => !wire.includes(kind)),
    isNullable: types.includes("null"),
    converts: isConverting(type),
    isExact: isExact(type, format, wire),
  };
}

/** The leaf that stands in place of a named schema. Digits are kept where the schema itself says the type. */
export function leafOfSchema(
  name: string,
  type: MappedType,
  schema: Schema,
  api: Pick<Api, "definitions">,
): Leaf {
  const keywords = resolvedKeywords(schema, api);
  const own = schema.kind === "keywords" ? schema.keywords : [];
  const saysType = own.some((keyword) => keyword.kind === "type");
  const types =
    keywords.find((keyword) => keyword.kind === "type")?.types ?? [];
  const format = keywords.find((keyword) => keyword.kind === "format")?.format;
  const wire = kindsOf(types);
  return {
    subject: name,
    type,
    ...(format === undefined ? {} : { format }),
    wire,
    others: [],
    isNullable:
      types.includes("null") ||
      own.some((keyword) => besideNull(keyword) !== undefined),
    converts: isConverting(type),
    isExact: saysType && isExact(type, format, wire),
  };
}

function kindsOf(types: readonly JsonType[]): WireKind[] {
  const kinds = types.flatMap((type) =>
    type === "null" ? [] : [kindOfType[type]],
  );
  return [...new Set(kinds)];
}

function speaksOf(
  format: string,
  kind: WireKind,
  all: readonly WireKind[],
): boolean {
  if (numeric.test(format)) {
    return kind === (all.includes("number") ? "number" : "string");
  }
  return textual.test(format) ? kind === "string" : true;
}

function isExact(
  type: MappedType,
  format: string | undefined,
  wire: readonly WireKind[],
): boolean {
  return (
    isConverting(type) &&
    wire.includes("number") &&
    (type === "bigint" || beyondDoubles.test(format ?? ""))
  );
}
