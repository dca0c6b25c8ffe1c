import type { BuildContext } from "./build-context.js";
import { buildSchema } from "./build-schema.js";
import { withoutNull } from "./or-null.js";
import { readAnnotations } from "./read-annotations.js";
import type { Rule, Schema } from "./schema.js";
import {
  elementsOf,
  entriesOf,
  isObjectSource,
  locationOf,
  member,
  objectMember,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";

/**
 * What a schema says about the form of a value outside of JSON: raw bytes, bytes written as text (`base64`),
 * plain text, data with a structure, or nothing at all.
 */
export type Shape = "bytes" | "encoded" | "text" | "data" | "unsaid";

/** The schema that a chain of references ends in; a broken or endless chain ends where it breaks. */
export function followSchema(start: Source, context: BuildContext): Source {
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
export function shapeOf(
  written: Source | undefined,
  context: BuildContext,
): Shape {
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
  if (isText) return "text";
  return type === undefined && !asserts(source) ? "unsaid" : "data";
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

/** A schema whose values are bytes. */
export function bytesSchema(written: Source, context: BuildContext): Schema {
  const target = followSchema(written, context);
  context.copied.add(locationOf(target));
  return {
    kind: "rules",
    pointer: locationOf(written),
    annotations: {
      ...(isObjectSource(target) ? readAnnotations(target) : {}),
      ...(isObjectSource(written) ? readAnnotations(written) : {}),
    },
    rules: [{ kind: "binary" }],
  };
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
  context: BuildContext,
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
  context.copied.add(location);
  const within = new Set(around).add(location);
  // A form and its parts are never null.
  const schema = withoutNull(buildSchema(source, context));
  if (schema.kind !== "rules" || !isObjectSource(source)) return schema;
  return {
    ...schema,
    rules: schema.rules.map((rule) =>
      withBytes(rule, source, partTypes, context, within),
    ),
  };
}

const branches = ["allOf", "anyOf", "oneOf"] as const;

function withBytes(
  rule: Rule,
  source: ObjectSource,
  partTypes: PartTypes,
  context: BuildContext,
  within: ReadonlySet<string>,
): Rule {
  if (rule.kind === "properties") {
    const properties = objectMember(source, "properties");
    return {
      ...rule,
      named: rule.named.map((property) => {
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
  if (rule.kind === "allOf" || rule.kind === "anyOf" || rule.kind === "oneOf") {
    return {
      ...rule,
      schemas: elementsOf(source, rule.kind).map((branch) =>
        multipartSchema(branch, partTypes, context, within),
      ),
    };
  }
  return rule;
}

/** The schema of a part, or of a list of parts, that is bytes or has some; undefined for any other part. */
export function partSchema(
  part: Source,
  type: PartType | undefined,
  context: BuildContext,
): Schema | undefined {
  const source = followSchema(part, context);
  const items = itemsOf(source);
  if (items === undefined) return partBytes(part, type, context);
  const rest = partBytes(items, type, context);
  context.copied.add(locationOf(source));
  const list = withoutNull(buildSchema(source, context));
  if (rest === undefined || list.kind !== "rules") return undefined;
  return {
    ...list,
    rules: list.rules.map((rule) =>
      rule.kind === "items" ? { ...rule, rest } : rule,
    ),
  };
}

function partBytes(
  part: Source,
  type: PartType | undefined,
  context: BuildContext,
): Schema | undefined {
  if (type?.parts !== undefined) {
    return hasBytes(part, type.parts, context, new Set())
      ? multipartSchema(part, type.parts, context)
      : undefined;
  }
  return isBytesPart(part, type?.contentType, context)
    ? bytesSchema(part, context)
    : undefined;
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
  context: BuildContext,
): boolean {
  const shape = shapeOf(part, context);
  if (shape === "bytes") return true;
  // An empty schema is what 3.1 writes for bytes; its parts are application/octet-stream unless something else is said.
  if (shape !== "unsaid" || context.version === "3.0") return false;
  return (
    typeof followSchema(part, context).value !== "boolean" &&
    (contentType === undefined || !isTextual(contentType))
  );
}

function hasBytes(
  written: Source,
  partTypes: PartTypes,
  context: BuildContext,
  seen: Set<string>,
): boolean {
  const source = followSchema(written, context);
  if (!isObjectSource(source) || seen.has(locationOf(source))) return false;
  seen.add(locationOf(source));
  const inProperties = entriesOf(source, "properties").some(([name, part]) => {
    const items = itemsOf(followSchema(part, context));
    return partBytes(items ?? part, partTypes.get(name), context) !== undefined;
  });
  return (
    inProperties ||
    branches.some((keyword) =>
      elementsOf(source, keyword).some((branch) =>
        hasBytes(branch, partTypes, context, seen),
      ),
    )
  );
}
