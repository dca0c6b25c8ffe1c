import {
  escapeMarkdown,
  markdownCode,
  markdownUrl,
} from "../text/escape-markdown.js";
import { plainText } from "../text/plain-text.js";
import { isSafeUrl } from "../text/safe-url.js";
import type { Inline, InlineByKind, Target, Words } from "../text/words.js";

export interface MarkdownPlace {
  /** The path from the page's folder to the root of the docs: `` or `../`. */
  readonly root: string;
}

/** Words as a line of Markdown that stands at the beginning of a paragraph or a list's item. */
export function wordsMarkdown(
  words: Words,
  place: MarkdownPlace,
  atLineStart = true,
): string {
  return words
    .map((word, index) => {
      const print = printers[word.kind] as (
        word: Inline,
        place: MarkdownPlace,
        atLineStart: boolean,
      ) => string;
      return print(word, place, atLineStart && index === 0);
    })
    .join("")
    .replace(/ {2,}/g, " ")
    .trim();
}

const printers: {
  readonly [K in Inline["kind"]]: (
    word: InlineByKind[K],
    place: MarkdownPlace,
    atLineStart: boolean,
  ) => string;
} = {
  text: (word, _place, atLineStart) =>
    escapeMarkdown(oneLine(word.text), atLineStart),
  code: (word) => markdownCode(word.text),
  strong: (word) => `**${escapeMarkdown(oneLine(word.text))}**`,
  link: (word, place) => {
    const text = escapeMarkdown(oneLine(word.text));
    const url = targetUrl(word.target, place);
    return url === undefined ? text : `[${text}](${markdownUrl(url)})`;
  },
};

function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, " ");
}

function targetUrl(target: Target, place: MarkdownPlace): string | undefined {
  if (target.kind === "page") {
    const anchor = target.anchor === undefined ? "" : `#${target.anchor}`;
    return `${place.root}${target.page}.md${anchor}`;
  }
  if (target.kind === "asset") return `${place.root}${target.path}`;
  if (target.kind === "file") return `${place.root}../${target.path}`;
  return isSafeUrl(target.url) ? target.url : undefined;
}
