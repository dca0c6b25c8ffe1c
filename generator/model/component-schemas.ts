import type { ModelContext, FamilyFinder } from "./model-context.js";
import {
  elementsOf,
  entries,
  isObjectSource,
  locationOf,
  member,
  objectMember,
  type ObjectSource,
  type Source,
} from "./source.js";
import { afterAliases, referenceTarget } from "./tag-facts.js";

/** The entry document; undefined where it is no object. */
export function entryDocument(
  context: Pick<ModelContext, "description">,
): ObjectSource | undefined {
  const root: Source = {
    file: "",
    pointer: "",
    value: context.description.entry.value,
  };
  return isObjectSource(root) ? root : undefined;
}

/** The Components Object of the entry document. */
export function componentsOf(
  context: Pick<ModelContext, "description">,
): ObjectSource | undefined {
  const root = entryDocument(context);
  return root === undefined ? undefined : objectMember(root, "components");
}

/** The named schemas of the entry document, in order. */
export function componentSchemas(context: ModelContext): [string, Source][] {
  const components = componentsOf(context);
  return components === undefined
    ? []
    : entries(objectMember(components, "schemas"));
}

/** A named schema of the entry document. */
export function componentSchema(
  name: string,
  context: ModelContext,
): Source | undefined {
  const components = componentsOf(context);
  const schemas =
    components === undefined ? undefined : objectMember(components, "schemas");
  return schemas === undefined ? undefined : member(schemas, name);
}

/** Which named schemas extend which through `allOf`; worked out at the first question. */
export class Inheritance implements FamilyFinder {
  #direct: Map<string, Source[]> | undefined;
  #order = new Map<string, number>();
  readonly #bases = new Map<string, readonly Source[]>();

  /** The named schemas that extend a schema, directly or through others, in the order of the description. */
  childrenOf(base: Source, context: ModelContext): Source[] {
    this.#direct ??= this.#find(context);
    const start = locationOf(base);
    const found = new Map<string, Source>();
    const open = [start];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const child of this.#direct.get(next) ?? []) {
        const location = locationOf(child);
        if (found.has(location) || location === start) continue;
        found.set(location, child);
        open.push(location);
      }
    }
    return [...found]
      .sort(([a], [b]) => this.#position(a) - this.#position(b))
      .map(([, child]) => child);
  }

  /** The schemas that a schema extends, directly or through others; the nearest first. */
  basesOf(source: ObjectSource, context: ModelContext): ObjectSource[] {
    const found = new Map<string, ObjectSource>();
    const open = [source];
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      for (const base of this.#directBases(next, context)) {
        const location = locationOf(base);
        if (found.has(location) || location === locationOf(source)) continue;
        if (!isObjectSource(base)) continue;
        found.set(location, base);
        open.push(base);
      }
    }
    return [...found.values()];
  }

  #directBases(source: ObjectSource, context: ModelContext): readonly Source[] {
    const location = locationOf(source);
    const known = this.#bases.get(location);
    if (known !== undefined) return known;
    const bases = directBases(source, context);
    this.#bases.set(location, bases);
    return bases;
  }

  #position(location: string): number {
    return this.#order.get(location) ?? 0;
  }

  #find(context: ModelContext): Map<string, Source[]> {
    const direct = new Map<string, Source[]>();
    for (const [, written] of componentSchemas(context)) {
      const component = context.definitions.canonical(written);
      this.#order.set(locationOf(component), this.#order.size);
      if (!isObjectSource(component)) continue;
      for (const base of this.#directBases(component, context)) {
        const location = locationOf(base);
        const known = direct.get(location);
        if (known === undefined) direct.set(location, [component]);
        else known.push(component);
      }
    }
    return direct;
  }
}

/** The schemas that a schema's `allOf` refers to; one that is nothing but a reference stands for another one. */
function directBases(component: ObjectSource, context: ModelContext): Source[] {
  return elementsOf(component, "allOf").flatMap((part) => {
    if (!isObjectSource(part)) return [];
    const target = referenceTarget(part, context);
    return target === undefined ? [] : [afterAliases(target, context)];
  });
}
