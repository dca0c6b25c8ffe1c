import { code, joinCode, type Code } from "../../code/code.js";
import { jsonLiteral, propertyKey } from "../../code/literals.js";
import type { Encoding, MediaType } from "../../model/api.js";
import type { JsonValue } from "../../model/json.js";
import { rulesOf, valueShape } from "../../model/value-shape.js";
import type { EmitContext } from "../context.js";
import { runtime } from "./runtime-symbols.js";

/** The call that makes the parts of a multipart body, with what its Encoding Objects say. */
export function partWriters(content: MediaType, context: EmitContext): Code {
  if (isList(content, context)) return listCode(content, context);
  const byProperty = new Map(
    content.encodings.map((encoding) => [
      encoding.property,
      writerCode(encoding, context),
    ]),
  );
  for (const [property, writer] of encodedText(content, context)) {
    if (byProperty.get(property) === undefined)
      byProperty.set(property, writer);
  }
  const members = [...byProperty].flatMap(([property, writer]) =>
    writer === undefined ? [] : [code`${propertyKey(property)}: ${writer}`],
  );
  return members.length === 0
    ? code`${runtime.multipartBody}(${content.mediaType}, input.body)`
    : code`${runtime.multipartBody}(${content.mediaType}, input.body, { ${joinCode(members, code`, `)} })`;
}

/**
 * Whether the parts are the items of a list: where the schema says so, or, of an open schema, where Encoding
 * Objects go by position or the media type knows no names.
 */
function isList(content: MediaType, { api }: EmitContext): boolean {
  const { schema, mediaType, prefixEncodings, itemEncoding } = content;
  const shape = schema === undefined ? "open" : valueShape(schema, api);
  if (shape !== "open") return shape === "list";
  return (
    prefixEncodings !== undefined ||
    itemEncoding !== undefined ||
    !/^multipart\/form-data\b/iu.test(mediaType)
  );
}

function listCode(content: MediaType, context: EmitContext): Code {
  const plain = code`${runtime.part}`;
  const prefix = (content.prefixEncodings ?? []).map(
    (encoding) => writerCode(encoding, context) ?? plain,
  );
  const rest =
    content.itemEncoding === undefined
      ? undefined
      : writerCode(content.itemEncoding, context);
  const list = code`[${joinCode(prefix, code`, `)}]`;
  if (rest !== undefined) {
    return code`${runtime.multipartList}(${content.mediaType}, input.body, ${list}, ${rest})`;
  }
  return prefix.length === 0
    ? code`${runtime.multipartList}(${content.mediaType}, input.body)`
    : code`${runtime.multipartList}(${content.mediaType}, input.body, ${list})`;
}

/** Undefined where the value alone says how the part is written. */
function writerCode(
  { contentType, headers, serialization }: Encoding,
  context: EmitContext,
): Code | undefined {
  if (serialization !== undefined) {
    const { style, explode } = serialization;
    if (style === "deepObject") {
      return context.settings.nestedObjects === "brackets"
        ? code`${runtime.partNested}`
        : code`${runtime.partDeepObject}`;
    }
    if (explode) return code`${runtime.partForm}`;
    return code`${runtime.partList}(${delimiters[style] ?? ","})`;
  }
  const fixed = headers.flatMap((header): [string, JsonValue][] => {
    const value = fixedValue(header.schema, context);
    return value === undefined ? [] : [[header.name, value]];
  });
  if (fixed.length > 0) {
    const values = Object.fromEntries(
      fixed.map(([name, value]) => [name, String(value)]),
    );
    return code`${runtime.partAs}(${contentType ?? ""}, ${jsonLiteral(values)})`;
  }
  return contentType === undefined
    ? undefined
    : code`${runtime.partAs}(${contentType})`;
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
  const constant = rulesOf(schema, api).find((rule) => rule.kind === "const");
  const value = constant?.value ?? schema.annotations.default;
  return typeof value === "object" ? undefined : value;
}

/** Strings with a `contentEncoding` are `application/octet-stream`, or what `contentMediaType` says (Encoding Object). */
function encodedText(
  { schema }: MediaType,
  { api }: EmitContext,
): [property: string, writer: Code][] {
  if (schema === undefined) return [];
  return rulesOf(schema, api).flatMap((rule) =>
    rule.kind !== "properties"
      ? []
      : rule.named.flatMap(({ name, schema: property }) => {
          const content = rulesOf(property, api).find(
            (one) => one.kind === "content",
          );
          return content?.encoding === undefined
            ? []
            : [
                [
                  name,
                  code`${runtime.partAs}(${content.mediaType ?? "application/octet-stream"})`,
                ] as [string, Code],
              ];
        }),
  );
}
