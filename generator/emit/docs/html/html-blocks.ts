import type { Block, BlockByKind, Entry, StatusRow } from "../pages/page.js";
import { escapeText, textHtml } from "../text/escape-html.js";
import { visibleCode } from "../text/plain-text.js";
import {
  calloutHtml,
  factsHtml,
  linesHtml,
  outlineHtml,
  type HtmlContext,
} from "./html-outline.js";
import { wordsHtml } from "./html-words.js";

export function blocksHtml(
  blocks: readonly Block[],
  context: HtmlContext,
): string {
  return blocks
    .map((block) => {
      const print = printers[block.kind] as (
        block: Block,
        context: HtmlContext,
      ) => string;
      return print(block, context);
    })
    .join("");
}

const printers: {
  readonly [K in Block["kind"]]: (
    block: BlockByKind[K],
    context: HtmlContext,
  ) => string;
} = {
  paragraph: (block, context) => `<p>${wordsHtml(block.words, context)}</p>\n`,
  prose: (block, context) => `${context.prose.html(block.text, 2)}\n`,
  list: (block, context) =>
    `<ul class="plain">${block.items.map((item) => `<li>${wordsHtml(item, context)}</li>`).join("")}</ul>\n`,
  endpoint: (block) =>
    `<p class="endpoint">${methodHtml(block.method)} <code>${pathHtml(block.path)}</code>\n`,
  facts: (block, context) => factsHtml(block.facts, context),
  callout: (block, context) =>
    calloutHtml(block.tone, block.title, block.items, context),
  label: (block, context) =>
    `<p class="label">${wordsHtml(block.words, context)}</p>\n`,
  outline: (block, context) => outlineHtml(block.outline, block.id, context),
  lines: (block, context) => linesHtml(block.outline, context),
  statuses: (block, context) =>
    `<table class="statuses">\n${block.rows.map((row) => statusHtml(row, context)).join("")}</table>\n`,
  directory: (block, context) =>
    `<ul class="directory${block.entries.some(({ method }) => method !== undefined) ? "" : " names"}">\n${block.entries.map((entry) => entryHtml(entry, context)).join("")}</ul>\n`,
};

function statusHtml(row: StatusRow, context: HtmlContext): string {
  const { id, title, text, body } = row;
  const type =
    body === undefined ? "" : `<td class="label">${wordsHtml(body, context)}`;
  return `<tr id="${id}"><th scope="row">${textHtml(title)}<td>${context.prose.html(text, 4)}${type}\n`;
}

function entryHtml(entry: Entry, context: HtmlContext): string {
  const title = textHtml(entry.title);
  const method =
    entry.method === undefined ? "" : `${methodHtml(entry.method)} `;
  const path =
    entry.path === undefined
      ? ""
      : `<code>${escapeText(visibleCode(entry.path))}</code>`;
  const old = entry.isDeprecated ? ' <b class="deprecated">deprecated</b>' : "";
  return `<li><a href="${context.root}${entry.page}.html">${method}${title}</a> ${path}${old}\n`;
}

/** The method as a badge; its colour follows a class of ours, never the text of the spec. */
export function methodHtml(method: string): string {
  const known = /^(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE|QUERY)$/;
  const style = known.test(method) ? method.toLowerCase() : "other";
  return `<b class="${style}">${textHtml(method)}</b>`;
}

/** A path, its expressions set off, with places to break it. */
function pathHtml(path: string): string {
  return visibleCode(path)
    .split(/(\{[^{}]*\})/)
    .map((part, index) =>
      index % 2 === 1 ? `<i>${escapeText(part)}</i>` : escapeText(part),
    )
    .join("");
}
