import { code, joinCode, type Code } from "../../code/code.js";
import { jsonLiteral, propertyKey } from "../../code/literals.js";
import type { Encoding, Encodings } from "../../model/api.js";
import type { JsonValue } from "../../model/json.js";
import type { Schema } from "../../model/schema.js";
import {
  resolvedKeywords,
  valueStructure,
} from "../../model/value-structure.js";
import type { EmitContext } from "../context.js";
import { runtime } from "../runtime-symbols.js";
import { isExactPlan } from "../../mapping/plan.js";
import { planOf } from "../../mapping/plan-of.js";
import { isNested, itemKey } from "./query-style.js";
import { isJson } from "./media-types.js";

/** What is known of a multipart body, or of a part that is one itself. */
interface Multipart extends Encodings {
  readonly mediaType: string;
  readonly schema?: Schema | undefined;
}

/**
 * The call that makes the parts of a multipart body, with what its Encoding Objects say.
 * @param value the expression for the body
 */
export function partWriters(
  content: Multipart,
  value: Code,
  context: EmitContext,
): Code {
  if (isList(content, context)) return listCode(content, value, context);
  const schemas = propertySchemas(content, context);
  const byProperty = new Map(
    content.encodings.map((encoding) => [
      encoding.property,
      writerCode(encoding, schemas.get(encoding.property), context),
    ]),
  );
  for (const [property, writer] of encodedText(schemas, context)) {
    if (byProperty.get(property) === undefined)
      byProperty.set(property, writer);
  }
  for (const [property, writer] of exactParts(content, context)) {
    byProperty.set(property, writer);
  }
  const members = [...byProperty].flatMap(([property, writer]) =>
    writer === undefined ? [] : [code`${propertyKey(property)}: ${writer}`],
  );
  return members.length === 0
    ? code`${runtime.multipartBody}(${content.mediaType}, ${value})`
    : code`${runtime.multipartBody}(${content.mediaType}, ${value}, { ${joinCode(members, code`, `)} })`;
}

/**
 * Whether the parts are the items of a list: where the schema says so, or, of an open schema, where Encoding
 * Objects go by position or the media type knows no names.
 */
function isList(content: Multipart, { api }: EmitContext): boolean {
  const { schema, mediaType, prefixEncodings, itemEncoding } = content;
  const shape = schema === undefined ? "open" : valueStructure(schema, api);
  if (shape !== "open") return shape === "list";
  return (
    prefixEncodings !== undefined ||
    itemEncoding !== undefined ||
    !/^multipart\/form-data\b/iu.test(mediaType)
  );
}

function listCode(content: Multipart, value: Code, context: EmitContext): Code {
  const plain = code`${runtime.part}`;
  const keywords =
    content.schema === undefined
      ? []
      : resolvedKeywords(content.schema, context.api);
  const items = keywords.find((keyword) => keyword.kind === "items");
  const prefix = (content.prefixEncodings ?? []).map(
    (encoding, index) =>
      writerCode(encoding, items?.prefix[index] ?? items?.rest, context) ??
      plainWriter(items?.prefix[index] ?? items?.rest, context) ??
      plain,
  );
  const rest =
    content.itemEncoding === undefined
      ? plainWriter(items?.rest, context)
      : writerCode(content.itemEncoding, items?.rest, context);
  const list = code`[${joinCode(prefix, code`, `)}]`;
  if (rest !== undefined) {
    return code`${runtime.multipartList}(${content.mediaType}, ${value}, ${list}, ${rest})`;
  }
  return prefix.length === 0
    ? code`${runtime.multipartList}(${content.mediaType}, ${value})`
    : code`${runtime.multipartList}(${content.mediaType}, ${value}, ${list})`;
}

/** Undefined where the value alone says how the part is written. */
function writerCode(
  { contentType, headers, serialization, parts }: Encoding,
  schema: Schema | undefined,
  context: EmitContext,
): Code | undefined {
  if (serialization !== undefined) {
    const { style, explode } = serialization;
    if (style === "deepObject") {
      if (!isNested(serialization, schema, context)) {
        return code`${runtime.partDeepObject}`;
      }
      const item = itemKey(serialization);
      return item === undefined
        ? code`${runtime.partNested}()`
        : code`${runtime.partNested}(${item})`;
    }
    if (explode) return code`${runtime.partForm}`;
    return code`${runtime.partList}(${delimiters[style] ?? ","})`;
  }
  const fixed = headers.flatMap((header): [string, JsonValue][] => {
    const value = fixedValue(header.schema, context);
    return value === undefined ? [] : [[header.name, String(value)]];
  });
  const values =
    fixed.length === 0 ? [] : [jsonLiteral(Object.fromEntries(fixed))];
  if (parts !== undefined) {
    const part = {
      ...parts,
      mediaType: contentType ?? "",
      schema: itemOf(schema, context),
    };
    const make = code`(value) => ${partWriters(part, code`value`, context)}`;
    return code`${runtime.partOf}(${joinCode([make, ...values], code`, `)})`;
  }
  if (contentType !== undefined && isDocument(schema, context))
    return code`${runtime.partText}(${joinCode([jsonLiteral(contentType), ...values], code`, `)})`;
  return contentType === undefined && fixed.length === 0
    ? undefined
    : code`${runtime.partAs}(${joinCode([jsonLiteral(contentType ?? ""), ...values], code`, `)})`;
}

