import type { FormNode } from "../form-node.js";
import { Messages, type Control, type Message } from "./control.js";
import { element, freshId, select } from "./dom.js";

/** How a field is called and whether it must be given. */
export interface FieldFacts {
  readonly name: string;
  readonly marks: readonly string[];
  readonly hint?: string | undefined;
  readonly isRequired: boolean;
}

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One input with its label and its messages. */
abstract class InputControl implements Control {
  readonly element: HTMLElement;
  readonly #input: Input;
  readonly #messages: Messages;

  constructor(input: Input, label: readonly (Node | string)[]) {
    this.#input = input;
    this.#messages = new Messages(input);
    input.id = freshId();
    this.element = element(
      "div",
      { class: "field" },
      element("label", { for: input.id }, ...label),
      input,
      this.#messages.element,
    );
  }

  abstract read(): unknown;
  abstract write(value: unknown): void;

  child(): undefined {
    return undefined;
  }

  show(messages: readonly Message[]): void {
    this.#messages.show(messages);
  }

  focus(): void {
    this.#input.focus();
  }

  each(visit: (control: Control) => void): void {
    visit(this);
  }
}

type Label = readonly (Node | string)[];

class TextControl extends InputControl {
  readonly #field: HTMLInputElement | HTMLTextAreaElement;
  readonly #null: HTMLInputElement | undefined;
  /** An empty text is a value once the field was written to. */
  readonly #parse: (text: string) => unknown;

  constructor(
    field: HTMLInputElement | HTMLTextAreaElement,
    label: Label,
    parse: (text: string) => unknown,
    isNullable: boolean,
  ) {
    super(field, label);
    this.#field = field;
    this.#parse = parse;
    if (!isNullable) return;
    const box = element("input", { type: "checkbox" });
    this.#null = box;
    box.addEventListener("change", () => (field.disabled = box.checked));
    field.after(element("label", { class: "null" }, box, "null"));
  }

  read(): unknown {
    if (this.#null?.checked === true) return null;
    return this.#field.value === ""
      ? undefined
      : this.#parse(this.#field.value);
  }

  write(value: unknown): void {
    if (this.#null !== undefined) {
      this.#null.checked = value === null;
      this.#field.disabled = value === null;
    }
    this.#field.value =
      value === undefined || value === null
        ? ""
        : typeof value === "object"
          ? JSON.stringify(value)
          : String(value);
  }
}

class SelectControl extends InputControl {
  readonly #select: HTMLSelectElement;
  readonly #values: readonly unknown[];

  constructor(values: readonly unknown[], label: Label, facts: FieldFacts) {
    const hint = facts.hint === undefined ? "" : ` (${facts.hint})`;
    const texts = values.map((value) =>
      value === undefined
        ? `Not set${hint}`
        : typeof value === "string"
          ? value
          : JSON.stringify(value),
    );
    const made = select(texts);
    super(made, label);
    this.#select = made;
    this.#values = values;
  }

  read(): unknown {
    return this.#values[this.#select.selectedIndex];
  }

  write(value: unknown): void {
    const text = JSON.stringify(value);
    const index = this.#values.findIndex((one) => JSON.stringify(one) === text);
    this.#select.selectedIndex = Math.max(0, index);
  }
}

class FileControl extends InputControl {
  readonly #field: HTMLInputElement;

  constructor(label: Label) {
    const field = element("input", { type: "file" });
    super(field, label);
    this.#field = field;
  }

  read(): unknown {
    return this.#field.files?.[0];
  }

  write(value: unknown): void {
    if (value === undefined) this.#field.value = "";
  }
}

class JsonControl extends TextControl {
  readonly #area: HTMLTextAreaElement;

  constructor(label: Label) {
    const area = element("textarea", {
      rows: "3",
      spellcheck: "false",
      class: "json",
    });
    super(area, label, (text) => parsed(text).value, false);
    this.#area = area;
  }

  override write(value: unknown): void {
    this.#area.value =
      value === undefined ? "" : JSON.stringify(value, null, 2);
  }

  problem(): string | undefined {
    return this.#area.value === "" ? undefined : parsed(this.#area.value).error;
  }
}

function parsed(text: string): { value?: unknown; error?: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { error: `This is not JSON: ${String((error as Error).message)}` };
  }
}

/** What is no number stays a text: the validator says what is wrong. */
function numberOf(text: string): unknown {
  const value = Number(text);
  return text.trim() === "" || Number.isNaN(value) ? text : value;
}

/** The control of a value that is edited by one input; undefined for objects, lists and unions. */
export function scalarControl(
  node: FormNode,
  label: Label,
  facts: FieldFacts,
): Control | undefined {
  const isNullable = node.nullable === true;
  const hint: Record<string, string> =
    facts.hint === undefined ? {} : { placeholder: facts.hint };
  const nothing = isNullable ? [undefined, null] : [undefined];
  switch (node.kind) {
    case "string": {
      const field =
        node.input === "lines"
          ? element("textarea", { rows: "1", ...hint })
          : element("input", { ...inputType[node.input], ...hint });
      return new TextControl(field, label, String, isNullable);
    }
    case "number": {
      const mode = node.isInteger === true ? "numeric" : "decimal";
      const field = element("input", { inputmode: mode, ...hint });
      return new TextControl(field, label, numberOf, isNullable);
    }
    case "boolean":
      return new SelectControl([...nothing, true, false], label, facts);
    case "choice":
      return new SelectControl([...nothing, ...node.values], label, facts);
    case "const": {
      const values = facts.isRequired
        ? [node.value, undefined]
        : [undefined, node.value];
      return new SelectControl(values, label, facts);
    }
    case "file":
      return new FileControl(label);
    case "json":
      return new JsonControl(label);
    case "object":
    case "list":
    case "union":
    case "named":
      return undefined;
  }
}

const plain = { autocomplete: "off", spellcheck: "false" };

const inputType: Readonly<
  Record<"text" | "date" | "email" | "password" | "url", Record<string, string>>
> = {
  text: plain,
  date: { type: "date" },
  email: { ...plain, inputmode: "email" },
  password: { ...plain, type: "password", autocomplete: "off" },
  url: { ...plain, inputmode: "url" },
};
