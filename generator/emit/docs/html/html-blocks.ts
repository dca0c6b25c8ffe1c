import type { Block, BlockByKind, Entry, StatusRow } from "../pages/page.js";
import { escapeHtml, textHtml } from "../text/escape-html.js";
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
  prose: (block, context) =>
    `<div class="prose">${context.prose.html(block.text, 2)}</div>\n`,
  list: (block, context) =>
    `<ul class="plain">${block.items.map((item) => `<li>${wordsHtml(item, context)}</li>`).join("")}</ul>\n`,
  endpoint: (block) =>
    `<div class="endpoint">${methodHtml(block.method)}<code class="path">${pathHtml(block.path)}</code></div>\n`,
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
  const { id, title, text } = row;
  const style = statusClass(row.status);
  return `<tr id="${id}"><th scope="row" class="${style}">${textHtml(title)}</th><td>${context.prose.html(text, 4)}</td></tr>\n`;
}

/** The class that colours a status by its family. */
export function statusClass(status: string): string {
  return `status-${/^[1-5]/.exec(status)?.[0] ?? "any"}`;
}

function entryHtml(entry: Entry, context: HtmlContext): string {
  const title = `<span>${escapeHtml(entry.title)}</span>`;
  const method = entry.method === undefined ? "" : methodHtml(entry.method);
  const path =
    entry.path === undefined
      ? ""
      : `<code class="path">${pathHtml(entry.path)}</code>`;
  const old = entry.isDeprecated
    ? ' <span class="mark deprecated">deprecated</span>'
    : "";
  return `<li><a href="${context.root}${entry.page}.html">${method}${title}${path}</a>${old}</li>\n`;
}

/** The method as a badge; its colour follows a class of ours, never the text of the spec. */
export function methodHtml(method: string): string {
  const known = /^(?:GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS|TRACE|QUERY)$/;
  const style = known.test(method) ? method.toLowerCase() : "other";
  return `<span class="method ${style}">${textHtml(method)}</span>`;
}

/** A path, its expressions set off, with places to break it. */
function pathHtml(path: string): string {
  return visibleCode(path)
    .split(/(\{[^{}]*\})/)
    .map((part, index) =>
      index % 2 === 1
        ? `<i>${escapeHtml(part)}</i>`
        : escapeHtml(part).replace(/\//g, "<wbr>/"),
    )
    .join("");
}
