import type { BuildContext } from "./build-context.js";
import {
  entries,
  isObjectSource,
  locationOf,
  member,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";

/** An object of the description, its Reference Object followed. */
export interface Followed {
  readonly source: ObjectSource;
  /** What a Reference Object of 3.1 and later says in place of the object's own words. */
  readonly summary?: string;
  readonly description?: string;
}

/**
 * Follows Reference Objects to the object that is meant (OpenAPI Reference Object). Undefined where there is
 * none, which has been reported.
 */
export function followObject(
  start: Source | undefined,
  context: BuildContext,
): Followed | undefined {
  if (start === undefined || !isObjectSource(start)) return undefined;
  const seen = new Set<string>();
  let source: ObjectSource = start;
  let summary: string | undefined;
  let description: string | undefined;
  for (;;) {
    const reference = stringMember(source, "$ref");
    if (reference === undefined) break;
    if (context.version !== "3.0") {
      summary ??= stringMember(source, "summary");
      description ??= stringMember(source, "description");
    }
    const location = locationOf(source);
    if (seen.has(location)) {
      context.reporter.add(
        "reference-cycle",
        { file: start.file, pointer: start.pointer },
        `The reference leads only to itself: ${[...seen].slice(0, 5).join(" → ")} → ${location}.`,
        "Let one of the references lead to an object.",
      );
      return undefined;
    }
    seen.add(location);
    const { resources } = context;
    const next = resources.resolve(reference, source, resources.at(source));
    if (next === undefined) return undefined;
    if (!isObjectSource(next)) {
      context.reporter.add(
        "reference-wrong-kind",
        { file: source.file, pointer: `${source.pointer}/$ref` },
        `"${reference.slice(0, 80)}" leads to "${locationOf(next)}", which is no object.`,
        "Let the reference lead to an object of the kind that is wanted here.",
      );
      return undefined;
    }
    source = next;
  }
  return {
    source,
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
  };
}

/**
 * The entries of a map. A map that is nothing but a reference is followed, as descriptions in several files
 * like to write it; the structure check warns about it.
 */
export function followedEntries(
  carrier: ObjectSource,
  key: string,
  context: BuildContext,
): [string, Source][] {
  const map = member(carrier, key);
  if (map === undefined || !isObjectSource(map)) return [];
  return entries(
    isBareReference(map) ? followObject(map, context)?.source : map,
  );
}

/** Whether an object is nothing but `$ref` with a string. */
export function isBareReference(source: ObjectSource): boolean {
  return (
    stringMember(source, "$ref") !== undefined &&
    Object.keys(source.value).length === 1
  );
}
