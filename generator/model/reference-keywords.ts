import { baseUnionOf } from "./branch-tags.js";
import { dynamicName } from "./dynamic-scope.js";
import { relevantScope } from "./relevant-scope.js";
import type { DefinitionId } from "./schema.js";
import type { KeywordMaker, SchemaSite } from "./schema-site.js";
import { recursiveAnchor } from "./resource-index.js";
import { descend } from "./schema-uris.js";
import {
  booleanMember,
  isObjectSource,
  locationOf,
  member,
  pointerKeys,
  stringMember,
  type Source,
} from "./source.js";
import { afterAliases } from "./tag-facts.js";
import { isAlias } from "./union-branches.js";

/** Core §8.2.3.1. */
export const referenceKeyword: KeywordMaker = (site) => {
  const reference = stringMember(site.source, "$ref");
  if (reference === undefined) return undefined;
  const target = resolveSchema(reference, site);
  if (target === undefined) return undefined;
  const base = takesOver(site) ? baseAt(target, site) : undefined;
  return {
    kind: "reference",
    written: "$ref",
    target: wantDefinition(base ?? target, site, base !== undefined),
  };
};

/** True where a reference gives the members of its target to a schema that is another one. */
function takesOver({ source, role, context }: SchemaSite): boolean {
  if (role === "taken") return true;
  return context.version !== "3.0" && !isAlias(source);
}

/** The base with a discriminator that a schema is, perhaps by another name. */
function baseAt(target: Source, { context }: SchemaSite): Source | undefined {
  const end = afterAliases(target, context);
  return isObjectSource(end) && baseUnionOf(end, context) !== undefined
    ? end
    : undefined;
}

/**
 * Core §8.2.3.2. Where the reference leads to a `$dynamicAnchor`, the outermost schema of that name in the
 * dynamic scope takes its place; else it is a plain reference.
 */
export const dynamicReferenceKeyword: KeywordMaker = (site) => {
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
    written: "$dynamicRef",
    target: wantDefinition(target, site),
  };
};

/**
 * Draft 2019-09's `$recursiveRef` (Core §8.2.4.2): the root of the resource, or where that says
 * `$recursiveAnchor: true`, the outermost root that does in the dynamic scope.
 */
export const recursiveReferenceKeyword: KeywordMaker = (site) => {
  const place = member(site.source, "$recursiveRef");
  if (place === undefined) return undefined;
  const target =
    site.resource.draft === "2019-09"
      ? recursiveTarget(site)
      : nearestAnchor(site, place);
  return target === undefined
    ? undefined
    : {
        kind: "reference",
        written: "$ref",
        target: wantDefinition(target, site),
      };
};

function recursiveTarget({ resource, scope }: SchemaSite): Source {
  const own = resource.dynamicAnchors.get(recursiveAnchor);
  return own === undefined
    ? resource.root
    : (scope.get(recursiveAnchor) ?? own);
}

/**
 * What the keyword means where the draft is not in force: the nearest schema around it that says
 * `$recursiveAnchor: true`. Refused where there is none.
 */
function nearestAnchor(site: SchemaSite, place: Source): Source | undefined {
  const target = recursiveAnchorAround(site);
  if (target === undefined) {
    site.context.reporter.add(
      "keyword-refused",
      { ...place, at: "key" },
      '"$recursiveRef" is of an earlier draft of JSON Schema, and no schema around it says "$recursiveAnchor: true".',
      "Write $ref, or $dynamicRef with $dynamicAnchor.",
    );
    return undefined;
  }
  site.context.reporter.add(
    "keyword-legacy",
    { ...place, at: "key" },
    `"$recursiveRef" is of an earlier draft of JSON Schema; it is read as a reference to "${locationOf(target)}".`,
    "Write $ref, or $dynamicRef with $dynamicAnchor.",
  );
  return target;
}

function recursiveAnchorAround(site: SchemaSite): Source | undefined {
  const { file } = site.source;
  const document = site.context.description.documents.get(file);
  if (document === undefined) return undefined;
  let found: Source | undefined;
  let current: Source = { file, pointer: "", value: document.value };
  for (const key of pointerKeys(site.source.pointer)) {
    const next = descend(current, [key]);
    if (next === undefined) break;
    current = next;
    if (
      isObjectSource(current) &&
      booleanMember(current, "$recursiveAnchor") === true
    ) {
      found = current;
    }
  }
  return found;
}

/** The schema that a reference of a schema leads to; undefined where it leads to none, which has been reported. */
export function resolveSchema(
  reference: string,
  site: SchemaSite,
): Source | undefined {
  const { context, source, resource } = site;
  const target = context.resources.resolve(reference, source, resource);
  if (target === undefined) return undefined;
  if (isObjectSource(target) || typeof target.value === "boolean") {
    return context.definitions.canonical(target);
  }
  context.reporter.add(
    "reference-wrong-kind",
    { file: source.file, pointer: `${source.pointer}/$ref` },
    `"${reference.slice(0, 80)}" leads to "${locationOf(target)}", which is no schema.`,
    "Let the reference lead to a schema.",
  );
  return undefined;
}

/**
 * Asks for the definition of a schema, seen from a site.
 * @param isBase whether a base with a discriminator is meant by itself, without what extends it
 */
export function wantDefinition(
  target: Source,
  { scope, context }: SchemaSite,
  isBase = false,
): DefinitionId {
  const relevant = relevantScope(scope, target, context);
  return context.definitions.want(target, relevant, isBase);
}
