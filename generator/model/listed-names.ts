import type { Api } from "./api.js";
import type { DefinitionId, Keyword, Schema } from "./schema.js";

/**
 * The only names that `propertyNames` allows, as far as the schema lists them (`enum`, `const`, in references and in
 * `allOf`, `anyOf` and `oneOf`). Undefined if other names are valid too.
 */
export function listedNames(
  schema: Schema,
  api: Pick<Api, "definitions">,
  seen: ReadonlySet<DefinitionId> = new Set(),
): readonly string[] | undefined {
  switch (schema.kind) {
    case "any":
      return undefined;
    case "never":
      return [];
    case "ref":
      return namesOfTarget(schema.target);
    case "keywords":
      return common(schema.keywords.map(namesOfKeyword));
  }

  function namesOfTarget(target: DefinitionId): readonly string[] | undefined {
    const found = api.definitions[target];
    return found === undefined || seen.has(target)
      ? undefined
      : listedNames(found.schema, api, new Set(seen).add(target));
  }

  function namesOfKeyword(keyword: Keyword): readonly string[] | undefined {
    const within = (part: Schema): readonly string[] | undefined =>
      listedNames(part, api, seen);
    if (keyword.kind === "const") return [keyword.value].filter(isText);
    if (keyword.kind === "enum") return keyword.values.filter(isText);
    if (keyword.kind === "type") {
      return keyword.types.includes("string") ? undefined : [];
    }
    if (keyword.kind === "reference") return namesOfTarget(keyword.target);
    if (keyword.kind === "allOf") return common(keyword.schemas.map(within));
    if (keyword.kind !== "anyOf" && keyword.kind !== "oneOf") return undefined;
    const parts = keyword.schemas.map(within);
    return parts.every((part) => part !== undefined)
      ? [...new Set(parts.flat())]
      : undefined;
  }
}

/** The names that all of several schemas of `propertyNames` allow; undefined if they list none. */
export function namesUnderAll(
  schemas: readonly Schema[],
  api: Pick<Api, "definitions">,
): readonly string[] | undefined {
  return common(schemas.map((schema) => listedNames(schema, api)));
}

/** The names that all of several lists have. */
function common(
  lists: readonly (readonly string[] | undefined)[],
): readonly string[] | undefined {
  return lists
    .filter((list) => list !== undefined)
    .reduce<readonly string[] | undefined>(
      (some, list) => some?.filter((name) => list.includes(name)) ?? list,
      undefined,
    );
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
