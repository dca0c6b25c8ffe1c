import type { Api } from "../../../generator/model/api.js";
import { isOpenEnum } from "../../../generator/model/find-views.js";
import { isJsonObject, type JsonValue } from "../../../generator/model/json.js";
import type {
  DefinitionId,
  Discriminator,
  Rule,
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
  if (schema?.kind !== "rules") return [];
  return schema.rules.flatMap((rule): JsonValue[] => {
    if (isClosedList(rule, isResponse)) return [stranger];
    const discriminator = discriminatorOf(rule);
    return discriminator === undefined || !isJsonObject(valid)
      ? []
      : [{ ...valid, [discriminator.property]: stranger }];
  });
}

function isClosedList(rule: Rule, isResponse: boolean): boolean {
  return (
    rule.kind === "const" ||
    (rule.kind === "enum" && !(isResponse && isOpenEnum(rule)))
  );
}

/** The discriminator of a union whose branches all have tags. */
function discriminatorOf(rule: Rule): Discriminator | undefined {
  if (rule.kind !== "oneOf" && rule.kind !== "anyOf") return undefined;
  const { discriminator } = rule;
  return discriminator?.branches.every(({ tags }) => tags !== undefined) ===
    true
    ? discriminator
    : undefined;
}
