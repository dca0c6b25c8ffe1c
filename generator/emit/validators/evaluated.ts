import type { Api } from "../../model/api.js";
import type {
  DefinitionId,
  Rule,
  RuleByKind,
  Schema,
  Tag,
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

export interface Conditional {
  readonly when: When;
  readonly evaluated: Evaluated;
}

/** Schemas that the value has to match, or not; or a member that it has to have, with one of some values. */
export type When =
  | {
      readonly kind: "tagged";
      readonly property: string;
      readonly tags: readonly Tag[];
    }
  | { readonly kind: "matches"; readonly schema: Schema }
  | { readonly kind: "differs"; readonly schema: Schema }
  | { readonly kind: "has"; readonly name: string };

/** What the rules beside `unevaluatedProperties` and `unevaluatedItems` evaluate, references followed. */
export function evaluatedBy(rules: readonly Rule[], api: Api): Evaluated {
  const evaluated = nothingEvaluated();
  for (const rule of rules) {
    const isUnevaluated =
      rule.kind === "unevaluatedProperties" || rule.kind === "unevaluatedItems";
    if (!isUnevaluated) addRule(rule, evaluated, api, new Set());
  }
  return evaluated;
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

function addSchema(
  schema: Schema,
  into: Evaluated,
  api: Api,
  seen: ReadonlySet<DefinitionId>,
): void {
  if (schema.kind === "ref") addTarget(schema.target, into, api, seen);
  if (schema.kind !== "rules") return;
  for (const rule of schema.rules) addRule(rule, into, api, seen);
}

function addTarget(
  target: DefinitionId,
  into: Evaluated,
  api: Api,
  seen: ReadonlySet<DefinitionId>,
): void {
  const definition = api.definitions[target];
  if (definition === undefined || seen.has(target)) return;
  addSchema(definition.schema, into, api, new Set([...seen, target]));
}

function addRule(
  rule: Rule,
  into: Evaluated,
  api: Api,
  seen: ReadonlySet<DefinitionId>,
): void {
  const add = adders[rule.kind] as Adder<Rule> | undefined;
  add?.(rule, into, api, seen);
}

type Adder<R extends Rule> = (
  rule: R,
  into: Evaluated,
  api: Api,
  seen: ReadonlySet<DefinitionId>,
) => void;

/** The rules that evaluate something; what is under `not` never counts. */
const adders: { readonly [K in Rule["kind"]]?: Adder<RuleByKind[K]> } = {
  properties({ named, patterns, additional }, into) {
    for (const { name } of named) into.names.add(name);
    for (const { pattern } of patterns) into.patterns.push(pattern);
    if (additional !== undefined) into.allProperties = true;
  },
  unevaluatedProperties(_rule, into) {
    into.allProperties = true;
  },
  items({ prefix, rest }, into) {
    into.prefix = Math.max(into.prefix, prefix.length);
    if (rest !== undefined) into.allItems = true;
  },
  contains({ schema }, into) {
    into.contains.push(schema);
  },
  unevaluatedItems(_rule, into) {
    into.allItems = true;
  },
  reference({ target }, into, api, seen) {
    addTarget(target, into, api, seen);
  },
  allOf({ schemas }, into, api, seen) {
    for (const schema of schemas) addSchema(schema, into, api, seen);
  },
  anyOf: addBranches,
  oneOf: addBranches,
  conditional({ if: schema, then, else: otherwise }, into, api, seen) {
    const whenTrue = then === undefined ? [schema] : [schema, then];
    addWhen({ kind: "matches", schema }, whenTrue, into, api, seen);
    if (otherwise !== undefined) {
      addWhen({ kind: "differs", schema }, [otherwise], into, api, seen);
    }
  },
  dependentSchemas({ entries }, into, api, seen) {
    for (const { name, schema } of entries) {
      addWhen({ kind: "has", name }, [schema], into, api, seen);
    }
  },
};

function addBranches(
  { schemas, discriminator }: RuleByKind["anyOf" | "oneOf"],
  into: Evaluated,
  api: Api,
  seen: ReadonlySet<DefinitionId>,
): void {
  schemas.forEach((schema, index) => {
    const tags = discriminator?.branches[index]?.tags ?? [];
    const when: When =
      discriminator === undefined || tags.length === 0
        ? { kind: "matches", schema }
        : { kind: "tagged", property: discriminator.property, tags };
    addWhen(when, [schema], into, api, seen);
  });
}

function addWhen(
  when: When,
  schemas: readonly Schema[],
  into: Evaluated,
  api: Api,
  seen: ReadonlySet<DefinitionId>,
): void {
  const evaluated = nothingEvaluated();
  for (const schema of schemas) addSchema(schema, evaluated, api, seen);
  into.conditional.push({ when, evaluated });
}
