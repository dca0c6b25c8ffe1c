type Attributes = Readonly<Record<string, string>>;

/** An element with attributes and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(
  text: string,
  action: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", action);
  return made;
}

/** A select with options by their texts; the value is the index. */
export function select(
  texts: readonly string[],
  attributes: Attributes = {},
): HTMLSelectElement {
  const options = texts.map((text, index) =>
    element("option", { value: String(index) }, text),
  );
  return element("select", attributes, ...options);
}

/** An id that no other element of the page has. */
export function freshId(): string {
  let number = document.querySelectorAll("[id^='try-it-']").length;
  while (document.getElementById(`try-it-${number}`) !== null) number += 1;
  return `try-it-${String(number)}-${crypto.randomUUID().slice(0, 8)}`;
}

/** A button that copies a text and says so. */
export function copyButton(textOf: () => string): HTMLButtonElement {
  const made = button(
    "Copy",
    () => {
      const say = (word: string): void => {
        made.textContent = word;
        setTimeout(() => (made.textContent = "Copy"), 1600);
      };
      navigator.clipboard.writeText(textOf()).then(
        () => {
          say("Copied");
        },
        () => {
          say("Not allowed");
        },
      );
    },
    { "aria-live": "polite" },
  );
  return made;
}

/** A field with its label before it. */
export function labelled(text: string, field: HTMLElement): HTMLElement {
  field.id = freshId();
  const label = element("label", { for: field.id }, text);
  return element("div", { class: "field" }, label, field);
}
