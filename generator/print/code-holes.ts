import type { Code } from "../code/code.js";
import type { PrintedForm } from "../code/printed-forms.js";
import type { CodeSymbol } from "../code/symbol.js";

/**
 * Keeps code out of the printer's hands. ts-morph's writer guesses, letter by letter, where strings, comments
 * and regular expressions begin and end, to know what it may indent; a wrong guess would change a literal.
 * So the printer sees a mark in the place of every piece of code, and the pieces go in unchanged afterwards.
 * The marks are numbered in the order of the pieces: what differs in its pieces alone is printed alike.
 */
export class CodeHoles {
  readonly #texts: string[] = [];
  readonly #localName: (symbol: CodeSymbol) => string;

  /** @param localName what the file calls a symbol */
  constructor(localName: (symbol: CodeSymbol) => string) {
    this.#localName = localName;
  }

  /** A mark that stands for the code, in which a symbol is the name that the file has for it. */
  code(piece: Code): string {
    let text = "";
    const { parts } = piece;
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index] as (typeof parts)[number];
      text += typeof part === "string" ? part : this.#localName(part);
    }
    return this.text(text);
  }

  /** A mark that stands for text which is code or a comment already. */
  text(text: string): string {
    this.#texts.push(text);
    return `\ue000${this.#texts.length - 1}\ue001`;
  }

  /** Puts every piece in the place of its mark. */
  fill(printed: PrintedForm): string {
    let text = printed[0] as string;
    for (let index = 1; index < printed.length; index += 2) {
      text += this.#texts[Number(printed[index])] ?? "";
      text += printed[index + 1] as string;
    }
    return text;
  }
}

/** Takes printed text apart at its marks. */
export function splitAtMarks(printed: string): PrintedForm {
  return printed.split(/\ue000(\d+)\ue001/);
}
