import type { Absence } from "../resolve/description.js";

import type { ModelContext, Followed } from "./model-context.js";
import {
  entries,
  isObjectSource,
  locationOf,
  member,
  stringMember,
  type ObjectSource,
  type Source,
} from "./source.js";

/**
 * Follows Reference Objects to the object that is meant (OpenAPI Reference Object). Undefined where there is
 * none, which has been reported.
 * @param absence how a reference to nothing is reported, where something can be made of it
 */
export function followObject(
  start: Source | undefined,
  context: ModelContext,
  absence?: Absence,
): Followed | undefined {
  if (start === undefined || !isObjectSource(start)) return undefined;
  const chain: ObjectSource[] = [];
  const seen = new Set<string>();
  let found: Followed | undefined;
  for (let source: ObjectSource | undefined = start; source !== undefined;) {
    const reference = stringMember(source, "$ref");
    if (reference === undefined) {
      found = { source };
      break;
    }
    const location = locationOf(source);
    if (context.followed.has(location)) {
      found = context.followed.get(location);
      break;
    }
    if (seen.has(location)) {
      reportCycle(start, [...seen], location, context);
      break;
    }
    seen.add(location);
    chain.push(source);
    source = nextOf(source, reference, context, absence);
  }
  for (const link of chain.reverse()) {
    if (found !== undefined) found = withWordsOf(link, found, context);
    context.followed.set(locationOf(link), found);
  }
  return found;
}

/** A Reference Object's own words stand for those of what it leads to; 3.0 knows none. */
function withWordsOf(
  link: ObjectSource,
  found: Followed,
  context: ModelContext,
): Followed {
  if (context.version === "3.0") return found;
  const summary = stringMember(link, "summary");
  const description = stringMember(link, "description");
  return {
    ...found,
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
  };
}

function nextOf(
  source: ObjectSource,
  reference: string,
  context: ModelContext,
  absence: Absence | undefined,
): ObjectSource | undefined {
  const { resources } = context;
  const next = resources.resolve(
    reference,
    source,
    resources.at(source),
    absence,
  );
  if (next === undefined || isObjectSource(next)) return next;
  context.reporter.add(
    absence?.code ?? "reference-wrong-kind",
    { file: source.file, pointer: `${source.pointer}/$ref` },
    `"${reference.slice(0, 80)}" leads to "${locationOf(next)}", which is no object.`,
    "Let the reference lead to an object of the kind that is wanted here.",
  );
  return undefined;
}

function reportCycle(
  start: Source,
  passed: readonly string[],
  last: string,
  context: ModelContext,
): void {
  context.reporter.add(
    "reference-cycle",
    start,
    `The reference leads only to itself: ${passed.slice(0, 5).join(" → ")} → ${last}.`,
    "Let one of the references lead to an object.",
  );
}

/**
 * The entries of a map. A map that is nothing but a reference is followed, as descriptions in several files
 * like to write it; the structure check warns about it.
 */
export function followedEntries(
  carrier: ObjectSource,
  key: string,
  context: ModelContext,
  absence?: Absence,
): [string, Source][] {
  const map = member(carrier, key);
  if (map === undefined || !isObjectSource(map)) return [];
  return entries(
    isBareReference(map) ? followObject(map, context, absence)?.source : map,
  );
}

/** Whether an object is nothing but `$ref` with a string. */
export function isBareReference(source: ObjectSource): boolean {
  return (
    stringMember(source, "$ref") !== undefined &&
    Object.keys(source.value).length === 1
  );
}
