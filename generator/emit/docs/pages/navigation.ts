import type { JsonValue } from "../../../model/json.js";
import type { EmitContext } from "../../context.js";
import { lineText } from "../text/plain-text.js";
import { pageGroups, type PageList } from "./page-directory.js";
import { operationLine, schemaEntries } from "./page-lists.js";
import type { Entry } from "./page.js";
import { operationSearch, schemaSearch } from "./search-text.js";

/** A classic script of the pages, by its path below the root of the docs, without `.js`. */
export interface DocsScript {
  readonly path: string;
  readonly text: string;
}

/**
 * The list of all pages as scripts that register themselves: `assets/navigation.js` has the groups, and one script a
 * list has its pages. A page loads the groups and the list that it is in; each of them in every page would grow with the
 * square of the number of pages, and a page of the file system may read no other file.
 */
export function navigationScripts(context: EmitContext): DocsScript[] {
  const groups = pageGroups(context);
  return [
    {
      path: "assets/navigation",
      text: call(
        "docs.groups",
        groups.map(({ title, lists }) => ({
          title,
          lists: lists.map(({ key, title: name }) => ({ key, title: name })),
        })),
      ),
    },
    ...groups.flatMap(({ lists }) =>
      lists.map((list) => ({
        path: `assets/lists/${list.key}`,
        text: call("docs.list", pagesOf(list, context), list.key),
      })),
    ),
  ];
}

/** What the search finds the pages of each list by, besides what their list says: one script a list. */
export function searchScripts(context: EmitContext): DocsScript[] {
  return pageGroups(context).flatMap(({ lists }) =>
    lists.map(({ kind, key, ids }) => {
      const query = kind === "operations" ? operationSearch : schemaSearch;
      const texts = ids.map((id) => {
        const { fields, text } = query.of(context.api, id);
        return { fields: fields.join(" "), text };
      });
      return {
        path: `assets/search/${key}`,
        text: call("docs.searchTexts", texts, key),
      };
    }),
  );
}

function pagesOf(list: PageList, context: EmitContext): JsonValue[] {
  const { names } = context;
  if (list.kind === "schemas") {
    const entries = new Map(
      schemaEntries.of(context).map((entry) => [entry.page, entry]),
    );
    return list.ids.flatMap((id) => {
      const entry = entries.get(`schemas/${names.schemas.get(id)?.slug ?? ""}`);
      return entry === undefined ? [] : [pageValue(entry)];
    });
  }
  return list.ids.flatMap((id) => {
    const name = lineText(names.operations.get(id)?.id ?? "");
    return operationLine.of(context, id).map((entry) => pageValue(entry, name));
  });
}

/** @param id what an operation is called besides its title */
function pageValue(
  { page, title, method, path, isDeprecated }: Entry,
  id = title,
): JsonValue {
  return {
    page,
    title,
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(id === title ? {} : { id }),
    ...(isDeprecated ? { isDeprecated } : {}),
  };
}

/** A call with a list of values, a line each, so that an edit changes few of them. */
function call(
  name: string,
  values: readonly JsonValue[],
  key?: string,
): string {
  const lines = values.map((value) => `${JSON.stringify(value)},\n`).join("");
  const first = key === undefined ? "" : `${JSON.stringify(key)}, `;
  return `// prettier-ignore\n${name}(${first}[\n${lines}]);\n`;
}
