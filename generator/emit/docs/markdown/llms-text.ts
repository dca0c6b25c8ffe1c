import type { EmitContext } from "../../context.js";
import {
  linesOf,
  operationGroups,
  schemaEntries,
  webhooksOf,
} from "../pages/page-lists.js";
import { markdownLine } from "../text/escape-markdown.js";
import { lineText } from "../text/plain-text.js";
import { entryMarkdown } from "./markdown-page.js";

/** `llms.txt` (llmstxt.org): what the API is in a few lines, and where each page is as Markdown. */
export function llmsText(context: EmitContext): string {
  const place = { root: "" };
  const { title, version, summary, description } = context.api.info;
  const about = lineText(summary ?? description?.split(/\n\s*\n/)[0] ?? "");
  const lines = [`# ${markdownLine(title)}`, ""];
  lines.push(`> ${markdownLine(`Version ${version}. ${about}`)}`, "");
  lines.push("- [Overview](index.md): authentication, servers, all pages");
  for (const group of operationGroups.of(context.api)) {
    lines.push("", `## ${markdownLine(group.title)}`, "");
    for (const entry of linesOf(group.operations, context))
      lines.push(entryMarkdown(entry, place));
  }
  const webhooks = linesOf(webhooksOf.of(context.api), context);
  if (webhooks.length > 0) {
    lines.push("", "## Webhooks", "");
    for (const entry of webhooks) lines.push(entryMarkdown(entry, place));
  }
  const schemas = schemaEntries.of(context);
  if (schemas.length > 0) {
    lines.push("", "## Schemas", "");
    for (const entry of schemas) lines.push(entryMarkdown(entry, place));
  }
  return `${lines.join("\n")}\n`;
}
