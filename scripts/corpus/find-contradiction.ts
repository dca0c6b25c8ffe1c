import type { Api } from "../../generator/model/api.js";
import { isJsonObject, type JsonValue } from "../../generator/model/json.js";
import type {
  DefinitionId,
  JsonType,
  Keyword,
  KeywordByKind,
  Schema,
} from "../../generator/model/schema.js";
import { declaredTypes } from "./sample-scalars.js";

const greatestDepth = 6;

/**
 * Why nothing is valid under a definition, in words; undefined where no such reason is found. Looks at what holds for
 * every value: the schema itself, what it refers to and `allOf`, and the same for members that are required.
 */
export function findContradiction(
  id: DefinitionId,
  definitions: Api["definitions"],
): string | undefined {
  const target: Schema = {
    kind: "ref",
    target: id,
    pointer: "",
    annotations: {},
  };
  return contradictionOf([target], definitions, 0);
}

function contradictionOf(
  schemas: readonly Schema[],
  definitions: Api["definitions"],
  depth: number,
): string | undefined {
  if (depth > greatestDepth) return undefined;
  const keywords: Keyword[] = [];
  const seen = new Set<DefinitionId>();
  const add = (schema: Schema): boolean => {
    if (schema.kind === "never") return false;
    if (schema.kind === "any") return true;
    if (schema.kind === "ref") return addTarget(schema.target);
    return schema.keywords.every((keyword) => {
      keywords.push(keyword);
      if (keyword.kind === "allOf") return keyword.schemas.every(add);
      return keyword.kind === "reference" ? addTarget(keyword.target) : true;
    });
  };
  const addTarget = (target: DefinitionId): boolean => {
    const schema = definitions[target]?.schema;
    if (schema === undefined || seen.has(target)) return true;
    seen.add(target);
    return add(schema);
  };
  if (!schemas.every(add)) return "the schema is false";
  const types = declaredTypes(keywords);
  if (types?.length === 0) return "its types exclude each other";
  if (
    types !== undefined &&
    !keywords.every((keyword) => hasValueOf(keyword, types))
  ) {
    return "its values are of other types";
  }
  if (
    keywords.some(
      (keyword) => keyword.kind === "oneOf" && areAlike(keyword, definitions),
    )
  )
    return "branches of oneOf take the same values";
  if (types?.join() !== "object") return undefined;
  const required = keywords.flatMap((keyword) =>
    keyword.kind === "required" ? keyword.names : [],
  );
  for (const name of required) {
    const members = membersOf(name, keywords);
    if (members === undefined) return `${name} is required and not allowed`;
    const inner = contradictionOf(members, definitions, depth + 1);
    if (inner !== undefined) return `${name} is required, and ${inner}`;
  }
  return undefined;
}

/** Whether each branch says the same as another one, whatever the definitions are called that they refer to. */
function areAlike(
  { schemas, discriminator }: KeywordByKind["oneOf"],
  definitions: Api["definitions"],
): boolean {
  if (discriminator !== undefined) return false;
  const meanings = schemas.map((schema) => meaningOf(schema, definitions, 0));
  return meanings.every(
    (meaning, index) =>
      meanings.indexOf(meaning) !== index ||
      meanings.lastIndexOf(meaning) !== index,
  );
}

/** The same text for schemas that say the same: annotations, places and names of definitions are left out. */
function meaningOf(
  value: unknown,
  definitions: Api["definitions"],
  depth: number,
): string {
  return JSON.stringify(value, function (key, part: unknown): unknown {
    if (key === "annotations" || key === "pointer") return undefined;
    const { kind, target } = (part ?? {}) as { kind?: string; target?: string };
    const isReference = kind === "ref" || kind === "reference";
    return isReference && target !== undefined && depth < greatestDepth
      ? meaningOf(definitions[target]?.schema, definitions, depth + 1)
      : part;
  });
}

/** Whether a list of values, if the keyword is one, has a value of one of the types. */
function hasValueOf(keyword: Keyword, types: readonly JsonType[]): boolean {
  if (keyword.kind !== "enum" && keyword.kind !== "const") return true;
  const values = keyword.kind === "enum" ? keyword.values : [keyword.value];
  return values.some((value) => types.some((type) => isOfType(value, type)));
}

function isOfType(value: JsonValue, type: JsonType): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isJsonObject(value);
  return type === "null" ? value === null : typeof value === type;
}

/** The schemas that hold for a member; undefined where there must be none of that name. */
function membersOf(
  name: string,
  keywords: readonly Keyword[],
): Schema[] | undefined {
  const found: Schema[] = [];
  for (const keyword of keywords) {
    if (keyword.kind !== "properties") continue;
    const own = keyword.named.filter((each) => each.name === name);
    const patterns = keyword.patterns.filter(({ pattern }) =>
      new RegExp(pattern, "u").test(name),
    );
    found.push(...[...own, ...patterns].map(({ schema }) => schema));
    if (own.length + patterns.length > 0) continue;
    if (keyword.additional?.kind === "never") return undefined;
    if (keyword.additional !== undefined) found.push(keyword.additional);
  }
  return found;
}
