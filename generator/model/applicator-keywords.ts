import { ownTagSchemas } from "./base-unions.js";
import { baseUnionOf } from "./branch-tags.js";
import { isNullBranch } from "./null-reading.js";
import { nullSchema } from "./or-null.js";
import { readAnnotations, readIgnoredWith } from "./read-annotations.js";
import { readDiscriminator } from "./read-discriminator.js";
import { resolveSchema } from "./reference-keywords.js";
import { readPattern } from "./read-pattern.js";
import { isAlias } from "./union-branches.js";
import type { PatternProperty, Property, Schema } from "./schema.js";
import type { KeywordMaker, SchemaRole, SchemaSite } from "./schema-site.js";
import {
  elementsOf,
  entriesOf,
  isObjectSource,
  locationOf,
  member,
  stringListMember,
  stringMember,
  type Source,
} from "./source.js";

/** A keyword's value where it can be a schema. */
function schemaMember(site: SchemaSite, keyword: string): Source | undefined {
  const source = member(site.source, keyword);
  return source !== undefined &&
    (isObjectSource(source) || typeof source.value === "boolean")
    ? source
    : undefined;
}

function schemaList(site: SchemaSite, keyword: string): Schema[] {
  return elementsOf(site.source, keyword).map((source) => site.within(source));
}

/** Core §10.3.1; before 2020-12 a list under `items`, and `additionalItems` beside it (2019-09 Core §9.3.1). */
export const itemsKeyword: KeywordMaker = (site) => {
  if (Array.isArray(member(site.source, "items")?.value)) {
    const rest = schemaMember(site, "additionalItems");
    return {
      kind: "items",
      prefix: schemaList(site, "items"),
      ...(rest === undefined ? {} : { rest: site.within(rest) }),
    };
  }
  const prefix =
    site.resource.draft === undefined ? schemaList(site, "prefixItems") : [];
  const rest = schemaMember(site, "items");
  if (prefix.length === 0 && rest === undefined) return undefined;
  return {
    kind: "items",
    prefix,
    ...(rest === undefined ? {} : { rest: site.within(rest) }),
  };
};

/** Core §10.3.1.3, Validation §6.4.4 and §6.4.5. */
export const containsKeyword: KeywordMaker = (site) => {
  const source = schemaMember(site, "contains");
  if (source === undefined) return undefined;
  const min = member(site.source, "minContains")?.value;
  const max = member(site.source, "maxContains")?.value;
  return {
    kind: "contains",
    schema: site.within(source),
    min: typeof min === "number" ? min : 1,
    ...(typeof max === "number" ? { max } : {}),
  };
};

/** Core §10.3.2. */
export const propertiesKeyword: KeywordMaker = (site) => {
  const required = new Set(stringListMember(site.source, "required"));
  const named = entriesOf(site.source, "properties").map(
    ([name, source]): Property => {
      const ignoredWith = readIgnoredWith(source);
      return {
        name,
        required: required.has(name),
        schema: site.within(source),
        ...(ignoredWith === undefined ? {} : { ignoredWith }),
      };
    },
  );
  const patterns = patternProperties(site);
  const additional = schemaMember(site, "additionalProperties");
  if (named.length + patterns.length === 0 && additional === undefined) {
    return undefined;
  }
  return {
    kind: "properties",
    named,
    patterns,
    ...(additional === undefined
      ? {}
      : { additional: site.within(additional) }),
  };
};

function patternProperties(site: SchemaSite): PatternProperty[] {
  return entriesOf(site.source, "patternProperties").map(([text, source]) => {
    const pattern = readPattern(text, source, "key", site.context);
    return pattern === undefined
      ? { pattern: "", schema: anyValue(source) }
      : { pattern, schema: site.within(source) };
  });
}

/** What a name may hold that could be one of a pattern which cannot be read: no other keyword must refuse it. */
function anyValue(source: Source): Schema {
  return { kind: "any", pointer: locationOf(source), annotations: {} };
}

/** Core §10.3.2.4. */
export const propertyNamesKeyword: KeywordMaker = (site) => {
  const source = schemaMember(site, "propertyNames");
  return source === undefined
    ? undefined
    : { kind: "propertyNames", schema: site.within(source) };
};

/** Core §10.2.2.4, with the schemas of `dependencies`, which the 2020-12 metaschema still knows. */
export const dependentSchemasKeyword: KeywordMaker = (site) => {
  const entries = ["dependentSchemas", "dependencies"].flatMap((keyword) =>
    entriesOf(site.source, keyword).flatMap(([name, source]) =>
      isObjectSource(source) || typeof source.value === "boolean"
        ? [{ name, schema: site.within(source, "applied") }]
        : [],
    ),
  );
  return entries.length === 0
    ? undefined
    : { kind: "dependentSchemas", entries };
};

