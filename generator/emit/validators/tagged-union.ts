import type { Api } from "../../model/api.js";
import type {
  AnyOfRule,
  OneOfRule,
  Property,
  Rule,
  Schema,
} from "../../model/schema.js";
import { kindOf, type ValueKind } from "./subject.js";
import { kindOfType } from "./type-conditions.js";

/** A member whose value says which branch of a union an object belongs to. */
export interface Tag {
  readonly property: string;
  readonly branches: readonly {
    readonly schema: Schema;
    readonly values: readonly string[];
  }[];
}

/** Schemas nested deeper in references and `allOf` are not looked into. */
const deepest = 8;

/**
 * The member that tells the branches of a union apart: every branch takes objects alone, requires the member,
 * and allows values of it that no other branch allows. So at most one branch can hold, and the value of the
 * member says which, whether the description has a `discriminator` or not.
 */
export function tagOf(
  { schemas, discriminator }: AnyOfRule | OneOfRule,
  api: Api,
): Tag | undefined {
  const facts = schemas.map((schema) => factsOf(schema, api, 0));
  const [first] = facts;
  if (first === undefined || facts.some(({ kinds }) => !isObjectOnly(kinds))) {
    return undefined;
  }
  const wanted = discriminator?.property;
  const names = [...first.values.keys()].filter(
    (name) => wanted === undefined || name === wanted,
  );
  for (const name of names) {
    const lists = facts.map(({ required, values }) =>
      required.has(name) ? values.get(name) : undefined,
    );
    const all = lists.flatMap<string | undefined>(
      (list) => list ?? [undefined],
    );
    if (all.includes(undefined) || new Set(all).size !== all.length) continue;
    return {
      property: name,
      branches: schemas.map((schema, index) => ({
        schema,
        values: lists[index] ?? [],
      })),
    };
  }
  return undefined;
}

/** True where no value can be valid under two of the schemas, because they take different kinds of values. */
export function areDisjoint(schemas: readonly Schema[], api: Api): boolean {
  const seen = new Set<ValueKind>();
  for (const schema of schemas) {
    const { kinds } = factsOf(schema, api, 0);
    if (kinds === undefined) return false;
    for (const kind of kinds) {
      if (seen.has(kind)) return false;
      seen.add(kind);
    }
  }
  return true;
}

/** What a schema says of every value that it takes. */
interface Facts {
  /** Undefined where any kind may be taken. */
  kinds: ReadonlySet<ValueKind> | undefined;
  readonly required: Set<string>;
  /** The strings that a member can be, where there are only strings. */
  readonly values: Map<string, readonly string[]>;
}

function isObjectOnly(kinds: ReadonlySet<ValueKind> | undefined): boolean {
  return kinds?.size === 1 && kinds.has("object");
}

function factsOf(schema: Schema, api: Api, depth: number): Facts {
  const facts: Facts = {
    kinds: undefined,
    required: new Set(),
    values: new Map(),
  };
  addFacts(schema, facts, api, depth);
  return facts;
}

function addFacts(schema: Schema, facts: Facts, api: Api, depth: number): void {
  if (depth > deepest) return;
  if (schema.kind === "ref") {
    const target = api.definitions[schema.target];
    if (target !== undefined) addFacts(target.schema, facts, api, depth + 1);
  }
  if (schema.kind !== "rules") return;
  for (const rule of schema.rules) addRule(rule, facts, api, depth);
}

function addRule(rule: Rule, facts: Facts, api: Api, depth: number): void {
  if (rule.kind === "type") {
    narrow(facts, new Set(rule.types.map((type) => kindOfType[type])));
  } else if (rule.kind === "const") {
    narrow(facts, new Set([kindOf(rule.value)]));
  } else if (rule.kind === "enum") {
    narrow(facts, new Set(rule.values.map(kindOf)));
  } else if (rule.kind === "required") {
    for (const name of rule.names) facts.required.add(name);
  } else if (rule.kind === "properties") {
    for (const property of rule.named) addProperty(property, facts, api);
  } else if (rule.kind === "reference") {
    const target = api.definitions[rule.target];
    if (target !== undefined) addFacts(target.schema, facts, api, depth + 1);
  } else if (rule.kind === "allOf") {
    for (const part of rule.schemas) addFacts(part, facts, api, depth + 1);
  }
}

function addProperty({ name, schema }: Property, facts: Facts, api: Api): void {
  const found = stringsOf(schema, api, 0);
  if (found === undefined) return;
  const known = facts.values.get(name);
  facts.values.set(
    name,
    known === undefined
      ? found
      : found.filter((value) => known.includes(value)),
  );
}

function stringsOf(
  schema: Schema,
  api: Api,
  depth: number,
): readonly string[] | undefined {
  if (depth > deepest) return undefined;
  if (schema.kind === "ref") {
    const target = api.definitions[schema.target];
    return target && stringsOf(target.schema, api, depth + 1);
  }
  if (schema.kind !== "rules") return undefined;
  for (const rule of schema.rules) {
    if (rule.kind === "const" && typeof rule.value === "string") {
      return [rule.value];
    }
    if (rule.kind === "enum") {
      const strings = rule.values.filter((value) => typeof value === "string");
      if (strings.length === rule.values.length) return strings;
    }
  }
  return undefined;
}

function narrow(facts: Facts, kinds: ReadonlySet<ValueKind>): void {
  const { kinds: known } = facts;
  facts.kinds =
    known === undefined
      ? kinds
      : new Set([...known].filter((kind) => kinds.has(kind)));
}
