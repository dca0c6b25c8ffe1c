import type { DefinitionId, Keyword, KeywordByKind, Schema } from "./schema.js";

type Visit = (schema: Schema) => void;

type Children = {
  readonly [K in Keyword["kind"]]: (
    keyword: KeywordByKind[K],
    visit: Visit,
  ) => void;
};

const none = (): void => undefined;

function visitPresent(schema: Schema | undefined, visit: Visit): void {
  if (schema !== undefined) visit(schema);
}

const visitOne = (keyword: { readonly schema: Schema }, visit: Visit): void =>
  visit(keyword.schema);

const visitAll = (
  keyword: { readonly schemas: readonly Schema[] },
  visit: Visit,
): void => keyword.schemas.forEach((schema) => visit(schema));

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
  content: (keyword, visit) => visitPresent(keyword.schema, visit),
  binary: none,
  minItems: none,
  maxItems: none,
  uniqueItems: none,
  items: (keyword, visit) => {
    for (const schema of keyword.prefix) visit(schema);
    visitPresent(keyword.rest, visit);
  },
  contains: visitOne,
  minProperties: none,
  maxProperties: none,
  required: none,
  properties: (keyword, visit) => {
    for (const { schema } of keyword.named) visit(schema);
    for (const { schema } of keyword.patterns) visit(schema);
    visitPresent(keyword.additional, visit);
  },
  propertyNames: visitOne,
  dependentRequired: none,
  dependentSchemas: (keyword, visit) => {
    for (const { schema } of keyword.entries) visit(schema);
  },
  reference: none,
  allOf: visitAll,
  anyOf: visitAll,
  oneOf: visitAll,
  not: visitOne,
  conditional: (keyword, visit) => {
    visit(keyword.if);
    visitPresent(keyword.then, visit);
    visitPresent(keyword.else, visit);
  },
  unevaluatedItems: visitOne,
  unevaluatedProperties: visitOne,
};

/** Visits the schemas directly within a schema, in their order; references are not followed. */
export function visitChildren(schema: Schema, visit: Visit): void {
  if (schema.kind !== "keywords") return;
  for (const keyword of schema.keywords) {
    (children[keyword.kind] as (keyword: Keyword, visit: Visit) => void)(
      keyword,
      visit,
    );
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
  if (schema.kind !== "keywords") return false;
  let isFound = false;
  const find = (): void => {
    isFound = true;
  };
  for (const keyword of schema.keywords) {
    const visit = children[keyword.kind] as (
      keyword: Keyword,
      visit: Visit,
    ) => void;
    if (visit !== none) visit(keyword, find);
    if (isFound) return true;
  }
  return false;
}

/** Visits a schema and every schema within it; references are not followed. */
export function visit(root: Schema, action: Visit): void {
  const open: Schema[] = [root];
  const add = (schema: Schema): void => {
    open.push(schema);
  };
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    action(next);
    visitChildren(next, add);
  }
}

/** The definitions that a schema refers to, itself or in a schema within it. */
export function referencesWithin(root: Schema): ReadonlySet<DefinitionId> {
  const targets = new Set<DefinitionId>();
  visit(root, (schema) => {
    for (const target of referencesOf(schema)) targets.add(target);
  });
  return targets;
}

const noReferences: readonly DefinitionId[] = [];

/** The definitions that a schema itself refers to. */
export function referencesOf(schema: Schema): readonly DefinitionId[] {
  if (schema.kind === "ref") return [schema.target];
  if (schema.kind !== "keywords") return noReferences;
  let found: DefinitionId[] | undefined;
  for (const keyword of schema.keywords) {
    if (keyword.kind === "reference") {
      (found ??= []).push(keyword.target);
    }
  }
  return found ?? noReferences;
}
