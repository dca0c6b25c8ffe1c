import { codeTextHtml, escapeHtml, escapeText } from "../text/escape-html.js";
import type {
  ProseBlock,
  ProseBlockByKind,
  ProseInline,
  ProseInlineByKind,
} from "./prose.js";

/**
 * A parsed description as HTML. Elements come from this file alone, text goes through `escapeText`, and nothing
 * gets an id. Its headings go below the heading under which the prose stands.
 */
export function proseHtml(
  blocks: readonly ProseBlock[],
  headingLevel: number,
): string {
  return blocks.map((block) => printBlock(block, headingLevel)).join("");
}

function printBlock(block: ProseBlock, headingLevel: number): string {
  const print = blockPrinters[block.kind] as (
    block: ProseBlock,
    headingLevel: number,
  ) => string;
  return print(block, headingLevel);
}

const blockPrinters: {
  readonly [K in ProseBlock["kind"]]: (
    block: ProseBlockByKind[K],
    headingLevel: number,
  ) => string;
} = {
  paragraph: (block) => `<p>${inlineHtml(block.content)}</p>`,
  heading: (block, headingLevel) => {
    const level = Math.min(6, headingLevel + block.level);
    return `<h${level}>${inlineHtml(block.content)}</h${level}>`;
  },
  code: (block) => {
    const language =
      block.language === "" ? "" : ` data-label="${block.language}"`;
    return `<pre tabindex="0"${language}><code>${escapeText(block.text)}</code></pre>`;
  },
  quote: ({ alert, blocks }, headingLevel) => {
    const html = proseHtml(blocks, headingLevel);
    if (alert === undefined) return `<blockquote>${html}</blockquote>`;
    const title = alert.charAt(0).toUpperCase() + alert.slice(1);
    return `<div class="alert ${alert}"><p>${title}</p>${html}</div>`;
  },
  list: (block, headingLevel) => {
    const items = block.items
      .map((item) => `<li>${itemHtml(item, block.tight, headingLevel)}</li>`)
      .join("");
    if (block.start === undefined) return `<ul>${items}</ul>`;
    const start = block.start === 1 ? "" : ` start="${block.start}"`;
    return `<ol${start}>${items}</ol>`;
  },
  table: (block) => {
    const [head = [], ...body] = block.rows;
    const cells = (
      row: readonly (readonly ProseInline[])[],
      tag: "th" | "td",
    ) =>
      row
        .map((cell, column) => {
          const alignment = block.alignments[column] ?? "";
          const style = alignment === "" ? "" : ` class="align-${alignment}"`;
          return `<${tag}${style}>${inlineHtml(cell)}</${tag}>`;
        })
        .join("");
    const rows = body.map((row) => `<tr>${cells(row, "td")}</tr>`).join("");
    return `<div class="table" tabindex="0"><table><thead><tr>${cells(head, "th")}</tr></thead><tbody>${rows}</tbody></table></div>`;
  },
  rule: () => "<hr>",
};

function itemHtml(
  item: readonly ProseBlock[],
  tight: boolean,
  headingLevel: number,
): string {
  return item
    .map((block) =>
      tight && block.kind === "paragraph"
        ? inlineHtml(block.content)
        : printBlock(block, headingLevel),
    )
    .join("");
}

/** Inline content as HTML. */
export function inlineHtml(content: readonly ProseInline[]): string {
  return content
    .map((node) => {
      const print = inlinePrinters[node.kind] as (node: ProseInline) => string;
      return print(node);
    })
    .join("");
}

const inlinePrinters: {
  readonly [K in ProseInline["kind"]]: (node: ProseInlineByKind[K]) => string;
} = {
  text: (node) => escapeText(node.text),
  code: (node) => `<code>${codeTextHtml(node.text)}</code>`,
  softBreak: () => "\n",
  hardBreak: () => "<br>",
  emphasis: (node) => `<em>${inlineHtml(node.content)}</em>`,
  strong: (node) => `<strong>${inlineHtml(node.content)}</strong>`,
  strike: (node) => `<s>${inlineHtml(node.content)}</s>`,
  link: (node) =>
    `<a href="${escapeHtml(node.url)}">${inlineHtml(node.content)}</a>`,
};
