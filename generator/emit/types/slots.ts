import type { PrintedForm } from "../../code/printed-forms.js";

/** Numbers the slots of a syntax tree, which stand in the places of code. */
export class Slots {
  #count = 0;

  /** The identifier of the next slot, or the text of a comment. */
  next(): string {
    this.#count += 1;
    return `__slot${this.#count - 1}__`;
  }
}

/** Printed text taken apart at its slots: text and the numbers of slots in turn. */
export function splitAtSlots(text: string): PrintedForm {
  return text.split(/(?:\/\*)?__slot(\d+)__(?:\*\/\n?)?/);
}
