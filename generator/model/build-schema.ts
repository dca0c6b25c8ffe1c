import * as applicators from "./applicator-keywords.js";
import * as assertions from "./assertion-keywords.js";
import { baseUnionKeyword } from "./base-unions.js";
import type { ModelContext } from "./model-context.js";
import { emptyScope, enterScope, type DynamicScope } from "./dynamic-scope.js";
import { impliedType, type ImpliedType } from "./implied-type.js";
import { readNull } from "./null-reading.js";
import { orNull } from "./or-null.js";
import { readAnnotations } from "./read-annotations.js";
import {
  dynamicReferenceKeyword,
  recursiveReferenceKeyword,
  referenceKeyword,
} from "./reference-keywords.js";
import type { Annotations, Keyword, Schema } from "./schema.js";
import type { SchemaResource } from "./resource-index.js";
import type { KeywordMaker, SchemaRole, SchemaSite } from "./schema-site.js";
import {
  isObjectSource,
  locationOf,
  member,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";
import { ignoresBesideReference, isKeywordInForce } from "./vocabularies.js";

/** Deeper schemas are refused by the structure check; what is below is then not built. */

const noAnnotations: Annotations = {};

/** The makers in the canonical order of keywords, and the keywords that call for each. */
const makers: readonly (readonly [KeywordMaker, readonly string[]])[] = [
  [assertions.typeKeyword, ["type"]],
  [assertions.constKeyword, ["const"]],
  [assertions.enumKeyword, ["enum"]],
  [assertions.minimumKeyword, ["minimum"]],
  [assertions.maximumKeyword, ["maximum"]],
  [assertions.exclusiveMinimumKeyword, ["exclusiveMinimum"]],
  [assertions.exclusiveMaximumKeyword, ["exclusiveMaximum"]],
  [assertions.multipleOfKeyword, ["multipleOf"]],
  [assertions.minLengthKeyword, ["minLength"]],
  [assertions.maxLengthKeyword, ["maxLength"]],
  [assertions.patternKeyword, ["pattern"]],
  [assertions.formatKeyword, ["format"]],
  [
    assertions.contentKeyword,
    ["contentEncoding", "contentMediaType", "contentSchema"],
  ],
  [assertions.minItemsKeyword, ["minItems"]],
  [assertions.maxItemsKeyword, ["maxItems"]],
  [assertions.uniqueItemsKeyword, ["uniqueItems"]],
  [applicators.itemsKeyword, ["prefixItems", "items"]],
  [applicators.containsKeyword, ["contains"]],
  [assertions.minPropertiesKeyword, ["minProperties"]],
  [assertions.maxPropertiesKeyword, ["maxProperties"]],
  [assertions.requiredKeyword, ["required"]],
  [
    applicators.propertiesKeyword,
    ["properties", "patternProperties", "additionalProperties"],
  ],
  [applicators.propertyNamesKeyword, ["propertyNames"]],
  [assertions.dependentRequiredKeyword, ["dependentRequired", "dependencies"]],
  [applicators.dependentSchemasKeyword, ["dependentSchemas", "dependencies"]],
  [referenceKeyword, ["$ref"]],
  [dynamicReferenceKeyword, ["$dynamicRef"]],
  [recursiveReferenceKeyword, ["$recursiveRef"]],
  [applicators.allOfKeyword, ["allOf"]],
  [applicators.anyOfKeyword, ["anyOf"]],
  [applicators.oneOfKeyword, ["oneOf"]],
  [applicators.notKeyword, ["not"]],
  [applicators.conditionalKeyword, ["if"]],
  [applicators.unevaluatedItemsKeyword, ["unevaluatedItems"]],
  [applicators.unevaluatedPropertiesKeyword, ["unevaluatedProperties"]],
];

/** By keyword: the places in `makers`. */
const makersOf = new Map<string, number[]>();
makers.forEach(([, keywords], index) => {
  for (const keyword of keywords) {
    makersOf.set(keyword, [...(makersOf.get(keyword) ?? []), index]);
  }
});

/**
 * Turns a Schema Object of any version of OpenAPI into keywords with the semantics of JSON Schema 2020-12.
 * Malformed keywords are left out: the structure check has reported them.
 */
export function buildSchema(source: Source, context: ModelContext): Schema {
  const resource = context.resources.at(source);
  return build(source, "own", resource, emptyScope, 0, context);
}

/** Builds every definition that a reference has asked for, and those that they ask for in turn. */
export function buildDefinitions(context: ModelContext): void {
  while (buildNextDefinition(context));
}

/** Builds the next definition that a reference has asked for; false where there is none. */
function buildNextDefinition(context: ModelContext): boolean {
  const wanted = context.definitions.next();
  if (wanted === undefined) return false;
  const { source, scope, isBase, name } = wanted;
  const resource = context.resources.at(source);
  const role = isBase ? "base" : "definition";
  context.definitions.complete(
    wanted,
    build(source, role, resource, scope, 0, {
      ...context,
      enums: context.enumMode(name),
      unions: context.unionMode(name),
    }),
  );
  return true;
}

function build(
  source: Source,
  role: SchemaRole,
  around: SchemaResource,
  outer: DynamicScope,
  depth: number,
  context: ModelContext,
): Schema {
  const pointer = locationOf(source);
  if (source.value === false) {
    return { kind: "never", pointer, annotations: noAnnotations };
  }
  if (!isObjectSource(source) || depth > context.reporter.limits.schemaDepth) {
    return { kind: "any", pointer, annotations: noAnnotations };
  }
  const resource = context.resources.enter(source, around);
  const scope = enterScope(outer, resource);
  const implied =
    role === "taken" || role === "applied"
      ? undefined
      : impliedType(source, resource, context);
  const site: SchemaSite = {
    source,
    resource,
    scope,
    context,
    takesNull: readNull(source, context),
    role,
    isTyped: implied !== undefined || Object.hasOwn(source.value, "type"),
    within: (inner, as = "own") =>
      build(inner, as, resource, scope, depth + 1, context),
  };
  if (implied !== undefined) reportImplied(source, implied, context);
  return finish(site, implied, pointer);
}

function reportImplied(
  source: ObjectSource,
  type: ImpliedType,
  { reporter }: ModelContext,
): void {
  reporter.add(
    "type-implied",
    source,
    `The schema has no "type", and its keywords speak of ${type}s alone: read as "type: ${type}".`,
    `Write "type: ${type}".`,
  );
}

function finish(
  site: SchemaSite,
  implied: ImpliedType | undefined,
  pointer: string,
): Schema {
  const { source, context } = site;
  const isOldReference =
    stringMember(source, "$ref") !== undefined &&
    ignoresBesideReference(site.resource, context);
  const annotations = isOldReference
    ? describedOnly(source)
    : readAnnotations(source);
  const values = member(source, "enum")?.value;
  if (!isOldReference && Array.isArray(values) && values.length === 0) {
    return { kind: "never", pointer, annotations };
  }
  const union = site.role === "definition" ? baseUnionKeyword(site) : undefined;
  if (union !== undefined) {
    return site.takesNull.asBranch
      ? orNull(schemaOf([union], pointer, noAnnotations), annotations)
      : schemaOf([union], pointer, annotations);
  }
  const keywords = isOldReference
    ? makeKeywords(site, referenceOnly)
    : [
        ...(implied === undefined ? [] : [assertions.ofOneType[implied]]),
        ...makeKeywords(site, wantedMakers(site)),
      ];
  return site.takesNull.asBranch
    ? orNull(schemaOf(keywords, pointer, noAnnotations), annotations)
    : schemaOf(keywords, pointer, annotations);
}

function schemaOf(
  keywords: readonly Keyword[],
  pointer: string,
  annotations: Annotations,
): Schema {
  const [first] = keywords;
  if (first === undefined) return { kind: "any", pointer, annotations };
  if (keywords.length === 1 && first.kind === "reference") {
    if (first.written === "$ref") {
      return { kind: "ref", pointer, annotations, target: first.target };
    }
  }
  return { kind: "keywords", pointer, annotations, keywords };
}

const referenceOnly: ReadonlySet<number> = new Set([
  makers.findIndex(([maker]) => maker === referenceKeyword),
]);

function wantedMakers(site: SchemaSite): ReadonlySet<number> {
  const wanted = new Set<number>();
  for (const keyword of Object.keys(site.source.value)) {
    if (!isKeywordInForce(keyword, site.resource, site.context)) continue;
    for (const index of makersOf.get(keyword) ?? []) wanted.add(index);
  }
  return wanted;
}

function makeKeywords(
  site: SchemaSite,
  wanted: ReadonlySet<number>,
): Keyword[] {
  const keywords: Keyword[] = [];
  for (const index of [...wanted].sort((a, b) => a - b)) {
    const keyword = makers[index]?.[0](site);
    if (keyword !== undefined) keywords.push(keyword);
  }
  // A list that has grown keeps room for sixteen more; the copy has none, and most schemas have one keyword or two.
  return keywords.slice();
}

/** 3.0 and early drafts ignore what stands beside `$ref`; its words are kept, because they change no value. */
function describedOnly(source: ObjectSource): Annotations {
  const description = stringMember(source, "description");
  return description === undefined ? noAnnotations : { description };
}
