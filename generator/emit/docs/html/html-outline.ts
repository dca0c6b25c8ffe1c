import type { Field, Mark, Outline, Variants } from "../describe/outline.js";
import type { Fact } from "../describe/fact.js";
import type { Memo } from "../../../tracking/memo.js";
import type { ProseReader } from "../prose/prose-reader.js";
import { codeTextHtml, textHtml } from "../text/escape-html.js";
import type { Words } from "../text/words.js";
import { wordsHtml, type HtmlPlace } from "./html-words.js";

export interface HtmlContext extends HtmlPlace {
  readonly prose: ProseReader;
  /** The texts of fields that were printed before. */
  readonly printed: Memo<readonly Field[], string>;
}

/**
 * Stands for the id of the outline in the ids of its fields, in text that is printed once for all pages. No text of
 * a description holds it.
 */
const idMark = "\u0000";

/** What stands before the segment of a field's id, and before that of an alternative. */
type Joint = "-" | "." | "~";

/**
 * Fields, rules and alternatives of a schema.
 * @param id what the ids of its fields begin with
 */
export function outlineHtml(
  outline: Outline,
  id: string,
  context: HtmlContext,
): string {
  return (
    factsHtml(outline.facts, context) +
    membersHtml(outline, id, "-", context) +
    moreHtml(outline.more, context)
  );
}

function membersHtml(
  { rules, fields, variants }: Outline,
  id: string,
  joint: Joint,
  context: HtmlContext,
): string {
  let html = rulesHtml(rules, context);
  html += fieldsHtml(fields, joint, context).replaceAll(idMark, id);
  for (const item of variants) html += variantsHtml(item, id, context);
  return html;
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
  return `<div class="callout ${tone}" role="note"><p>${textHtml(title)}</p><ul>${lines}</ul></div>\n`;
}

/** The fields, a mark in the place of the id of their outline. */
function fieldsHtml(
  fields: readonly Field[],
  joint: Joint,
  context: HtmlContext,
): string {
  if (fields.length === 0) return "";
  const print = (): string => {
    let items = "";
    for (const field of fields) items += fieldHtml(field, joint, context);
    return `<ul class="fields">\n${items}</ul>\n`;
  };
  return context.printed.get(fields, print, joint + context.root);
}

function fieldHtml(field: Field, joint: Joint, context: HtmlContext): string {
  const id = idMark + joint + field.segment;
  let html = `<li id="${id}">${headHtml(field, context)}`;
  if (field.description !== undefined)
    html += context.prose.html(field.description, 4);
  html += factsHtml(field.facts, context);
  for (const words of field.advice)
    html += `<p class="advice">${wordsHtml(words, context)}</p>`;
  if (field.fields.length + field.variants.length + field.rules.length > 0) {
    html += `<div class="nested">${membersHtml(field, id, ".", context)}</div>`;
  }
  return `${html}${moreHtml(field.more, context)}\n`;
}

/** Name, type and marks of a field. */
function headHtml(field: Field, context: HtmlContext): string {
  let html = field.isPattern
    ? `<var>${textHtml(field.name)}</var>`
    : `<code>${codeTextHtml(field.name)}</code>`;
  if (field.type.length > 0)
    html += ` <i>${wordsHtml(field.type, context)}</i>`;
  for (const mark of field.marks) html += markHtml(mark);
  return html;
}

function markHtml(mark: Mark): string {
  return mark === "required"
    ? " <em>required</em>"
    : ` <b class="${mark}">${mark}</b>`;
}

/** Facts on one line that wraps. Like those of list items, end tags that HTML does not need are left out. */
export function factsHtml(
  facts: readonly Fact[],
  context: HtmlContext,
): string {
  if (facts.length === 0) return "";
  const rows = facts
    .map(
      ({ label, words }) =>
        `<dt>${textHtml(label)}<dd>${wordsHtml(words, context)}`,
    )
    .join("");
  return `<dl>${rows}</dl>`;
}

/** The fields of a named schema, one line each. */
export function linesHtml(outline: Outline, context: HtmlContext): string {
  const lines = outline.fields.map((field) => {
    const name = field.isPattern
      ? `<var>${textHtml(field.name)}</var>`
      : `<b>${codeTextHtml(field.name)}</b>`;
    const old = field.marks.includes("deprecated") ? " (deprecated)" : "";
    return `<li>${name} ${wordsHtml(field.type, context)}${old}\n`;
  });
  const list =
    lines.length === 0 ? "" : `<ul class="lines">\n${lines.join("")}</ul>\n`;
  return list + moreHtml(outline.more, context);
}

function variantsHtml(
  variants: Variants,
  outlineId: string,
  context: HtmlContext,
): string {
  let items = "";
  for (const { segment, title, description, outline } of variants.items) {
    const id = `${outlineId}~${segment}`;
    items += `<div class="variant" id="${id}"><p>${wordsHtml(title, context)}</p>`;
    if (description !== undefined) items += context.prose.html(description, 4);
    items += factsHtml(outline.facts, context);
    items += membersHtml(outline, id, ".", context);
    items += `${moreHtml(outline.more, context)}</div>\n`;
  }
  return `<div class="variants"><p>${wordsHtml(variants.title, context)}</p>\n${items}</div>\n`;
}

function moreHtml(more: Words | undefined, context: HtmlContext): string {
  return more === undefined
    ? ""
    : `<p class="more">${wordsHtml(more, context)}</p>\n`;
}
