import type { Field, Outline, Variants } from "../describe/outline.js";
import type { Fact } from "../describe/fact.js";
import type {
  Block,
  BlockByKind,
  Entry,
  Page,
  Part,
  Samples,
} from "../pages/page.js";
import type { ProseReader } from "../prose/prose-reader.js";
import {
  markdownCode,
  markdownFence,
  markdownLine,
} from "../text/escape-markdown.js";
import { plainText } from "../text/plain-text.js";
import type { Words } from "../text/words.js";
import { wordsMarkdown, type MarkdownPlace } from "./markdown-words.js";

interface MarkdownContext extends MarkdownPlace {
  readonly prose: ProseReader;
  /** Level of the heading that the block stands under. */
  readonly level: number;
}

/** A page as Markdown, in prettier's layout: blocks with an empty line between, each field under a heading. */
export function markdownPage(page: Page, prose: ProseReader): string {
  const root = "../".repeat(page.path.split("/").length - 1);
  const context: MarkdownContext = { root, prose, level: 1 };
  const blocks = [
    heading(1, [{ kind: "text", text: page.title }], context),
    ...blocksMarkdown(page.blocks, context),
  ];
  if (page.aside.length > 0) {
    const text = page.aside.some(
      (block) => block.kind === "samples" && block.samples.codes.length > 1,
    )
      ? "Request samples"
      : "Examples";
    blocks.push(heading(2, [{ kind: "text", text }], context));
    blocks.push(...blocksMarkdown(page.aside, { ...context, level: 2 }));
  }
  for (const section of page.sections) {
    const title = [{ kind: "text", text: section.title } as const];
    blocks.push(heading(2, title, context));
    blocks.push(
      ...blocksMarkdown(section.blocks, { ...context, level: 2 }),
      ...section.parts.flatMap((part) => partMarkdown(part, context)),
    );
  }
  return `${joinBlocks(blocks)}\n`;
}

/** Puts blocks together. A list right after a list takes the other mark: with the same one the two would be one. */
function joinBlocks(blocks: readonly string[]): string {
  let last = "";
  const joined: string[] = [];
  for (const block of blocks) {
    if (block === "") continue;
    const follows = block.startsWith("- ") && openMark(last) === "-";
    last = follows ? block.replace(/^-(?= )/gm, "*") : block;
    joined.push(last);
  }
  return joined.join("\n\n");
}

/** The mark of the list with which a block ends, if it does. */
function openMark(block: string): string | undefined {
  const lines = block.split("\n").filter((line) => /^\S/.test(line));
  return /^([-*]) /.exec(lines.at(-1) ?? "")?.[1];
}

function partMarkdown(part: Part, context: MarkdownContext): string[] {
  const inner = { ...context, level: 3 };
  return [
    heading(3, part.title, context),
    ...blocksMarkdown(part.blocks, inner),
    ...blocksMarkdown(part.aside, inner),
  ];
}

function heading(
  level: number,
  words: Words,
  context: MarkdownContext,
): string {
  const text = wordsMarkdown(words, context, false);
  const marks = "#".repeat(Math.min(level, 6));
  // A heading's closing marks would be taken off its text.
  return `${marks} ${text.replace(/(?<=^|\s)(#+)$/, "\\$1")}`.trimEnd();
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

function listMarkdown(
  items: readonly Words[],
  context: MarkdownContext,
): string {
  return items.map((item) => `- ${wordsMarkdown(item, context)}`).join("\n");
}

/** The line of a page in a list. */
export function entryMarkdown(entry: Entry, place: MarkdownPlace): string {
  const title = markdownLine(entry.title);
  const parts = [entry.method, entry.path].filter((part) => part !== undefined);
  const request =
    parts.length === 0 ? "" : `: ${markdownCode(parts.join(" "))}`;
  const old = entry.isDeprecated ? " (deprecated)" : "";
  return `- [${title}](${place.root}${entry.page}.md)${request}${old}`;
}

function outlineMarkdown(outline: Outline, context: MarkdownContext): string[] {
  return [
    ...bodyMarkdown(outline, context),
    ...outline.fields.flatMap((field) => fieldMarkdown(field, context)),
    ...outline.variants.flatMap((variants) =>
      variantsMarkdown(variants, context),
    ),
  ];
}

/** What an outline says before its fields. */
function bodyMarkdown(outline: Outline, context: MarkdownContext): string[] {
  const blocks: string[] = [];
  if (outline.rules.length > 0)
    blocks.push("**Rules:**", listMarkdown(outline.rules, context));
  if (outline.facts.length > 0) {
    if (outline.rules.length > 0) blocks.push("**Constraints:**");
    blocks.push(factsMarkdown(outline.facts, context));
  }
  if (outline.more !== undefined)
    blocks.push(wordsMarkdown(outline.more, context));
  return blocks;
}

function fieldMarkdown(field: Field, context: MarkdownContext): string[] {
  const level = Math.max(3, context.level + 1);
  const name: Words = [
    field.isPattern
      ? { kind: "text", text: field.path }
      : { kind: "code", text: field.path },
  ];
  const marks: Words = field.marks.map((mark) => ({
    kind: "text",
    text: `, ${mark}`,
  }));
  const facts: Fact[] = [
    ...field.facts,
    ...field.advice.map((words) => ({ label: "Advice", words })),
  ];
  return [
    heading(level, name, context),
    wordsMarkdown([...field.type, ...marks], context),
    field.description === undefined
      ? ""
      : context.prose.markdown(field.description, level),
    ...bodyMarkdown({ ...field, facts }, context),
    ...field.fields.flatMap((inner) => fieldMarkdown(inner, context)),
    ...field.variants.flatMap((variants) =>
      variantsMarkdown(variants, context),
    ),
  ];
}

function factsMarkdown(
  facts: readonly Fact[],
  context: MarkdownContext,
): string {
  return facts
    .map(
      ({ label, words }) =>
        `- ${markdownLine(label, true)}: ${wordsMarkdown(words, context, false)}`,
    )
    .join("\n");
}

function variantsMarkdown(
  variants: Variants,
  context: MarkdownContext,
): string[] {
  const inner = { ...context, level: Math.min(5, context.level + 1) };
  return [
    `**${wordsMarkdown(variants.title, context)}:**`,
    ...variants.items.flatMap(({ title, description, outline }) => [
      heading(inner.level + 1, title, context),
      description === undefined
        ? ""
        : context.prose.markdown(description, inner.level + 1),
      ...outlineMarkdown(outline, inner),
    ]),
  ];
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
