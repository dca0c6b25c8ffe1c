import { textHtml } from "../text/escape-html.js";

export type CodeKind = "name" | "string" | "number" | "keyword";

/** Code as text, and as HTML with its colours. */
export interface ColoredCode {
  readonly text: string;
  readonly html: string;
}

/** Collects code piece by piece. */
export class CodeWriter {
  #text = "";

  get text(): string {
    return this.#text;
  }

  /** White space, punctuation, and names of no colour. */
  plain(text: string): this {
    this.#text += text;
    return this;
  }

  colored(_kind: CodeKind, text: string): this {
    return this.plain(text);
  }

  finish(): ColoredCode {
    return { text: this.#text, html: textHtml(this.#text) };
  }
}
