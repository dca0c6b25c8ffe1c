import type { Api } from "../../../model/api.js";
import type { Names } from "../../../names/names.js";
import {
  entriesOf,
  operationGroups,
  schemaEntries,
} from "../pages/index-page.js";
import { markdownLine } from "../text/escape-markdown.js";
import { lineText } from "../text/plain-text.js";
import { entryMarkdown } from "./markdown-page.js";

/** `llms.txt` (llmstxt.org): what the API is in a few lines, and where each page is as Markdown. */
export function llmsText(api: Api, names: Names): string {
  const place = { root: "" };
  const { title, version, summary, description } = api.info;
  const about = lineText(summary ?? description?.split(/\n\s*\n/)[0] ?? "");
  const lines = [`# ${markdownLine(title)}`, ""];
  lines.push(`> ${markdownLine(`Version ${version}. ${about}`)}`, "");
  lines.push("- [Overview](index.md): authentication, servers, all pages");
  for (const group of operationGroups(api)) {
    lines.push("", `## ${markdownLine(group.title)}`, "");
    for (const entry of entriesOf(group.operations, names))
      lines.push(entryMarkdown(entry, place));
  }
  const webhooks = api.receivers.filter(({ kind }) => kind === "webhook");
  if (webhooks.length > 0) {
    lines.push("", "## Webhooks", "");
    for (const entry of entriesOf(webhooks, names))
      lines.push(entryMarkdown(entry, place));
  }
  const schemas = schemaEntries(api, names);
  if (schemas.length > 0) {
    lines.push("", "## Schemas", "");
    for (const entry of schemas) lines.push(entryMarkdown(entry, place));
  }
  return `${lines.join("\n")}\n`;
}
