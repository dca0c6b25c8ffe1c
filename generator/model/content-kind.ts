import type { ModelContext } from "./model-context.js";
import {
  elementsOf,
  isObjectSource,
  locationOf,
  member,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";

/**
 * What a schema says about the form of a value outside of JSON: raw bytes, bytes written as text (`base64`),
 * plain text, data with a structure, or nothing at all.
 */
export type ContentKind = "bytes" | "encoded" | "text" | "data" | "unsaid";

/** The schema that a chain of references ends in; a broken or endless chain ends where it breaks. */
export function followSchema(start: Source, context: ModelContext): Source {
  const seen = new Set<string>();
  let source = start;
  while (isObjectSource(source)) {
    const reference = stringMember(source, "$ref");
    const location = locationOf(source);
    if (reference === undefined || seen.has(location)) break;
    seen.add(location);
    const { resources } = context;
    const target = resources.resolve(reference, source, resources.at(source));
    if (target === undefined) break;
    source = target;
  }
  return source;
}

/** OpenAPI "Working with Binary Data", and the `format`s of 3.0. */
export function contentKindOf(
  written: Source | undefined,
  context: ModelContext,
): ContentKind {
  if (written === undefined) return "unsaid";
  const source = followSchema(written, context);
  if (!isObjectSource(source)) return "unsaid";
  const type = member(source, "type")?.value;
  const types = (Array.isArray(type) ? type : [type]).filter(
    (name) => name !== "null",
  );
  const isText = types.length === 1 && types[0] === "string";
  const format = stringMember(source, "format");
  if (isText || type === undefined) {
    if (format === "binary") return "bytes";
    if (format === "byte" || format === "base64" || format === "base64url") {
      return "encoded";
    }
    if (stringMember(source, "contentEncoding") !== undefined) return "encoded";
    const mediaType = stringMember(source, "contentMediaType");
    if (mediaType !== undefined) {
      return isTextual(mediaType) ? "text" : "bytes";
    }
  }
  if ((isText || type === undefined) && takesBytes(source, context)) {
    return "bytes";
  }
  if (isText) return "text";
  return type === undefined && !asserts(source) ? "unsaid" : "data";
}

/** Whether a part of an allOf is bytes, or one branch of a union, and the others are bytes, text or null. */
function takesBytes(source: ObjectSource, context: ModelContext): boolean {
  const location = locationOf(source);
  const known = context.bytesUnions.get(location);
  if (known !== undefined) return known;
  // Within itself, a schema has no further branch.
  context.bytesUnions.set(location, false);
  const kindsIn = (keyword: string): ContentKind[] =>
    elementsOf(source, keyword)
      .filter((branch) => !isNull(branch))
      .map((branch) => contentKindOf(branch, context));
  const parts = kindsIn("allOf");
  const branches = [...kindsIn("anyOf"), ...kindsIn("oneOf")];
  const found =
    (parts.includes("bytes") && !parts.includes("data")) ||
    (branches.includes("bytes") &&
      branches.every((kind) => kind !== "data" && kind !== "unsaid"));
  context.bytesUnions.set(location, found);
  return found;
}

function isNull(source: Source): boolean {
  return isObjectSource(source) && member(source, "type")?.value === "null";
}

/** Whether a media type is text, so that a string holds it. */
export function isTextual(mediaType: string): boolean {
  return /^(?:text\/|application\/(?:.*\+)?(?:json|xml|yaml|javascript|graphql)\b)/iu.test(
    mediaType.trim(),
  );
}

function asserts(source: ObjectSource): boolean {
  return Object.keys(source.value).some((keyword) =>
    /^(?:\$ref|\$dynamicRef|allOf|anyOf|oneOf|not|if|enum|const|properties|items|prefixItems|additionalProperties|patternProperties|required|.*(?:Items|Properties))$/u.test(
      keyword,
    ),
  );
}
