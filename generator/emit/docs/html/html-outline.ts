import type { Field, Mark, Outline, Variants } from "../describe/outline.js";
import type { Fact } from "../describe/fact.js";
import type { ProseReader } from "../prose/prose-reader.js";
import { escapeHtml } from "../text/escape-html.js";
import type { Words } from "../text/words.js";
import { plainText, visibleCode } from "../text/plain-text.js";
import { wordsHtml, type HtmlPlace } from "./html-words.js";

export interface HtmlContext extends HtmlPlace {
  readonly prose: ProseReader;
}

/** Fields, rules and alternatives of a schema. */
export function outlineHtml(outline: Outline, context: HtmlContext): string {
  return [
    factsHtml(outline.facts, context),
    rulesHtml(outline.rules, context),
    fieldsHtml(outline.fields, context),
    ...outline.variants.map((variants) => variantsHtml(variants, context)),
    moreHtml(outline.more, context),
  ].join("");
}

function rulesHtml(rules: readonly Words[], context: HtmlContext): string {
  if (rules.length === 0) return "";
  return calloutHtml("rules", "Rules", rules, context);
}

/** A box that stands out, with a title and one line an item. */
export function calloutHtml(
  tone: "rules" | "warning",
  title: string,
  items: readonly Words[],
  context: HtmlContext,
): string {
  const lines = items
    .map((item) => `<li>${wordsHtml(item, context)}</li>`)
    .join("");
  return `<div class="callout ${tone}" role="note"><p class="callout-title">${escapeHtml(title)}</p><ul>${lines}</ul></div>\n`;
}

function fieldsHtml(fields: readonly Field[], context: HtmlContext): string {
  if (fields.length === 0) return "";
  const items = fields.map((field) => fieldHtml(field, context)).join("");
  return `<ul class="fields">\n${items}</ul>\n`;
}

function fieldHtml(field: Field, context: HtmlContext): string {
  const head = [
    field.isPattern
      ? `<span class="pattern">${escapeHtml(plainText(field.name))}</span>`
      : `<code class="name">${escapeHtml(visibleCode(field.name))}</code>`,
    field.type.length === 0
      ? ""
      : ` <span class="type">${wordsHtml(field.type, context)}</span>`,
    ...field.marks.map(markHtml),
  ].join("");
  const description =
    field.description === undefined
      ? ""
      : `<div class="prose">${context.prose.html(field.description, 4)}</div>`;
  const advice = field.advice
    .map((words) => `<p class="advice">${wordsHtml(words, context)}</p>`)
    .join("");
  const nested =
    field.fields.length + field.variants.length + field.rules.length === 0
      ? ""
      : `<div class="nested">${rulesHtml(field.rules, context)}${fieldsHtml(field.fields, context)}${field.variants.map((variants) => variantsHtml(variants, context)).join("")}</div>`;
  return `<li class="field" id="${field.id}"><div class="head">${head}</div>${description}${factsHtml(field.facts, context)}${advice}${nested}${moreHtml(field.more, context)}</li>\n`;
}

function markHtml(mark: Mark): string {
  return ` <span class="mark ${mark}">${mark}</span>`;
}

function factsHtml(facts: readonly Fact[], context: HtmlContext): string {
  if (facts.length === 0) return "";
  const rows = facts
    .map(
      ({ label, words }) =>
        `<div><dt>${escapeHtml(label)}</dt><dd>${wordsHtml(words, context)}</dd></div>`,
    )
    .join("");
  return `<dl class="facts">${rows}</dl>`;
}

function variantsHtml(variants: Variants, context: HtmlContext): string {
  const items = variants.items
    .map(({ id, title, description, outline }) => {
      const text =
        description === undefined
          ? ""
          : `<div class="prose">${context.prose.html(description, 4)}</div>`;
      return `<div class="variant" id="${id}"><p class="variant-title">${wordsHtml(title, context)}</p>${text}${outlineHtml(outline, context)}</div>\n`;
    })
    .join("");
  return `<div class="variants"><p class="variants-title">${wordsHtml(variants.title, context)}</p>\n${items}</div>\n`;
}

function moreHtml(more: Words | undefined, context: HtmlContext): string {
  return more === undefined
    ? ""
    : `<p class="more">${wordsHtml(more, context)}</p>\n`;
}
