import { mkdirSync, writeFileSync } from "node:fs";

/** Lines of one module, so that compilers can check modules side by side. */
const perModule = 4000;

/** Writes lines of TypeScript to the modules of a folder. */
export class LineWriter {
  readonly #folder: string;
  readonly #heading: string;
  #lines: string[] = [];
  #modules = 0;

  /** @param heading what every module begins with */
  constructor(folder: string, heading: string) {
    this.#folder = folder;
    this.#heading = heading;
    mkdirSync(folder, { recursive: true });
  }

  add(lines: readonly string[]): void {
    this.#lines.push(...lines);
    if (this.#lines.length >= perModule) this.end();
  }

  /** Writes what has been added since the last module. */
  end(): void {
    const path = `${this.#folder}/${this.#modules++}.ts`;
    writeFileSync(path, [this.#heading, ...this.#lines, ""].join("\n"));
    this.#lines = [];
  }
}
