import { exactInteger } from "./exact-integer.js";
import { isJsonObject, type JsonValue } from "./json.js";
import { longestText, readPattern } from "./read-pattern.js";
import type { JsonType, Keyword, TypeKeyword } from "./schema.js";
import type { KeywordMaker, SchemaSite } from "./schema-site.js";
import { assertsFormats } from "./vocabularies.js";
import {
  booleanMember,
  isObjectSource,
  member,
  stringListMember,
  stringMember,
} from "./source.js";

/** The keyword of one type alone: nearly every schema has one of these, so that they share them. */
export const ofOneType: { readonly [T in JsonType]: TypeKeyword } = {
  null: { kind: "type", types: ["null"] },
  boolean: { kind: "type", types: ["boolean"] },
  integer: { kind: "type", types: ["integer"] },
  number: { kind: "type", types: ["number"] },
  string: { kind: "type", types: ["string"] },
  array: { kind: "type", types: ["array"] },
  object: { kind: "type", types: ["object"] },
};

function isJsonType(value: unknown): value is JsonType {
  return typeof value === "string" && Object.hasOwn(ofOneType, value);
}

function numberMember(site: SchemaSite, keyword: string): number | undefined {
  const value = member(site.source, keyword)?.value;
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : undefined;
}

function countMember(site: SchemaSite, keyword: string): number | undefined {
  const value = numberMember(site, keyword);
  return value !== undefined && Number.isInteger(value) && value >= 0
    ? value
    : undefined;
}

/** Reads a keyword whose value is a number. */
function numberKeyword<
  K extends
    | "minimum"
    | "maximum"
    | "exclusiveMinimum"
    | "exclusiveMaximum"
    | "minLength"
    | "maxLength"
    | "minItems"
    | "maxItems"
    | "minProperties"
    | "maxProperties",
>(kind: K, read: typeof numberMember): KeywordMaker {
  return (site) => {
    const value = read(site, kind);
    return value === undefined
      ? undefined
      : ({ kind, value, ...writtenDigits(site, kind) } as Keyword);
  };
}

/** The digits of a bound that a number cannot hold exactly. */
function writtenDigits(
  site: SchemaSite,
  keyword: string,
): { readonly written?: string } {
  const source = member(site.source, keyword);
  const written = source && exactInteger(source, site.context.description);
  return written === undefined ? {} : { written };
}

/** Validation §6.1.1, with the `null` of OpenAPI's `nullable`. */
export const typeKeyword: KeywordMaker = (site) => {
  const written = member(site.source, "type")?.value;
  const types = new Set(
    (Array.isArray(written) ? written : [written]).filter(isJsonType),
  );
  if (types.size === 0) return undefined;
  if (site.takesNull.inType) types.add("null");
  if (types.has("number")) types.delete("integer");
  const [first] = types;
  return first !== undefined && types.size === 1
    ? ofOneType[first]
    : { kind: "type", types: [...types] };
};

/** Validation §6.1.3. */
export const constKeyword: KeywordMaker = (site) => {
  const value = member(site.source, "const");
  return value === undefined
    ? undefined
    : { kind: "const", value: value.value };
};

/** Validation §6.1.2: each value once, in the order of the description. */
export const enumKeyword: KeywordMaker = (site) => {
  const values = member(site.source, "enum")?.value;
  if (!Array.isArray(values) || values.length === 0) return undefined;
  const distinct = new Map<string, JsonValue>();
  for (const value of values as readonly JsonValue[]) {
    const key = canonicalText(value);
    if (!distinct.has(key)) distinct.set(key, value);
  }
  if (site.takesNull.inEnum) distinct.set("null", null);
  return {
    kind: "enum",
    values: [...distinct.values()],
    ...(site.context.enums === "closed" ? { isClosed: true } : {}),
  };
};

