import { shorten } from "../diagnostics/shorten.js";
import { componentSchema } from "./component-schemas.js";
import { resolveSchema, wantDefinition } from "./reference-rules.js";
import type { Discriminator } from "./schema.js";
import type { SchemaSite } from "./schema-site.js";
import {
  elementsOf,
  entriesOf,
  isObjectSource,
  locationOf,
  objectMember,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";

interface Case {
  readonly value: string;
  readonly target: Source;
}

/**
 * OpenAPI Discriminator Object with its implicit names made explicit: a branch that no mapping names is picked
 * by the name of its component. Undefined where the schema has none.
 * @param composition where the branches stand; `allOf` for a base that other components extend
 */
export function readDiscriminator(
  site: SchemaSite,
  composition: "oneOf" | "anyOf" | "allOf",
): Discriminator | undefined {
  const discriminator = objectMember(site.source, "discriminator");
  if (discriminator === undefined) return undefined;
  const property = stringMember(discriminator, "propertyName");
  if (property === undefined) return undefined;
  const branches =
    composition === "allOf"
      ? site.context.inheritance.childrenOf(site.source, site.context)
      : branchesOf(site, composition, discriminator);
  const mapped = mappedCases(discriminator, site);
  const cases = joinCases(branches, mapped, composition === "allOf", site);
  const fallback = fallbackOf(discriminator, site);
  return {
    property,
    cases: cases.map(({ value, target }) => ({
      value,
      target: wantDefinition(target, site),
    })),
    ...(fallback === undefined
      ? {}
      : { fallback: wantDefinition(fallback, site) }),
  };
}

/** In the order of the branches; a mapping to what is no branch comes last where the set of branches is open. */
function joinCases(
  branches: readonly Source[],
  mapped: readonly Case[],
  isOpen: boolean,
  site: SchemaSite,
): Case[] {
  const cases: Case[] = [];
  const values = new Set(mapped.map(({ value }) => value));
  const locations = new Set<string>();
  for (const branch of branches) {
    const location = locationOf(branch);
    if (locations.has(location)) continue;
    locations.add(location);
    const own = mapped.filter(({ target }) => locationOf(target) === location);
    cases.push(...own);
    if (own.length > 0) continue;
    const name = site.context.definitions.nameOf(branch);
    if (name !== undefined && !values.has(name)) {
      cases.push({ value: name, target: branch });
    }
  }
  if (isOpen) {
    cases.push(
      ...mapped.filter(({ target }) => !locations.has(locationOf(target))),
    );
  }
  return cases;
}

function branchesOf(
  site: SchemaSite,
  composition: "oneOf" | "anyOf",
  discriminator: ObjectSource,
): Source[] {
  return elementsOf(site.source, composition).flatMap((branch) => {
    const reference = isObjectSource(branch)
      ? stringMember(branch, "$ref")
      : undefined;
    if (reference === undefined) {
      if (!isNullBranch(branch)) reportInline(branch, discriminator, site);
      return [];
    }
    const target = resolveSchema(reference, {
      ...site,
      source: branch as ObjectSource,
    });
    return target === undefined ? [] : [target];
  });
}

/** `null` beside the objects is no branch that a discriminator could pick. */
function isNullBranch(branch: Source): boolean {
  return isObjectSource(branch) && stringMember(branch, "type") === "null";
}

function reportInline(
  branch: Source,
  discriminator: ObjectSource,
  site: SchemaSite,
): void {
  site.context.reporter.addToGroup(
    "discriminator-inline-branch",
    "",
    branch,
    "A discriminator picks named schemas only; this branch is written in place.",
    `Move it to components/schemas and refer to it, or remove the discriminator at "${discriminator.pointer}".`,
  );
}

function mappedCases(discriminator: ObjectSource, site: SchemaSite): Case[] {
  return entriesOf(discriminator, "mapping").flatMap(([value, source]) => {
    if (typeof source.value !== "string") return [];
    const target = mappingTarget(source.value, source, site);
    return target === undefined ? [] : [{ value, target }];
  });
}

function fallbackOf(
  discriminator: ObjectSource,
  site: SchemaSite,
): Source | undefined {
  const name = stringMember(discriminator, "defaultMapping");
  if (name === undefined) return undefined;
  return mappingTarget(
    name,
    {
      file: discriminator.file,
      pointer: `${discriminator.pointer}/defaultMapping`,
      value: name,
    },
    site,
  );
}

/** A mapping names a component, or else refers to a schema by URI. */
function mappingTarget(
  text: string,
  source: Source,
  site: SchemaSite,
): Source | undefined {
  const component = componentSchema(text, site.context);
  if (component !== undefined)
    return site.context.definitions.canonical(component);
  if (/^[A-Za-z0-9_-]+$/u.test(text)) {
    reportBroken(`no schema of components has that name`);
    return undefined;
  }
  const { resources, definitions } = site.context;
  const target = resources.resolve(
    text,
    asReference(source, text),
    site.resource,
    { code: "discriminator-mapping-broken", reading: "the value is left out" },
  );
  if (target === undefined) return undefined;
  if (isObjectSource(target) || typeof target.value === "boolean") {
    return definitions.canonical(target);
  }
  reportBroken(`"${locationOf(target)}" is no schema`);
  return undefined;

  function reportBroken(why: string): void {
    site.context.reporter.add(
      "discriminator-mapping-broken",
      source,
      `The mapping leads to "${shorten(text, 160)}", and ${why}; the value is left out.`,
      "Name a schema of components/schemas, or write a reference such as #/components/schemas/Name.",
    );
  }
}

/** A mapping's value as the object that `follow` wants to report about. */
function asReference(source: Source, reference: string): ObjectSource {
  return {
    file: source.file,
    pointer: source.pointer,
    value: { $ref: reference },
  };
}
