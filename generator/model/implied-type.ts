import type { ModelContext } from "./model-context.js";
import type { SchemaResource } from "./resource-index.js";
import {
  elementsOf,
  isObjectSource,
  type ObjectSource,
  type Source,
} from "./source.js";

/** The type that keywords can imply. */
export type ImpliedType = "object" | "array";

/**
 * The type of a schema that names none, and whose keywords speak of objects alone or of lists alone: its author means
 * one. To the letter (Validation §6.4, §6.5), these keywords say nothing of other values. That reading has the setting
 * `untyped: "letter"`, and schemas under a `$schema` of their own.
 */
export function impliedType(
  source: ObjectSource,
  { dialect }: SchemaResource,
  { untyped }: ModelContext,
): ImpliedType | undefined {
  if (untyped === "letter" || dialect !== undefined) return undefined;
  const [subject, ...others] = subjectsOf(source);
  return others.length > 0 || subject === "other" ? undefined : subject;
}

type Subject = ImpliedType | "other";

/** What the keywords of a schema speak of, those of its parts included, and of its branches where they name a type. */
function subjectsOf(source: Source): ReadonlySet<Subject> {
  const subjects = new Set<Subject>();
  if (!isObjectSource(source)) return subjects;
  for (const [keyword, value] of Object.entries(source.value)) {
    const subject = subjectOf.get(keyword);
    if (subject === undefined || value === null) continue;
    // `required: true` is a mistake of those who mean the property.
    if (keyword === "required" && !Array.isArray(value)) continue;
    subjects.add(subject);
  }
  for (const part of elementsOf(source, "allOf")) {
    for (const subject of subjectsOf(part)) subjects.add(subject);
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    for (const branch of elementsOf(source, keyword)) {
      if (subjectsOf(branch).has("other")) subjects.add("other");
    }
  }
  return subjects;
}

/** `other`: keywords that name types, values or other schemas, or speak of texts and numbers. */
const subjectOf: ReadonlyMap<string, Subject> = new Map(
  Object.entries({
    object:
      "properties patternProperties additionalProperties unevaluatedProperties propertyNames required " +
      "minProperties maxProperties dependentRequired dependentSchemas",
    array:
      "items prefixItems additionalItems unevaluatedItems contains minContains maxContains minItems maxItems uniqueItems",
    other:
      "type const enum $ref $dynamicRef $recursiveRef minLength maxLength pattern format minimum maximum " +
      "exclusiveMinimum exclusiveMaximum multipleOf contentEncoding contentMediaType contentSchema",
  } satisfies Record<Subject, string>).flatMap(([subject, keywords]) =>
    keywords
      .split(" ")
      .map((keyword) => [keyword, subject as Subject] as const),
  ),
);
