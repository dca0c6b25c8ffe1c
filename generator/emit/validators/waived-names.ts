import type { Api } from "../../model/api.js";
import type { Keyword, Schema } from "../../model/schema.js";
import type { View } from "../../model/views.js";
import { Query } from "../../tracking/query.js";
import { isReadOnlyMember, isWriteOnlyMember } from "../member-access.js";

const none: ReadonlySet<string> = new Set();

/**
 * The members that `required` does not ask for in a view: those that are `readOnly` in requests and `writeOnly`
 * in responses, in the schema or in one that applies to the same object through a reference or `allOf`.
 */
export function waivedNames(
  schema: Schema,
  view: View | "exact",
  api: Api,
): ReadonlySet<string> {
  if (
    view === "exact" ||
    (schema.kind !== "keywords" && schema.kind !== "ref")
  ) {
    return none;
  }
  if (schema.kind === "keywords" && !schema.keywords.some(mayWaive))
    return none;
  const names = new Set<string>();
  for (const target of gather(schema, view, api, names)) {
    for (const name of waivedByDefinition.of(api, `${view} ${target}`)) {
      names.add(name);
    }
  }
  return names;
}

/** The same for the keywords of one schema. */
export function waivedByKeywords(
  keywords: readonly Keyword[],
  view: View | "exact",
  api: Api,
): ReadonlySet<string> {
  return waivedNames(
    { kind: "keywords", keywords, pointer: "", annotations: {} },
    view,
    api,
  );
}

/** By view and definition: the waived names of the definition and of all that it refers to. */
export const waivedByDefinition = new Query<Api, readonly string[]>(
  "waived-names",
  (api) => (key) => {
    const space = key.indexOf(" ");
    const view = key.slice(0, space) as View;
    const names = new Set<string>();
    const reached = new Set([key.slice(space + 1)]);
    for (const id of reached) {
      const definition = api.definitions[id];
      if (definition === undefined) continue;
      for (const target of gather(definition.schema, view, api, names)) {
        reached.add(target);
      }
    }
    return [...names];
  },
);

/** Whether names are gathered from a keyword. */
function mayWaive({ kind }: Keyword): boolean {
  return kind === "properties" || kind === "allOf" || kind === "reference";
}

/** Adds the names of a schema itself; gives the definitions that it refers to. */
function gather(
  schema: Schema,
  view: View,
  api: Api,
  names: Set<string>,
): string[] {
  const isWaived = view === "request" ? isReadOnlyMember : isWriteOnlyMember;
  const targets: string[] = [];
  const open: Schema[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "ref") targets.push(next.target);
    if (next.kind !== "keywords") continue;
    for (const keyword of next.keywords) {
      if (keyword.kind === "reference") targets.push(keyword.target);
      if (keyword.kind === "allOf")
        for (const added of keyword.schemas) open.push(added);
      if (keyword.kind !== "properties") continue;
      for (const property of keyword.named) {
        if (isWaived(property.schema, api)) names.add(property.name);
      }
    }
  }
  return targets;
}
