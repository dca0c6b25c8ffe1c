import { textHtml } from "../text/escape-html.js";

export type CodeKind = "name" | "string" | "number" | "keyword";

/** Code as text, and as HTML with its colours. */
export interface ColoredCode {
  readonly text: string;
  readonly html: string;
}

/** Longer code is shown in one colour: it would more than double the size of its page. */
const maximumPieces = 500;

/** Collects code piece by piece; whoever writes knows what each piece is, so that nothing has to be parsed. */
export class CodeWriter {
  #text = "";
  #html = "";
  #pieces = 0;

  get text(): string {
    return this.#text;
  }

  /** White space, punctuation, and names of no colour. */
  plain(text: string): this {
    this.#text += text;
    if (this.#pieces <= maximumPieces) this.#html += textHtml(text);
    return this;
  }

  colored(kind: CodeKind, text: string): this {
    this.#pieces++;
    this.#text += text;
    if (this.#pieces <= maximumPieces)
      this.#html += `<span class="c-${kind}">${textHtml(text)}</span>`;
    return this;
  }

  finish(): ColoredCode {
    const isLong = this.#pieces > maximumPieces;
    return {
      text: this.#text,
      html: isLong ? textHtml(this.#text) : this.#html,
    };
  }
}
