import { Memo } from "../../../tracking/memo.js";
import type { Fact } from "../describe/fact.js";
import type { Field, Outline, Variants } from "../describe/outline.js";
import { markdownCode, markdownLine } from "../text/escape-markdown.js";
import { code, say, type Words } from "../text/words.js";
import {
  headingMarkdown,
  joinBlocks,
  listMarkdown,
  type MarkdownContext,
} from "./markdown-blocks.js";
import { wordsMarkdown } from "./markdown-words.js";

/**
 * Stands for the names that lead to a list of fields, in text that is printed once for all pages. No text of a
 * description holds it.
 */
const prefixMark = "\u0000";

/**
 * Fields, rules and alternatives of a schema, one block after the other.
 * @param prefix what a reader reads before a field's name: `capabilities.`
 */
export function outlineMarkdown(
  outline: Outline,
  context: MarkdownContext,
  prefix = "",
): string[] {
  return [
    ...bodyMarkdown(outline, outline.facts, context),
    ...membersMarkdown(outline, context, prefix),
  ];
}

function membersMarkdown(
  { fields, variants }: Outline,
  context: MarkdownContext,
  prefix: string,
): string[] {
  return [
    fieldsMarkdown(fields, context, prefix),
    ...variants.flatMap((item) => variantsMarkdown(item, context, prefix)),
  ];
}

/** What an outline says before its fields. */
function bodyMarkdown(
  { rules, more }: Outline,
  facts: readonly Fact[],
  context: MarkdownContext,
): string[] {
  const blocks: string[] = [];
  if (rules.length > 0) blocks.push("**Rules:**", listMarkdown(rules, context));
  if (facts.length > 0) {
    if (rules.length > 0) blocks.push("**Constraints:**");
    blocks.push(factsMarkdown(facts, context));
  }
  if (more !== undefined) blocks.push(wordsMarkdown(more, context));
  return blocks;
}

/** Fields as one block: it begins with a heading, so that nothing before it matters. */
function fieldsMarkdown(
  fields: readonly Field[],
  context: MarkdownContext,
  prefix: string,
): string {
  if (fields.length === 0) return "";
  const print = (before: string): string =>
    joinBlocks(
      fields.flatMap((field) => fieldMarkdown(field, context, before)),
    );
  if (!arePlain(fields) || !isPlain(prefix)) return print(prefix);
  const way = `${context.level} ${context.root}`;
  const text = context.printed.get(fields, () => print(prefixMark), way);
  return text.replaceAll(prefixMark, () => prefix);
}

const plainLists = new Memo<readonly Field[], boolean>();

/** Whether all names are such that their place makes no difference to how they are written. */
function arePlain(fields: readonly Field[]): boolean {
  return plainLists.get(fields, () =>
    fields.every(
      (field) =>
        !field.isPattern &&
        field.name !== "" &&
        isPlain(field.name) &&
        arePlain(field.fields) &&
        hasPlainVariants(field),
    ),
  );
}

function hasPlainVariants({ variants }: Outline): boolean {
  return variants.every(({ items }) =>
    items.every(
      ({ outline }) => arePlain(outline.fields) && hasPlainVariants(outline),
    ),
  );
}

/** Printable ASCII that inline code holds as it is, wherever in the name it stands. */
function isPlain(text: string): boolean {
  return /^\0?(?! )[ -_a-~]*(?<! )$/.test(text);
}

function fieldHeading(
  field: Field,
  level: number,
  context: MarkdownContext,
  prefix: string,
): string {
  const path = prefix + field.name;
  if (field.isPattern)
    return headingMarkdown(level, [{ kind: "text", text: path }], context);
  const name =
    path !== "" && isPlain(path) ? `\`${path}\`` : markdownCode(path);
  return `${"#".repeat(level)} ${name}`;
}

function fieldMarkdown(
  field: Field,
  context: MarkdownContext,
  prefix: string,
): string[] {
  const level = Math.max(3, context.level + 1);
  const marks: Words = field.marks.map((mark) => ({
    kind: "text",
    text: `, ${mark}`,
  }));
  const facts: readonly Fact[] = [
    ...field.facts,
    ...field.advice.map((words) => ({ label: "Advice", words })),
  ];
  const inner = `${prefix}${field.isPattern ? "*" : field.name}.`;
  return [
    fieldHeading(field, level, context, prefix),
    wordsMarkdown([...field.type, ...marks], context),
    field.description === undefined
      ? ""
      : context.prose.markdown(field.description, level),
    ...bodyMarkdown(field, facts, context),
    ...membersMarkdown(field, context, inner),
  ];
}

/** The fields of a named schema, one line each. */
export function linesMarkdown(
  outline: Outline,
  context: MarkdownContext,
): string[] {
  const items = outline.fields.map((field): Words => {
    const marks = field.marks.filter((mark) => mark !== "required");
    const name = field.isPattern ? say`${field.name}` : [code(field.name)];
    return say`${name} ${field.type}${marks.map((mark) => `, ${mark}`).join("")}`;
  });
  return [
    listMarkdown(items, context),
    outline.more === undefined ? "" : wordsMarkdown(outline.more, context),
  ];
}

export function factsMarkdown(
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
  prefix: string,
): string[] {
  const inner = { ...context, level: Math.min(5, context.level + 1) };
  return [
    `**${wordsMarkdown(variants.title, context)}:**`,
    ...variants.items.flatMap(({ title, description, outline }) => [
      headingMarkdown(inner.level + 1, title, context),
      description === undefined
        ? ""
        : context.prose.markdown(description, inner.level + 1),
      ...outlineMarkdown(outline, inner, prefix),
    ]),
  ];
}
