import type { BuildContext } from "./build-context.js";
import { dynamicName, relevantScope } from "./dynamic-scope.js";
import type { DefinitionId } from "./schema.js";
import type { RuleMaker, SchemaSite } from "./schema-site.js";
import {
  isObjectSource,
  locationOf,
  stringMember,
  type Source,
} from "./source.js";

/** Core §8.2.3.1. */
export const referenceRule: RuleMaker = (site) => {
  const reference = stringMember(site.source, "$ref");
  if (reference === undefined) return undefined;
  const target = resolveSchema(reference, site);
  if (target === undefined) return undefined;
  return {
    kind: "reference",
    keyword: "$ref",
    target: wantDefinition(target, site),
  };
};

/**
 * Core §8.2.3.2. Where the reference leads to a `$dynamicAnchor`, the outermost schema of that name in the
 * dynamic scope takes its place; else it is a plain reference.
 */
export const dynamicReferenceRule: RuleMaker = (site) => {
  const reference = stringMember(site.source, "$dynamicRef");
  if (reference === undefined) return undefined;
  const initial = resolveSchema(reference, site);
  if (initial === undefined) return undefined;
  const name = dynamicName(reference);
  const isDynamic =
    name !== undefined &&
    isObjectSource(initial) &&
    stringMember(initial, "$dynamicAnchor") === name;
  const target = isDynamic ? (site.scope.get(name) ?? initial) : initial;
  return {
    kind: "reference",
    keyword: "$dynamicRef",
    target: wantDefinition(target, site),
  };
};

/** The schema that a reference of a schema leads to; undefined where it leads to none, which has been reported. */
export function resolveSchema(
  reference: string,
  site: SchemaSite,
): Source | undefined {
  const { context, source, resource } = site;
  const target = context.resources.resolve(reference, source, resource);
  if (target === undefined) return undefined;
  if (isObjectSource(target) || typeof target.value === "boolean") {
    return canonicalTarget(target, context);
  }
  context.collector.add(
    "reference-wrong-kind",
    { file: source.file, pointer: `${source.pointer}/$ref` },
    `"${reference.slice(0, 80)}" leads to "${locationOf(target)}", which is no schema.`,
    "Let the reference lead to a schema.",
  );
  return undefined;
}

/** Asks for the definition of a schema, seen from a site. */
export function wantDefinition(target: Source, site: SchemaSite): DefinitionId {
  return site.context.definitions.want(
    target,
    relevantScope(site.scope, target, site.context),
  );
}

/** The component that is nothing but a reference to this schema of another file stands for it. */
function canonicalTarget(target: Source, context: BuildContext): Source {
  return context.definitions.canonical(target);
}
