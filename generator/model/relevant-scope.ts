import type { ModelContext } from "./model-context.js";
import { dynamicName, type DynamicScope } from "./dynamic-scope.js";
import { recursiveAnchor } from "./resource-index.js";
import {
  isObjectSource,
  locationOf,
  stringMember,
  type Source,
} from "./source.js";
import { nestedSchemas } from "./subschemas.js";

/** The part of a scope that can make a difference to a schema that is reached by reference. */
export function relevantScope(
  scope: DynamicScope,
  target: Source,
  context: ModelContext,
): DynamicScope {
  if (scope.size === 0) return scope;
  const own = context.resources.at(target).dynamicAnchors;
  const needed = dynamicNames(target, context);
  const relevant = new Map<string, Source>();
  for (const name of [...needed].sort()) {
    const outer = scope.get(name);
    if (outer === undefined) continue;
    const inner = own.get(name);
    if (inner !== undefined && locationOf(inner) === locationOf(outer))
      continue;
    relevant.set(name, outer);
  }
  return relevant;
}

/** The names of every `$dynamicRef` that is reached from a schema. */
function dynamicNames(start: Source, context: ModelContext): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const open: Source[] = [start];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const schema of nestedSchemas(next)) {
      const location = locationOf(schema);
      if (seen.has(location)) continue;
      seen.add(location);
      const resource = context.resources.at(schema);
      const reference = stringMember(schema, "$ref");
      if (reference !== undefined) {
        const target = context.resources.resolve(reference, schema, resource);
        if (target !== undefined && isObjectSource(target)) open.push(target);
      }
      if (Object.hasOwn(schema.value, "$recursiveRef")) {
        names.add(recursiveAnchor);
        open.push(resource.root);
        for (const added of context.resources.dynamicAnchors(recursiveAnchor))
          open.push(added);
      }
      const dynamic = stringMember(schema, "$dynamicRef");
      if (dynamic === undefined) continue;
      const target = context.resources.resolve(dynamic, schema, resource);
      if (target !== undefined) open.push(target);
      const name = dynamicName(dynamic);
      if (name === undefined) continue;
      names.add(name);
      for (const added of context.resources.dynamicAnchors(name))
        open.push(added);
    }
  }
  return names;
}
