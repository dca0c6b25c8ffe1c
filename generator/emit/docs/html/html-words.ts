import { codeTextHtml, escapeHtml, textHtml } from "../text/escape-html.js";
import { isSafeUrl } from "../text/safe-url.js";
import type { Inline, InlineByKind, Target, Words } from "../text/words.js";

/** Where a page stands, which relative links need. */
export interface HtmlPlace {
  /** The path from the page's folder to the root of the docs: `` or `../`. */
  readonly root: string;
}

export function wordsHtml(words: Words, place: HtmlPlace): string {
  return words
    .map((word) => {
      const print = printers[word.kind] as (
        word: Inline,
        place: HtmlPlace,
      ) => string;
      return print(word, place);
    })
    .join("");
}

const printers: {
  readonly [K in Inline["kind"]]: (
    word: InlineByKind[K],
    place: HtmlPlace,
  ) => string;
} = {
  text: (word) => textHtml(word.text),
  code: (word) => codeHtml(word.text),
  strong: (word) => `<strong>${textHtml(word.text)}</strong>`,
  link: (word, place) => {
    const text = textHtml(word.text);
    const href = targetHref(word.target, place);
    if (href === undefined) return text;
    return `<a href="${escapeHtml(href)}">${text}</a>`;
  },
};

/** Code in a line. */
export function codeHtml(text: string): string {
  return `<code>${codeTextHtml(text === "" ? '""' : text)}</code>`;
}

/** The address of a target from a page; undefined where the docs do not link to such an address. */
export function targetHref(
  target: Target,
  place: HtmlPlace,
): string | undefined {
  if (target.kind === "page") {
    const anchor = target.anchor === undefined ? "" : `#${target.anchor}`;
    return `${place.root}${target.page}.html${anchor}`;
  }
  if (target.kind === "asset") return `${place.root}${target.path}`;
  if (target.kind === "file") return `${place.root}../${target.path}`;
  return isSafeUrl(target.url) ? target.url : undefined;
}
