import type { Api } from "../model/api.js";
import type { OfDefinition } from "../model/memos.js";
import type {
  DefinitionId,
  Discriminator,
  Keyword,
  KeywordByKind,
  Schema,
} from "../model/schema.js";
import { leafOfKeywords } from "./leaf-of.js";
import { kindsOf, kindsOfDefinitions, type Kinds } from "./kinds-of.js";
import type { Leaf, Mappings, WireKind } from "./mappings.js";
import { mergePlans } from "./merge-plans.js";
import type { ItemsPlan, MembersPlan, Plan } from "./plan.js";

/** What plans are made from. */
export interface PlanSource {
  readonly api: Api;
  readonly mappings: Mappings;
}

/** The plan of a schema; undefined where values are the same on the wire and in memory. */
export function planOf(schema: Schema, source: PlanSource): Plan | undefined {
  if (source.mappings.isEmpty) return undefined;
  return planWithin(schema, {
    ...source,
    kinds: kindsOfDefinitions(source.api),
    open: new Set(),
    beside: [],
    isTaken: false,
  });
}

/** The plan of a named schema. */
export function planOfDefinition(
  id: DefinitionId,
  source: PlanSource,
): Plan | undefined {
  const schema = source.api.definitions[id]?.schema;
  if (schema === undefined) return undefined;
  const leaf = source.mappings.definitions.get(id)?.leaf;
  if (leaf !== undefined)
    return leaf.converts ? { kind: "leaf", leaf } : undefined;
  return planWithin(schema, {
    ...source,
    kinds: kindsOfDefinitions(source.api),
    open: new Set([id]),
    beside: [],
    isTaken: false,
  });
}

function referenceTo(target: DefinitionId): Schema {
  return { kind: "ref", target, pointer: "", annotations: {} };
}

interface Scope extends PlanSource {
  readonly kinds: OfDefinition<Kinds>;
  /** Definitions whose members are being taken over: a cycle through `allOf` ends there. */
  readonly open: ReadonlySet<DefinitionId>;
  /** Values that stand beside those of the schema, in another option. */
  readonly beside: readonly WireKind[];
  /** Whether another schema takes the schema over: bases do not lead to their extensions then. */
  readonly isTaken: boolean;
}

function planWithin(schema: Schema, scope: Scope): Plan | undefined {
  switch (schema.kind) {
    case "any":
    case "never":
      return undefined;
    case "ref":
      return (
        leafPlan(userLeaf(schema.target, scope), scope) ??
        referencePlan(schema.target, scope.mappings)
      );
    case "keywords":
      return keywordsPlan(schema.keywords, scope);
  }
}

function referencePlan(id: DefinitionId, mappings: Mappings): Plan | undefined {
  return mappings.definitions.get(id)?.converts === true
    ? { kind: "definition", id }
    : undefined;
}

function keywordsPlan(
  keywords: readonly Keyword[],
  scope: Scope,
): Plan | undefined {
  const leaf = leafOfKeywords(keywords, scope.mappings);
  const inner: Scope = { ...scope, beside: [], isTaken: false };
  const applied = keywords.flatMap(appliedSchemas);
  const own = [
    leafPlan(leaf, scope),
    membersPlan(keywords, inner),
    itemsPlan(keywords, inner),
    ...keywords.map((keyword) => choicePlan(keyword, scope)),
  ].filter((plan) => plan !== undefined);
  const [only] = applied;
  if (only !== undefined && applied.length === 1 && own.length === 0) {
    return scope.isTaken || saysMembers(keywords)
      ? inheritedPlan(only, scope)
      : planWithin(only, scope);
  }
  const inherited = applied.map((schema) => inheritedPlan(schema, scope));
  return mergePlans([
    ...inherited.filter((plan) => plan !== undefined),
    ...own,
  ]);
}

/** A type of the user's own beside other values: its functions are to be called for its own values alone. */
function userLeaf(
  id: DefinitionId,
  { beside, mappings }: Scope,
): Leaf | undefined {
  const leaf = mappings.definitions.get(id)?.leaf;
  return beside.length > 0 && typeof leaf?.type === "object" ? leaf : undefined;
}

function leafPlan(leaf: Leaf | undefined, { beside }: Scope): Plan | undefined {
  if (leaf?.converts !== true) return undefined;
  const others = [...new Set([...leaf.others, ...beside])];
  return {
    kind: "leaf",
    leaf: {
      ...leaf,
      others: others.filter(
        (kind) => kind !== "object" && !leaf.wire.includes(kind),
      ),
    },
  };
}

/** The schemas that hold for the value as a whole. */
function appliedSchemas(keyword: Keyword): readonly Schema[] {
  if (keyword.kind === "allOf") return keyword.schemas;
  if (keyword.kind !== "reference") return [];
  return [referenceTo(keyword.target)];
}

function saysMembers(keywords: readonly Keyword[]): boolean {
  return keywords.some(({ kind }) => kind === "properties");
}

/** The plan of a schema that another one takes over: without a look at the schemas that extend it. */
function inheritedPlan(schema: Schema, scope: Scope): Plan | undefined {
  if (schema.kind !== "ref") return planWithin(schema, scope);
  const { target } = schema;
  const { api, mappings, open } = scope;
  const found = api.definitions[target]?.schema;
  if (
    mappings.definitions.get(target)?.converts !== true ||
    found === undefined ||
    open.has(target)
  ) {
    return undefined;
  }
  const isLeaf = mappings.definitions.get(target)?.leaf !== undefined;
  return isLeaf
    ? { kind: "definition", id: target }
    : inheritedPlan(found, {
        ...scope,
        open: new Set(open).add(target),
        isTaken: true,
      });
}

