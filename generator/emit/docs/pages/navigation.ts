import type { JsonValue } from "../../../model/json.js";
import type { EmitContext } from "../../context.js";
import { CodeWriter } from "../samples/code-writer.js";
import { layoutValue } from "../samples/layout-value.js";
import { scriptSpelling } from "../samples/typescript-call.js";
import {
  linesOf,
  operationGroups,
  schemaEntries,
  webhooksOf,
} from "./page-lists.js";
import type { Entry } from "./page.js";

/**
 * The list of all pages as a script, which the pages share: a list in each of them would grow with the square of
 * their number, and a page of the file system may read no other file.
 */
export function navigationScript(context: EmitContext): string {
  const groups = operationGroups
    .of(context.api)
    .map(({ title, operations }) => group(title, linesOf(operations, context)));
  const webhooks = linesOf(webhooksOf.of(context.api), context);
  if (webhooks.length > 0) groups.push(group("Webhooks", webhooks));
  const schemas = schemaEntries.of(context);
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
