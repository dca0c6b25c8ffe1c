import type { OperationForm } from "../form-node.js";
import type { PrintSample } from "./printers.js";
import type { SampleRequest } from "../../samples/sample-request.js";
import { copyButton, element, select } from "./dom.js";
import { addScript } from "./modules.js";

const storageKey = "docs-language";

/** Languages by their names, in the order of the picker. */
export const languageNames: readonly string[] = [
  "curl",
  "TypeScript",
  "fetch",
  "Python",
  "Go",
  "Java",
  "PHP",
  "Ruby",
  "C#",
];

/** The printers, loaded when a sample is first shown. */
export class Printers {
  readonly #src: string;
  #loading: Promise<PrintSample> | undefined;

  /** @param src the URL of their script */
  constructor(src: string) {
    this.#src = src;
  }

  load(): Promise<PrintSample> {
    this.#loading ??= addScript(this.#src).then(
      () =>
        (globalThis as unknown as { tryItPrinters: { print: PrintSample } })
          .tryItPrinters.print,
    );
    return this.#loading;
  }
}

/** A sample that follows the form, in the language that the reader chose last. */
export class SampleView {
  readonly element: HTMLDetailsElement;
  readonly #form: OperationForm;
  readonly #printers: Printers;
  readonly #picker: HTMLSelectElement;
  readonly #code = element("code");
  #last:
    (() => Promise<{ request: SampleRequest; input: unknown }>) | undefined;
  #turn = 0;

  constructor(form: OperationForm, printers: Printers) {
    this.#form = form;
    this.#printers = printers;
    this.#picker = select(languageNames, { "aria-label": "Language" });
    this.#picker.selectedIndex = Math.max(
      0,
      languageNames.indexOf(rememberedLanguage()),
    );
    this.#picker.addEventListener("change", () => {
      rememberLanguage(this.language);
      void this.#print();
    });
    this.element = element(
      "details",
      { class: "sample-view" },
      element("summary", {}, element("h3", {}, "As code")),
      element(
        "div",
        { class: "bar" },
        this.#picker,
        copyButton(() => this.#code.textContent),
      ),
      element("pre", { tabindex: "0", "aria-label": "Sample" }, this.#code),
    );
    this.element.addEventListener("toggle", () => void this.#print());
  }

  get language(): string {
    return languageNames[this.#picker.selectedIndex] ?? "curl";
  }

  /** Prints a request; an input that no request can be made of leaves the sample as it is. */
  show(
    make: () => Promise<{ request: SampleRequest; input: unknown }>,
  ): Promise<void> {
    this.#last = make;
    return this.#print();
  }

  /**
   * A request in a language.
   * @param make the request that was shown last if absent
   */
  async printed(language: string, make = this.#last): Promise<string> {
    const print = await this.#printers.load();
    const made = await make?.();
    return made === undefined
      ? ""
      : print(language, made.request, made.input, this.#form);
  }

  async #print(): Promise<void> {
    if (!this.element.open) return;
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const print = await this.#printers.load();
      const made = await this.#last?.();
      if (made === undefined || turn !== this.#turn) return;
      this.#code.textContent = print(
        this.language,
        made.request,
        made.input,
        this.#form,
      );
    } catch (error) {
      this.#code.textContent = `No request can be made: ${(error as Error).message}`;
    }
  }
}

export function rememberedLanguage(): string {
  try {
    return localStorage.getItem(storageKey) ?? "curl";
  } catch {
    return "curl";
  }
}

export function rememberLanguage(name: string): void {
  try {
    localStorage.setItem(storageKey, name);
  } catch {
    // Without a store the choice lasts as long as the panel.
  }
}
