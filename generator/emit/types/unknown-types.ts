import type { Api } from "../../model/api.js";
import type {
  DefinitionId,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../model/schema.js";
import { Query } from "../../tracking/query.js";

/**
 * By definition: whether its type may be `unknown`, under whatever name: it names no types, and neither does an option
 * of it. A type guard for `unknown` would leave `never` where it says no.
 */
export const mayBeUnknown = new Query<Api, boolean>("unknown-type", (api) => {
  const unknown = new Set<DefinitionId>();
  const users = new Map<DefinitionId, DefinitionId[]>();
  const open = Object.keys(api.definitions);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const user = id;
    const isUnknown: IsUnknown = (target) => {
      const list = users.get(target);
      if (list === undefined) users.set(target, [user]);
      else list.push(user);
      return unknown.has(target);
    };
    const schema = api.definitions[id]?.schema;
    if (unknown.has(id) || !schema || !saysNothing(schema, isUnknown)) continue;
    unknown.add(id);
    for (const added of users.get(id) ?? []) open.push(added);
  }
  return (id) => unknown.has(id);
});

type IsUnknown = (target: DefinitionId) => boolean;

/** Whether nothing that a schema says is a type of TypeScript. */
function saysNothing(schema: Schema, isUnknown: IsUnknown): boolean {
  if (schema.kind === "any") return true;
  if (schema.kind === "never") return false;
  if (schema.kind === "ref") return isUnknown(schema.target);
  return schema.keywords.every((keyword) => {
    const narrowsBy = narrows[keyword.kind] as Narrows<Keyword>;
    return !narrowsBy(keyword, isUnknown);
  });
}

type Narrows<R extends Keyword> = (keyword: R, isUnknown: IsUnknown) => boolean;

const always = (): boolean => true;
/** Of constraints alone, and of keywords that say something of a type beside others. */
const never = (): boolean => false;
const byOptions: Narrows<KeywordByKind["anyOf"] | KeywordByKind["oneOf"]> = (
  { discriminator, schemas },
  isUnknown,
) =>
  discriminator !== undefined ||
  !schemas.some((schema) => saysNothing(schema, isUnknown));

/** By keyword: whether it names a type, or one is guessed from it. */
const narrows: { readonly [K in Keyword["kind"]]: Narrows<KeywordByKind[K]> } =
  {
    type: always,
    const: always,
    enum: always,
    binary: always,
    properties: always,
    required: always,
    items: always,
    reference: ({ target }, isUnknown) => !isUnknown(target),
    allOf: ({ schemas }, isUnknown) =>
      !schemas.every((schema) => saysNothing(schema, isUnknown)),
    anyOf: byOptions,
    oneOf: byOptions,
    minimum: never,
    maximum: never,
    exclusiveMinimum: never,
    exclusiveMaximum: never,
    multipleOf: never,
    minLength: never,
    maxLength: never,
    pattern: never,
    format: never,
    content: never,
    minItems: never,
    maxItems: never,
    uniqueItems: never,
    contains: never,
    minProperties: never,
    maxProperties: never,
    propertyNames: never,
    dependentRequired: never,
    dependentSchemas: never,
    not: never,
    conditional: never,
    unevaluatedItems: never,
    unevaluatedProperties: never,
  };
