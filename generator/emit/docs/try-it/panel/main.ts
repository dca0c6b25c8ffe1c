import { Modules } from "./modules.js";
import { Panel } from "./panel.js";
import { Printers } from "./sample-view.js";

/** The folder that has the scripts: that of this one. */
const base = (document.currentScript as HTMLScriptElement).src.replace(
  /[^/]*$/,
  "",
);
/** The panels of a page. */
class TryIt {
  readonly #modules: Modules;
  readonly #printers: Printers;
  readonly #panels = new Map<string, Promise<Panel>>();

  constructor(folder: string) {
    this.#modules = new Modules(folder);
    this.#printers = new Printers(`${folder}languages.js`);
  }

  /** Called by the scripts of modules. */
  readonly define: Modules["define"] = (...registered) => {
    this.#modules.define(...registered);
  };

  /**
   * Opens the panel of an operation.
   * @param id of its module
   * @param example the index of the example that the form starts from
   */
  async open(id: string, example: number): Promise<void> {
    const isNew = !this.#panels.has(id);
    const panel = await this.#panel(id);
    panel.open(isNew ? example : undefined);
  }

  /** The request of an example in a language, by its name. */
  async sample(id: string, example: number, language: string): Promise<string> {
    return (await this.#panel(id)).sample(example, language);
  }

  #panel(id: string): Promise<Panel> {
    let panel = this.#panels.get(id);
    if (panel === undefined) {
      panel = this.#make(id);
      this.#panels.set(id, panel);
    }
    return panel;
  }

  async #make(id: string): Promise<Panel> {
    await this.#modules.load("runtime/request");
    await this.#modules.load(id);
    return new Panel(id, this.#modules, this.#printers);
  }
}

Object.assign(globalThis, { tryIt: new TryIt(base) });
