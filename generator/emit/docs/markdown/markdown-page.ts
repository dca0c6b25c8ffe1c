import type {
  Block,
  BlockByKind,
  Entry,
  Page,
  Part,
  SampleGroup,
  Samples,
  StatusRow,
} from "../pages/page.js";
import {
  markdownCode,
  markdownFence,
  markdownLine,
} from "../text/escape-markdown.js";
import { withoutMarkup } from "../text/first-sentence.js";
import { lineText, plainText } from "../text/plain-text.js";
import {
  headingMarkdown,
  joinBlocks,
  listMarkdown,
  type MarkdownContext,
} from "./markdown-blocks.js";
import {
  factsMarkdown,
  linesMarkdown,
  outlineMarkdown,
} from "./markdown-outline.js";
import { say, strong } from "../text/words.js";
import { wordsMarkdown, type MarkdownPlace } from "./markdown-words.js";

/** A page as Markdown, in prettier's layout: blocks with an empty line between, each field under a heading. */
export function markdownPage(
  page: Page,
  { prose, printed }: Pick<MarkdownContext, "prose" | "printed">,
): string {
  const root = "../".repeat(page.path.split("/").length - 1);
  const context: MarkdownContext = { root, prose, printed, level: 1 };
  const blocks = [
    headingMarkdown(1, [{ kind: "text", text: page.title }], context),
    ...blocksMarkdown(page.blocks, context),
    ...groupsMarkdown(page.aside, ["request", "example"], context),
  ];
  for (const section of page.sections) {
    const title = [{ kind: "text", text: section.title } as const];
    blocks.push(headingMarkdown(2, title, context));
    blocks.push(
      ...blocksMarkdown(section.blocks, { ...context, level: 2 }),
      ...section.parts.flatMap((part) => partMarkdown(part, context)),
    );
  }
  blocks.push(...groupsMarkdown(page.aside, ["response"], context));
  return `${joinBlocks(blocks)}\n`;
}

const groupTitles = {
  request: "Request samples",
  response: "Response examples",
  example: "Examples",
} as const;

/** The groups of samples of some kinds, each under its heading. */
function groupsMarkdown(
  groups: Page["aside"],
  kinds: readonly SampleGroup["kind"][],
  context: MarkdownContext,
): string[] {
  const inner = { ...context, level: 2 };
  return groups
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, samples }) => ({
      kind,
      // The page of a schema, which the response links to, has its example.
      samples: samples.filter(({ source }) => source?.isOfSchema !== true),
    }))
    .filter(({ samples }) => samples.length > 0)
    .flatMap(({ kind, samples }) => [
      headingMarkdown(2, [{ kind: "text", text: groupTitles[kind] }], context),
      ...samples.flatMap((each) => samplesMarkdown(each, inner)),
    ]);
}

function partMarkdown(part: Part, context: MarkdownContext): string[] {
  const inner = { ...context, level: 3 };
  return [
    headingMarkdown(3, part.title, context),
    ...blocksMarkdown(part.blocks, inner),
  ];
}

function blocksMarkdown(
  blocks: readonly Block[],
  context: MarkdownContext,
): string[] {
  return blocks.flatMap((block) => {
    const print = printers[block.kind] as (
      block: Block,
      context: MarkdownContext,
    ) => string[];
    return print(block, context);
  });
}

const printers: {
  readonly [K in Block["kind"]]: (
    block: BlockByKind[K],
    context: MarkdownContext,
  ) => string[];
} = {
  paragraph: (block, context) => [wordsMarkdown(block.words, context)],
  prose: (block, context) => [
    context.prose.markdown(block.text, context.level),
  ],
  list: (block, context) => [listMarkdown(block.items, context)],
  endpoint: (block) => [markdownCode(`${block.method} ${block.path}`)],
  facts: (block, context) => [factsMarkdown(block.facts, context)],
  callout: (block, context) => [
    `**${markdownLine(block.title)}:**`,
    listMarkdown(block.items, context),
  ],
  label: (block, context) => [wordsMarkdown(block.words, context)],
  outline: (block, context) => outlineMarkdown(block.outline, context),
  lines: (block, context) => linesMarkdown(block.outline, context),
  statuses: (block, context) => [statusesMarkdown(block.rows, context)],
  directory: (block, context) => [
    block.entries.map((entry) => entryMarkdown(entry, context)).join("\n"),
  ],
};

/** The line of a page in a list. */
export function entryMarkdown(entry: Entry, place: MarkdownPlace): string {
  const title = markdownLine(entry.title);
  const parts = [entry.method, entry.path].filter((part) => part !== undefined);
  const request =
    parts.length === 0 ? "" : `: ${markdownCode(parts.join(" "))}`;
  const old = entry.isDeprecated ? " (deprecated)" : "";
  return `- [${title}](${place.root}${entry.page}.md)${request}${old}`;
}

/** A list of statuses and what they mean, a line each. */
function statusesMarkdown(
  rows: readonly StatusRow[],
  context: MarkdownContext,
): string {
  return listMarkdown(
    rows.map(({ title, text, body = [] }) => {
      const line = lineText(withoutMarkup(text));
      const type = body.length === 0 ? [] : say` (${body})`;
      return say`${strong(title)}${type}${line === "" ? "" : `: ${line}`}`;
    }),
    context,
  );
}

function samplesMarkdown(samples: Samples, context: MarkdownContext): string[] {
  const { statuses, title, source } = samples;
  const name =
    statuses === undefined ? title : `${statuses.join(", ")}: ${title}`;
  const blocks = [`**${markdownLine(name)}**`];
  if (samples.description !== undefined)
    blocks.push(context.prose.markdown(samples.description, 5));
  for (const { label, language, code } of samples.codes) {
    if (samples.codes.length > 1) blocks.push(`${label}:`);
    blocks.push(markdownFence(plainText(code), language));
  }
  if (source !== undefined) blocks.push(wordsMarkdown([source.link], context));
  if (samples.note !== undefined) blocks.push(markdownLine(samples.note, true));
  return blocks;
}
