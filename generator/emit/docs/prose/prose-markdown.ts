import {
  escapeMarkdown,
  markdownCode,
  markdownFence,
  markdownUrl,
} from "../text/escape-markdown.js";
import { markdownTable } from "../text/markdown-table.js";
import type {
  ProseBlock,
  ProseBlockByKind,
  ProseInline,
  ProseInlineByKind,
} from "./prose.js";

interface BlockPlace {
  /** Of the heading under which the prose stands; its own headings go below. */
  readonly headingLevel: number;
  /** How many lists of the same sort stand right before: neighbours need different marks to stay apart. */
  readonly sibling: number;
  readonly inList: boolean;
}

/**
 * A parsed description as Markdown in the layout that prettier gives it, so that formatting changes nothing. All
 * text is escaped, code is fenced anew: it holds together wherever it is put.
 */
export function proseMarkdown(
  blocks: readonly ProseBlock[],
  headingLevel: number,
): string {
  return printBlocks(
    blocks,
    { headingLevel, sibling: 0, inList: false },
    false,
  );
}

function printBlocks(
  blocks: readonly ProseBlock[],
  place: BlockPlace,
  tight: boolean,
): string {
  let text = "";
  let sibling = 0;
  blocks.forEach((block, index) => {
    const previous = blocks[index - 1];
    const isNeighbour =
      block.kind === "list" &&
      previous?.kind === "list" &&
      (block.start === undefined) === (previous.start === undefined);
    sibling = isNeighbour ? sibling + 1 : 0;
    const printed = printBlock(block, { ...place, sibling });
    if (printed === "") return;
    if (text !== "")
      text += tight || isClose(block, previous, place) ? "\n" : "\n\n";
    text += printed;
  });
  return text;
}

/** In a list's item, prettier puts a list right below whatever is neither a paragraph nor code. */
function isClose(
  block: ProseBlock,
  previous: ProseBlock | undefined,
  place: BlockPlace,
): boolean {
  return (
    place.inList &&
    block.kind === "list" &&
    previous?.kind !== "paragraph" &&
    previous?.kind !== "code"
  );
}

function printBlock(block: ProseBlock, place: BlockPlace): string {
  const print = blockPrinters[block.kind] as (
    block: ProseBlock,
    place: BlockPlace,
  ) => string;
  return print(block, place);
}

const blockPrinters: {
  readonly [K in ProseBlock["kind"]]: (
    block: ProseBlockByKind[K],
    place: BlockPlace,
  ) => string;
} = {
  paragraph: (block) => printContent(block.content, "\n"),
  heading: (block, place) => {
    const level = Math.min(6, place.headingLevel + block.level);
    const text = printContent(block.content, " ", false);
    if (text === "") return "";
    return `${"#".repeat(level)} ${text.replace(/(?<=^|\s)(#+)$/, "\\$1")}`;
  },
  code: (block) => markdownFence(block.text, fenceLanguage(block.language)),
  quote: ({ alert, blocks }, place) => {
    const text = printBlocks(blocks, { ...place, inList: false }, false);
    const mark = alert === undefined ? "" : `[!${alert.toUpperCase()}]\n`;
    return prefixLines(mark + text, "> ", "> ");
  },
  list: printList,
  table: (block) =>
    markdownTable(
      block.rows.map((row) =>
        row.map((cell) => printContent(cell, " ", false, true)),
      ),
      block.alignments,
    ),
  rule: (_block, place) => (place.inList ? "" : "---"),
};

function printList(list: ProseBlockByKind["list"], place: BlockPlace): string {
  const { start } = list;
  const marks = list.items.map((_item, index) => {
    if (start === undefined) return place.sibling % 2 === 0 ? "- " : "* ";
    const number = Math.min(start + index, 999_999_999);
    return `${number}${place.sibling % 2 === 0 ? "." : ")"} `;
  });
  const items = list.items.map((item, index) => {
    const mark = marks[index] as string;
    const text = printBlocks(item, { ...place, inList: true }, list.tight);
    return prefixLines(text, mark, " ".repeat(mark.length));
  });
  return items.join(list.tight ? "\n" : "\n\n");
}

