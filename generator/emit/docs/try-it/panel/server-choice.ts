import type { FormServer, OperationForm } from "../form-node.js";
import { element, labelled, select } from "./dom.js";

/** Which server a request goes to: one of the description with its variables, or a base URL of one's own. */
export class ServerChoice {
  readonly element = element("div", { class: "server" });
  readonly #servers: readonly FormServer[];
  readonly #choice: HTMLSelectElement;
  readonly #place = element("div");
  #base: () => string = () => "/";

  constructor({ servers }: OperationForm) {
    this.#servers = servers;
    const titles = servers.map(({ url, title }) =>
      title === url ? url : `${title}: ${url}`,
    );
    this.#choice = select([...titles, "Another base URL"]);
    this.#choice.addEventListener("change", () => {
      this.#show();
    });
    this.element.append(labelled("Server", this.#choice), this.#place);
    this.#show();
  }

  /** The base URL, absolute or relative to the page. */
  get baseUrl(): string {
    return this.#base();
  }

  #show(): void {
    const server = this.#servers[this.#choice.selectedIndex];
    if (server === undefined) {
      const field = element("input", {
        type: "url",
        placeholder: "https://api.example.com",
        spellcheck: "false",
      });
      this.#place.replaceChildren(labelled("Base URL", field));
      this.#base = () => field.value;
      return;
    }
    const fields = server.variables.map((variable) => {
      const { name, values } = variable;
      const field = values === undefined ? element("input") : select(values);
      if (values === undefined) field.value = variable.default ?? "";
      else
        (field as HTMLSelectElement).selectedIndex = Math.max(
          0,
          values.indexOf(variable.default ?? ""),
        );
      const read = (): string =>
        values === undefined
          ? field.value
          : (values[(field as HTMLSelectElement).selectedIndex] ?? "");
      return { name, read, row: labelled(name, field) };
    });
    this.#place.replaceChildren(...fields.map(({ row }) => row));
    this.#base = () =>
      fields.reduce(
        (url, { name, read }) => url.replaceAll(`{${name}}`, read()),
        server.url,
      );
  }
}
