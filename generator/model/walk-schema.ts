import type { DefinitionId, Rule, RuleByKind, Schema } from "./schema.js";

type Visit = (schema: Schema) => void;

type Children = {
  readonly [K in Rule["kind"]]: (rule: RuleByKind[K], visit: Visit) => void;
};

const none = (): void => undefined;

function visitPresent(schema: Schema | undefined, visit: Visit): void {
  if (schema !== undefined) visit(schema);
}

const visitOne = (rule: { readonly schema: Schema }, visit: Visit): void =>
  visit(rule.schema);

const visitAll = (
  rule: { readonly schemas: readonly Schema[] },
  visit: Visit,
): void => rule.schemas.forEach((schema) => visit(schema));

const children: Children = {
  type: none,
  const: none,
  enum: none,
  minimum: none,
  maximum: none,
  exclusiveMinimum: none,
  exclusiveMaximum: none,
  multipleOf: none,
  minLength: none,
  maxLength: none,
  pattern: none,
  format: none,
  content: (rule, visit) => visitPresent(rule.schema, visit),
  binary: none,
  minItems: none,
  maxItems: none,
  uniqueItems: none,
  items: (rule, visit) => {
    for (const schema of rule.prefix) visit(schema);
    visitPresent(rule.rest, visit);
  },
  contains: visitOne,
  minProperties: none,
  maxProperties: none,
  required: none,
  properties: (rule, visit) => {
    for (const { schema } of rule.named) visit(schema);
    for (const { schema } of rule.patterns) visit(schema);
    visitPresent(rule.additional, visit);
  },
  propertyNames: visitOne,
  dependentRequired: none,
  dependentSchemas: (rule, visit) => {
    for (const { schema } of rule.entries) visit(schema);
  },
  reference: none,
  allOf: visitAll,
  anyOf: visitAll,
  oneOf: visitAll,
  not: visitOne,
  conditional: (rule, visit) => {
    visit(rule.if);
    visitPresent(rule.then, visit);
    visitPresent(rule.else, visit);
  },
  unevaluatedItems: visitOne,
  unevaluatedProperties: visitOne,
};

/** Visits the schemas directly within a schema, in their order; references are not followed. */
export function visitChildren(schema: Schema, visit: Visit): void {
  if (schema.kind !== "rules") return;
  for (const rule of schema.rules) {
    (children[rule.kind] as (rule: Rule, visit: Visit) => void)(rule, visit);
  }
}

/** The schemas directly within a schema; references are not followed. */
export function childSchemas(schema: Schema): readonly Schema[] {
  const found: Schema[] = [];
  visitChildren(schema, (child) => found.push(child));
  return found;
}

/** Whether there are schemas within a schema. */
export function hasChildren(schema: Schema): boolean {
  if (schema.kind !== "rules") return false;
  let isFound = false;
  const find = (): void => {
    isFound = true;
  };
  for (const rule of schema.rules) {
    const visit = children[rule.kind] as (rule: Rule, visit: Visit) => void;
    if (visit !== none) visit(rule, find);
    if (isFound) return true;
  }
  return false;
}

/** Visits a schema and every schema within it; references are not followed. */
export function visitWithin(root: Schema, visit: Visit): void {
  const open: Schema[] = [root];
  const add = (schema: Schema): void => {
    open.push(schema);
  };
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    visit(next);
    visitChildren(next, add);
  }
}

/** The definitions that a schema refers to, itself or in a schema within it. */
export function referencesWithin(root: Schema): ReadonlySet<DefinitionId> {
  const targets = new Set<DefinitionId>();
  visitWithin(root, (schema) => {
    for (const target of referencesOf(schema)) targets.add(target);
  });
  return targets;
}

const noReferences: readonly DefinitionId[] = [];

/** The definitions that a schema itself refers to. */
export function referencesOf(schema: Schema): readonly DefinitionId[] {
  if (schema.kind === "ref") return [schema.target];
  if (schema.kind !== "rules") return noReferences;
  let found: DefinitionId[] | undefined;
  for (const rule of schema.rules) {
    if (rule.kind === "reference") {
      (found ??= []).push(rule.target);
    }
  }
  return found ?? noReferences;
}
