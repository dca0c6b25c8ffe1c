import type { ModelContext } from "./model-context.js";
import { buildSchema } from "./build-schema.js";
import { followSchema, isTextual, contentKindOf } from "./content-kind.js";
import { readNull } from "./null-reading.js";
import { isOrNull, orNull, withoutNull } from "./or-null.js";
import { readAnnotations } from "./read-annotations.js";
import type { Keyword, KeywordSchema, Schema } from "./schema.js";
import {
  elementsOf,
  entriesOf,
  isObjectSource,
  locationOf,
  member,
  objectMember,
  type ObjectSource,
  type Source,
} from "./source.js";

/** A schema whose values are bytes, or null where that is allowed. */
function bytesSchema(written: Source, context: ModelContext): Schema {
  const target = followSchema(written, context);
  const annotations = {
    ...(isObjectSource(target) ? readAnnotations(target) : {}),
    ...(isObjectSource(written) ? readAnnotations(written) : {}),
  };
  const bytes: KeywordSchema = {
    kind: "keywords",
    pointer: locationOf(written),
    annotations,
    keywords: [{ kind: "binary" }],
  };
  return isObjectSource(target) && takesNull(target, context)
    ? orNull({ ...bytes, annotations: {} }, annotations)
    : bytes;
}

function takesNull(source: ObjectSource, context: ModelContext): boolean {
  const types = member(source, "type")?.value;
  const { inType, inEnum, asBranch } = readNull(source, context);
  const isListed = Array.isArray(types) && types.includes("null");
  return isListed || inType || inEnum || asBranch;
}

/** The schema of a whole body of bytes; that of a union of bytes and text leaves the text. */
export function bodyOfBytes(written: Source, context: ModelContext): Schema {
  return (
    bytesIn(written, undefined, context, { isBranch: true, isItem: true }) ??
    bytesSchema(written, context)
  );
}

/** What a multipart body says of its parts, by their names. */
export type PartTypes = ReadonlyMap<string, PartType>;

export interface PartType {
  readonly contentType: string;
  /** Present where the part is a multipart body itself. */
  readonly parts?: PartTypes;
}

/**
 * The schema of a multipart body. Where a part is bytes, the body's schema is written out in place of a
 * reference, because the named schema says what JSON would say.
 * @param around the schemas that are being written out, so that a cycle ends
 */
export function multipartSchema(
  written: Source,
  partTypes: PartTypes,
  context: ModelContext,
  around: ReadonlySet<string> = new Set(),
): Schema {
  const source = followSchema(written, context);
  const location = locationOf(source);
  if (
    around.has(location) ||
    !hasBytes(written, partTypes, context, new Set())
  ) {
    return buildSchema(written, context);
  }
  const within = new Set(around).add(location);
  // A form is never null; a part that is null is left out.
  const schema = withoutNull(buildSchema(source, context));
  if (schema.kind !== "keywords" || !isObjectSource(source)) return schema;
  return {
    ...schema,
    keywords: schema.keywords.map((keyword) =>
      withBytes(keyword, source, partTypes, context, within),
    ),
  };
}

const branches = ["allOf", "anyOf", "oneOf"] as const;

function withBytes(
  keyword: Keyword,
  source: ObjectSource,
  partTypes: PartTypes,
  context: ModelContext,
  within: ReadonlySet<string>,
): Keyword {
  if (keyword.kind === "properties") {
    const properties = objectMember(source, "properties");
    const further = member(source, "additionalProperties");
    const additional = further && partSchema(further, undefined, context);
    return {
      ...keyword,
      ...(additional === undefined ? {} : { additional }),
      named: keyword.named.map((property) => {
        const part =
          properties === undefined
            ? undefined
            : member(properties, property.name);
        const schema =
          part === undefined
            ? undefined
            : partSchema(part, partTypes.get(property.name), context);
        return schema === undefined ? property : { ...property, schema };
      }),
    };
  }
  if (
    keyword.kind === "allOf" ||
    keyword.kind === "anyOf" ||
    keyword.kind === "oneOf"
  ) {
    return {
      ...keyword,
      schemas: elementsOf(source, keyword.kind).map((branch) =>
        multipartSchema(branch, partTypes, context, within),
      ),
    };
  }
  return keyword;
}

/**
 * The schema of a part with bytes in place of what stands for them: the part itself, the items of a list, branches of
 * a union. Undefined if there are none.
 */
export function partSchema(
  part: Source,
  type: PartType | undefined,
  context: ModelContext,
): Schema | undefined {
  return bytesIn(part, type, context, { isBranch: false, isItem: false });
}

/** Where in a part a schema is applied. */
interface Position {
  /** In a branch of a union, where an empty schema stands for any value and not for bytes. */
  readonly isBranch: boolean;
  /** In a list: a list in it is JSON. */
  readonly isItem: boolean;
  /** The unions around, so that a cycle ends. */
  readonly around?: ReadonlySet<string>;
}

