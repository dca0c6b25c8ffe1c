import type { FormNode } from "../form-node.js";
import type { Control, Message } from "./control.js";
import { button, element } from "./dom.js";
import { controlOf } from "./group-controls.js";
import type { NodeOf } from "./node-of.js";

/** A body, as fields or as JSON text. Both show the same value. */
export class BodyControl implements Control {
  readonly element = element("div", { class: "body-control" });
  readonly #fields: Control;
  readonly #json: Control | undefined;
  #isJson = false;

  constructor(node: FormNode, isRequired: boolean, nodeOf: NodeOf) {
    const facts = {
      name: "body",
      marks: isRequired ? ["required"] : [],
      isRequired,
    };
    this.#fields = controlOf(node, facts, nodeOf);
    const hasFields = ["object", "list", "union", "named"].includes(node.kind);
    this.element.append(this.#fields.element);
    if (!hasFields) return;
    this.#json = controlOf({ kind: "json" }, facts, nodeOf);
    const json = this.#json.element;
    json.hidden = true;
    const toggle = button(
      "Edit as JSON",
      () => {
        const problem = this.#isJson ? this.#json?.problem?.() : undefined;
        if (problem !== undefined) {
          this.#json?.show([{ kind: "issue", text: problem }]);
          return;
        }
        this.#turn(!this.#isJson);
        toggle.setAttribute("aria-pressed", String(this.#isJson));
      },
      { "aria-pressed": "false" },
    );
    this.element.prepend(toggle);
    this.element.append(json);
  }

  #turn(isJson: boolean): void {
    const from = this.#shown;
    this.#isJson = isJson;
    this.#shown.write(from.read());
    this.#fields.element.hidden = isJson;
    if (this.#json !== undefined) this.#json.element.hidden = !isJson;
  }

  get #shown(): Control {
    return this.#isJson && this.#json !== undefined ? this.#json : this.#fields;
  }

  read(): unknown {
    return this.#shown.read();
  }

  write(value: unknown): void {
    this.#shown.write(value);
  }

  child(token: string): Control | undefined {
    return this.#isJson ? undefined : this.#fields.child(token);
  }

  show(messages: readonly Message[]): void {
    this.#shown.show(messages);
  }

  focus(): void {
    this.#shown.focus();
  }

  each(visit: (control: Control) => void): void {
    visit(this);
    this.#shown.each(visit);
  }
}
