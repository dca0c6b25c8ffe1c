import { visible } from "../../diagnostics/shown-text.js";
import type { ModelContext } from "../model-context.js";
import { alignedTexts, enumKeywords } from "../enumeration.js";
import { readNull } from "../null-reading.js";
import { readPattern } from "../read-pattern.js";
import {
  elementsOf,
  entries,
  isObjectSource,
  member,
  objectMember,
  stringMember,
  type ObjectSource,
  type Source,
} from "../source.js";
import { draftOf } from "../drafts.js";
import { checkIgnoredWith } from "./check-ignored-with.js";
import { checkNull } from "./check-null.js";
import type { JsonValue } from "../json.js";
import { longestText } from "../read-pattern.js";

/** A Schema Object beyond the types of its keywords. */
export function checkSchemaObject(
  source: ObjectSource,
  context: ModelContext,
): void {
  const pattern = stringMember(source, "pattern");
  if (pattern !== undefined) {
    readPattern(
      pattern,
      member(source, "pattern") as Source,
      "value",
      context,
      longestText(source),
    );
  }
  const { draft } = context.resources.at(source);
  if (draft === undefined) {
    if (context.version === "3.0") checkOld(source, context);
    else checkNew(source, context);
    checkItems(source, context);
  }
  checkDialect(source, "$schema", context);
  checkNull(source, context);
  checkEnum(source, context);
  checkListedTypes(source, context);
  checkBounds(source, context);
  checkDiscriminator(source, context);
  const properties = objectMember(source, "properties");
  if (properties === undefined) return;
  const names = Object.keys(properties.value);
  for (const [, property] of entries(properties)) {
    if (
      isObjectSource(property) &&
      Object.hasOwn(property.value, "x-ignored-with")
    ) {
      checkIgnoredWith(property, names, context);
    }
  }
}

/** What 3.0 writes in another way than JSON Schema. */
function checkOld(source: ObjectSource, context: ModelContext): void {
  const type = member(source, "type");
  const { reporter } = context;
  if (type !== undefined && Array.isArray(type.value)) {
    reporter.add(
      "field-of-newer-version",
      type,
      "A list of types is known since OpenAPI 3.1; this description says 3.0, and it is read as there.",
      'Write one type, with nullable: true in place of "null", or oneOf.',
    );
  } else if (type?.value === "null") {
    reporter.add(
      "field-of-newer-version",
      type,
      'The type "null" is known since OpenAPI 3.1; this description says 3.0, and it is read as there.',
      "Write nullable: true beside the type of the other values.",
    );
  }
  for (const keyword of ["exclusiveMinimum", "exclusiveMaximum"]) {
    const bound = member(source, keyword);
    if (typeof bound?.value !== "number") continue;
    reporter.add(
      "field-of-newer-version",
      bound,
      `"${keyword}" is a number since OpenAPI 3.1; in 3.0 it is true or false; the number is read as there.`,
      `Write ${keyword === "exclusiveMinimum" ? "minimum" : "maximum"}: ${bound.value} with ${keyword}: true.`,
    );
  }
  if (type?.value === "array" && !Object.hasOwn(source.value, "items")) {
    reporter.add(
      "items-missing",
      source,
      'OpenAPI 3.0 requires "items" beside "type: array"; any items are taken.',
      'Add "items".',
    );
  }
}

/** What 3.1 no longer knows in the form that 3.0 had. */
function checkNew(source: ObjectSource, context: ModelContext): void {
  for (const keyword of ["exclusiveMinimum", "exclusiveMaximum"]) {
    const bound = member(source, keyword);
    if (typeof bound?.value !== "boolean") continue;
    const plain = keyword === "exclusiveMinimum" ? "minimum" : "maximum";
    context.reporter.add(
      "boolean-bound",
      bound,
      `"${keyword}" is a number since OpenAPI 3.1; true and false are read as 3.0 means them.`,
      bound.value
        ? `Write the value of "${plain}" here, and remove "${plain}".`
        : "Remove it.",
    );
  }
  if (Object.hasOwn(source.value, "if")) return;
  for (const keyword of ["then", "else"]) {
    if (!Object.hasOwn(source.value, keyword)) continue;
    context.reporter.add(
      "keyword-alone",
      { ...(member(source, keyword) as Source), at: "key" },
      `"${keyword}" has no effect without "if".`,
      'Add "if", or remove it.',
    );
  }
}

/** A list under `items`, which is of drafts before 2020-12, and `additionalItems`, which counts beside one alone. */
function checkItems(source: ObjectSource, context: ModelContext): void {
  const items = member(source, "items");
  const additional = member(source, "additionalItems");
  if (items !== undefined && Array.isArray(items.value)) {
    context.reporter.add(
      "keyword-legacy",
      items,
      'A list under "items" is of an earlier draft of JSON Schema; it is read as "prefixItems", and "additionalItems" beside it as "items".',
      'Write "prefixItems" and "items", or name the draft with "$schema".',
    );
  } else if (additional !== undefined) {
    context.reporter.add(
      "keyword-alone",
      { ...additional, at: "key" },
      '"additionalItems" has no effect without a list under "items".',
      "Remove it.",
    );
  }
}

