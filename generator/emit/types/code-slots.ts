import type { Code } from "../../code/code.js";
import type { CodeSymbol } from "../../code/symbol.js";
import { printedType } from "../../code/type-text.js";

/** Holds code in numbered places while openapi-typescript and TypeScript's printer work on the text around it. */
export class CodeSlots {
  readonly #pieces: (Code | CodeSymbol)[] = [];

  /** Keeps a piece of code. Gives the identifier that stands for it, or the text of a comment. */
  add(piece: Code | CodeSymbol): string {
    return `__slot${this.#pieces.push(piece) - 1}__`;
  }

  /** Puts the pieces back into the printed text. */
  fill(text: string): Code {
    const parts: (string | CodeSymbol)[] = [];
    text.split(/(?:\/\*)?__slot(\d+)__(?:\*\/\n?)?/).forEach((part, index) => {
      if (index % 2 === 0) {
        parts.push(part);
        return;
      }
      const piece = this.#pieces[Number(part)];
      if (piece === undefined) throw new Error(`slot ${part} is empty`);
      if ("parts" in piece) parts.push(...piece.parts);
      else parts.push(piece);
    });
    return printedType(parts);
  }
}