/** Equal for values that are equal as JSON: the order of members does not matter. */
export function canonicalText(value: JsonValue): string {
  return JSON.stringify(value, (_key, inner: JsonValue) =>
    isJsonObject(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

/** Validation §6.2.4; under 3.0's `exclusiveMinimum: true` `minimum` is the value of that keyword. */
export const minimumKeyword: KeywordMaker = (site) =>
  isExclusive(site, "exclusiveMinimum")
    ? undefined
    : numberKeyword("minimum", numberMember)(site);

/** Validation §6.2.2; under 3.0's `exclusiveMaximum: true` `maximum` is the value of that keyword. */
export const maximumKeyword: KeywordMaker = (site) =>
  isExclusive(site, "exclusiveMaximum")
    ? undefined
    : numberKeyword("maximum", numberMember)(site);

/** Validation §6.2.5, or OpenAPI 3.0's boolean beside `minimum`. */
export const exclusiveMinimumKeyword: KeywordMaker = (site) => {
  const keyword = isExclusive(site, "exclusiveMinimum")
    ? "minimum"
    : "exclusiveMinimum";
  const value = numberMember(site, keyword);
  return value === undefined
    ? undefined
    : { kind: "exclusiveMinimum", value, ...writtenDigits(site, keyword) };
};

/** Validation §6.2.3, or OpenAPI 3.0's boolean beside `maximum`. */
export const exclusiveMaximumKeyword: KeywordMaker = (site) => {
  const keyword = isExclusive(site, "exclusiveMaximum")
    ? "maximum"
    : "exclusiveMaximum";
  const value = numberMember(site, keyword);
  return value === undefined
    ? undefined
    : { kind: "exclusiveMaximum", value, ...writtenDigits(site, keyword) };
};

/** 3.0's form of an exclusive bound; where a later version writes it, that has been reported. */
function isExclusive(site: SchemaSite, keyword: string): boolean {
  return booleanMember(site.source, keyword) === true;
}

/** Validation §6.2.1. */
export const multipleOfKeyword: KeywordMaker = (site) => {
  const value = numberMember(site, "multipleOf");
  return value === undefined || value <= 0
    ? undefined
    : { kind: "multipleOf", value };
};

export const minLengthKeyword = numberKeyword("minLength", countMember);
export const maxLengthKeyword = numberKeyword("maxLength", countMember);
export const minItemsKeyword = numberKeyword("minItems", countMember);
export const maxItemsKeyword = numberKeyword("maxItems", countMember);
export const minPropertiesKeyword = numberKeyword("minProperties", countMember);
export const maxPropertiesKeyword = numberKeyword("maxProperties", countMember);

/** Validation §6.3.3. */
export const patternKeyword: KeywordMaker = (site) => {
  const source = member(site.source, "pattern");
  if (source === undefined || typeof source.value !== "string") {
    return undefined;
  }
  const pattern = readPattern(
    source.value,
    source,
    "value",
    site.context,
    longestText(site.source),
  );
  return pattern === undefined ? undefined : { kind: "pattern", pattern };
};

/** Validation §7. */
export const formatKeyword: KeywordMaker = (site) => {
  const format = stringMember(site.source, "format");
  if (format === undefined) return undefined;
  const asserts = assertsFormats(site.resource, site.context);
  return { kind: "format", format, ...(asserts ? { asserts } : {}) };
};

/** Validation §8. */
export const contentKeyword: KeywordMaker = (site) => {
  const encoding = stringMember(site.source, "contentEncoding");
  const mediaType = stringMember(site.source, "contentMediaType");
  const schema = member(site.source, "contentSchema");
  // §8.5: without a media type nothing says how to read the text.
  if (encoding === undefined && mediaType === undefined) return undefined;
  return {
    kind: "content",
    ...(encoding === undefined ? {} : { encoding }),
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(schema === undefined || mediaType === undefined
      ? {}
      : { schema: site.within(schema) }),
  };
};

/** Validation §6.4.3. */
export const uniqueItemsKeyword: KeywordMaker = (site) =>
  booleanMember(site.source, "uniqueItems") === true
    ? { kind: "uniqueItems" }
    : undefined;

/** Validation §6.5.3. */
export const requiredKeyword: KeywordMaker = (site) => {
  const names = new Set(stringListMember(site.source, "required"));
  return names.size === 0 ? undefined : { kind: "required", names: [...names] };
};

/** Validation §6.5.4, with the lists of `dependencies`, which the 2020-12 metaschema still knows. */
export const dependentRequiredKeyword: KeywordMaker = (site) => {
  const entries: { name: string; required: string[] }[] = [];
  for (const keyword of ["dependentRequired", "dependencies"]) {
    const map = member(site.source, keyword);
    if (map === undefined || !isObjectSource(map)) continue;
    for (const name of Object.keys(map.value)) {
      const required = stringListMember(map, name);
      if (required === undefined || required.length === 0) continue;
      entries.push({ name, required: [...new Set(required)] });
    }
  }
  return entries.length === 0
    ? undefined
    : { kind: "dependentRequired", entries };
};
