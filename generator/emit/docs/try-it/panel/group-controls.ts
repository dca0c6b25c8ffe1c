import type { FormField, FormNode, FormOption } from "../form-node.js";
import { accepts } from "./accepts.js";
import { labelOf, Messages, type Control, type Message } from "./control.js";
import { button, element, select } from "./dom.js";
import type { NodeOf } from "./node-of.js";
import { scalarControl, type FieldFacts } from "./scalar-controls.js";

/** Makes the control of a node. */
export function controlOf(
  node: FormNode,
  facts: FieldFacts,
  nodeOf: NodeOf,
): Control {
  const label = labelOf(facts.name, facts.marks);
  const known = scalarControl(node, label, facts);
  if (known !== undefined) return known;
  if (node.kind === "named") {
    const named = nodeOf(node.id);
    const target =
      node.nullable === true ? { ...named, nullable: true as const } : named;
    return facts.isRequired
      ? controlOf(target, facts, nodeOf)
      : new FoldedControl(target, facts, nodeOf);
  }
  if (node.kind === "list") return new ListControl(node.items, facts, nodeOf);
  if (node.kind === "union")
    return new UnionControl(node.options, facts, nodeOf);
  return node.kind === "object"
    ? new ObjectControl(node.fields, node.others, facts, nodeOf)
    : (scalarControl({ kind: "json" }, label, facts) as Control);
}

export function fieldControl(field: FormField, nodeOf: NodeOf): Control {
  const { name, node, required, deprecated, hint } = field;
  const marks = [
    ...(required === true ? ["required"] : []),
    ...(deprecated === true ? ["deprecated"] : []),
  ];
  const isRequired = required === true;
  return controlOf(node, { name, marks, hint, isRequired }, nodeOf);
}

/** A group of controls in a field set. */
abstract class GroupControl implements Control {
  readonly element: HTMLElement;
  protected readonly body: HTMLElement;
  readonly #messages: Messages;

  constructor(facts: FieldFacts) {
    this.body = element("div", { class: "group" });
    this.element = element(
      "fieldset",
      { tabindex: "-1" },
      element("legend", {}, ...labelOf(facts.name, facts.marks)),
    );
    this.#messages = new Messages(this.element);
    this.element.append(this.#messages.element, this.body);
  }

  abstract read(): unknown;
  abstract write(value: unknown): void;
  abstract child(token: string): Control | undefined;
  protected abstract children(): Iterable<Control>;

  show(messages: readonly Message[]): void {
    this.#messages.show(messages);
  }

  focus(): void {
    this.element.focus();
  }

  each(visit: (control: Control) => void): void {
    visit(this);
    for (const child of this.children()) child.each(visit);
  }
}

/** An optional object: its fields are made when it is opened, so that schemas that hold themselves end. */
class FoldedControl implements Control {
  readonly element: HTMLDetailsElement;
  readonly #make: () => Control;
  #inner: Control | undefined;

  constructor(node: FormNode, facts: FieldFacts, nodeOf: NodeOf) {
    this.#make = () => controlOf(node, { ...facts, isRequired: true }, nodeOf);
    this.element = element(
      "details",
      {},
      element("summary", {}, ...labelOf(facts.name, facts.marks)),
    );
    this.element.addEventListener("toggle", () => {
      if (this.element.open) this.#open();
    });
  }

  #open(): Control {
    if (this.#inner === undefined) {
      this.#inner = this.#make();
      this.element.append(this.#inner.element);
    }
    this.element.open = true;
    return this.#inner;
  }

  read(): unknown {
    const value = this.#inner?.read();
    return isEmpty(value) ? undefined : value;
  }

  write(value: unknown): void {
    if (value !== undefined) this.#open().write(value);
    else this.#inner?.write(undefined);
  }

  child(token: string): Control | undefined {
    return this.#open().child(token);
  }

  show(messages: readonly Message[]): void {
    if (messages.length > 0) this.#open().show(messages);
    else this.#inner?.show(messages);
  }

  focus(): void {
    this.#open().focus();
  }

  each(visit: (control: Control) => void): void {
    visit(this);
    this.#inner?.each(visit);
  }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null) return false;
  const isPlain = Object.getPrototypeOf(value) === Object.prototype;
  return (isPlain || Array.isArray(value)) && Object.keys(value).length === 0;
}

