import type { Api } from "../../model/api.js";
import type { JsonValue } from "../../model/json.js";
import type {
  AnyOfKeyword,
  OneOfKeyword,
  Property,
  Keyword,
  Schema,
  TagValue,
} from "../../model/schema.js";
import { kindOf, type ValueKind } from "./subject.js";
import { kindOfType } from "./type-conditions.js";

/** A union of which the value of a member says to which branch an object belongs. */
export interface TaggedUnion {
  readonly property: string;
  /** The branches with the values that select them. */
  readonly branches: readonly {
    readonly schema: Schema;
    readonly values: readonly TagValue[];
  }[];
  /** The branches for objects whose member selects none of the others. */
  readonly rest: readonly Schema[];
  /** The branches for values that are no objects. */
  readonly others: readonly Schema[];
  /** True where each branch with values refuses by itself what is no object. */
  readonly refusesOthers: boolean;
  /** True where responses may have objects whose member, a string, selects no branch. */
  readonly isOpen: boolean;
}

/** Schemas nested deeper in references and `allOf` are not looked into. */
const deepest = 8;

/**
 * A union as one that is told apart by a member: by its discriminator; else, where every branch for objects requires
 * the member and allows values of it that no other branch allows, so that at most one can hold.
 */
export function taggedUnionOf(
  { schemas, discriminator }: AnyOfKeyword | OneOfKeyword,
  api: Api,
): TaggedUnion | undefined {
  const options = schemas.map((schema) => ({
    schema,
    facts: factsOf(schema, api, 0),
  }));
  if (discriminator === undefined) return naturalUnion(options);
  const { property, branches, isOpen = false } = discriminator;
  const tagged = options.flatMap((option, index) => {
    const values = branches[index]?.tags ?? [];
    return values.length > 0 ? [{ ...option, values }] : [];
  });
  const rest = options.filter((_, index) => !branches[index]?.tags);
  return {
    property,
    branches: tagged.map(({ schema, values }) => ({ schema, values })),
    rest: rest
      .filter(({ facts }) => facts.kinds?.has("object") !== false)
      .map(({ schema }) => schema),
    others: options
      .filter(
        ({ facts: { kinds } }, index) =>
          (kinds === undefined
            ? branches[index]?.tags === undefined
            : !isObjectOnly(kinds)) && kinds?.size !== 0,
      )
      .map(({ schema }) => schema),
    refusesOthers: tagged.every(({ facts }) => isObjectOnly(facts.kinds)),
    isOpen,
  };
}

interface Option {
  readonly schema: Schema;
  readonly facts: Facts;
}

function naturalUnion(options: readonly Option[]): TaggedUnion | undefined {
  const objects = options.filter(({ facts }) => isObjectOnly(facts.kinds));
  const others = options.filter(
    ({ facts }) => facts.kinds?.has("object") === false,
  );
  const [first, second] = objects;
  if (first === undefined || objects.length + others.length < options.length) {
    return undefined;
  }
  if (second === undefined) return undefined;
  for (const name of first.facts.values.keys()) {
    const lists = objects.map(({ facts: { required, values } }) =>
      required.has(name) ? values.get(name) : undefined,
    );
    const all = lists.flatMap<TagValue | undefined>(
      (list) => list ?? [undefined],
    );
    if (all.includes(undefined) || new Set(all).size !== all.length) continue;
    return {
      property: name,
      branches: objects
        .map(({ schema }, index) => ({ schema, values: lists[index] ?? [] }))
        .filter(({ values }) => values.length > 0),
      rest: [],
      others: others.map(({ schema }) => schema),
      refusesOthers: true,
      isOpen: false,
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
  /** The strings and booleans that a member can be, where there is nothing else. */
  readonly values: Map<string, readonly TagValue[]>;
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
  if (schema.kind !== "keywords") return;
  for (const keyword of schema.keywords) addKeyword(keyword, facts, api, depth);
}

function addKeyword(
  keyword: Keyword,
  facts: Facts,
  api: Api,
  depth: number,
): void {
  if (keyword.kind === "type") {
    narrow(facts, new Set(keyword.types.map((type) => kindOfType[type])));
  } else if (keyword.kind === "const") {
    narrow(facts, new Set([kindOf(keyword.value)]));
  } else if (keyword.kind === "enum") {
    narrow(facts, new Set(keyword.values.map(kindOf)));
  } else if (keyword.kind === "required") {
    for (const name of keyword.names) facts.required.add(name);
  } else if (keyword.kind === "properties") {
    for (const property of keyword.named) addProperty(property, facts, api);
  } else if (keyword.kind === "reference") {
    const target = api.definitions[keyword.target];
    if (target !== undefined) addFacts(target.schema, facts, api, depth + 1);
  } else if (keyword.kind === "allOf") {
    for (const part of keyword.schemas) addFacts(part, facts, api, depth + 1);
  } else if (keyword.kind === "anyOf" || keyword.kind === "oneOf") {
    // Unions within unions soon have many branches.
    const kinds = keyword.schemas.map(
      (branch) => factsOf(branch, api, depth + 4).kinds,
    );
    if (kinds.every((each) => each !== undefined)) {
      narrow(facts, new Set(kinds.flatMap((each) => [...each])));
    }
  }
}

function addProperty({ name, schema }: Property, facts: Facts, api: Api): void {
  const found = tagsOf(schema, api, 0);
  if (found === undefined) return;
  const known = facts.values.get(name);
  facts.values.set(
    name,
    known === undefined
      ? found
      : found.filter((value) => known.includes(value)),
  );
}

function tagsOf(
  schema: Schema,
  api: Api,
  depth: number,
): readonly TagValue[] | undefined {
  if (depth > deepest) return undefined;
  if (schema.kind === "ref") {
    const target = api.definitions[schema.target];
    return target && tagsOf(target.schema, api, depth + 1);
  }
  if (schema.kind !== "keywords") return undefined;
  for (const keyword of schema.keywords) {
    if (keyword.kind === "const" && isTag(keyword.value))
      return [keyword.value];
    if (keyword.kind === "enum") {
      const tags = keyword.values.filter(isTag);
      if (tags.length === keyword.values.length) return tags;
    }
  }
  return undefined;
}

function isTag(value: JsonValue): value is string | boolean {
  return typeof value === "string" || typeof value === "boolean";
}

function narrow(facts: Facts, kinds: ReadonlySet<ValueKind>): void {
  const { kinds: known } = facts;
  facts.kinds =
    known === undefined
      ? kinds
      : new Set([...known].filter((kind) => kinds.has(kind)));
}
