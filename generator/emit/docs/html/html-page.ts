import type { Page, Part, Section } from "../pages/page.js";
import { escapeHtml, textHtml } from "../text/escape-html.js";
import { wordsText } from "../text/words.js";
import { blocksHtml } from "./html-blocks.js";
import type { HtmlContext } from "./html-outline.js";
import { wordsHtml } from "./html-words.js";

/** What all pages of an API share. */
export interface HtmlSite extends Pick<HtmlContext, "prose" | "printed"> {
  readonly title: string;
  readonly version: string;
}

/** Nothing but the docs' own style and script is loaded or run. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** A page as HTML that opens from the file system: links are relative, style and script are files beside it. */
export function htmlPage(page: Page, site: HtmlSite): string {
  const depth = page.path.split("/").length - 1;
  const root = "../".repeat(depth);
  const context: HtmlContext = {
    root,
    prose: site.prose,
    printed: site.printed,
  };
  const name = textHtml(page.title);
  const api = textHtml(site.title);
  const version = textHtml(site.version);
  const further = page.sections.filter((section) => !isBeside(page, section));
  const title = page.title === site.title ? api : `${name} · ${api}`;
  return `<!doctype html>
<!-- prettier-ignore -->
<html lang="en" data-root="${root}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="specwright">
<title>${title}</title>
<link rel="stylesheet" href="${root}assets/style.css">
<script src="${root}assets/script.js"></script>
<script src="${root}assets/navigation.js" defer></script>
</head>
<body>
<a class="skip" href="#docs-content">Skip to the content</a>
<header class="top">
<a class="brand" href="${root}index.html">${api} <span class="version">${version}</span></a>
<div class="tools" id="docs-tools"></div>
</header>
<div class="frame">
<main id="docs-content">
<article>
${leadHtml(page, name, context)}${further.map((section) => sectionHtml(section, context)).join("")}</article>
</main>
<nav class="side" id="docs-side" aria-label="Pages">
${contentsHtml(page)}<p class="side-title"><a href="${root}index.html">All operations and schemas</a></p>
<div id="docs-navigation" data-page="${escapeHtml(page.path)}"></div>
</nav>
</div>
</body>
</html>
`;
}

/** Sections without samples of their own stand beside those of the page, so that both are in view together. */
function isBeside(page: Page, section: Section): boolean {
  return page.aside.length > 0 && section.parts.every(hasNoAside);
}

function hasNoAside(part: Part): boolean {
  return part.aside.length === 0;
}

function leadHtml(page: Page, name: string, context: HtmlContext): string {
  const kicker = textHtml(page.kicker);
  const beside = page.sections
    .filter((section) => isBeside(page, section))
    .map((section) => sectionHtml(section, context))
    .join("");
  const details = beside === "" ? "" : `<div class="details">${beside}</div>`;
  return `<div class="row lead">
<div class="main"><p class="kicker">${kicker}</p>
<h1>${name}</h1>
${blocksHtml(page.blocks, context)}</div>
${asideHtml(page.aside, "Samples", context)}${details}</div>
`;
}

function sectionHtml(section: Section, context: HtmlContext): string {
  const { id, title, blocks, parts } = section;
  return `<section class="section" aria-labelledby="${id}">
<h2 id="${id}">${anchorHtml(id, title)}${textHtml(title)}</h2>
${blocksHtml(blocks, context)}${parts.map((part) => partHtml(part, context)).join("")}</section>
`;
}

function partHtml(part: Part, context: HtmlContext): string {
  const family = /^[1-5]/.exec(part.status ?? "")?.[0];
  const style = part.status === undefined ? "" : ` status-${family ?? "any"}`;
  return `<section class="row part${style}" aria-labelledby="${part.id}">
<div class="main"><h3 id="${part.id}">${anchorHtml(part.id, wordsText(part.title))}${wordsHtml(part.title, context)}</h3>
${blocksHtml(part.blocks, context)}</div>
${asideHtml(part.aside, "Examples", context)}</section>
`;
}

function asideHtml(
  blocks: Page["aside"],
  label: string,
  context: HtmlContext,
): string {
  return blocks.length === 0
    ? ""
    : `<div class="aside" role="group" aria-label="${label}">\n${blocksHtml(blocks, context)}</div>\n`;
}

function anchorHtml(id: string, title: string): string {
  return `<a class="anchor" href="#${id}" aria-label="Link to ${textHtml(title)}">#</a>`;
}

function contentsHtml(page: Page): string {
  if (page.sections.length === 0) return "";
  const items = page.sections
    .map(({ id, title, parts }) => {
      const inner = parts
        .map(
          (part) =>
            `<li><a href="#${part.id}">${textHtml(wordsText(part.title))}</a></li>`,
        )
        .join("");
      const list = inner === "" ? "" : `<ul>${inner}</ul>`;
      return `<li><a href="#${id}">${textHtml(title)}</a>${list}</li>`;
    })
    .join("\n");
  return `<p class="side-title">On this page</p>\n<ul class="contents">\n${items}\n</ul>\n`;
}