/** The fields of an object, and further members by names of one's own. */
export class ObjectControl extends GroupControl {
  readonly #fields = new Map<string, Control>();
  readonly #others: {
    name: HTMLInputElement;
    value: Control;
    row: HTMLElement;
  }[] = [];
  readonly #addOther: ((name: string) => Control) | undefined;
  readonly #isRequired: boolean;

  constructor(
    fields: readonly FormField[],
    others: FormNode | undefined,
    facts: FieldFacts,
    nodeOf: NodeOf,
  ) {
    super(facts);
    this.#isRequired = facts.isRequired;
    for (const field of fields) {
      const control = fieldControl(field, nodeOf);
      this.#fields.set(field.name, control);
      this.body.append(control.element);
    }
    if (others === undefined) return;
    const rows = element("div", { class: "rows" });
    this.#addOther = (given) => {
      const name = element("input", { "aria-label": "Name of the member" });
      name.value = given;
      const value = controlOf(
        others,
        { name: "value", marks: [], isRequired: true },
        nodeOf,
      );
      const entry = { name, value, row: element("div", { class: "row" }) };
      const remove = button("Remove", () => {
        this.#others.splice(this.#others.indexOf(entry), 1);
        entry.row.remove();
      });
      entry.row.append(name, value.element, remove);
      rows.append(entry.row);
      this.#others.push(entry);
      return value;
    };
    const add = button("Add a member", () => {
      this.#addOther?.("");
      this.#others.at(-1)?.name.focus();
    });
    this.body.append(rows, add);
  }

  read(): unknown {
    const members: [string, unknown][] = [];
    for (const [name, control] of this.#fields)
      members.push([name, control.read()]);
    for (const { name, value } of this.#others)
      members.push([name.value, value.read()]);
    const given = members.filter(([, value]) => value !== undefined);
    return given.length === 0 && !this.#isRequired
      ? undefined
      : Object.fromEntries(given);
  }

  write(value: unknown): void {
    const members = new Map(Object.entries(Object(value) as object));
    for (const { row } of this.#others.splice(0)) row.remove();
    for (const [name, control] of this.#fields) {
      control.write(members.get(name));
      members.delete(name);
    }
    for (const [name, member] of members) this.#addOther?.(name).write(member);
  }

  child(token: string): Control | undefined {
    return (
      this.#fields.get(token) ??
      this.#others.find(({ name }) => name.value === token)?.value
    );
  }

  protected *children(): Iterable<Control> {
    yield* this.#fields.values();
    for (const { value } of this.#others) yield value;
  }
}

/** A list that grows. */
class ListControl extends GroupControl {
  readonly #items: { control: Control; row: HTMLElement }[] = [];
  readonly #rows = element("div", { class: "rows" });
  readonly #make: () => Control;
  readonly #isRequired: boolean;

  constructor(node: FormNode, facts: FieldFacts, nodeOf: NodeOf) {
    super(facts);
    this.#isRequired = facts.isRequired;
    this.#make = () =>
      controlOf(
        node,
        {
          name: `item ${String(this.#items.length + 1)}`,
          marks: [],
          isRequired: true,
        },
        nodeOf,
      );
    const add = button("Add an item", () => {
      this.#add().focus();
    });
    this.body.append(this.#rows, add);
  }

  #add(): Control {
    const control = this.#make();
    const row = element("div", { class: "row" }, control.element);
    const item = { control, row };
    row.append(
      button("Remove", () => {
        this.#items.splice(this.#items.indexOf(item), 1);
        row.remove();
      }),
    );
    this.#items.push(item);
    this.#rows.append(row);
    return control;
  }

  read(): unknown {
    // An item that is not filled in keeps its place, so that issues find theirs.
    const values = this.#items.map(({ control }) => control.read() ?? null);
    return values.length === 0 && !this.#isRequired ? undefined : values;
  }

  write(value: unknown): void {
    for (const { row } of this.#items.splice(0)) row.remove();
    if (Array.isArray(value))
      for (const item of value as unknown[]) this.#add().write(item);
  }

  child(token: string): Control | undefined {
    return this.#items[Number(token)]?.control;
  }

  protected *children(): Iterable<Control> {
    for (const { control } of this.#items) yield control;
  }
}

/** A choice between alternatives. */
class UnionControl extends GroupControl {
  readonly #options: readonly FormOption[];
  readonly #choice: HTMLSelectElement;
  readonly #place = element("div", { class: "option" });
  readonly #nodeOf: NodeOf;
  readonly #facts: FieldFacts;
  #chosen: Control | undefined;

  constructor(
    options: readonly FormOption[],
    facts: FieldFacts,
    nodeOf: NodeOf,
  ) {
    super(facts);
    this.#options = options;
    this.#nodeOf = nodeOf;
    this.#facts = facts;
    const titles = options.map(({ title }) => title);
    this.#choice = select(facts.isRequired ? titles : ["Not set", ...titles], {
      "aria-label": `Which ${facts.name}`,
    });
    this.#choice.addEventListener("change", () => {
      this.#show();
    });
    this.body.append(this.#choice, this.#place);
    this.#show();
  }

  /** The index of the chosen option; negative for none. */
  get #index(): number {
    return this.#choice.selectedIndex - (this.#facts.isRequired ? 0 : 1);
  }

  #show(): void {
    const option = this.#options[this.#index];
    this.#chosen =
      option &&
      controlOf(
        option.node,
        { name: option.title, marks: [], isRequired: true },
        this.#nodeOf,
      );
    this.#place.replaceChildren(
      ...(this.#chosen === undefined ? [] : [this.#chosen.element]),
    );
  }

  read(): unknown {
    return this.#chosen?.read();
  }

  write(value: unknown): void {
    const found =
      value === undefined
        ? -1
        : this.#options.findIndex(({ node }) =>
            accepts(node, value, this.#nodeOf),
          );
    const index = this.#facts.isRequired ? Math.max(found, 0) : found + 1;
    this.#choice.selectedIndex = index;
    this.#show();
    this.#chosen?.write(value);
  }

  child(token: string): Control | undefined {
    return this.#chosen?.child(token);
  }

  protected *children(): Iterable<Control> {
    if (this.#chosen !== undefined) yield this.#chosen;
  }
}
