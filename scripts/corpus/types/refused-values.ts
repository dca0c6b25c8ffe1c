import type { Api } from "../../../generator/model/api.js";
import { isOpenEnum } from "../../../generator/model/find-views.js";
import { isJsonObject, type JsonValue } from "../../../generator/model/json.js";
import type {
  DefinitionId,
  Discriminator,
  Keyword,
} from "../../../generator/model/schema.js";

/** A text that no description has among its values. */
const stranger = "\u0001";

/**
 * Values that the type of a definition has to refuse: a text beside those of a closed enumeration, and an object of
 * a discriminated union with a tag that picks no branch.
 * @param isResponse whether the type is that of responses, where enumerations are open
 * @param valid a value that the definition takes
 */
export function refusedValues(
  id: DefinitionId,
  { definitions }: Api,
  isResponse: boolean,
  valid: JsonValue,
): readonly JsonValue[] {
  const schema = definitions[id]?.schema;
  if (schema?.kind !== "keywords") return [];
  return schema.keywords.flatMap((keyword): JsonValue[] => {
    if (isClosedList(keyword, isResponse)) return [stranger];
    const discriminator = discriminatorOf(keyword);
    return discriminator === undefined || !isJsonObject(valid)
      ? []
      : [{ ...valid, [discriminator.property]: stranger }];
  });
}

function isClosedList(keyword: Keyword, isResponse: boolean): boolean {
  return (
    keyword.kind === "const" ||
    (keyword.kind === "enum" && !(isResponse && isOpenEnum(keyword)))
  );
}

/** The discriminator of a union whose branches all have tags. */
function discriminatorOf(keyword: Keyword): Discriminator | undefined {
  if (keyword.kind !== "oneOf" && keyword.kind !== "anyOf") return undefined;
  const { discriminator } = keyword;
  return discriminator?.branches.every(({ tags }) => tags !== undefined) ===
    true
    ? discriminator
    : undefined;
}
