import type {
  Block,
  BlockByKind,
  Entry,
  Page,
  Part,
  Samples,
} from "../pages/page.js";
import {
  markdownCode,
  markdownFence,
  markdownLine,
} from "../text/escape-markdown.js";
import { plainText } from "../text/plain-text.js";
import {
  headingMarkdown,
  joinBlocks,
  listMarkdown,
  type MarkdownContext,
} from "./markdown-blocks.js";
import { outlineMarkdown } from "./markdown-outline.js";
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
  ];
  if (page.aside.length > 0) {
    const text = page.aside.some(
      (block) => block.kind === "samples" && block.samples.codes.length > 1,
    )
      ? "Request samples"
      : "Examples";
    blocks.push(headingMarkdown(2, [{ kind: "text", text }], context));
    for (const added of blocksMarkdown(page.aside, { ...context, level: 2 }))
      blocks.push(added);
  }
  for (const section of page.sections) {
    const title = [{ kind: "text", text: section.title } as const];
    blocks.push(headingMarkdown(2, title, context));
    blocks.push(
      ...blocksMarkdown(section.blocks, { ...context, level: 2 }),
      ...section.parts.flatMap((part) => partMarkdown(part, context)),
    );
  }
  return `${joinBlocks(blocks)}\n`;
}

function partMarkdown(part: Part, context: MarkdownContext): string[] {
  const inner = { ...context, level: 3 };
  return [
    headingMarkdown(3, part.title, context),
    ...blocksMarkdown(part.blocks, inner),
    ...blocksMarkdown(part.aside, inner),
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
  callout: (block, context) => [
    `**${markdownLine(block.title)}:**`,
    listMarkdown(block.items, context),
  ],
  label: (block, context) => [wordsMarkdown(block.words, context)],
  outline: (block, context) => outlineMarkdown(block.outline, context),
  samples: (block, context) => samplesMarkdown(block.samples, context),
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

function samplesMarkdown(samples: Samples, context: MarkdownContext): string[] {
  const blocks = [`**${markdownLine(samples.title)}**`];
  if (samples.description !== undefined)
    blocks.push(context.prose.markdown(samples.description, 5));
  for (const { label, language, code } of samples.codes) {
    if (samples.codes.length > 1) blocks.push(`${label}:`);
    blocks.push(markdownFence(plainText(code.text), language));
  }
  if (samples.note !== undefined) blocks.push(markdownLine(samples.note, true));
  return blocks;
}
