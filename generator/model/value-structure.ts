import type { Api } from "./api.js";
import type { JsonValue } from "./json.js";
import { besideNull } from "./or-null.js";
import type { DefinitionId, Keyword, Schema } from "./schema.js";

/** What a schema allows to stand as one value: a primitive alone, lists alone, objects alone, or several of them. */
export type ValueStructure = "primitive" | "list" | "object" | "open";

type Definitions = Pick<Api, "definitions">;

/** The structure of the values of a schema, null left out. `open` where the schema does not settle it. */
export function valueStructure(
  schema: Schema,
  api: Definitions,
): ValueStructure {
  const structures = structuresOf(schema, api, new Map());
  const [only] = structures ?? [];
  return structures?.size === 1 && only !== undefined ? only : "open";
}

/**
 * Every keyword that applies to the value itself, `null` left out: the schema's own, those of references, of `allOf`, and
 * of the one branch that a union has beside `null`. A definition that is reached in several ways is there once.
 */
export function resolvedKeywords(
  schema: Schema,
  api: Definitions,
  seen: Set<DefinitionId> = new Set(),
): Keyword[] {
  if (schema.kind === "ref") return keywordsOfTarget(schema.target);
  if (schema.kind !== "keywords") return [];
  return schema.keywords.flatMap((keyword) => {
    if (keyword.kind === "reference") return keywordsOfTarget(keyword.target);
    if (keyword.kind === "allOf") {
      return keyword.schemas.flatMap((part) =>
        resolvedKeywords(part, api, seen),
      );
    }
    const branch = besideNull(keyword);
    return branch === undefined
      ? [keyword]
      : resolvedKeywords(branch, api, seen);
  });

  function keywordsOfTarget(target: DefinitionId): Keyword[] {
    const definition = api.definitions[target];
    if (definition === undefined || seen.has(target)) return [];
    seen.add(target);
    return resolvedKeywords(definition.schema, api, seen);
  }
}

/** Whether an item of a list or a member of an object can be a list or an object for certain. */
export function holdsNested(schema: Schema, api: Definitions): boolean {
  return membersOf(schema, api).some((part) => {
    const structure = valueStructure(part, api);
    return structure === "list" || structure === "object";
  });
}

/** Whether a value is an object all of whose members that the schema describes are primitives, and it describes some. */
export function isFlatObject(schema: Schema, api: Definitions): boolean {
  const members = membersOf(schema, api);
  return (
    members.length > 0 &&
    valueStructure(schema, api) === "object" &&
    members.every((part) => valueStructure(part, api) === "primitive")
  );
}

/** The schemas of the items of a list and of the members of an object; `false` describes none. */
function membersOf(schema: Schema, api: Definitions): Schema[] {
  return resolvedKeywords(schema, api)
    .flatMap((keyword) => {
      if (keyword.kind === "items") {
        return keyword.rest === undefined
          ? keyword.prefix
          : [...keyword.prefix, keyword.rest];
      }
      if (keyword.kind !== "properties") return [];
      const { named, additional } = keyword;
      const members = named.map((property) => property.schema);
      return additional === undefined ? members : [...members, additional];
    })
    .filter(({ kind }) => kind !== "never");
}

type Structures = ReadonlySet<Exclude<ValueStructure, "open">>;

/**
 * Undefined where the schema says nothing of it.
 * @param known by definition, so that each is looked at once; one within itself says nothing
 */
function structuresOf(
  schema: Schema,
  api: Definitions,
  known: Map<DefinitionId, Structures | undefined>,
): Structures | undefined {
  if (schema.kind === "ref") return structuresOfTarget(schema.target);
  if (schema.kind !== "keywords") return undefined;
  let structures: Structures | undefined;
  for (const keyword of schema.keywords) {
    const found = structuresOfKeyword(keyword);
    if (found === undefined) continue;
    const before: Structures | undefined = structures;
    structures =
      before === undefined
        ? found
        : new Set([...before].filter((structure) => found.has(structure)));
  }
  return structures;

  function structuresOfKeyword(keyword: Keyword): Structures | undefined {
    if (keyword.kind === "type")
      return new Set(keyword.types.flatMap(shapeOfType));
    if (keyword.kind === "const") return new Set(shapeOfValue(keyword.value));
    if (keyword.kind === "enum")
      return new Set(keyword.values.flatMap(shapeOfValue));
    if (keyword.kind === "reference") return structuresOfTarget(keyword.target);
    if (keyword.kind === "allOf") {
      const parts = keyword.schemas.map((part) =>
        structuresOf(part, api, known),
      );
      return parts.find((part) => part !== undefined);
    }
    if (keyword.kind === "anyOf" || keyword.kind === "oneOf") {
      const parts = keyword.schemas.map((part) =>
        structuresOf(part, api, known),
      );
      const said = parts.filter((part) => part !== undefined);
      if (said.length < parts.length) return undefined;
      return new Set(said.flatMap((part) => [...part]));
    }
    return undefined;
  }

  function structuresOfTarget(target: DefinitionId): Structures | undefined {
    const definition = api.definitions[target];
    if (definition === undefined || known.has(target)) return known.get(target);
    known.set(target, undefined);
    const structures = structuresOf(definition.schema, api, known);
    known.set(target, structures);
    return structures;
  }
}

function shapeOfType(type: string): Exclude<ValueStructure, "open">[] {
  if (type === "null") return [];
  if (type === "array") return ["list"];
  return [type === "object" ? "object" : "primitive"];
}

function shapeOfValue(value: JsonValue): Exclude<ValueStructure, "open">[] {
  if (value === null) return [];
  if (Array.isArray(value)) return ["list"];
  return [typeof value === "object" ? "object" : "primitive"];
}
