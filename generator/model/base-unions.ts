import type { BaseUnion, ModelContext } from "./model-context.js";
import { basesBetween } from "./base-cases.js";
import { baseUnionOf, tagReader } from "./branch-tags.js";
import { discriminatorWith } from "./read-discriminator.js";
import { wantDefinition } from "./reference-keywords.js";
import type {
  ConstKeyword,
  EnumKeyword,
  RefSchema,
  Keyword,
  Schema,
  TagValue,
} from "./schema.js";
import type { SchemaSite } from "./schema-site.js";
import {
  locationOf,
  stringListMember,
  type ObjectSource,
  type Source,
} from "./source.js";

/** A base with a discriminator as a union keyword; undefined for any other schema. */
export function baseUnionKeyword(site: SchemaSite): Keyword | undefined {
  const { source, context } = site;
  const union = baseUnionOf(source, context);
  if (union === undefined) return undefined;
  const isTagged = union.branches.every(({ tags }) => tags !== undefined);
  const schemas = union.branches.map((branch, index): Schema => {
    const pointer = `${locationOf(source)}/discriminator/${index}`;
    const target = referenceTo(branch.target, branch.isBase, pointer, site);
    if (branch.extendsBase) return target;
    const base = referenceTo(source, true, pointer, site);
    const keyword: Keyword = { kind: "allOf", schemas: [base, target] };
    return { kind: "keywords", pointer, annotations: {}, keywords: [keyword] };
  });
  const nothing = typesHaveNull(site) ? [nullSchema(source)] : [];
  return {
    kind: isTagged ? "oneOf" : "anyOf",
    schemas: [...schemas, ...nothing],
    discriminator: discriminatorWith(
      union.property,
      [...union.branches.map(({ tags }) => tags), ...nothing.map(() => [])],
      context,
    ),
  };
}

function referenceTo(
  target: Source,
  isBase: boolean,
  pointer: string,
  site: SchemaSite,
): RefSchema {
  const id = wantDefinition(target, site, isBase);
  return { kind: "ref", pointer, annotations: {}, target: id };
}

function typesHaveNull({ source, takesNull }: SchemaSite): boolean {
  return (
    takesNull.inType ||
    stringListMember(source, "type")?.includes("null") === true
  );
}

function nullSchema(source: ObjectSource): Schema {
  return {
    kind: "keywords",
    pointer: locationOf(source),
    annotations: {},
    keywords: [{ kind: "type", types: ["null"] }],
  };
}

/**
 * What a schema that extends a base with a discriminator asks of its tag, one schema for each such base: it is a
 * value that selects the schema, one that extends it in turn, or a base in between that has a tag of its own. None where the schema says so itself.
 */
export function ownTagSchemas(
  source: ObjectSource,
  context: ModelContext,
): Schema[] {
  return context.inheritance
    .basesOf(source, context)
    .flatMap((base): Schema[] => {
      const union = baseUnionOf(base, context);
      if (union === undefined) return [];
      const { property } = union;
      const tags = tagsOfFamily(source, base, union, context);
      if (tags.length === 0) return [];
      const facts = tagReader(property, context).ofObject(source, true);
      const isSaid =
        facts.isRequired &&
        facts.values?.every((value) => tags.includes(value)) === true;
      // A base in between asks the same of everything that extends it.
      const isInherited = basesBetween(source, base, property, context).some(
        (between) => {
          const asked = tagsOfFamily(between, base, union, context);
          return (
            asked.length > 0 && asked.every((value) => tags.includes(value))
          );
        },
      );
      return isSaid || isInherited ? [] : [tagSchema(base, property, tags)];
    });
}

/**
 * The values that lead a base to a schema, to what extends it, or to a base in between. None where one of the schemas
 * takes what selects no other one.
 */
function tagsOfFamily(
  source: ObjectSource,
  base: ObjectSource,
  { property, branches }: BaseUnion,
  context: ModelContext,
): readonly TagValue[] {
  const between = basesBetween(source, base, property, context);
  const children = context.inheritance.childrenOf(source, context);
  const family = new Set([source, ...children, ...between].map(locationOf));
  const lists = branches
    .filter(({ target }) => family.has(locationOf(target)))
    .map(({ tags }) => tags);
  return lists.every((list) => list !== undefined)
    ? [...new Set(lists.flat())]
    : [];
}

function tagSchema(
  base: ObjectSource,
  property: string,
  tags: readonly TagValue[],
): Schema {
  const pointer = `${locationOf(base)}/discriminator`;
  const [only, ...others] = tags;
  const values: ConstKeyword | EnumKeyword =
    only !== undefined && others.length === 0
      ? { kind: "const", value: only }
      : { kind: "enum", values: tags, isClosed: true };
  const schema: Schema = {
    kind: "keywords",
    pointer,
    annotations: {},
    keywords: [values],
  };
  return {
    kind: "keywords",
    pointer,
    annotations: {},
    keywords: [
      { kind: "required", names: [property] },
      {
        kind: "properties",
        named: [{ name: property, required: true, schema }],
        patterns: [],
      },
    ],
  };
}
