import type { Api } from "../model/api.js";
import type { OfDefinition } from "../model/per-definition.js";
import type {
  DefinitionId,
  Discriminator,
  Rule,
  RuleByKind,
  Schema,
} from "../model/schema.js";
import { leafOfRules } from "./leaf-of.js";
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
    case "rules":
      return rulesPlan(schema.rules, scope);
  }
}

function referencePlan(id: DefinitionId, mappings: Mappings): Plan | undefined {
  return mappings.definitions.get(id)?.converts === true
    ? { kind: "definition", id }
    : undefined;
}

function rulesPlan(rules: readonly Rule[], scope: Scope): Plan | undefined {
  const leaf = leafOfRules(rules, scope.mappings);
  const inner: Scope = { ...scope, beside: [], isTaken: false };
  const applied = rules.flatMap(appliedSchemas);
  const own = [
    leafPlan(leaf, scope),
    membersPlan(rules, inner),
    itemsPlan(rules, inner),
    ...rules.map((rule) => choicePlan(rule, scope)),
  ].filter((plan) => plan !== undefined);
  const [only] = applied;
  if (only !== undefined && applied.length === 1 && own.length === 0) {
    return scope.isTaken || saysMembers(rules)
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
function appliedSchemas(rule: Rule): readonly Schema[] {
  if (rule.kind === "allOf") return rule.schemas;
  if (rule.kind !== "reference") return [];
  return [referenceTo(rule.target)];
}

function saysMembers(rules: readonly Rule[]): boolean {
  return rules.some(({ kind }) => kind === "properties");
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
  rules: readonly Rule[],
  scope: Scope,
): MembersPlan | undefined {
  const rule = rules.find((one) => one.kind === "properties");
  const isAlone = rules.every(({ kind }) => !appliesSchemas.has(kind));
  const unevaluated = isAlone
    ? rules.find((one) => one.kind === "unevaluatedProperties")?.schema
    : undefined;
  const additional = rule?.additional ?? unevaluated;
  const named = (rule?.named ?? []).map(({ name, schema }) => ({
    name,
    plan: planWithin(schema, scope),
  }));
  const patterns = (rule?.patterns ?? []).map(({ pattern, schema }) => ({
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

/** Rules that apply schemas to the value, so that they may evaluate members. */
const appliesSchemas: ReadonlySet<Rule["kind"]> = new Set([
  "reference",
  "allOf",
  "anyOf",
  "oneOf",
  "conditional",
  "dependentSchemas",
]);

function itemsPlan(
  rules: readonly Rule[],
  scope: Scope,
): ItemsPlan | undefined {
  const rule = rules.find((one) => one.kind === "items");
  if (rule === undefined) return undefined;
  const prefix = rule.prefix.map((schema) => planWithin(schema, scope));
  const rest =
    rule.rest === undefined ? undefined : planWithin(rule.rest, scope);
  return rest === undefined && prefix.every((plan) => plan === undefined)
    ? undefined
    : { kind: "items", prefix, ...(rest === undefined ? {} : { rest }) };
}

function choicePlan(rule: Rule, scope: Scope): Plan | undefined {
  switch (rule.kind) {
    case "anyOf":
    case "oneOf":
      return unionPlan(rule, scope);
    case "conditional":
      return conditionalPlan(rule, scope);
    case "dependentSchemas":
      return mergePlans(
        rule.entries.flatMap(({ name, schema }): Plan[] => {
          const plan = planWithin(schema, scope);
          return plan === undefined ? [] : [{ kind: "present", name, plan }];
        }),
      );
    default:
      return undefined;
  }
}

function unionPlan(
  rule: RuleByKind["anyOf"] | RuleByKind["oneOf"],
  scope: Scope,
): Plan | undefined {
  const kinds = rule.schemas.map((schema) => kindsOf(schema, scope.kinds));
  const options = rule.schemas.map((schema, index) => {
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
  const { discriminator } = rule;
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
    takes: rule.kind === "oneOf" ? "first" : "each",
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
  rule: RuleByKind["conditional"],
  scope: Scope,
): Plan | undefined {
  const then =
    rule.then === undefined ? undefined : planWithin(rule.then, scope);
  const otherwise =
    rule.else === undefined ? undefined : planWithin(rule.else, scope);
  if (then === undefined && otherwise === undefined) return undefined;
  return {
    kind: "choice",
    takes: "first",
    options: [
      { schema: rule.if, plan: then },
      {
        schema: { kind: "any", pointer: rule.if.pointer, annotations: {} },
        plan: otherwise,
      },
    ],
  };
}
