import type {
  Encoding,
  Encodings,
  Header,
  MediaType,
  ParameterLocation,
} from "./api.js";
import type { ModelContext } from "./model-context.js";
import { buildExamples } from "./build-examples.js";
import { buildSchema } from "./build-schema.js";
import {
  bodyOfBytes,
  multipartSchema,
  partSchema,
  type PartTypes,
} from "./bytes-schema.js";
import { followSchema, contentKindOf } from "./content-kind.js";
import { codecOf } from "./codec-of.js";
import { followedEntries, followObject } from "./follow-object.js";
import { readStyle } from "./parameter-styles.js";
import { isToken, readMediaTypes } from "./read-keys.js";
import type { Schema } from "./schema.js";
import {
  booleanMember,
  elementsOf,
  entriesOf,
  isObjectSource,
  locationOf,
  member,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";

/** OpenAPI Media Type Objects, in the order of the description. A key that names several has each of them. */
export function buildContents(
  carrier: ObjectSource,
  context: ModelContext,
): MediaType[] {
  const written = followedEntries(carrier, "content", context);
  const exact = new Set(written.map(([key]) => key));
  const taken = new Set<string>();
  return written.flatMap(([key, mediaType]) => {
    const followed = followObject(mediaType, context);
    if (followed === undefined) return [];
    return readMediaTypes(key)
      .filter((name) => {
        if (taken.has(name) || (name !== key && exact.has(name))) return false;
        taken.add(name);
        return true;
      })
      .map((name) => buildMediaType(name, followed.source, context));
  });
}

function buildMediaType(
  mediaType: string,
  source: ObjectSource,
  context: ModelContext,
): MediaType {
  const schema = member(source, "schema");
  const writtenItem = member(source, "itemSchema");
  const kind = contentKindOf(schema, context);
  const codec = codecOf(
    mediaType,
    schema === undefined && writtenItem !== undefined ? "data" : kind,
  );
  const itemSchema =
    codec === "json-lines"
      ? (writtenItem ?? lineSchema(schema, context))
      : writtenItem;
  const encodings = buildEncodings(source, codec, context);
  return {
    pointer: locationOf(source),
    mediaType,
    codec,
    ...(schema === undefined
      ? {}
      : {
          schema: bodySchema(schema, codec, partTypesOf(encodings), context),
        }),
    ...(itemSchema === undefined
      ? {}
      : {
          itemSchema:
            (codec === "multipart"
              ? partSchema(itemSchema, undefined, context)
              : undefined) ?? buildSchema(itemSchema, context),
        }),
    ...encodings,
    examples: buildExamples(source, context),
  };
}

/**
 * The schema of a line of JSON Lines. Before 3.2's `itemSchema`, descriptions give it as the schema of the body, or
 * give that of the list of all lines.
 */
function lineSchema(
  schema: Source | undefined,
  context: ModelContext,
): Source | undefined {
  if (schema === undefined) return undefined;
  const list = followSchema(schema, context);
  const type = isObjectSource(list) ? member(list, "type")?.value : undefined;
  return type === "array" && isObjectSource(list)
    ? member(list, "items")
    : schema;
}

/** The Encoding Objects of a Media Type Object, or of an Encoding Object. */
function buildEncodings(
  source: ObjectSource,
  codec: MediaType["codec"],
  context: ModelContext,
): Encodings {
  const encodings = entriesOf(source, "encoding").flatMap(
    ([property, encoding]) =>
      isObjectSource(encoding)
        ? [buildEncoding(property, encoding, codec, context)]
        : [],
  );
  const prefix = elementsOf(source, "prefixEncoding")
    .filter(isObjectSource)
    .map((encoding) => buildEncoding("", encoding, codec, context));
  const item = member(source, "itemEncoding");
  return {
    encodings,
    ...(prefix.length === 0 ? {} : { prefixEncodings: prefix }),
    ...(item === undefined || !isObjectSource(item)
      ? {}
      : { itemEncoding: buildEncoding("", item, codec, context) }),
  };
}

function partTypesOf({ encodings }: Encodings): PartTypes {
  return new Map(
    encodings.flatMap(({ property, contentType, parts }) =>
      contentType === undefined
        ? []
        : [
            [
              property,
              {
                contentType,
                ...(parts === undefined ? {} : { parts: partTypesOf(parts) }),
              },
            ],
          ],
    ),
  );
}

function bodySchema(
  schema: Source,
  codec: MediaType["codec"],
  partTypes: PartTypes,
  context: ModelContext,
): Schema {
  if (codec === "multipart") return multipartSchema(schema, partTypes, context);
  if (codec === "binary" && contentKindOf(schema, context) !== "data") {
    return bodyOfBytes(schema, context);
  }
  return buildSchema(schema, context);
}

/**
 * OpenAPI Encoding Object. In multipart, 3.0 ignores `style`.
 */
function buildEncoding(
  property: string,
  source: ObjectSource,
  codec: MediaType["codec"],
  context: ModelContext,
): Encoding {
  const contentType = stringMember(source, "contentType");
  const isStyled =
    ["style", "explode", "allowReserved"].some((field) =>
      Object.hasOwn(source.value, field),
    ) && !(codec === "multipart" && context.version === "3.0");
  const isNested =
    codec === "multipart" &&
    /^multipart\/[^,;*]+(?:;|$)/iu.test(contentType ?? "");
  return {
    property,
    ...(contentType === undefined ? {} : { contentType }),
    headers: buildHeaders(source, context),
    ...(isStyled ? { serialization: readStyle(source, "query", context) } : {}),
    ...(isNested ? { parts: buildEncodings(source, codec, context) } : {}),
  };
}

/**
 * OpenAPI Header Objects. `Content-Type` says nothing here (Response Object, `headers`), and a name that HTTP does not
 * allow, which `Headers` throws at, has been reported.
 */
export function buildHeaders(
  carrier: ObjectSource,
  context: ModelContext,
): Header[] {
  return followedEntries(carrier, "headers", context).flatMap(
    ([name, written]) => {
      const followed = followObject(written, context);
      if (
        followed === undefined ||
        name.toLowerCase() === "content-type" ||
        !isToken(name)
      ) {
        return [];
      }
      const { source } = followed;
      const description =
        followed.description ?? stringMember(source, "description");
      return [
        {
          pointer: locationOf(source),
          name,
          required: booleanMember(source, "required") ?? false,
          deprecated: booleanMember(source, "deprecated") ?? false,
          ...(description === undefined ? {} : { description }),
          ...buildValue(source, "header", context),
        },
      ];
    },
  );
}

/** How a parameter or header is serialized, its schema and its examples. */
export function buildValue(
  source: ObjectSource,
  location: ParameterLocation,
  context: ModelContext,
): Pick<Header, "serialization" | "schema" | "examples"> {
  const [content] = buildContents(source, context);
  const schema = member(source, "schema");
  const any: Schema = {
    kind: "any",
    pointer: locationOf(source),
    annotations: {},
  };
  if (content !== undefined && schema === undefined) {
    return {
      serialization: {
        kind: "content",
        mediaType: content.mediaType,
        ...(content.encodings.length === 0
          ? {}
          : { encodings: content.encodings }),
      },
      schema: content.schema ?? any,
      examples: [...buildExamples(source, context), ...content.examples],
    };
  }
  return {
    serialization: readStyle(source, location, context),
    schema: schema === undefined ? any : buildSchema(schema, context),
    examples: buildExamples(source, context),
  };
}
