import { parseProse } from "./parse-prose.js";
import type { ProseBlock } from "./prose.js";
import { proseHtml } from "./prose-html.js";
import { proseMarkdown } from "./prose-markdown.js";

/** Parses and prints each description once, however often the spec repeats it. */
export class ProseReader {
  readonly #parsed = new Map<string, readonly ProseBlock[]>();
  readonly #html = new Map<string, string>();
  readonly #markdown = new Map<string, string>();

  /** As HTML; headings of the description go below `headingLevel`. */
  html(text: string, headingLevel: number): string {
    return recall(this.#html, `${headingLevel}${text}`, () =>
      proseHtml(this.#parse(text), headingLevel),
    );
  }

  /** As Markdown in prettier's layout; headings of the description go below `headingLevel`. */
  markdown(text: string, headingLevel: number): string {
    return recall(this.#markdown, `${headingLevel}${text}`, () =>
      proseMarkdown(this.#parse(text), headingLevel),
    );
  }

  #parse(text: string): readonly ProseBlock[] {
    return recall(this.#parsed, text, () => parseProse(text));
  }
}

function recall<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