function prefixLines(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? first : rest) + line)
    .map((line) => line.trimEnd())
    .join("\n");
}

/**
 * prettier formats the code of fences whose language it knows. The code is the spec's and stays as it is, so its
 * language is written in capitals: highlighters take it, prettier does not.
 */
function fenceLanguage(language: string): string {
  return language.toUpperCase();
}

const punctuation = /[\p{P}!-/:-@[-`{-~]/u;

interface InlinePlace {
  readonly lineBreak: "\n" | " ";
  readonly inTable: boolean;
  readonly inEmphasis: boolean;
  readonly parentTouches: boolean;
  /** Whether the output so far ends where a line begins. */
  atLineStart: boolean;
}

function printContent(
  content: readonly ProseInline[],
  lineBreak: "\n" | " ",
  atLineStart = true,
  inTable = false,
): string {
  return printInlines(content, {
    lineBreak,
    inTable,
    atLineStart,
    inEmphasis: false,
    parentTouches: false,
  })
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/ {2,}/g, " ")
    .trim();
}

function printInlines(
  content: readonly ProseInline[],
  place: InlinePlace,
): string {
  const pieces: string[] = [];
  content.forEach((node, index) => {
    const touches =
      endsInWord(content[index - 1]) || startsWithWord(content[index + 1]);
    const print = inlinePrinters[node.kind] as (
      node: ProseInline,
      place: InlinePlace,
      touches: boolean,
    ) => string;
    const printed = print(node, place, touches);
    pieces.push(printed);
    if (printed !== "") place.atLineStart = printed.endsWith("\n");
    else if (pieces.length === 1) place.atLineStart = false;
  });
  return pieces.join("");
}

const inlinePrinters: {
  readonly [K in ProseInline["kind"]]: (
    node: ProseInlineByKind[K],
    place: InlinePlace,
    touches: boolean,
  ) => string;
} = {
  text: (node, place) => {
    const text = node.text.replace(/[ \t\n\f\r]+/g, " ");
    return place.atLineStart
      ? escapeMarkdown(text.trimStart(), true)
      : escapeMarkdown(text);
  },
  code: (node, place) => markdownCode(node.text, place.inTable),
  softBreak: (_node, place) => place.lineBreak,
  hardBreak: (_node, place) => (place.lineBreak === " " ? " " : "\\\n"),
  emphasis: (node, place, touches) => {
    const mark = touches || place.parentTouches || place.inEmphasis ? "*" : "_";
    const inner = { ...place, inEmphasis: true, parentTouches: false };
    return mark + printInside(node.content, inner) + mark;
  },
  strong: (node, place, touches) =>
    `**${printInside(node.content, { ...place, parentTouches: touches })}**`,
  strike: (node, place) => {
    const inner = { ...place, parentTouches: false };
    return `~~${printInside(node.content, inner)}~~`;
  },
  link: (node, place) => {
    const inner = { ...place, parentTouches: false };
    const text = printInside(node.content, inner);
    return `[${text}](${markdownUrl(node.url)})`;
  },
};

function printInside(
  content: readonly ProseInline[],
  place: InlinePlace,
): string {
  return printInlines(content, { ...place, atLineStart: false });
}

function endsInWord(node: ProseInline | undefined): boolean {
  const last = node?.kind === "text" ? node.text.at(-1) : undefined;
  return last !== undefined && !/\s/.test(last) && !punctuation.test(last);
}

function startsWithWord(node: ProseInline | undefined): boolean {
  const first = node?.kind === "text" ? node.text.charAt(0) : "";
  return first !== "" && !/\s/.test(first) && !punctuation.test(first);
}
