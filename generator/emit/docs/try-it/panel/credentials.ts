import type { FormScheme, OperationForm } from "../form-node.js";
import { element, labelled, select } from "./dom.js";

/** How a credential goes on the wire, as builders say it. */
interface SecurityUse {
  readonly name: string;
  readonly kind: string;
}

/** The credentials of a request. */
export class Credentials {
  /** By scheme, kept as long as the page is open and nowhere else. */
  readonly #kept = new Map<string, string>();
  readonly element = element("div", { class: "credentials" });
  readonly #alternatives: readonly (readonly FormScheme[])[];
  readonly #choice: HTMLSelectElement | undefined;
  readonly #place = element("div");

  constructor({ security }: OperationForm) {
    this.#alternatives = security;
    if (security.length === 0) return;
    this.element.append(element("h3", {}, "Credentials"));
    if (security.length > 1) {
      const titles = security.map((schemes) =>
        schemes.length === 0
          ? "None"
          : schemes.map(({ name }) => name).join(" and "),
      );
      this.#choice = select(titles);
      this.#choice.addEventListener("change", () => {
        this.#show();
      });
      this.element.append(labelled("Which", this.#choice));
    }
    this.element.append(
      this.#place,
      element(
        "p",
        { class: "note" },
        "Kept in memory until you leave the page. Samples show placeholders.",
      ),
    );
    this.#show();
  }

  get #schemes(): readonly FormScheme[] {
    return this.#alternatives[this.#choice?.selectedIndex ?? 0] ?? [];
  }

  #show(): void {
    this.#place.replaceChildren(
      ...this.#schemes.flatMap((scheme) => fieldsOf(scheme, this.#kept)),
    );
  }

  /** The uses of the chosen alternative; none if a credential of it is missing: the request goes out without. */
  uses<Use extends SecurityUse>(
    described: readonly (readonly Use[])[],
    isSample: boolean,
  ): readonly (readonly Use[])[] {
    const names = new Set(this.#schemes.map(({ name }) => name));
    const chosen = described.find(
      (uses) => uses.length > 0 && uses.every(({ name }) => names.has(name)),
    );
    const isComplete =
      isSample ||
      chosen?.every(({ name }) => this.#credential(name) !== undefined) ===
        true;
    return chosen !== undefined && isComplete ? [chosen] : [];
  }

  /** Credentials by scheme, as the runtime takes them. */
  auth(browserCookie: unknown): Record<string, unknown> {
    return Object.fromEntries(
      this.#schemes.map(({ name, kind }) => [
        name,
        kind === "cookie" ? browserCookie : this.#credential(name),
      ]),
    );
  }

  /** What stands for credentials in samples. */
  placeholders(): Record<string, unknown> {
    return Object.fromEntries(
      this.#schemes.map(({ name, kind }) => [name, placeholderOf[kind]]),
    );
  }

  get needsCertificate(): boolean {
    return this.#schemes.some(({ kind }) => kind === "certificate");
  }

  #credential(name: string): unknown {
    const scheme = this.#schemes.find((one) => one.name === name);
    if (scheme?.kind === "cookie") return "";
    const text = this.#kept.get(name) ?? "";
    if (scheme?.kind !== "basic") return text === "" ? undefined : text;
    const username = this.#kept.get(`${name} user`) ?? "";
    return username === "" ? undefined : { username, password: text };
  }
}

const placeholderOf: Readonly<Record<FormScheme["kind"], unknown>> = {
  basic: { username: "YOUR_USERNAME", password: "YOUR_PASSWORD" },
  token: "YOUR_TOKEN",
  key: "YOUR_API_KEY",
  cookie: "YOUR_API_KEY",
  certificate: undefined,
};

function fieldsOf(
  { name, kind, words }: FormScheme,
  kept: Map<string, string>,
): readonly HTMLElement[] {
  switch (kind) {
    case "basic":
      return [
        keptField(`${name}: user name`, `${name} user`, "text", kept),
        keptField(`${name}: password`, name, "password", kept),
      ];
    case "token":
    case "key":
      return [keptField(`${name}: ${words}`, name, "password", kept)];
    case "cookie":
      return [note(`${words}: the browser sends it if you are signed in.`)];
    case "certificate":
      return [note(`${words}: the browser asks you for it.`)];
  }
}

function note(text: string): HTMLElement {
  return element("p", { class: "note" }, text);
}

function keptField(
  label: string,
  key: string,
  type: string,
  kept: Map<string, string>,
): HTMLElement {
  const field = element("input", {
    type,
    autocomplete: "off",
    spellcheck: "false",
    "data-credential": "",
  });
  field.value = kept.get(key) ?? "";
  field.addEventListener("input", () => kept.set(key, field.value));
  return labelled(label, field);
}
