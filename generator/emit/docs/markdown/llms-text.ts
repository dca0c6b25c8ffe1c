import type { EmitContext } from "../../context.js";
import {
  linesOf,
  operationGroups,
  schemaEntries,
  webhooksOf,
} from "../pages/page-lists.js";
import type { Entry } from "../pages/page.js";
import { Segments } from "../text/anchors.js";
import { markdownLine } from "../text/escape-markdown.js";
import { lineText } from "../text/plain-text.js";
import { entryMarkdown } from "./markdown-page.js";

/** A longer list is split, so that a reader need not take all of it. */
const maximumLength = 50_000;

interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/**
 * `llms.txt` (llmstxt.org) by its path below the docs: what the API is in a few lines, and where each page is as
 * Markdown. A long one lists files by tag, `llms/*.txt`, which list the pages.
 */
export function llmsFiles(context: EmitContext): ReadonlyMap<string, string> {
  const { title, version, summary, description } = context.api.info;
  const about = lineText(summary ?? description?.split(/\n\s*\n/)[0] ?? "");
  const head = [
    `# ${markdownLine(title)}`,
    "",
    `> ${markdownLine(`Version ${version}. ${about}`)}`,
    "",
    "- [Overview](index.md): authentication, servers, all pages",
  ];
  const groups = groupsOf(context);
  const whole = text([...head, ...groups.flatMap((each) => list(each, ""))]);
  const files = new Map<string, string>();
  if (whole.length <= maximumLength) return files.set("llms.txt", whole);
  const segments = new Segments();
  const links = groups.map((group) => {
    const path = `llms/${segments.claim(group.title.toLowerCase())}.txt`;
    files.set(path, text(list(group, "../").slice(1)));
    const count = group.entries.length;
    const pages = count === 1 ? "1 page" : `${count} pages`;
    return `- [${markdownLine(group.title)}](${path}): ${pages}`;
  });
  return files.set("llms.txt", text([...head, ...links]));
}

function groupsOf(context: EmitContext): readonly Group[] {
  const groups: Group[] = operationGroups
    .of(context.api)
    .map(({ title, operations }) => ({
      title,
      entries: linesOf(operations, context),
    }));
  const webhooks = linesOf(webhooksOf.of(context.api), context);
  if (webhooks.length > 0)
    groups.push({ title: "Webhooks", entries: webhooks });
  const schemas = schemaEntries.of(context);
  if (schemas.length > 0) groups.push({ title: "Schemas", entries: schemas });
  return groups;
}

function list({ title, entries }: Group, root: string): readonly string[] {
  const lines = entries.map((entry) => entryMarkdown(entry, { root }));
  return ["", `## ${markdownLine(title)}`, "", ...lines];
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
