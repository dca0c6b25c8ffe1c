import type { Block, BlockByKind, Entry } from "../pages/page.js";
import { escapeHtml, textHtml } from "../text/escape-html.js";
import { visibleCode } from "../text/plain-text.js";
import { calloutHtml, outlineHtml, type HtmlContext } from "./html-outline.js";
import { samplesHtml } from "./html-samples.js";
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
  callout: (block, context) =>
    calloutHtml(block.tone, block.title, block.items, context),
  label: (block, context) =>
    `<p class="label">${wordsHtml(block.words, context)}</p>\n`,
  outline: (block, context) => outlineHtml(block.outline, block.id, context),
  samples: (block, context) => samplesHtml(block.samples, context),
  directory: (block, context) =>
    `<ul class="directory${block.entries.some(({ method }) => method !== undefined) ? "" : " names"}">\n${block.entries.map((entry) => entryHtml(entry, context)).join("")}</ul>\n`,
};

function entryHtml(entry: Entry, context: HtmlContext): string {
  const title = `<span class="entry-title">${escapeHtml(entry.title)}</span>`;
  const method = entry.method === undefined ? "" : methodHtml(entry.method);
  const path =
    entry.path === undefined
      ? ""
      : `<code class="path">${pathHtml(entry.path)}</code>`;
  const old = entry.isDeprecated
    ? ' <span class="mark deprecated">deprecated</span>'
    : "";
  return `<li><a href="${context.root}${entry.page}.html">${method}<span class="entry-text">${title}${path}</span></a>${old}</li>\n`;
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
        ? `<span class="path-parameter">${escapeHtml(part)}</span>`
        : escapeHtml(part).replace(/\//g, "<wbr>/"),
    )
    .join("");
}
