import type { ModelContext } from "./model-context.js";
import { ignoresSiblings, isNewerThan, type Draft } from "./drafts.js";
import type { JsonObject } from "./json.js";
import type { SchemaResource } from "./resource-index.js";
import { isObjectSource, objectMember } from "./source.js";

const vocabulary = "https://json-schema.org/draft/2020-12/vocab/";

const keywordsByVocabulary: Readonly<Record<string, string>> = {
  applicator:
    "prefixItems items contains additionalProperties properties patternProperties dependentSchemas dependencies " +
    "propertyNames if then else allOf anyOf oneOf not",
  unevaluated: "unevaluatedItems unevaluatedProperties",
  validation:
    "type const enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern " +
    "maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired",
  content: "contentEncoding contentMediaType contentSchema",
};

const vocabularyOf = new Map<string, string>(
  Object.entries(keywordsByVocabulary).flatMap(([name, keywords]) =>
    keywords
      .split(" ")
      .map((keyword): [string, string] => [keyword, vocabulary + name]),
  ),
);

/**
 * Whether the dialect of a resource knows a keyword (JSON Schema Core §8.1). A metaschema that the description
 * carries and that lists its vocabularies can turn keywords off; schemas of an earlier draft have none of the
 * keywords that came later.
 */
export function isKeywordInForce(
  keyword: string,
  resource: SchemaResource,
  context: ModelContext,
): boolean {
  const { dialect, draft } = resource;
  if (draft !== undefined) return !isNewerThan(draft, keyword);
  if (dialect === undefined) return true;
  const needed = vocabularyOf.get(keyword);
  if (needed === undefined) return true;
  const listed = vocabulariesOf(dialect, context);
  return listed === undefined || Object.hasOwn(listed, needed);
}

/** True where whatever stands beside `$ref` is ignored: in OpenAPI 3.0, and in drafts before 2019-09. */
export function ignoresBesideReference(
  { draft }: { readonly draft?: Draft | undefined },
  { version }: Pick<ModelContext, "version">,
): boolean {
  return draft === undefined ? version === "3.0" : ignoresSiblings(draft);
}

/** Whether the dialect of a resource makes `format` an assertion (Validation §7.2.2). */
export function assertsFormats(
  { dialect }: SchemaResource,
  context: ModelContext,
): boolean {
  const listed =
    dialect === undefined ? undefined : vocabulariesOf(dialect, context);
  return (
    listed !== undefined &&
    Object.hasOwn(listed, `${vocabulary}format-assertion`)
  );
}

/** The `$vocabulary` of a metaschema that the description carries. */
function vocabulariesOf(
  dialect: string,
  context: ModelContext,
): JsonObject | undefined {
  const metaschema = context.resources.byUri(dialect)?.root;
  return metaschema !== undefined && isObjectSource(metaschema)
    ? objectMember(metaschema, "$vocabulary")?.value
    : undefined;
}
