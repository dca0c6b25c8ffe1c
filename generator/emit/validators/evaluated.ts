import type { Api } from "../../model/api.js";
import type {
  DefinitionId,
  Keyword,
  KeywordByKind,
  Schema,
  TagValue,
} from "../../model/schema.js";

/** What a schema evaluates of the value it applies to (Core §11), where it is valid. */
export interface Evaluated {
  readonly names: Set<string>;
  readonly patterns: string[];
  allProperties: boolean;
  /** The items before this index. */
  prefix: number;
  allItems: boolean;
  /** Items that match one of these schemas. */
  readonly contains: Schema[];
  /** What is evaluated only where something holds. */
  readonly conditional: Conditional[];
}

/** Several conditions may lead to the same schemas, and then share what these evaluate. */
export interface Conditional {
  readonly when: When;
  readonly evaluated: Evaluated;
}

/** Schemas that the value has to match, or not; or a member that it has to have, with one of some values. */
export type When =
  | {
      readonly kind: "tagged";
      readonly property: string;
      readonly tags: readonly TagValue[];
    }
  | { readonly kind: "matches"; readonly schema: Schema }
  | { readonly kind: "differs"; readonly schema: Schema }
  | { readonly kind: "has"; readonly name: string };

/** The keywords that apply to what nothing else evaluates. */
export type Unevaluated = "unevaluatedProperties" | "unevaluatedItems";

/** What the keywords beside an `unevaluated…` keyword evaluate, references followed. */
export function evaluatedBy(
  keywords: readonly Keyword[],
  unevaluated: Unevaluated,
  api: Api,
): Evaluated {
  const evaluated = nothingEvaluated();
  const search: Search = {
    api,
    unevaluated,
    added: new Map(),
    shared: new Map(),
  };
  for (const keyword of keywords) {
    const isUnevaluated =
      keyword.kind === "unevaluatedProperties" ||
      keyword.kind === "unevaluatedItems";
    if (!isUnevaluated) addKeyword(keyword, evaluated, search);
  }
  return evaluated;
}

/** Everything is added once, however many ways lead to it. */
interface Search {
  readonly api: Api;
  readonly unevaluated: Unevaluated;
  /** The definitions that were added to something. */
  readonly added: Map<Evaluated, Set<DefinitionId>>;
  /** What is evaluated under conditions, by the schema that the condition leads to. */
  readonly shared: Map<Schema, Evaluated>;
}

function nothingEvaluated(): Evaluated {
  return {
    names: new Set(),
    patterns: [],
    allProperties: false,
    prefix: 0,
    allItems: false,
    contains: [],
    conditional: [],
  };
}

function addSchema(schema: Schema, into: Evaluated, search: Search): void {
  if (schema.kind === "ref") addTarget(schema.target, into, search);
  if (schema.kind !== "keywords") return;
  const whole = schema.keywords.find(({ kind }) => kind === search.unevaluated);
  if (whole !== undefined) addKeyword(whole, into, search);
  else for (const keyword of schema.keywords) addKeyword(keyword, into, search);
}

function addTarget(
  target: DefinitionId,
  into: Evaluated,
  search: Search,
): void {
  const added = search.added.get(into) ?? new Set<DefinitionId>();
  search.added.set(into, added);
  const definition = search.api.definitions[target];
  if (definition === undefined || added.has(target)) return;
  added.add(target);
  addSchema(definition.schema, into, search);
}

function addKeyword(keyword: Keyword, into: Evaluated, search: Search): void {
  const add = adders[keyword.kind] as Adder<Keyword> | undefined;
  add?.(keyword, into, search);
}

type Adder<R extends Keyword> = (
  keyword: R,
  into: Evaluated,
  search: Search,
) => void;

/** The keywords that evaluate something; what is under `not` never counts. */
const adders: { readonly [K in Keyword["kind"]]?: Adder<KeywordByKind[K]> } = {
  properties({ named, patterns, additional }, into) {
    for (const { name } of named) into.names.add(name);
    for (const { pattern } of patterns) into.patterns.push(pattern);
    if (additional !== undefined) into.allProperties = true;
  },
  unevaluatedProperties(_keyword, into) {
    into.allProperties = true;
  },
  items({ prefix, rest }, into) {
    into.prefix = Math.max(into.prefix, prefix.length);
    if (rest !== undefined) into.allItems = true;
  },
  contains({ schema }, into) {
    into.contains.push(schema);
  },
  unevaluatedItems(_keyword, into) {
    into.allItems = true;
  },
  reference({ target }, into, search) {
    addTarget(target, into, search);
  },
  allOf({ schemas }, into, search) {
    for (const schema of schemas) addSchema(schema, into, search);
  },
  anyOf: addBranches,
  oneOf: addBranches,
  conditional({ if: schema, then, else: otherwise }, into, search) {
    addWhen({ kind: "matches", schema }, [schema, then], into, search);
    if (otherwise !== undefined) {
      addWhen({ kind: "differs", schema }, [otherwise], into, search);
    }
  },
  dependentSchemas({ entries }, into, search) {
    for (const { name, schema } of entries) {
      addWhen({ kind: "has", name }, [schema], into, search);
    }
  },
};

function addBranches(
  { schemas, discriminator }: KeywordByKind["anyOf" | "oneOf"],
  into: Evaluated,
  search: Search,
): void {
  schemas.forEach((schema, index) => {
    const tags = discriminator?.branches[index]?.tags ?? [];
    const when: When =
      discriminator === undefined || tags.length === 0
        ? { kind: "matches", schema }
        : { kind: "tagged", property: discriminator.property, tags };
    addWhen(when, [schema], into, search);
  });
}

/** @param schemas what the condition leads to, `if` before `then` */
function addWhen(
  when: When,
  schemas: readonly [first: Schema, then?: Schema | undefined],
  into: Evaluated,
  search: Search,
): void {
  const [first, then] = schemas;
  const target =
    then === undefined && first.kind === "ref"
      ? search.api.definitions[first.target]?.schema
      : undefined;
  const key = target ?? first;
  const known = search.shared.get(key);
  const evaluated = known ?? nothingEvaluated();
  if (known === undefined) {
    search.shared.set(key, evaluated);
    for (const schema of schemas) {
      if (schema !== undefined) addSchema(schema, evaluated, search);
    }
  }
  into.conditional.push({ when, evaluated });
}
