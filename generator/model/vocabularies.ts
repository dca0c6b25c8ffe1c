import type { BuildContext } from "./build-context.js";
import type { SchemaResource } from "./schema-resources.js";
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
 * Whether the dialect of a resource knows a keyword (JSON Schema Core §8.1). Only a metaschema that the
 * description carries and that lists its vocabularies can turn keywords off.
 */
export function isKeywordInForce(
  keyword: string,
  resource: SchemaResource,
  context: BuildContext,
): boolean {
  if (resource.dialect === undefined) return true;
  const needed = vocabularyOf.get(keyword);
  if (needed === undefined) return true;
  const metaschema = context.resources.byUri(resource.dialect)?.root;
  if (metaschema === undefined || !isObjectSource(metaschema)) return true;
  const listed = objectMember(metaschema, "$vocabulary");
  return listed === undefined || Object.hasOwn(listed.value, needed);
}