/** Core §10.2.1.1. */
export const allOfKeyword: KeywordMaker = (site) => {
  const { source, role, context } = site;
  const isOne = isAlias(source) && role !== "taken";
  const tags = isNamed(role) ? ownTagSchemas(source, context) : [];
  const as =
    isOne && tags.length === 0 && !extendsBase(site) ? "applied" : "taken";
  const schemas = elementsOf(source, "allOf").map((part) =>
    site.within(baseOfUnion(part, site) ?? part, as),
  );
  return schemas.length === 0
    ? undefined
    : { kind: "allOf", schemas: [...schemas, ...tags] };
};

/** True for a named schema that extends a base with a discriminator, which lists it then. */
function extendsBase({ source, role, context }: SchemaSite): boolean {
  return (
    isNamed(role) &&
    context.inheritance
      .basesOf(source, context)
      .some((base) => baseUnionOf(base, context) !== undefined)
  );
}

/** True for what another schema can name: definitions, and what is taken over from one. */
function isNamed(role: SchemaRole): boolean {
  return role !== "own" && role !== "applied";
}

const unionKeywords = new Set(["oneOf", "anyOf", "discriminator"]);

/**
 * A base often lists in `oneOf` the schemas that extend it through `allOf`. Read to the letter, a value would be
 * checked for ever; what is meant is that the extending schema takes the members of the base without its union.
 * @returns the base without the union, where a part of `allOf` refers to such a one
 */
function baseOfUnion(part: Source, site: SchemaSite): Source | undefined {
  const reference = isObjectSource(part)
    ? stringMember(part, "$ref")
    : undefined;
  if (reference === undefined || !isObjectSource(part)) return undefined;
  const base = resolveSchema(reference, { ...site, source: part });
  if (base === undefined || !isObjectSource(base)) return undefined;
  const here = locationOf(site.source);
  const isListed = (["oneOf", "anyOf"] as const).some((keyword) =>
    elementsOf(base, keyword).some((branch) => {
      const link = isObjectSource(branch)
        ? stringMember(branch, "$ref")
        : undefined;
      if (link === undefined || !isObjectSource(branch)) return false;
      const target = resolveSchema(link, { ...site, source: branch });
      return target !== undefined && locationOf(target) === here;
    }),
  );
  if (!isListed) return undefined;
  site.context.reporter.add(
    "union-extends-itself",
    part,
    `The schema extends "${locationOf(base)}", which lists it as a branch, so that a value would be checked for ever; it takes the members of the base without the branches.`,
    "Move what the branches share into a schema of its own, and extend that one.",
  );
  const value = Object.fromEntries(
    Object.entries(base.value).filter(
      ([keyword]) => !unionKeywords.has(keyword),
    ),
  );
  return { ...base, value };
}

/** Core §10.2.1.2. */
export const anyOfKeyword: KeywordMaker = (site) => alternatives(site, "anyOf");

/** Core §10.2.1.3. */
export const oneOfKeyword: KeywordMaker = (site) => alternatives(site, "oneOf");

function alternatives(
  site: SchemaSite,
  kind: "anyOf" | "oneOf",
): ReturnType<KeywordMaker> {
  const branches = elementsOf(site.source, kind);
  if (branches.length === 0) return undefined;
  // What is said of the type around branches is said of them.
  const as = site.isTyped ? "applied" : "own";
  const schemas = branches.map((branch) =>
    isNullBranch(branch, branches, site.context)
      ? nullSchema(locationOf(branch), readAnnotations(branch))
      : site.within(branch, as),
  );
  const discriminator = readDiscriminator(site, kind);
  return {
    kind,
    schemas,
    ...(discriminator === undefined ? {} : { discriminator }),
  };
}

/** Core §10.2.1.4. */
export const notKeyword: KeywordMaker = (site) => {
  const source = schemaMember(site, "not");
  return source === undefined
    ? undefined
    : { kind: "not", schema: site.within(source, "applied") };
};

/** Core §10.2.2: without `if`, `then` and `else` say nothing. */
export const conditionalKeyword: KeywordMaker = (site) => {
  const condition = schemaMember(site, "if");
  if (condition === undefined) return undefined;
  const consequence = schemaMember(site, "then");
  const alternative = schemaMember(site, "else");
  return {
    kind: "conditional",
    if: site.within(condition, "applied"),
    ...(consequence === undefined
      ? {}
      : { then: site.within(consequence, "applied") }),
    ...(alternative === undefined
      ? {}
      : { else: site.within(alternative, "applied") }),
  };
};

/** Core §11.2. */
export const unevaluatedItemsKeyword: KeywordMaker = (site) => {
  const source = schemaMember(site, "unevaluatedItems");
  return source === undefined
    ? undefined
    : { kind: "unevaluatedItems", schema: site.within(source) };
};

/** Core §11.3. */
export const unevaluatedPropertiesKeyword: KeywordMaker = (site) => {
  const source = schemaMember(site, "unevaluatedProperties");
  return source === undefined
    ? undefined
    : { kind: "unevaluatedProperties", schema: site.within(source) };
};