function bytesIn(
  written: Source,
  type: PartType | undefined,
  context: ModelContext,
  position: Position,
): Schema | undefined {
  const source = followSchema(written, context);
  const items = position.isItem ? undefined : itemsOf(source);
  if (items !== undefined) {
    const inner = { ...position, isBranch: false, isItem: true };
    const rest = bytesIn(items, type, context, inner);
    return rest === undefined
      ? undefined
      : withKeywords(source, context, (keyword) =>
          keyword.kind === "items" ? [{ ...keyword, rest }] : [keyword],
        );
  }
  if (type?.parts !== undefined) {
    return hasBytes(written, type.parts, context, new Set())
      ? multipartSchema(written, type.parts, context)
      : undefined;
  }
  if (isObjectSource(source)) {
    const composed = composedOfBytes(source, type, context, position);
    if (composed !== undefined) return composed;
  }
  if (isUnion(source)) return undefined;
  if (
    position.isBranch
      ? contentKindOf(written, context) === "bytes"
      : isBytesPart(written, type?.contentType, context)
  ) {
    return bytesSchema(written, context);
  }
  return undefined;
}

function isUnion(source: Source): boolean {
  return (
    isObjectSource(source) &&
    elementsOf(source, "anyOf").length + elementsOf(source, "oneOf").length > 0
  );
}

/**
 * A union of which branches are bytes, or an allOf of which parts are. What the schema says of strings beside them gives
 * way to them.
 */
function composedOfBytes(
  source: ObjectSource,
  type: PartType | undefined,
  context: ModelContext,
  position: Position,
): Schema | undefined {
  const location = locationOf(source);
  if (position.around?.has(location) === true) return undefined;
  const around = new Set(position.around).add(location);
  const inner = { ...position, isBranch: true, around };
  const found = new Map(
    branches.map((keyword) => [
      keyword as Keyword["kind"],
      elementsOf(source, keyword).map((branch) =>
        bytesIn(branch, type, context, inner),
      ),
    ]),
  );
  if ([...found.values()].flat().every((branch) => branch === undefined)) {
    return undefined;
  }
  return withKeywords(source, context, (keyword) => {
    const replaced = found.get(keyword.kind);
    if (replaced === undefined || !("schemas" in keyword)) {
      return ofStrings.has(keyword.kind) ? [] : [keyword];
    }
    const isText = (index: number): boolean => {
      const part = elementsOf(source, keyword.kind)[index];
      return (
        keyword.kind === "allOf" && contentKindOf(part, context) === "text"
      );
    };
    const schemas = keyword.schemas.flatMap((schema, index) => {
      const bytes = replaced[index];
      if (bytes === undefined && isText(index)) return [];
      return [bytes ?? schema];
    });
    return [{ ...keyword, schemas }];
  });
}

const ofStrings: ReadonlySet<Keyword["kind"]> = new Set([
  "type",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "content",
]);

/** A schema with other keywords. */
function withKeywords(
  source: Source,
  context: ModelContext,
  change: (keyword: Keyword) => Keyword[],
): Schema | undefined {
  const whole = buildSchema(source, context);
  const schema = withoutNull(whole);
  if (schema.kind !== "keywords") return undefined;
  const changed = { ...schema, keywords: schema.keywords.flatMap(change) };
  return isOrNull(whole)
    ? orNull({ ...changed, annotations: {} }, changed.annotations)
    : changed;
}

/** The schema of the items where the value is a list. */
function itemsOf(source: Source): Source | undefined {
  if (!isObjectSource(source)) return undefined;
  const type = member(source, "type")?.value;
  if (type !== "array" && !(Array.isArray(type) && type.includes("array"))) {
    return undefined;
  }
  return member(source, "items");
}

function isBytesPart(
  part: Source,
  contentType: string | undefined,
  context: ModelContext,
): boolean {
  const kind = contentKindOf(part, context);
  if (kind === "bytes") return true;
  // An empty schema is what 3.1 writes for bytes; its parts are application/octet-stream unless something else is said.
  if (kind !== "unsaid" || context.version === "3.0") return false;
  return (
    typeof followSchema(part, context).value !== "boolean" &&
    (contentType === undefined || !isTextual(contentType))
  );
}

function hasBytes(
  written: Source,
  partTypes: PartTypes,
  context: ModelContext,
  seen: Set<string>,
): boolean {
  const source = followSchema(written, context);
  if (!isObjectSource(source) || seen.has(locationOf(source))) return false;
  seen.add(locationOf(source));
  const inProperties = entriesOf(source, "properties").some(
    ([name, part]) =>
      partSchema(part, partTypes.get(name), context) !== undefined,
  );
  const further = member(source, "additionalProperties");
  return (
    inProperties ||
    (further !== undefined &&
      partSchema(further, undefined, context) !== undefined) ||
    branches.some((keyword) =>
      elementsOf(source, keyword).some((branch) =>
        hasBytes(branch, partTypes, context, seen),
      ),
    )
  );
}
