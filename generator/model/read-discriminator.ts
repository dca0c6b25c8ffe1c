import { unionTags, type BranchTags } from "./branch-tags.js";
import type { ModelContext } from "./model-context.js";
import { discriminatorOf, type Discriminating } from "./discriminating.js";
import type { Discriminator } from "./schema.js";
import type { SchemaSite } from "./schema-site.js";
import { elementsOf, type Source } from "./source.js";
import { isWrittenInPlace } from "./union-branches.js";

/**
 * The Discriminator Object of a union: its branches with the values that select them (OpenAPI Discriminator Object).
 * Undefined where the schema has none or it speaks for its other union, where no value selects a branch, and where
 * discriminators are annotations.
 */
export function readDiscriminator(
  site: SchemaSite,
  composition: "oneOf" | "anyOf",
): Discriminator | undefined {
  const { source, context } = site;
  const found = discriminatorOf(source, context);
  if (found === undefined) return undefined;
  const tags = unionTags(source, composition, found, context);
  if (tags === undefined) return undefined;
  elementsOf(source, composition).forEach((branch, index) => {
    if (tags[index] === undefined && isWrittenInPlace(branch, context)) {
      reportInline(branch, found, site);
    }
  });
  if (tags.every((list) => list === undefined || list.length === 0)) {
    return undefined;
  }
  return discriminatorWith(found.property, tags, context);
}

/** Open as the configuration says, where no branch takes further objects already and every tag is a string. */
export function discriminatorWith(
  property: string,
  tags: BranchTags,
  { unions }: ModelContext,
): Discriminator {
  const isOpen =
    unions === "open" &&
    tags.every((list) => list?.every((tag) => typeof tag === "string"));
  return {
    property,
    branches: tags.map((list) => (list === undefined ? {} : { tags: list })),
    ...(isOpen ? { isOpen } : {}),
  };
}

function reportInline(
  branch: Source,
  { place, property }: Discriminating,
  { context }: SchemaSite,
): void {
  context.reporter.add(
    "discriminator-inline-branch",
    branch,
    `A discriminator selects named schemas, and schemas that list the values of "${property}"; this branch is written in place and lists none.`,
    `Move it to components/schemas and refer to it, give its "${property}" a const, or remove the discriminator at "${place.pointer}".`,
  );
}
