import { element, freshId } from "./dom.js";

/** What edits a value of the request. */
export interface Control {
  readonly element: HTMLElement;
  /** The value; undefined if none is given. */
  read(): unknown;
  write(value: unknown): void;
  /** The control of a member or an item, by its token of a JSON Pointer. */
  child(token: string): Control | undefined;
  /** Shows messages beside the field; none removes them. */
  show(messages: readonly Message[]): void;
  focus(): void;
  /** Calls for every control within, itself included. */
  each(visit: (control: Control) => void): void;
  /** What is wrong with a text that no value can be made of. */
  problem?(): string | undefined;
}

export interface Message {
  readonly kind: "issue" | "advice";
  readonly text: string;
}

/** A place for messages that describes an input. */
export class Messages {
  readonly element: HTMLElement;
  readonly #input: HTMLElement;

  constructor(input: HTMLElement) {
    this.#input = input;
    this.element = element("div", { class: "messages", id: freshId() });
  }

  show(messages: readonly Message[]): void {
    this.element.replaceChildren(
      ...messages.map(({ kind, text }) => element("p", { class: kind }, text)),
    );
    const isInvalid = messages.some(({ kind }) => kind === "issue");
    if (isInvalid) this.#input.setAttribute("aria-invalid", "true");
    else this.#input.removeAttribute("aria-invalid");
    if (messages.length > 0)
      this.#input.setAttribute("aria-describedby", this.element.id);
    else this.#input.removeAttribute("aria-describedby");
  }
}

/** The name of a field, with its marks. */
export function labelOf(
  name: string,
  marks: readonly string[],
): readonly (Node | string)[] {
  return [
    element("code", {}, name),
    ...marks.flatMap((mark) => [
      " ",
      element("span", { class: `mark ${mark}` }, mark),
    ]),
  ];
}
