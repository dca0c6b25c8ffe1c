import type { EmitContext } from "../../context.js";
import { Query } from "../../../tracking/query.js";
import { slugOf } from "../../../names/candidates.js";
import type { Api } from "../../../model/api.js";
import { operationPagePath } from "./operation-words.js";
import { operationGroups, schemaEntries, webhooksOf } from "./page-lists.js";

/** Pages that one script lists: so many that a page can load it, and the same ones whatever else the API has. */
export interface PageList {
  readonly kind: "operations" | "schemas";
  /** Names its scripts: `assets/lists/<key>.js` and `assets/search/<key>.js`. */
  readonly key: string;
  /** What a list is called within a group of several: the first letter of its pages. */
  readonly title: string;
  /** Pointers of operations or ids of schemas. */
  readonly ids: readonly string[];
}

/** A heading of the list of all pages. */
export interface PageGroup {
  readonly title: string;
  readonly lists: readonly PageList[];
}

/** Beyond so many, schemas have a list for each first letter. */
const mostSchemas = 120;

/** The groups of operations, webhooks and schemas, in the order of the sidebar. */
export function pageGroups(context: EmitContext): readonly PageGroup[] {
  const groups = operationLists.of(context.api);
  return [...groups, ...schemaLists.of(context)];
}

/** The key of the list that has a page, by the page's path; empty for the index. */
export const listOfPage = new Query<EmitContext, string>(
  "list-of-page",
  (context) => {
    const { api, names } = context;
    const keys = new Map<string, string>();
    for (const { lists } of operationLists.of(api))
      for (const { key, ids } of lists)
        for (const pointer of ids) {
          const own = names.operations.get(pointer);
          if (own !== undefined) keys.set(operationPagePath(own), key);
        }
    for (const { pointer, callback } of api.callbacks) {
      const own = names.operations.get(pointer);
      const owner = names.operations.get(callback?.operation ?? "");
      const key = owner && keys.get(operationPagePath(owner));
      if (own && key) keys.set(operationPagePath(own), key);
    }
    for (const { lists } of schemaLists.of(context))
      for (const { key, ids } of lists)
        for (const id of ids) {
          const own = names.schemas.get(id);
          if (own !== undefined) keys.set(`schemas/${own.slug}`, key);
        }
    return (path) => keys.get(path) ?? "";
  },
);

/** The groups of operations and webhooks. */
export const operationLists = new Query<Api, readonly PageGroup[]>(
  "operation-lists",
  (api) => {
    const kind = "operations";
    const taken = new Set<string>();
    const groups = operationGroups.of(api).map((group) => {
      const { title, operations } = group;
      const slug = slugOf(group.key ?? title, "Group").slice(0, 60);
      let key = `operations-${slug}`;
      // Titles that differ in characters that no file name has.
      for (let count = 2; taken.has(key); count += 1)
        key = `operations-${slug}-${count}`;
      taken.add(key);
      return groupOf({ kind, key, title, ids: operations });
    });
    const ids = webhooksOf.of(api);
    if (ids.length > 0)
      groups.push(groupOf({ kind, key: "webhooks", title: "Webhooks", ids }));
    return () => groups;
  },
);

function groupOf(list: PageList): PageGroup {
  return { title: list.title, lists: [list] };
}

/** The group of schemas, if there are any. */
export const schemaLists = new Query<EmitContext, readonly PageGroup[]>(
  "schema-lists",
  (context) => {
    const ids = schemaIds(context);
    const lists =
      ids.length > mostSchemas
        ? byLetter(ids)
        : [listOf("schemas", "Schemas", ids)];
    const groups = ids.length === 0 ? [] : [{ title: "Schemas", lists }];
    return () => groups;
  },
);

/** The ids of all schemas with their names, in the order of these. */
function schemaIds(
  context: EmitContext,
): readonly (readonly [string, string])[] {
  const titles = new Map(
    schemaEntries.of(context).map(({ page, title }) => [page, title]),
  );
  const order = new Map([...titles.keys()].map((page, index) => [page, index]));
  const place = (page: string): number => order.get(page) ?? 0;
  return [...context.names.schemas]
    .flatMap(([id, { slug }]) => {
      const page = `schemas/${slug}`;
      const title = titles.get(page);
      return title === undefined ? [] : [{ id, page, title }];
    })
    .sort((a, b) => place(a.page) - place(b.page))
    .map(({ id, title }) => [id, title]);
}

function listOf(
  key: string,
  title: string,
  ids: readonly (readonly [string, string])[],
): PageList {
  return { kind: "schemas", key, title, ids: ids.map(([id]) => id) };
}

function byLetter(
  ids: readonly (readonly [string, string])[],
): readonly PageList[] {
  const letters = new Map<string, (readonly [string, string])[]>();
  for (const each of ids) {
    const letter = /^[a-z]/i.exec(each[1])?.[0].toUpperCase() ?? "#";
    const known = letters.get(letter);
    if (known === undefined) letters.set(letter, [each]);
    else known.push(each);
  }
  return [...letters]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, own]) => {
      const name = letter === "#" ? "other" : letter.toLowerCase();
      return listOf(`schemas-${name}`, letter, own);
    });
}