function membersPlan(
  keywords: readonly Keyword[],
  scope: Scope,
): MembersPlan | undefined {
  const keyword = keywords.find((one) => one.kind === "properties");
  const isAlone = keywords.every(({ kind }) => !appliesSchemas.has(kind));
  const unevaluated = isAlone
    ? keywords.find((one) => one.kind === "unevaluatedProperties")?.schema
    : undefined;
  const additional = keyword?.additional ?? unevaluated;
  const named = (keyword?.named ?? []).map(({ name, schema }) => ({
    name,
    plan: planWithin(schema, scope),
  }));
  const patterns = (keyword?.patterns ?? []).map(({ pattern, schema }) => ({
    pattern,
    plan: planWithin(schema, scope),
  }));
  const rest =
    additional === undefined ? undefined : planWithin(additional, scope);
  const isOpen =
    rest !== undefined || patterns.some(({ plan }) => plan !== undefined);
  const kept = named.filter(({ plan }) => isOpen || plan !== undefined);
  if (kept.length === 0 && !isOpen) return undefined;
  return {
    kind: "members",
    named: kept,
    patterns: isOpen ? patterns : [],
    ...(rest === undefined ? {} : { rest }),
  };
}

/** Keywords that apply schemas to the value, so that they may evaluate members. */
const appliesSchemas: ReadonlySet<Keyword["kind"]> = new Set([
  "reference",
  "allOf",
  "anyOf",
  "oneOf",
  "conditional",
  "dependentSchemas",
]);

function itemsPlan(
  keywords: readonly Keyword[],
  scope: Scope,
): ItemsPlan | undefined {
  const keyword = keywords.find((one) => one.kind === "items");
  if (keyword === undefined) return undefined;
  const prefix = keyword.prefix.map((schema) => planWithin(schema, scope));
  const rest =
    keyword.rest === undefined ? undefined : planWithin(keyword.rest, scope);
  return rest === undefined && prefix.every((plan) => plan === undefined)
    ? undefined
    : { kind: "items", prefix, ...(rest === undefined ? {} : { rest }) };
}

function choicePlan(keyword: Keyword, scope: Scope): Plan | undefined {
  switch (keyword.kind) {
    case "anyOf":
    case "oneOf":
      return unionPlan(keyword, scope);
    case "conditional":
      return conditionalPlan(keyword, scope);
    case "dependentSchemas":
      return mergePlans(
        keyword.entries.flatMap(({ name, schema }): Plan[] => {
          const plan = planWithin(schema, scope);
          return plan === undefined ? [] : [{ kind: "present", name, plan }];
        }),
      );
    default:
      return undefined;
  }
}

function unionPlan(
  keyword: KeywordByKind["anyOf"] | KeywordByKind["oneOf"],
  scope: Scope,
): Plan | undefined {
  const kinds = keyword.schemas.map((schema) => kindsOf(schema, scope.kinds));
  const options = keyword.schemas.map((schema, index) => {
    const others = kinds.flatMap((one, at) =>
      at === index ? [] : (one ?? []),
    );
    return {
      schema,
      plan: planWithin(schema, {
        ...scope,
        beside: [...scope.beside, ...others],
      }),
    };
  });
  const converting = options.filter(({ plan }) => plan !== undefined);
  const [only] = converting;
  if (only?.plan === undefined) return undefined;
  const { discriminator } = keyword;
  const tagged =
    discriminator === undefined
      ? undefined
      : taggedPlan(
          discriminator,
          options.map(({ plan }) => plan),
        );
  if (tagged !== undefined) return tagged;
  const own = kinds[options.indexOf(only)];
  const isApart =
    own !== undefined &&
    options.every(
      (option, index) =>
        option === only ||
        kinds[index]?.every((kind) => !own.includes(kind)) === true,
    );
  if (converting.length === 1 && isApart) {
    return only.plan;
  }
  return {
    kind: "choice",
    takes: keyword.kind === "oneOf" ? "first" : "each",
    options,
  };
}

/**
 * The plan by tag; undefined where a value that has to be converted may have none, and where a number or a truth is
 * written as another tag is.
 */
function taggedPlan(
  { property, branches }: Discriminator,
  plans: readonly (Plan | undefined)[],
): Plan | undefined {
  const others: (Plan | undefined)[] = [];
  const cases = new Map<string, Plan | undefined>();
  for (const [index, plan] of plans.entries()) {
    const tags = branches[index]?.tags;
    if (tags === undefined) others.push(plan);
    if (tags?.length === 0 && plan !== undefined) return undefined;
    for (const tag of tags ?? []) {
      const value = String(tag);
      if (cases.has(value)) return undefined;
      cases.set(value, plan);
    }
  }
  const [otherwise] = others;
  if (others.length > 1 && others.some((plan) => plan !== undefined)) {
    return undefined;
  }
  return {
    kind: "tagged",
    property,
    // A branch that converts nothing is only named where its objects would go to another one.
    cases: [...cases].flatMap(([value, plan]) =>
      plan === undefined && otherwise === undefined ? [] : [{ value, plan }],
    ),
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

function conditionalPlan(
  keyword: KeywordByKind["conditional"],
  scope: Scope,
): Plan | undefined {
  const then =
    keyword.then === undefined ? undefined : planWithin(keyword.then, scope);
  const otherwise =
    keyword.else === undefined ? undefined : planWithin(keyword.else, scope);
  if (then === undefined && otherwise === undefined) return undefined;
  return {
    kind: "choice",
    takes: "first",
    options: [
      { schema: keyword.if, plan: then },
      {
        schema: { kind: "any", pointer: keyword.if.pointer, annotations: {} },
        plan: otherwise,
      },
    ],
  };
}
