import { parseProse } from "./parse-prose.js";
import type { ProseBlock } from "./prose.js";
import { proseHtml } from "./prose-html.js";
import { proseMarkdown } from "./prose-markdown.js";

type Printed = Map<string, string>;

/** Parses and prints each description once, however often the spec repeats it. */
export class ProseReader {
  readonly #parsed = new Map<string, readonly ProseBlock[]>();
  /** By level: a key made of level and text would have to be put together and hashed at each question. */
  readonly #html = new Map<number, Printed>();
  readonly #markdown = new Map<number, Printed>();

  /** As HTML; headings of the description go below `headingLevel`. */
  html(text: string, headingLevel: number): string {
    return recall(printedAt(this.#html, headingLevel), text, () =>
      proseHtml(this.#parse(text), headingLevel),
    );
  }

  /** As Markdown in prettier's layout; headings of the description go below `headingLevel`. */
  markdown(text: string, headingLevel: number): string {
    return recall(printedAt(this.#markdown, headingLevel), text, () =>
      proseMarkdown(this.#parse(text), headingLevel),
    );
  }

  #parse(text: string): readonly ProseBlock[] {
    return recall(this.#parsed, text, () => parseProse(text));
  }
}

function printedAt(levels: Map<number, Printed>, level: number): Printed {
  return recall(levels, level, () => new Map<string, string>());
}

function recall<K, T>(known: Map<K, T>, key: K, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