function checkEnum(source: ObjectSource, context: ModelContext): void {
  const list = member(source, "enum");
  if (list === undefined || !Array.isArray(list.value)) return;
  const values: readonly JsonValue[] = list.value;
  if (values.length === 0) {
    context.reporter.add(
      "enum-empty",
      list,
      "The enum has no values, so that nothing is valid.",
      'Add the values, or remove "enum".',
    );
  }
  checkEnumNames(source, values, context);
  const texts = values.filter((value) => typeof value !== "object");
  if (new Set(texts).size < texts.length) {
    context.reporter.add(
      "enum-value-twice",
      list,
      "The enum holds a value twice; it counts once.",
      "Remove one of the two.",
    );
  }
}

/** Reports the first constant or value of an enum that the type beside it excludes; `nullable` lets null through. */
function checkListedTypes(source: ObjectSource, context: ModelContext): void {
  const written = member(source, "type")?.value;
  const types: readonly unknown[] = Array.isArray(written)
    ? written
    : [written];
  if (!types.every((type) => typeof type === "string")) return;
  const { inType, asBranch } = readNull(source, context);
  const takesNull = inType || asBranch || types.includes("null");
  const constant = member(source, "const");
  const odd = [
    ...(constant === undefined ? [] : [constant]),
    ...elementsOf(source, "enum"),
  ].find(({ value }) =>
    value === null
      ? !takesNull
      : !types.some((type) => isOfType(value as JsonValue, type)),
  );
  if (odd === undefined) return;
  const named = types.map((type) => `"${visible(type)}"`).join(" or ");
  context.reporter.add(
    "enum-of-other-type",
    odd,
    `${odd === constant ? "The constant" : "A value of the enum"} is not of the type ${named} beside it; nothing can match it.`,
    odd.value === null
      ? 'Let "type" take null as well, or remove the value; quote the text "null".'
      : "Correct the value or the type; quote a value that YAML reads as something other than text.",
  );
}

/** What names or describes the values of an enum. */
function checkEnumNames(
  source: ObjectSource,
  values: readonly JsonValue[],
  context: ModelContext,
): void {
  for (const keyword of enumKeywords) {
    const given = member(source, keyword);
    if (given === undefined) continue;
    const texts = alignedTexts(given.value, values);
    if (texts?.some((text) => text !== undefined) === true) continue;
    context.reporter.add(
      "enum-names-mismatch",
      given,
      `"${keyword}" is ignored: it must have one text for each of the ${values.length} values of the enum.`,
      "Write a list in the order of the enum, or a map from values to texts.",
    );
  }
}

function isOfType(value: JsonValue, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") {
    return typeof value === "object" && !Array.isArray(value);
  }
  return typeof value === type;
}

const pairs = [
  ["minimum", "maximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
  ["minContains", "maxContains"],
] as const;

function checkBounds(source: ObjectSource, context: ModelContext): void {
  for (const [low, high] of pairs) {
    const least = member(source, low)?.value;
    const most = member(source, high)?.value;
    if (typeof least !== "number" || typeof most !== "number") continue;
    if (least <= most) continue;
    context.reporter.add(
      "bounds-crossed",
      member(source, low) as Source,
      `"${low}" is ${least} and "${high}" is ${most}; nothing can satisfy both.`,
      "Correct one of the two.",
    );
  }
}

function checkDiscriminator(source: ObjectSource, context: ModelContext): void {
  const discriminator = objectMember(source, "discriminator");
  if (discriminator === undefined) return;
  const type = stringMember(source, "type");
  if (type === undefined || type === "object") return;
  context.reporter.add(
    "discriminator-of-no-object",
    discriminator,
    `A discriminator picks among objects; the type beside it is "${type}".`,
    "Remove the discriminator.",
  );
}

const current =
  /^https?:\/\/(?:json-schema\.org\/draft\/2020-12\/schema#?|spec\.openapis\.org\/oas\/3\.\d+\/(?:dialect|schema)\/.*)$/u;

/** The dialect that a schema or a document names: one that is known, or whose metaschema is at hand. */
export function checkDialect(
  source: ObjectSource,
  field: "$schema" | "jsonSchemaDialect",
  context: ModelContext,
): void {
  const dialect = stringMember(source, field);
  if (dialect === undefined || current.test(dialect)) return;
  if (draftOf(dialect) !== undefined) return;
  if (context.resources.byUri(dialect) !== undefined) return;
  context.reporter.add(
    "dialect-unknown",
    member(source, field) as Source,
    `The dialect "${visible(dialect)}" is not known; it is read as JSON Schema 2020-12.`,
    `Remove "${field}", or give its metaschema as a resource.`,
  );
}
