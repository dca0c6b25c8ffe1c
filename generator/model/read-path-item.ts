import type { ModelContext } from "./model-context.js";
import { followObject } from "./follow-object.js";
import { isObjectSource, type ObjectSource, type Source } from "./source.js";

/** A Path Item Object. */
export interface PathItem {
  /** The object as written, then the one that its `$ref` leads to: the fields of the former win. */
  readonly owners: readonly ObjectSource[];
}

/** OpenAPI Path Item Object with its reference followed; undefined where it leads nowhere. */
export function readPathItem(
  written: Source,
  context: ModelContext,
): PathItem | undefined {
  const followed = followObject(written, context);
  if (followed === undefined || !isObjectSource(written)) return undefined;
  return {
    owners:
      followed.source === written ? [written] : [written, followed.source],
  };
}

/** What the first owner that has it says. */
export function firstOf<T>(
  pathItem: PathItem,
  read: (owner: ObjectSource) => T | undefined,
): T | undefined {
  for (const owner of pathItem.owners) {
    const found = read(owner);
    if (found !== undefined) return found;
  }
  return undefined;
}
