import type { Api } from "../../../model/api.js";
import type { JsonValue } from "../../../model/json.js";
import type { Names } from "../../../names/names.js";
import { CodeWriter } from "../samples/code-writer.js";
import { layoutValue } from "../samples/layout-value.js";
import { scriptSpelling } from "../samples/typescript-sample.js";
import { entriesOf, operationGroups, schemaEntries } from "./index-page.js";
import type { Entry } from "./page.js";

/**
 * The list of all pages as a script, which the pages share: a list in each of them would grow with the square of
 * their number, and a page of the file system may read no other file.
 */
export function navigationScript(api: Api, names: Names): string {
  const groups = operationGroups(api).map(({ title, operations }) =>
    group(title, entriesOf(operations, names)),
  );
  const webhooks = api.receivers.filter(({ kind }) => kind === "webhook");
  if (webhooks.length > 0)
    groups.push(group("Webhooks", entriesOf(webhooks, names)));
  const schemas = schemaEntries(api, names);
  if (schemas.length > 0) groups.push(group("Schemas", schemas));
  const list = new CodeWriter();
  layoutValue(groups, scriptSpelling, list);
  return `globalThis.docsNavigation = ${list.text};\n`;
}

function group(title: string, entries: readonly Entry[]): JsonValue {
  return {
    title,
    pages: entries.map(({ page, title: name, method, path, isDeprecated }) => ({
      page,
      title: name,
      ...(method === undefined ? {} : { method }),
      ...(path === undefined ? {} : { path }),
      ...(isDeprecated ? { isDeprecated } : {}),
    })),
  };
}
