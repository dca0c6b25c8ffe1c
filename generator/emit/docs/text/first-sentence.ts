import { lineText } from "./plain-text.js";

/** Longer text is cut at the last space before this length. */
const maximumLength = 160;

/** The first sentence of Markdown as a line of plain text: without markup, and cut where it is longer than a line or two. */
export function firstSentence(markdown: string): string {
  const line = lineText(
    withoutMarkup(markdown.trim().split(/\n\s*\n/, 1)[0] ?? ""),
  );
  const [sentence = line] = /^.*?[.!?](?=\s+\p{Lu}|$)/u.exec(line) ?? [];
  if (sentence.length <= maximumLength) return sentence;
  const cut = sentence.slice(0, maximumLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 40))}…`;
}

/** The text of a paragraph of Markdown: links by their words, no emphasis, no HTML, no quotes and headings. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/^\s*(?:>\s*)?\[!\w+\]\s*/, "")
    .replace(/^\s*(?:#{1,6}|>)\s*/gm, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<\/?[A-Za-z][^>]*>/g, "")
    .replace(/(\*\*|__|\*|`+)(?=\S)(.*?\S)\1/g, "$2");
}
