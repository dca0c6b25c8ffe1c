import { Memo } from "../../../tracking/memo.js";
import { parseProse } from "./parse-prose.js";
import type { ProseBlock } from "./prose.js";
import { proseHtml } from "./prose-html.js";
import { proseMarkdown } from "./prose-markdown.js";

interface Prose {
  readonly blocks: readonly ProseBlock[];
  readonly hasHeadings: boolean;
}

/** Parses and prints each description once, however often the spec repeats it. */
export class ProseReader {
  readonly #parsed = new Memo<this, Prose>();
  readonly #html = new Memo<Prose, string>();
  readonly #markdown = new Memo<Prose, string>();

  /** As HTML; headings of the description go below `headingLevel`. */
  html(text: string, headingLevel: number): string {
    const prose = this.#parse(text);
    const print = (): string => proseHtml(prose.blocks, headingLevel);
    return this.#html.get(prose, print, levelOf(prose, headingLevel));
  }

  /** As Markdown in prettier's layout; headings of the description go below `headingLevel`. */
  markdown(text: string, headingLevel: number): string {
    const prose = this.#parse(text);
    const print = (): string => proseMarkdown(prose.blocks, headingLevel);
    return this.#markdown.get(prose, print, levelOf(prose, headingLevel));
  }

  #parse(text: string): Prose {
    const parse = (): Prose => {
      const blocks = parseProse(text);
      return { blocks, hasHeadings: blocks.some(isOrHasHeading) };
    };
    return this.#parsed.get(this, parse, text);
  }
}

/** The level of the heading above matters to a description with headings only. */
function levelOf({ hasHeadings }: Prose, headingLevel: number): string {
  return hasHeadings ? String(headingLevel) : "";
}

function isOrHasHeading(block: ProseBlock): boolean {
  if (block.kind === "heading") return true;
  if (block.kind === "quote") return block.blocks.some(isOrHasHeading);
  return (
    block.kind === "list" &&
    block.items.some((item) => item.some(isOrHasHeading))
  );
}
