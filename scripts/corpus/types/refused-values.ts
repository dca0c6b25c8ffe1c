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
    const discriminator = discriminatorOf(rule, id);
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

/** The discriminator of a union whose branches all have tags, or of a base that others extend. */
function discriminatorOf(
  rule: Rule,
  id: DefinitionId,
): Discriminator | undefined {
  if (rule.kind === "discriminator") {
    const { cases, fallback } = rule.discriminator;
    return fallback === undefined && cases.some(({ target }) => target !== id)
      ? rule.discriminator
      : undefined;
  }
  if (rule.kind !== "oneOf" && rule.kind !== "anyOf") return undefined;
  const { discriminator, schemas } = rule;
  if (discriminator === undefined || discriminator.fallback !== undefined) {
    return undefined;
  }
  const targets = new Set(discriminator.cases.map(({ target }) => target));
  return schemas.every(
    (schema) => schema.kind === "ref" && targets.has(schema.target),
  )
    ? discriminator
    : undefined;
}
