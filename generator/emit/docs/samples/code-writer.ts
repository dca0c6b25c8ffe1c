/** Collects code piece by piece. */
export class CodeWriter {
  #text = "";

  get text(): string {
    return this.#text;
  }

  plain(text: string): this {
    this.#text += text;
    return this;
  }
}
