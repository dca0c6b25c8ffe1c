import type { Api } from "../../generator/model/api.js";
import { isJsonObject, type JsonValue } from "../../generator/model/json.js";
import type {
  DefinitionId,
  JsonType,
  Rule,
  RuleByKind,
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
  const rules: Rule[] = [];
  const seen = new Set<DefinitionId>();
  const add = (schema: Schema): boolean => {
    if (schema.kind === "never") return false;
    if (schema.kind === "any") return true;
    if (schema.kind === "ref") return addTarget(schema.target);
    return schema.rules.every((rule) => {
      rules.push(rule);
      if (rule.kind === "allOf") return rule.schemas.every(add);
      return rule.kind === "reference" ? addTarget(rule.target) : true;
    });
  };
  const addTarget = (target: DefinitionId): boolean => {
    const schema = definitions[target]?.schema;
    if (schema === undefined || seen.has(target)) return true;
    seen.add(target);
    return add(schema);
  };
  if (!schemas.every(add)) return "the schema is false";
  const types = declaredTypes(rules);
  if (types?.length === 0) return "its types exclude each other";
  if (types !== undefined && !rules.every((rule) => hasValueOf(rule, types))) {
    return "its values are of other types";
  }
  if (
    rules.some((rule) => rule.kind === "oneOf" && areAlike(rule, definitions))
  )
    return "branches of oneOf take the same values";
  if (types?.join() !== "object") return undefined;
  const required = rules.flatMap((rule) =>
    rule.kind === "required" ? rule.names : [],
  );
  for (const name of required) {
    const members = membersOf(name, rules);
    if (members === undefined) return `${name} is required and not allowed`;
    const inner = contradictionOf(members, definitions, depth + 1);
    if (inner !== undefined) return `${name} is required, and ${inner}`;
  }
  return undefined;
}

/** Whether each branch says the same as another one, whatever the definitions are called that they refer to. */
function areAlike(
  { schemas, discriminator }: RuleByKind["oneOf"],
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

/** Whether a list of values, if the rule is one, has a value of one of the types. */
function hasValueOf(rule: Rule, types: readonly JsonType[]): boolean {
  if (rule.kind !== "enum" && rule.kind !== "const") return true;
  const values = rule.kind === "enum" ? rule.values : [rule.value];
  return values.some((value) => types.some((type) => isOfType(value, type)));
}

function isOfType(value: JsonValue, type: JsonType): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isJsonObject(value);
  return type === "null" ? value === null : typeof value === type;
}

/** The schemas that hold for a member; undefined where there must be none of that name. */
function membersOf(name: string, rules: readonly Rule[]): Schema[] | undefined {
  const found: Schema[] = [];
  for (const rule of rules) {
    if (rule.kind !== "properties") continue;
    const own = rule.named.filter((each) => each.name === name);
    const patterns = rule.patterns.filter(({ pattern }) =>
      new RegExp(pattern, "u").test(name),
    );
    found.push(...[...own, ...patterns].map(({ schema }) => schema));
    if (own.length + patterns.length > 0) continue;
    if (rule.additional?.kind === "never") return undefined;
    if (rule.additional !== undefined) found.push(rule.additional);
  }
  return found;
}