/** Whether a part is a text whose content is a document, as `contentMediaType` says: it is written as it is. */
function isDocument(schema: Schema | undefined, context: EmitContext): boolean {
  const item = itemOf(schema, context);
  return (
    item !== undefined &&
    valueStructure(item, context.api) === "primitive" &&
    resolvedKeywords(item, context.api).some(
      (keyword) =>
        keyword.kind === "content" && keyword.mediaType !== undefined,
    )
  );
}

/** The schema of one part: a property that is a list is sent as one part an item. */
function itemOf(
  schema: Schema | undefined,
  { api }: EmitContext,
): Schema | undefined {
  if (schema === undefined || valueStructure(schema, api) !== "list")
    return schema;
  return resolvedKeywords(schema, api).find(
    (keyword) => keyword.kind === "items",
  )?.rest;
}

const delimiters: Readonly<Record<string, string>> = {
  spaceDelimited: " ",
  pipeDelimited: "|",
};

/** The value that a header of a part has: the constant or the default of its schema. */
function fixedValue(
  schema: Encoding["headers"][number]["schema"],
  { api }: EmitContext,
): string | number | boolean | undefined {
  const constant = resolvedKeywords(schema, api).find(
    (keyword) => keyword.kind === "const",
  );
  const value = constant?.value ?? schema.annotations.default;
  return typeof value === "object" ? undefined : value;
}

/** Strings with a `contentEncoding` are `application/octet-stream`, or what `contentMediaType` says (Encoding Object). */
function encodedText(
  schemas: ReadonlyMap<string, Schema>,
  { api }: EmitContext,
): [property: string, writer: Code][] {
  return [...schemas].flatMap(([name, schema]) => {
    const content = resolvedKeywords(schema, api).find(
      (keyword) => keyword.kind === "content",
    );
    const type = content?.mediaType ?? "application/octet-stream";
    return content?.encoding === undefined
      ? []
      : [[name, code`${runtime.partText}(${type})`] as [string, Code]];
  });
}

function propertySchemas(
  { schema }: Multipart,
  { api }: EmitContext,
): ReadonlyMap<string, Schema> {
  const keywords = schema === undefined ? [] : resolvedKeywords(schema, api);
  return new Map(
    keywords.flatMap((keyword) =>
      keyword.kind === "properties"
        ? keyword.named.map(
            (property) => [property.name, property.schema] as const,
          )
        : [],
    ),
  );
}

/** Members that are JSON with integers that a number cannot hold. */
function exactParts(
  { schema, encodings }: Multipart,
  context: EmitContext,
): [property: string, writer: Code][] {
  const isText = (member: Schema): boolean =>
    valueStructure(member, context.api) === "primitive";
  return exactMembers(schema, context, isText).flatMap((property) => {
    const encoding = encodings.find((one) => one.property === property);
    const { contentType: type = "application/json" } = encoding ?? {};
    const isWritten =
      encoding?.serialization === undefined && encoding?.parts === undefined;
    return isWritten && isJson(type)
      ? [[property, code`${runtime.exactPart}(${type})`] as [string, Code]]
      : [];
  });
}

/** What writes the items of a list that no Encoding Object speaks of. */
function plainWriter(
  item: Schema | undefined,
  context: EmitContext,
): Code | undefined {
  const plan = item === undefined ? undefined : planOf(item, context);
  return plan !== undefined &&
    plan.kind !== "leaf" &&
    isExactPlan(plan, context.mappings)
    ? code`${runtime.exactPart}("application/json")`
    : undefined;
}

/**
 * The members of a form that are written as JSON in which there may be integers that a number cannot hold. Primitives
 * and lists of primitives are not among them: their text has all digits.
 */
export function exactMembers(
  schema: Schema | undefined,
  context: EmitContext,
  isText: (member: Schema) => boolean,
): string[] {
  if (schema === undefined) return [];
  const names = resolvedKeywords(schema, context.api).flatMap((keyword) =>
    keyword.kind !== "properties"
      ? []
      : keyword.named.flatMap(({ name, schema: member }) => {
          const plan = planOf(member, context);
          const isExact =
            plan !== undefined && isExactPlan(plan, context.mappings);
          return isExact && !isText(member) ? [name] : [];
        }),
  );
  return [...new Set(names)];
}
