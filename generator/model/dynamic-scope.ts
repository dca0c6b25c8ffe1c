import type { SchemaResource } from "./resource-index.js";
import { locationOf, type Source } from "./source.js";

/**
 * What a `$dynamicRef` can see (JSON Schema 2020-12 Core §7.1, §8.2.3.2): for each `$dynamicAnchor` the
 * outermost schema of that name on the way to the present one.
 */
export type DynamicScope = ReadonlyMap<string, Source>;

export const emptyScope: DynamicScope = new Map();

/** The scope within a resource: what came first wins. */
export function enterScope(
  scope: DynamicScope,
  resource: SchemaResource,
): DynamicScope {
  let inner: Map<string, Source> | undefined;
  for (const [name, schema] of resource.dynamicAnchors) {
    if (scope.has(name)) continue;
    inner ??= new Map(scope);
    inner.set(name, schema);
  }
  return inner ?? scope;
}

/** What tells a definition made for a dynamic scope from the plain one. */
export function scopeSuffix(scope: DynamicScope): string {
  if (scope.size === 0) return "";
  return [...scope]
    .map(([name, schema]) => `@${name}=${locationOf(schema)}`)
    .join("");
}

/** The name that a `$dynamicRef` looks up: its fragment, where that is no pointer. */
export function dynamicName(reference: string): string | undefined {
  const fragment = /#([^/].*)$/u.exec(reference)?.[1];
  return fragment;
}
