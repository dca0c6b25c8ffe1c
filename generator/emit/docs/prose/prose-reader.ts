import { parseProse } from "./parse-prose.js";
import type { ProseBlock } from "./prose.js";
import { proseHtml } from "./prose-html.js";
import { proseMarkdown } from "./prose-markdown.js";

/** A description and what was printed of it, by the level of the heading above where it has headings itself. */
interface KnownProse {
  readonly blocks: readonly ProseBlock[];
  readonly hasHeadings: boolean;
  readonly html: string[];
  readonly markdown: string[];
}

/** Parses and prints each description once, however often the spec repeats it. */
export class ProseReader {
  readonly #known = new Map<string, KnownProse>();

  /** As HTML; headings of the description go below `headingLevel`. */
  html(text: string, headingLevel: number): string {
    const { blocks, html, hasHeadings } = this.#read(text);
    return (html[hasHeadings ? headingLevel : 0] ??= proseHtml(
      blocks,
      headingLevel,
    ));
  }

  /** As Markdown in prettier's layout; headings of the description go below `headingLevel`. */
  markdown(text: string, headingLevel: number): string {
    const { blocks, markdown, hasHeadings } = this.#read(text);
    return (markdown[hasHeadings ? headingLevel : 0] ??= proseMarkdown(
      blocks,
      headingLevel,
    ));
  }

  #read(text: string): KnownProse {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const blocks = parseProse(text);
    const hasHeadings = blocks.some(isOrHasHeading);
    const read = { blocks, hasHeadings, html: [], markdown: [] };
    this.#known.set(text, read);
    return read;
  }
}

function isOrHasHeading(block: ProseBlock): boolean {
  if (block.kind === "heading") return true;
  if (block.kind === "quote") return block.blocks.some(isOrHasHeading);
  return (
    block.kind === "list" &&
    block.items.some((item) => item.some(isOrHasHeading))
  );
}
