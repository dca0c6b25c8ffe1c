/** What a module is given: the exports of others by their ids, and the object that takes its own. */
type Factory = (use: (id: string) => Exports, out: Exports) => void;

/** What a registered module exports. */
export type Exports = Record<string, unknown>;

interface Registered {
  readonly needs: readonly string[];
  readonly factory: Factory;
  /** JSON text. */
  readonly data: string | undefined;
}

/**
 * The modules of the output, which classic scripts register: they load from the file system and under a Content Security
 * Policy that allows scripts of the page's own folder alone.
 */
export class Modules {
  readonly #base: string;
  readonly #registered = new Map<string, Registered>();
  readonly #exports = new Map<string, Exports>();
  readonly #scripts = new Map<string, Promise<void>>();

  /** @param base the URL of the folder that has the scripts */
  constructor(base: string) {
    this.#base = base;
  }

  /** Called by the scripts. */
  define(
    id: string,
    needs: readonly string[],
    factory: Factory,
    data?: string,
  ): void {
    this.#registered.set(id, { needs, factory, data });
  }

  /**
   * Loads a module with all that it needs.
   * @throws Error that names a script that does not load
   */
  async load(id: string): Promise<void> {
    const asked = new Set<string>([id]);
    // A set gives what is added to it while it is walked.
    for (const one of asked) {
      await this.#loadScript(one);
      for (const needed of this.#registered.get(one)?.needs ?? [])
        asked.add(needed);
      // Scripts that are needed next are loaded at the same time.
      await Promise.all([...asked].map((each) => this.#loadScript(each)));
    }
  }

  /** The exports of a module that is loaded. */
  use(id: string): Exports {
    const known = this.#exports.get(id);
    if (known !== undefined) return known;
    const out: Exports = {};
    this.#exports.set(id, out);
    this.#registered.get(id)?.factory((other) => this.use(other), out);
    return out;
  }

  /** The data that were registered beside a module. */
  data(id: string): unknown {
    const text = this.#registered.get(id)?.data;
    return text === undefined ? undefined : JSON.parse(text);
  }

  #loadScript(id: string): Promise<void> {
    const path = id.startsWith("runtime/") ? "runtime" : id;
    let loading = this.#scripts.get(path);
    if (loading === undefined) {
      loading = addScript(`${this.#base}${path}.js`);
      this.#scripts.set(path, loading);
    }
    return loading;
  }
}

/** Loads a classic script. */
export function addScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("load", () => {
      resolve();
    });
    script.addEventListener("error", () => {
      reject(new Error(`${src} does not load`));
    });
    script.src = src;
    document.head.append(script);
  });
}
