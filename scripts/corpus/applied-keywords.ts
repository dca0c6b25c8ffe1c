import type { Api } from "../../generator/model/api.js";
import type {
  DefinitionId,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../generator/model/schema.js";

/** The keywords that every value under a schema meets: its own, and those of `allOf` and of what it refers to. */
export function appliedKeywords(
  schema: Schema,
  definitions: Api["definitions"],
): readonly Keyword[] {
  const found: Keyword[] = [];
  const seen = new Set<Schema>();
  const addTarget = (target: DefinitionId): void => {
    const definition = definitions[target];
    if (definition !== undefined) add(definition.schema);
  };
  const add = (each: Schema): void => {
    if (seen.has(each)) return;
    seen.add(each);
    if (each.kind === "ref") addTarget(each.target);
    if (each.kind !== "keywords") return;
    for (const keyword of each.keywords) {
      found.push(keyword);
      if (keyword.kind === "allOf") keyword.schemas.forEach(add);
      if (keyword.kind === "reference") addTarget(keyword.target);
    }
  };
  add(schema);
  return found;
}

/** The schemas of one member: its own entries, those of patterns that match, else those of the others. */
export function memberSchemas(
  name: string,
  maps: readonly KeywordByKind["properties"][],
): Schema[] {
  return maps.flatMap(({ named, patterns, additional }) => {
    const own = named
      .filter((entry) => entry.name === name)
      .map(({ schema }) => schema);
    const matching = patterns
      .filter(({ pattern }) => new RegExp(pattern, "u").test(name))
      .map(({ schema }) => schema);
    const all = [...own, ...matching];
    return all.length > 0 || additional === undefined ? all : [additional];
  });
}
