import type { Page, Part, Section } from "../pages/page.js";
import { attributeHtml, escapeHtml, textHtml } from "../text/escape-html.js";
import { blocksHtml } from "./html-blocks.js";
import type { HtmlContext } from "./html-outline.js";
import { sampleGroupHtml } from "./html-samples.js";
import { wordsHtml } from "./html-words.js";

/** What all pages of an API share. */
export interface HtmlSite extends Pick<HtmlContext, "prose" | "printed"> {
  readonly title: string;
  /** The key of the list of pages that has this one; empty for the index. */
  readonly list: string;
}

/** Nothing but the docs' own style and script is loaded or run. */
const policy = "default-src 'self'; base-uri 'none'; form-action 'none'";

/** Pages with a panel that sends requests reach the servers of the API, and those that people name. */
const callPolicy = "; connect-src *";

/**
 * A page as HTML that opens from the file system: links are relative, style and script are files beside it.
 *
 * Nothing in the frame of a page depends on other pages or on the version of the API, so a new operation or a new
 * version changes no page but its own and the index. Scripts mount what does:
 * - `#docs-tools` in the header: search, colours, the menu on small screens;
 * - `#docs-navigation` in the sidebar: all pages; `data-page` on the body tells which one is open;
 * - `#docs-contents` in the sidebar: the headings of this page;
 * - `#docs-pager` under the article: previous and next;
 * - `#docs-request`, the group of request samples: "Try it" goes into an `.actions` at its end;
 * - `#docs-response`, the group of response examples, whose figures name their status in `data-status`.
 */
export function htmlPage(page: Page, site: HtmlSite): string {
  const depth = page.path.split("/").length - 1;
  const root = "../".repeat(depth);
  const { prose, printed } = site;
  const context: HtmlContext = { root, prose, printed };
  const name = textHtml(page.title);
  const api = textHtml(site.title);
  const list = site.list === "" ? "" : ` data-list="${site.list}"`;
  const title = page.title === site.title ? api : `${name} · ${api}`;
  const summary =
    page.summary === undefined
      ? ""
      : `<meta name="description" content="${attributeHtml(page.summary)}">\n`;
  const twin = page.path.slice(page.path.lastIndexOf("/") + 1);
  return `<!doctype html>
<!-- prettier-ignore -->
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}${page.isCallable === true ? callPolicy : ""}">
<meta name="viewport" content="width=device-width">
${summary}<title>${title}</title>
<link rel="alternate" type="text/markdown" href="${twin}.md">
<link rel="stylesheet" href="${root}assets/style.css">
<script src="${root}assets/script.js"></script>
<body data-page="${escapeHtml(page.path)}"${list}${page.isCallable === true ? " data-try-it" : ""}>
<a class="skip" href="#docs-content">Skip to content</a>
<header><a href="${root}index.html">${api}</a><div id="docs-tools"></div></header>
<nav id="docs-side" aria-label="Pages"></nav>
<main id="docs-content">
<article>
<div class="lead"><p class="kicker">${wordsHtml(page.kicker, context)}</p>
<h1>${name}</h1>
${blocksHtml(page.blocks, context)}</div>
${asideHtml(page, context)}<div class="body">
${page.sections.map((section) => sectionHtml(section, context)).join("")}</div>
</article>
</main>
`;
}

function asideHtml(page: Page, context: HtmlContext): string {
  if (page.aside.length === 0) return "";
  const groups = page.aside.map((group) => sampleGroupHtml(group, context));
  return `<aside aria-label="Samples">\n${groups.join("")}</aside>\n`;
}

function sectionHtml(section: Section, context: HtmlContext): string {
  const { id, title, blocks, parts } = section;
  return `<section>
<h2 id="${id}">${textHtml(title)}</h2>
${blocksHtml(blocks, context)}${parts.map((part) => partHtml(part, context)).join("")}</section>
`;
}

function partHtml(part: Part, context: HtmlContext): string {
  const { id, fold } = part;
  const title = wordsHtml(part.title, context);
  const blocks = blocksHtml(part.blocks, context);
  if (fold === undefined) return `<h3 id="${id}">${title}</h3>\n${blocks}`;
  const open = fold === "open" ? " open" : "";
  return `<details id="${id}"${open}><summary><h3>${title}</h3></summary>\n${blocks}</details>\n`;
}
