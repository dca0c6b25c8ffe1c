import type { FormContent, OperationForm } from "../form-node.js";
import { BodyControl } from "./body-control.js";
import type { Control } from "./control.js";
import { element, labelled, select } from "./dom.js";
import { controlOf } from "./group-controls.js";
import type { NodeOf } from "./node-of.js";

/** An issue or an advice at its place in the input. */
export interface Finding {
  /** JSON Pointer into the input. */
  readonly pointer: string;
  readonly kind: "issue" | "advice";
  readonly text: string;
}

/** The form of an operation's input: parameters by their groups, media types, and the body. */
export class InputForm {
  readonly element = element("div", { class: "input-form" });
  readonly #form: OperationForm;
  readonly #groups = new Map<string, Control>();
  readonly #accept: HTMLSelectElement | undefined;
  readonly #mediaType: HTMLSelectElement | undefined;
  readonly #bodyPlace = element("div");
  readonly #nodeOf: NodeOf;
  #body: BodyControl | undefined;

  constructor(form: OperationForm, nodeOf: NodeOf) {
    this.#form = form;
    this.#nodeOf = nodeOf;
    for (const { name, node } of form.groups) {
      const facts = { name, marks: [], isRequired: true };
      const control = controlOf(node, facts, nodeOf);
      this.#groups.set(name, control);
      this.element.append(control.element);
    }
    if (form.accept.length > 0) {
      this.#accept = select(["Any", ...form.accept]);
      this.element.append(labelled("Answer as", this.#accept));
    }
    const contents = form.body?.contents ?? [];
    if (contents.length > 1) {
      const types = contents.map(({ mediaType }) => mediaType);
      this.#mediaType = select(types);
      this.#mediaType.addEventListener("change", () => {
        this.#showBody();
      });
      this.element.append(labelled("Body as", this.#mediaType));
    }
    if (contents.length > 0) this.element.append(this.#bodyPlace);
    this.#showBody();
  }

  get #content(): FormContent | undefined {
    const index = this.#mediaType?.selectedIndex ?? 0;
    return this.#form.body?.contents[index];
  }

  #showBody(): void {
    const content = this.#content;
    if (content === undefined) return;
    const isRequired = this.#form.body?.required === true;
    this.#body = new BodyControl(content.node, isRequired, this.#nodeOf);
    this.#bodyPlace.replaceChildren(this.#body.element);
  }

  /** The input that the builder takes. */
  read(): Record<string, unknown> {
    const input: Record<string, unknown> = {};
    for (const [name, control] of this.#groups)
      input[name] = control.read() ?? {};
    const accept = this.#accept?.selectedIndex ?? 0;
    if (accept > 0) input["accept"] = this.#form.accept[accept - 1];
    const body = this.#body?.read();
    if (this.#mediaType !== undefined && body !== undefined)
      input["contentType"] = this.#content?.mediaType;
    if (body !== undefined) input["body"] = body;
    return input;
  }

  /** Shows an input, such as an example. */
  write(input: unknown): void {
    const members = new Map<string, unknown>(Object.entries(Object(input)));
    for (const [name, control] of this.#groups)
      control.write(members.get(name));
    if (this.#mediaType !== undefined) {
      const types = this.#form.body?.contents ?? [];
      const index = types.findIndex(
        ({ mediaType }) => mediaType === members.get("contentType"),
      );
      this.#mediaType.selectedIndex = Math.max(0, index);
      this.#showBody();
    }
    this.#body?.write(members.get("body"));
  }

  /** Texts that no value can be made of. */
  problems(): readonly Finding[] {
    const findings: Finding[] = [];
    this.#body?.each((control) => {
      const text = control.problem?.();
      if (text !== undefined)
        findings.push({ pointer: "/body", kind: "issue", text });
    });
    return findings;
  }

  /** Shows what was found, each at the field nearest to its place. */
  show(
    findings: readonly Finding[],
    isShown: (control: Control) => boolean,
  ): void {
    const byControl = new Map<Control, Finding[]>();
    for (const finding of findings) {
      const control = this.find(finding.pointer);
      if (control === undefined || !isShown(control)) continue;
      byControl.set(control, [...(byControl.get(control) ?? []), finding]);
    }
    this.each((control) => {
      if (!byControl.has(control)) control.show([]);
    });
    for (const [control, messages] of byControl) control.show(messages);
  }

  /** The control at a place, or the nearest one around it. */
  find(pointer: string): Control | undefined {
    const [group = "", ...tokens] = pointer
      .split("/")
      .slice(1)
      .map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"));
    let found = group === "body" ? this.#body : this.#groups.get(group);
    for (const token of tokens) {
      const next: Control | undefined = found?.child(token);
      if (next === undefined) break;
      found = next as typeof found;
    }
    return found;
  }

  each(visit: (control: Control) => void): void {
    for (const control of this.#groups.values()) control.each(visit);
    this.#body?.each(visit);
  }
}
